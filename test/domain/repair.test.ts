import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { refuseVoid } from '../../src/domain/document.ts'
import { dong } from '../../src/domain/money.ts'
import {
  type CheckResult,
  checkResults,
  failedChecks,
  LONGEST_RCD_TRIP_MILLISECONDS,
  type RepairReadings,
  type RepairState,
  refuseCertificate,
  repairCostDong,
  SMALLEST_INSULATION_MEGAOHM,
} from '../../src/domain/repair.ts'

const GOOD: RepairReadings = { insulationMegaohm: 50, rcdTripMilliseconds: 28, polarityCorrect: true, poweredOn: true }
const DONE_ON = day('2026-12-10')
const LATER = day('2026-12-12')

describe('the checks after a repair', () => {
  test.each<[string, Partial<RepairReadings>, keyof ReturnType<typeof checkResults>, CheckResult]>([
    ['1 MΩ is enough', { insulationMegaohm: SMALLEST_INSULATION_MEGAOHM }, 'insulation', 'passed'],
    ['0.999 MΩ is not', { insulationMegaohm: 0.999 }, 'insulation', 'failed'],
    ['a reading that is no number is not', { insulationMegaohm: Number.NaN }, 'insulation', 'failed'],
    ['an RCD may take 300 ms', { rcdTripMilliseconds: LONGEST_RCD_TRIP_MILLISECONDS }, 'rcdTrip', 'passed'],
    ['301 ms is too slow', { rcdTripMilliseconds: 301 }, 'rcdTrip', 'failed'],
    ['a household may have no RCD', { rcdTripMilliseconds: null }, 'rcdTrip', 'notPresent'],
    ['phase and neutral must not be swapped', { polarityCorrect: false }, 'polarity', 'failed'],
    ['the light must burn', { poweredOn: false }, 'poweredOn', 'failed'],
  ])('%s', (_name, readings, check, result) => {
    expect(checkResults({ ...GOOD, ...readings })[check]).toBe(result)
    expect(failedChecks({ ...GOOD, ...readings })).toEqual(result === 'failed' ? [check] : [])
  })

  test('hold the limits of IEC 60364-6 and IEC 61008-1', () => {
    expect([SMALLEST_INSULATION_MEGAOHM, LONGEST_RCD_TRIP_MILLISECONDS]).toEqual([1, 300])
  })

  test('that failed are told in one order', () => {
    const readings = { insulationMegaohm: 0, rcdTripMilliseconds: 1000, polarityCorrect: false, poweredOn: false }
    expect(failedChecks(readings)).toEqual(['insulation', 'rcdTrip', 'polarity', 'poweredOn'])
  })
})

describe('the life of a repair', () => {
  const STATES: Record<RepairState['state'], RepairState> = {
    recorded: { state: 'recorded' },
    certified: { state: 'certified', documentNumber: '03/2026/GXN-PC042', certifiedOn: LATER },
    voided: { state: 'voided', voidedOn: LATER },
  }
  const EVENTS = {
    'certified with good readings': (state: RepairState) =>
      refuseCertificate({ doneOn: DONE_ON, readings: GOOD, state }, LATER),
    'certified with a failed check': (state: RepairState) =>
      refuseCertificate({ doneOn: DONE_ON, readings: { ...GOOD, poweredOn: false }, state }, LATER),
    'certified before it was done': (state: RepairState) =>
      refuseCertificate({ doneOn: DONE_ON, readings: GOOD, state }, day('2026-12-09')),
    'certified before it was done, with a failed check': (state: RepairState) =>
      refuseCertificate({ doneOn: DONE_ON, readings: { ...GOOD, poweredOn: false }, state }, day('2026-12-09')),
  }
  const ANSWERS: Record<keyof typeof EVENTS, Record<RepairState['state'], string | undefined>> = {
    'certified with good readings': {
      recorded: undefined,
      certified: 'repair.alreadyCertified',
      voided: 'repair.voided',
    },
    'certified with a failed check': {
      recorded: 'repair.checksFailed',
      certified: 'repair.alreadyCertified',
      voided: 'repair.voided',
    },
    'certified before it was done': {
      recorded: 'repair.certifiedBeforeDone',
      certified: 'repair.alreadyCertified',
      voided: 'repair.voided',
    },
    'certified before it was done, with a failed check': {
      recorded: 'repair.checksFailed',
      certified: 'repair.alreadyCertified',
      voided: 'repair.voided',
    },
  }

  test.each(Object.keys(EVENTS) as (keyof typeof EVENTS)[])('%s: in each of its states', (event) => {
    const states = Object.values(STATES)
    const answers = Object.fromEntries(states.map((state) => [state.state, EVENTS[event](state)?.code]))
    expect(answers).toEqual(ANSWERS[event])
  })

  test('a certificate may bear the day the repair was done', () => {
    expect(refuseCertificate({ doneOn: DONE_ON, readings: GOOD, state: STATES.recorded }, DONE_ON)).toBeNull()
  })

  test('refusals name the earlier paper, the failed checks and the day', () => {
    const repair = { doneOn: DONE_ON, readings: { ...GOOD, insulationMegaohm: 0.2 } }
    expect(refuseCertificate({ ...repair, state: STATES.recorded }, LATER)?.parameters).toEqual({
      failed: ['insulation'],
    })
    expect(refuseCertificate({ ...repair, state: STATES.voided }, LATER)?.parameters).toEqual({ voidedOn: LATER })
    expect(refuseCertificate({ ...repair, state: STATES.certified }, LATER)?.parameters).toEqual({
      documentNumber: '03/2026/GXN-PC042',
      certifiedOn: LATER,
    })
  })

  test('a certificate is voided once, from its day on', () => {
    const paper = { documentNumber: '03/2026/GXN-PC042', issuedOn: LATER, voidedOn: null }
    expect(refuseVoid(paper, LATER)).toBeNull()
    expect(refuseVoid(paper, DONE_ON)?.code).toBe('document.voidedBeforeIssue')
    expect(refuseVoid({ ...paper, voidedOn: LATER }, LATER)?.code).toBe('document.alreadyVoided')
  })
})

test('a repair costs the sum of its lines, metres of wire by the decimetre', () => {
  const wire = { name: 'Dây 2×2,5', unitOfMeasure: 'm', quantity: 12.3, unitPriceDong: dong(15_750) }
  const breaker = { name: 'Aptomat 20 A', unitOfMeasure: 'cái', quantity: 1, unitPriceDong: dong(85_000) }
  expect(repairCostDong([wire, breaker])).toBe(193_725 + 85_000)
})
