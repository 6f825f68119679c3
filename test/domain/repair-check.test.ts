/** Readings after a repair: each is held to a limit in a unit, and one out of its limit bars the certificate. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import {
  type CheckResult,
  checkLines,
  failedChecks,
  LONGEST_RCD_TRIP_MILLISECONDS,
  REPAIR_CHECKS,
  type RepairCheck,
  type RepairReadings,
  refuseInstrument,
  refuseReadings,
  SMALLEST_INSULATION_MEGAOHM,
  USUAL_CHECK_LIMITS,
} from '../../src/domain/repair-check.ts'

const GOOD: RepairReadings = {
  insulationMegaohm: 50,
  continuityOhm: 0.3,
  rcdTripMilliseconds: 28,
  rcdTestButtonWorks: true,
  polarityCorrect: true,
  earthingOhm: 4,
  poweredOn: true,
}
const limits = USUAL_CHECK_LIMITS

const resultsOf = (readings: RepairReadings) =>
  Object.fromEntries(checkLines(readings, limits).map(({ check, result }) => [check, result]))

test('limits are those of IEC 60364-6 and IEC 61008-1, and what an office begins with', () => {
  expect([SMALLEST_INSULATION_MEGAOHM, LONGEST_RCD_TRIP_MILLISECONDS]).toEqual([1, 300])
  expect(USUAL_CHECK_LIMITS).toEqual({ continuityOhm: 1, earthingOhm: 10 })
})

test('good readings pass every check, in the order the checks are made', () => {
  expect(checkLines(GOOD, limits).map(({ check, result }) => [check, result])).toEqual(
    REPAIR_CHECKS.map((check) => [check, 'passed']),
  )
  expect(failedChecks({ ...GOOD, limits })).toEqual([])
})

describe('a reading', () => {
  test.each<[string, Partial<RepairReadings>, RepairCheck, CheckResult]>([
    ['of 1 MΩ is enough', { insulationMegaohm: 1 }, 'insulation', 'passed'],
    ['of 0.999 MΩ is not', { insulationMegaohm: 0.999 }, 'insulation', 'failed'],
    ['that is no number is not', { insulationMegaohm: Number.NaN }, 'insulation', 'failed'],
    ['of 1 Ω along the protective conductor is enough', { continuityOhm: 1 }, 'continuity', 'passed'],
    ['of 1.01 Ω is too much', { continuityOhm: 1.01 }, 'continuity', 'failed'],
    ['of a protective conductor that is not there is none', { continuityOhm: null }, 'continuity', 'notPresent'],
    ['of 300 ms is quick enough', { rcdTripMilliseconds: 300 }, 'rcdTrip', 'passed'],
    ['of 301 ms is too slow', { rcdTripMilliseconds: 301 }, 'rcdTrip', 'failed'],
    ['of an RCD that is not there is none', { rcdTripMilliseconds: null }, 'rcdTrip', 'notPresent'],
    ['of a test button that does nothing fails', { rcdTestButtonWorks: false }, 'rcdTestButton', 'failed'],
    ['of a test button that is not there is none', { rcdTestButtonWorks: null }, 'rcdTestButton', 'notPresent'],
    ['of phase and neutral swapped fails', { polarityCorrect: false }, 'polarity', 'failed'],
    ['of 10 Ω to earth is enough', { earthingOhm: 10 }, 'earthing', 'passed'],
    ['of 10.5 Ω to earth is too much', { earthingOhm: 10.5 }, 'earthing', 'failed'],
    ['of a house without an earth electrode is none', { earthingOhm: null }, 'earthing', 'notPresent'],
    ['of a light that does not burn fails', { poweredOn: false }, 'poweredOn', 'failed'],
  ])('%s', (_, reading, check, result) => {
    const readings = { ...GOOD, ...reading }
    expect(resultsOf(readings)).toEqual({ ...resultsOf(GOOD), [check]: result })
    expect(failedChecks({ ...readings, limits })).toEqual(result === 'failed' ? [check] : [])
  })

  test('is told with its limit and unit', () => {
    const requirements = checkLines(GOOD, { continuityOhm: 0.5, earthingOhm: 4 }).map((line) => line.requirement)
    expect(requirements).toEqual([
      { kind: 'atLeast', value: 1, unit: 'megaohm' },
      { kind: 'atMost', value: 0.5, unit: 'ohm' },
      { kind: 'atMost', value: 300, unit: 'ms' },
      { kind: 'yes' },
      { kind: 'yes' },
      { kind: 'atMost', value: 4, unit: 'ohm' },
      { kind: 'yes' },
    ])
  })

  test("is held to the office's limit where the standard leaves it to the office", () => {
    expect(failedChecks({ ...GOOD, earthingOhm: 4.5, limits: { continuityOhm: 1, earthingOhm: 4 } })).toEqual([
      'earthing',
    ])
    expect(failedChecks({ ...GOOD, continuityOhm: 1.5, limits: { continuityOhm: 2, earthingOhm: 4 } })).toEqual([])
  })
})

const ohms = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null })
const readings: fc.Arbitrary<RepairReadings> = fc.record({
  insulationMegaohm: fc.double({ min: 0, max: 500, noNaN: true }),
  continuityOhm: ohms,
  rcdTripMilliseconds: fc.option(fc.double({ min: 0.1, max: 1000, noNaN: true }), { nil: null }),
  rcdTestButtonWorks: fc.option(fc.boolean(), { nil: null }),
  polarityCorrect: fc.boolean(),
  earthingOhm: ohms,
  poweredOn: fc.boolean(),
})

describe('whatever is measured', () => {
  test('each check is told once, and what failed is what does not meet its limit', () => {
    fc.assert(
      fc.property(readings, (some) => {
        const lines = checkLines(some, limits)
        expect(lines.map(({ check }) => check)).toEqual([...REPAIR_CHECKS])
        const failed = lines.filter(({ result }) => result === 'failed').map(({ check }) => check)
        expect(failedChecks({ ...some, limits })).toEqual(failed)
        for (const { reading, result } of lines) expect(result === 'notPresent').toBe(reading === null)
      }),
    )
  })

  test('better insulation, less resistance and a quicker trip never make a passed check fail', () => {
    fc.assert(
      fc.property(readings, fc.double({ min: 0, max: 1, noNaN: true }), (some, part) => {
        const better = {
          ...some,
          insulationMegaohm: some.insulationMegaohm + part,
          continuityOhm: some.continuityOhm && some.continuityOhm * part,
          rcdTripMilliseconds: some.rcdTripMilliseconds && some.rcdTripMilliseconds * part,
          earthingOhm: some.earthingOhm && some.earthingOhm * part,
        }
        const before = failedChecks({ ...some, limits })
        for (const check of failedChecks({ ...better, limits })) expect(before).toContain(check)
      }),
    )
  })
})

describe('what is not taken down', () => {
  test('is a trip time without its test button, or the button alone', () => {
    expect(refuseReadings(GOOD)).toBeNull()
    expect(refuseReadings({ ...GOOD, rcdTripMilliseconds: null, rcdTestButtonWorks: null })).toBeNull()
    expect(refuseReadings({ ...GOOD, rcdTestButtonWorks: null })?.code).toBe('repair.rcdHalfTold')
    expect(refuseReadings({ ...GOOD, rcdTripMilliseconds: null })?.code).toBe('repair.rcdHalfTold')
  })

  test('is anything read off an instrument whose calibration was over', () => {
    const meter = { instrument: 'Kyoritsu 6516', calibratedUntil: day('2026-12-10') }
    expect(refuseInstrument(meter, day('2026-12-10'))).toBeNull()
    expect(refuseInstrument(meter, day('2026-12-11'))).toEqual({
      code: 'repair.calibrationOver',
      parameters: { instrument: 'Kyoritsu 6516', calibratedUntil: day('2026-12-10') },
    })
  })
})
