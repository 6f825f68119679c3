/** Readings while they are typed: how each stands against its limit at once, and as the office takes them. */

import type { Input } from '../../../../../contract/contract.ts'
import {
  type CheckLimits,
  type CheckLine,
  type CheckResult,
  checkLines,
  type RepairCheck,
  type RepairReadings,
} from '../../../../../domain/repair-check.ts'

/** What a yes or no, or "none here", holds before somebody says. */
export type YesOrNo = 'yes' | 'no' | ''

export interface ReadingValues {
  insulationMegaohm: number | string
  continuityOhm: number | string
  rcdTripMilliseconds: number | string
  /** `absent` where there is no residual-current device. */
  rcdTestButton: YesOrNo | 'absent'
  polarity: YesOrNo
  earthingOhm: number | string
  poweredOn: YesOrNo
}

export const BLANK_READINGS: ReadingValues = {
  insulationMegaohm: '',
  continuityOhm: '',
  rcdTripMilliseconds: '',
  rcdTestButton: '',
  polarity: '',
  earthingOhm: '',
  poweredOn: '',
}

const measured = (typed: number | string) => (typed === '' ? null : Number(typed))

/** What nobody has measured is not present; what nobody has seen is not so. */
export function readingsOf(values: ReadingValues): RepairReadings {
  const { rcdTestButton } = values
  return {
    insulationMegaohm: values.insulationMegaohm === '' ? Number.NaN : Number(values.insulationMegaohm),
    continuityOhm: measured(values.continuityOhm),
    rcdTripMilliseconds: measured(values.rcdTripMilliseconds),
    rcdTestButtonWorks: rcdTestButton === 'yes' || rcdTestButton === 'no' ? rcdTestButton === 'yes' : null,
    polarityCorrect: values.polarity === 'yes',
    earthingOhm: measured(values.earthingOhm),
    poweredOn: values.poweredOn === 'yes',
  }
}

/** Where each check stands in the form. */
export const FIELD_OF: Record<RepairCheck, keyof ReadingValues> = {
  insulation: 'insulationMegaohm',
  continuity: 'continuityOhm',
  rcdTrip: 'rcdTripMilliseconds',
  rcdTestButton: 'rcdTestButton',
  polarity: 'polarity',
  earthing: 'earthingOhm',
  poweredOn: 'poweredOn',
}

export interface TypedCheck extends Omit<CheckLine, 'result'> {
  /** `open` where nobody has said yet. */
  result: CheckResult | 'open'
}

/** Every check as it stands while it is typed. */
export function typedChecks(values: ReadingValues, limits: CheckLimits): TypedCheck[] {
  return checkLines(readingsOf(values), limits).map((line) => ({
    ...line,
    result: values[FIELD_OF[line.check]] === '' && line.result !== 'notPresent' ? 'open' : line.result,
  }))
}

/** Paths of readings that must be told and are not: insulation, polarity, power; of an RCD both or neither. */
export function missingReadings(values: ReadingValues): string[] {
  const always = (['insulationMegaohm', 'polarity', 'poweredOn'] as const).filter((name) => values[name] === '')
  const hasTrip = values.rcdTripMilliseconds !== ''
  const hasButton = values.rcdTestButton === 'yes' || values.rcdTestButton === 'no'
  const rcd = hasTrip === hasButton ? [] : [hasTrip ? 'rcdTestButton' : 'rcdTripMilliseconds']
  return [...always, ...rcd].map((name) => `readings.${name}`)
}

/** Where a field of the office's input stands in the form. */
export function checkPath(path: string): string {
  const names: Record<string, string> = {
    'readings.rcdTestButtonWorks': 'readings.rcdTestButton',
    'readings.polarityCorrect': 'readings.polarity',
  }
  return names[path] ?? path
}

export type Checks = Omit<Input<'repairs.check'>, 'repairId' | 'on'>
