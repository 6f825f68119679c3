/** A definition while it is being typed. */

import type { Input } from '../../../../contract/contract.ts'
import type { MonthIndicator } from '../../../../contract/indicators.ts'
import { formatFigure, readFigure } from '../../../../domain/figure.ts'
import type { IndicatorKind, TargetDirection } from '../../../../domain/indicator.ts'
import { nextPeriod, type Period } from '../../../../domain/period.ts'

export interface DefinitionValues {
  code: string
  name: string
  kind: IndicatorKind
  unitOfMeasure: string
  numeratorName: string
  denominatorName: string
  target: string
  targetDirection: TargetDirection
  inForceFrom: Period
  inForceTo: Period | null
}

/** What a dialog begins with: the definition as it is, or an empty one, from the month that is looked at. */
export function definitionValues(indicator: MonthIndicator | null, period: Period): DefinitionValues {
  return {
    code: indicator?.code ?? '',
    name: indicator?.name ?? '',
    kind: indicator?.kind ?? 'share',
    unitOfMeasure: indicator?.unitOfMeasure ?? '%',
    numeratorName: indicator?.numeratorName ?? '',
    denominatorName: indicator?.denominatorName ?? '',
    target: indicator?.target == null ? '' : formatFigure(indicator.target),
    targetDirection: indicator?.targetDirection ?? 'atLeast',
    inForceFrom: period,
    inForceTo: indicator?.inForceTo ?? null,
  }
}

/** As the office takes it; a target that is no figure goes as it is, and the office names the field. */
export function definitionOf(values: DefinitionValues): Input<'indicators.define'> {
  const { kind, target, targetDirection, denominatorName } = values
  const hasTarget = target.trim() !== ''
  return {
    ...values,
    denominatorName: kind === 'count' ? null : denominatorName,
    target: hasTarget ? (readFigure(target) ?? Number.NaN) : null,
    targetDirection: hasTarget ? targetDirection : null,
  }
}

/** A kind has its unit as long as nobody wrote another: percent of a share. */
export function withKind(values: DefinitionValues, kind: IndicatorKind): DefinitionValues {
  const { unitOfMeasure } = values
  if (kind === 'share') return { ...values, kind, unitOfMeasure: '%' }
  return { ...values, kind, unitOfMeasure: unitOfMeasure === '%' ? '' : unitOfMeasure }
}

/** So many months from one on, and one more that must be among them. */
export function monthsFrom(first: Period, count: number, also: Period | null = null): Period[] {
  const months: Period[] = []
  for (let month = first; months.length < count; month = nextPeriod(month)) months.push(month)
  return also === null || months.includes(also) ? months : [...months, also].sort()
}
