/** The checks after a repair: readings with their units, the limits they are held to, and where these come from. */

import type { Day } from './day.ts'
import { type Refusal, refusal } from './refusal.ts'

/** In the order they are made and printed. */
export const REPAIR_CHECKS = [
  'insulation',
  'continuity',
  'rcdTrip',
  'rcdTestButton',
  'polarity',
  'earthing',
  'poweredOn',
] as const
export type RepairCheck = (typeof REPAIR_CHECKS)[number]

/**
 * Readings after the work. `insulationMegaohm` between live conductors and earth at 500 V d.c.; `continuityOhm` of the
 * protective conductor and `earthingOhm` of the earth electrode, null where the installation has none;
 * `rcdTripMilliseconds` at the rated residual current and `rcdTestButtonWorks`, both null where there is no
 * residual-current device; `polarityCorrect` and `poweredOn` as seen.
 */
export interface RepairReadings {
  insulationMegaohm: number
  continuityOhm: number | null
  rcdTripMilliseconds: number | null
  rcdTestButtonWorks: boolean | null
  polarityCorrect: boolean
  earthingOhm: number | null
  poweredOn: boolean
}

/**
 * IEC 60364-6 (TCVN 7447-6), table 6A of its first edition, 6.1 of its second: at least 1 MΩ at 500 V d.c. for circuits
 * up to 500 V.
 */
export const SMALLEST_INSULATION_MEGAOHM = 1
/** IEC 61008-1: a residual-current device of the general type opens within 300 ms at its rated residual current. */
export const LONGEST_RCD_TRIP_MILLISECONDS = 300

/**
 * Limits that the standard leaves to whoever designs the installation, so each office sets its own: IEC 60364-6:2016,
 * 6.4.3.2 asks for continuity without a figure, 6.4.3.7 for an earth resistance that suits the protection.
 */
export interface CheckLimits {
  continuityOhm: number
  earthingOhm: number
}

/** What an office begins with. */
export const USUAL_CHECK_LIMITS: CheckLimits = { continuityOhm: 1, earthingOhm: 10 }

/** Checks as they are kept: the readings, the limits in force that day, and what they were measured with. */
export interface RepairCheckRecord extends RepairReadings {
  limits: CheckLimits
  checkedOn: Day
  tester: string
  /** Kind and number of the instrument. */
  instrument: string
  /** The last day its calibration holds. */
  calibratedUntil: Day
}

export type CheckResult = 'passed' | 'failed' | 'notPresent'

/** What a check's reading is held to: a least or a most value in a unit, or a plain yes. */
export type CheckRequirement = { kind: 'atLeast' | 'atMost'; value: number; unit: CheckUnit } | { kind: 'yes' }
export const CHECK_UNITS = ['megaohm', 'ohm', 'ms'] as const
export type CheckUnit = (typeof CHECK_UNITS)[number]

/** One check as papers, window and package tell it. `reading` is null where something is not present. */
export interface CheckLine {
  check: RepairCheck
  requirement: CheckRequirement
  reading: number | boolean | null
  result: CheckResult
}

/** Every check with its requirement, reading and result, in the order of REPAIR_CHECKS. */
export function checkLines(readings: RepairReadings, limits: CheckLimits): CheckLine[] {
  const atLeast = (value: number, unit: CheckUnit): CheckRequirement => ({ kind: 'atLeast', value, unit })
  const atMost = (value: number, unit: CheckUnit): CheckRequirement => ({ kind: 'atMost', value, unit })
  const yes: CheckRequirement = { kind: 'yes' }
  const lines: [RepairCheck, CheckRequirement, number | boolean | null][] = [
    ['insulation', atLeast(SMALLEST_INSULATION_MEGAOHM, 'megaohm'), readings.insulationMegaohm],
    ['continuity', atMost(limits.continuityOhm, 'ohm'), readings.continuityOhm],
    ['rcdTrip', atMost(LONGEST_RCD_TRIP_MILLISECONDS, 'ms'), readings.rcdTripMilliseconds],
    ['rcdTestButton', yes, readings.rcdTestButtonWorks],
    ['polarity', yes, readings.polarityCorrect],
    ['earthing', atMost(limits.earthingOhm, 'ohm'), readings.earthingOhm],
    ['poweredOn', yes, readings.poweredOn],
  ]
  return lines.map(([check, requirement, reading]) => ({
    check,
    requirement,
    reading,
    result: resultOf(requirement, reading),
  }))
}

function resultOf(requirement: CheckRequirement, reading: number | boolean | null): CheckResult {
  if (reading === null) return 'notPresent'
  if (requirement.kind === 'yes') return reading === true ? 'passed' : 'failed'
  const isWithin =
    requirement.kind === 'atLeast' ? Number(reading) >= requirement.value : Number(reading) <= requirement.value
  return isWithin ? 'passed' : 'failed'
}

/** The checks out of their limits; a reading out of limits bars acceptance and certificate. */
export function failedChecks(record: RepairReadings & { limits: CheckLimits }): RepairCheck[] {
  return checkLines(record, record.limits)
    .filter(({ result }) => result === 'failed')
    .map(({ check }) => check)
}

/** Readings that contradict each other: a trip time without a test button or the other way round. */
export function refuseReadings({ rcdTripMilliseconds, rcdTestButtonWorks }: RepairReadings): Refusal | null {
  return (rcdTripMilliseconds === null) === (rcdTestButtonWorks === null) ? null : refusal('repair.rcdHalfTold', {})
}

/** Readings count only from an instrument whose calibration holds on the day (IEC 61557). */
export function refuseInstrument(
  { instrument, calibratedUntil }: { instrument: string; calibratedUntil: Day },
  on: Day,
): Refusal | null {
  return calibratedUntil < on ? refusal('repair.calibrationOver', { instrument, calibratedUntil }) : null
}
