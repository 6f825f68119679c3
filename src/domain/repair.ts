/** Free repairs of the wiring after the meter: the checks a repair must pass, and the life of its record. */

import type { Day } from './day.ts'
import { type Dong, lineAmountDong, sumDong } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'

/** One line of work or material. */
export interface RepairItem {
  name: string
  unitOfMeasure: string
  quantity: number
  unitPriceDong: Dong
}

/**
 * Readings after the work. `insulationMegaohm` at 500 V d.c.; `rcdTripMilliseconds` at the rated residual current, null
 * where the household has no residual-current device; `polarityCorrect` and `poweredOn` as seen.
 */
export interface RepairReadings {
  insulationMegaohm: number
  rcdTripMilliseconds: number | null
  polarityCorrect: boolean
  poweredOn: boolean
}

export const REPAIR_CHECKS = ['insulation', 'rcdTrip', 'polarity', 'poweredOn'] as const
export type RepairCheck = (typeof REPAIR_CHECKS)[number]

/** IEC 60364-6 (TCVN 7447-6), table 6A: at least 1 MΩ for circuits up to 500 V. */
export const SMALLEST_INSULATION_MEGAOHM = 1
/** IEC 61008-1: a residual-current device of the general type opens within 300 ms at its rated residual current. */
export const LONGEST_RCD_TRIP_MILLISECONDS = 300

export type CheckResult = 'passed' | 'failed' | 'notPresent'

export function checkResults(readings: RepairReadings): Record<RepairCheck, CheckResult> {
  const passed = (isPassed: boolean): CheckResult => (isPassed ? 'passed' : 'failed')
  const { insulationMegaohm, rcdTripMilliseconds, polarityCorrect, poweredOn } = readings
  return {
    insulation: passed(insulationMegaohm >= SMALLEST_INSULATION_MEGAOHM),
    rcdTrip: rcdTripMilliseconds === null ? 'notPresent' : passed(rcdTripMilliseconds <= LONGEST_RCD_TRIP_MILLISECONDS),
    polarity: passed(polarityCorrect),
    poweredOn: passed(poweredOn),
  }
}

export function failedChecks(readings: RepairReadings): RepairCheck[] {
  const results = checkResults(readings)
  return REPAIR_CHECKS.filter((check) => results[check] === 'failed')
}

export function repairCostDong(items: readonly RepairItem[]): Dong {
  return sumDong(items.map((item) => lineAmountDong(item.quantity, item.unitPriceDong)))
}

/** A record is finished work; a certificate makes it final; a void takes either back by a row of its own. */
export type RepairState =
  | { state: 'recorded' }
  | { state: 'certified'; documentNumber: string; certifiedOn: Day }
  | { state: 'voided'; voidedOn: Day }

/** Whether a repair may be certified on a day: not voided or certified, all checks passed, not before it was done. */
export function refuseCertificate(
  repair: { doneOn: Day; readings: RepairReadings; state: RepairState },
  certifiedOn: Day,
): Refusal | null {
  const { state } = repair
  if (state.state === 'voided') return refusal('repair.voided', { voidedOn: state.voidedOn })
  if (state.state === 'certified') {
    const { documentNumber, certifiedOn: earlier } = state
    return refusal('repair.alreadyCertified', { documentNumber, certifiedOn: earlier })
  }
  const failed = failedChecks(repair.readings)
  if (failed.length > 0) return refusal('repair.checksFailed', { failed })
  if (certifiedOn < repair.doneOn) return refusal('repair.certifiedBeforeDone', { doneOn: repair.doneOn })
  return null
}
