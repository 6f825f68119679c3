/** Certificates that the first version of the program issued: what it stored, as the form of today takes it. */

import type { Day } from '../../domain/day.ts'
import { checkLines, type RepairReadings, USUAL_CHECK_LIMITS } from '../../domain/repair-check.ts'
import type { RepairItem } from '../../domain/repair-cost.ts'
import type { RepairCertificateData } from './repair-certificate.ts'

const FIRST_CHECKS = ['insulation', 'rcdTrip', 'polarity', 'poweredOn'] as const

/** It asked for four checks, and neither for the instrument nor for an acceptance. */
export interface FirstCertificateData
  extends Omit<RepairCertificateData, 'issuedOn' | 'acceptanceNumber' | 'workDone' | 'items' | 'checks' | 'recheckOn'> {
  certifiedOn: Day
  items: readonly Omit<RepairItem, 'kind' | 'itemId'>[]
  readings: Pick<RepairReadings, 'insulationMegaohm' | 'rcdTripMilliseconds' | 'polarityCorrect' | 'poweredOn'>
}

/** The data of a certificate, whichever version stored it. */
export function certificateAsStored(stored: RepairCertificateData | FirstCertificateData): RepairCertificateData {
  if (!('certifiedOn' in stored)) return stored
  const { certifiedOn, readings, items, ...paper } = stored
  const unasked = { continuityOhm: null, rcdTestButtonWorks: null, earthingOhm: null }
  const lines = checkLines({ ...readings, ...unasked }, USUAL_CHECK_LIMITS)
  return {
    ...paper,
    issuedOn: certifiedOn,
    acceptanceNumber: null,
    workDone: null,
    items: items.map((item) => ({ ...item, kind: 'work', itemId: null })),
    checks: { lines: lines.filter(({ check }) => FIRST_CHECKS.some((asked) => asked === check)), measured: null },
    recheckOn: null,
  }
}
