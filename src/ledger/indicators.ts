/** Indicators of service: their definitions by version, and the figures of each month. */

import {
  type IndicatorDefinition,
  type IndicatorEntry,
  type IndicatorVerdict,
  indicatorValue,
  indicatorVerdict,
  isInForce,
} from '../domain/indicator.ts'
import type { Row } from '../domain/package-tables.ts'
import type { Period } from '../domain/period.ts'
import { quantityOf, thousandthsOf } from '../domain/stock.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { indicatorDefinitions, indicatorValues } from './schema/indicators.ts'

/** One version of a definition; `recordedBy` is null for what the program came with. */
export interface DefinitionVersion extends IndicatorDefinition {
  version: number
  position: number
  recordedAt: string
  recordedBy: string | null
}

/** An indicator of a month: as it is defined for it, what stands entered, and what follows. */
export interface MonthIndicator extends Omit<DefinitionVersion, 'recordedAt' | 'recordedBy'>, IndicatorEntry {
  value: number | null
  verdict: IndicatorVerdict
  /** When and by whom it was entered; null where it was not. */
  recordedAt: string | null
  recordedBy: string | null
}

const VERSIONS = `SELECT code, version, position, name, kind, unit_of_measure AS unitOfMeasure,
    numerator_name AS numeratorName, denominator_name AS denominatorName, target_thousandths AS targetThousandths,
    target_direction AS targetDirection, in_force_from AS inForceFrom, in_force_to AS inForceTo,
    recorded_at AS recordedAt, full_name AS recordedBy
  FROM indicator_definitions d LEFT JOIN people USING (person_id)`

function versions(reader: Reader, rest: string, parameters: object = {}): DefinitionVersion[] {
  type Stored = Omit<DefinitionVersion, 'target'> & { targetThousandths: number | null }
  const rows = all<Stored>(reader, `${VERSIONS} ${rest}`, parameters)
  return rows.map(({ targetThousandths, ...row }) => ({ ...row, target: unitsOf(targetThousandths) }))
}

const unitsOf = (thousandths: number | null) => (thousandths === null ? null : quantityOf(thousandths))
const thousandthsOrNull = (units: number | null) => (units === null ? null : thousandthsOf(units))

/** Every version there ever was, in the order of the sheet, the first version of each first. */
export function definitionVersions(reader: Reader): DefinitionVersion[] {
  return versions(reader, 'ORDER BY position, code, version')
}

/** What is asked for in a month, in the order of the sheet: of each code the latest version that had begun by then. */
export function definitionsOfMonth(reader: Reader, period: Period): DefinitionVersion[] {
  const latest = `WHERE version = (SELECT max(version) FROM indicator_definitions begun
    WHERE begun.code = d.code AND begun.in_force_from <= :period) ORDER BY position, code`
  return versions(reader, latest, { period }).filter((definition) => isInForce(definition, period))
}

/** The latest version of a code; null where there is none. */
export function findDefinition(reader: Reader, code: string): DefinitionVersion | null {
  return versions(reader, 'WHERE code = :code ORDER BY version DESC LIMIT 1', { code })[0] ?? null
}

/** Where the next new indicator stands on the sheet. */
export function nextPosition(reader: Reader): number {
  const sql = 'SELECT coalesce(max(position), 0) + 1 AS next FROM indicator_definitions'
  return first<{ next: number }>(reader, sql)?.next ?? 1
}

/** Adds a version; triggers refuse one from a closed month on, and another kind than the code has. */
export function addDefinition(
  writer: Writer,
  {
    target,
    ...version
  }: IndicatorDefinition & {
    version: number
    position: number
    recordedAt: string
    personId: string
  },
): void {
  addRow(writer, indicatorDefinitions, { ...version, targetThousandths: thousandthsOrNull(target) })
}

/** Adds what was entered; the entry before it stays and no longer counts. A trigger refuses a closed month. */
export function addIndicatorEntry(
  writer: Writer,
  entry: IndicatorEntry & { period: Period; code: string; version: number; recordedAt: string; personId: string },
): void {
  const { period, code, version, numerator, denominator, recordedAt, personId } = entry
  const sql = `SELECT coalesce(max(entry_number), 0) + 1 AS next FROM indicator_values WHERE period = ? AND code = ?`
  addRow(writer, indicatorValues, {
    period,
    code,
    version,
    entryNumber: first<{ next: number }>(writer, sql, period, code)?.next ?? 1,
    numeratorThousandths: thousandthsOrNull(numerator),
    denominatorThousandths: thousandthsOrNull(denominator),
    recordedAt,
    personId,
  })
}

/** A month's indicators as they are defined for it, with what stands entered, in the order of the sheet. */
export function indicatorsOfMonth(reader: Reader, period: Period): MonthIndicator[] {
  const sql = `SELECT code, numerator_thousandths AS numerator, denominator_thousandths AS denominator,
      recorded_at AS recordedAt, full_name AS recordedBy
    FROM indicator_values v JOIN people USING (person_id)
    WHERE period = ? AND numerator IS NOT NULL AND entry_number = (SELECT max(entry_number) FROM indicator_values later
      WHERE later.period = v.period AND later.code = v.code)`
  type Stored = IndicatorEntry & { code: string; recordedAt: string; recordedBy: string }
  const stored = new Map(all<Stored>(reader, sql, period).map((row) => [row.code, row]))
  return definitionsOfMonth(reader, period).map((definition) => {
    const found = stored.get(definition.code)
    const entry = {
      numerator: unitsOf(found?.numerator ?? null),
      denominator: unitsOf(found?.denominator ?? null),
    }
    return {
      ...definition,
      ...entry,
      value: indicatorValue(definition.kind, entry),
      verdict: indicatorVerdict(definition, entry),
      recordedAt: found?.recordedAt ?? null,
      recordedBy: found?.recordedBy ?? null,
    }
  })
}

/** How many of a month's indicators have no figures yet. */
export function indicatorsNotEntered(reader: Reader, period: Period): number {
  return indicatorsOfMonth(reader, period).filter(({ verdict }) => verdict === 'notEntered').length
}

/** A month's indicators as rows of its package, by code; what was not entered is told, too. */
export function indicatorRows(reader: Reader, period: Period): Row<'indicators'>[] {
  const rows = indicatorsOfMonth(reader, period).map((indicator) => ({
    indicator_code: indicator.code,
    definition_version: indicator.version,
    name: indicator.name,
    kind: indicator.kind,
    unit_of_measure: indicator.unitOfMeasure,
    numerator_name: indicator.numeratorName,
    denominator_name: indicator.denominatorName,
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    value: indicator.value,
    target: indicator.target,
    target_direction: indicator.targetDirection,
    result: indicator.verdict,
    recorded_at: indicator.recordedAt,
    recorded_by: indicator.recordedBy,
  }))
  return rows.sort((one, other) => (one.indicator_code < other.indicator_code ? -1 : 1))
}
