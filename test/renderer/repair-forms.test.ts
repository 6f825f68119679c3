/** The forms of repairs while they are typed: the survey, lines of material and work, readings, days to come. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RepairDetail } from '../../src/contract/repairs.ts'
import { day } from '../../src/domain/day.ts'
import { REPAIR_CHECKS, USUAL_CHECK_LIMITS } from '../../src/domain/repair-check.ts'
import { SURVEY_CONDITIONS, SURVEY_POINTS } from '../../src/domain/wiring-survey.ts'
import { EMPTY_LINE } from '../../src/renderer/components/pasted-lines.ts'
import {
  BLANK_READINGS,
  checkPath,
  FIELD_OF,
  missingReadings,
  type ReadingValues,
  readingsOf,
  typedChecks,
} from '../../src/renderer/features/repairs/forms/checks/check-values.ts'
import { daysLater, monthsLater } from '../../src/renderer/features/repairs/forms/later-days.ts'
import {
  conditionByKey,
  conditionInShort,
  missingInFindings,
  type SurveyValues,
  surveyOf,
  surveyPath,
  surveyValuesOf,
} from '../../src/renderer/features/repairs/forms/survey/survey-values.ts'
import {
  itemPath,
  itemsOf,
  itemValuesOf,
  missingInItems,
  namesFromStock,
  typedCostDong,
} from '../../src/renderer/features/repairs/forms/work/item-values.ts'
import { texts } from '../../src/renderer/text/texts.ts'

const WIRE = { name: 'Dây đôi 2x2,5', unitOfMeasure: 'm', quantity: 20, unitPriceDong: 12_000 }
const LABOUR = { name: 'Công thợ', unitOfMeasure: 'công', quantity: 1.5, unitPriceDong: 300_000 }
const KNOWN = [{ itemId: '018f4e7a-0000-7000-8000-000000000001', name: 'Dây đôi 2x2,5', unitOfMeasure: 'm' }]

describe('lines of material and work', () => {
  const values = { materials: [EMPTY_LINE, WIRE], works: [LABOUR] }

  test('material the store knows comes from the store, whatever its marks and capitals; other material is bought', () => {
    const typed = {
      ...values,
      materials: [
        { ...WIRE, name: 'DAY DOI 2x2,5' },
        { ...WIRE, name: 'Ổ cắm' },
      ],
    }
    expect(itemsOf(typed, KNOWN).map(({ kind, itemId }) => [kind, itemId])).toEqual([
      ['material', KNOWN[0]?.itemId],
      ['material', null],
      ['work', null],
    ])
    expect(namesFromStock(typed, KNOWN)).toEqual(['Dây đôi 2x2,5'])
  })

  test('lines nobody has begun stay at home, and what the office says finds its line in the form', () => {
    expect(itemsOf(values, []).map(({ name }) => name)).toEqual([WIRE.name, LABOUR.name])
    expect(itemPath('items.0.quantity', values)).toBe('materials.1.quantity')
    expect(itemPath('items.1.itemId', values)).toBe('works.0.name')
    expect(itemPath('crew', values)).toBe('crew')
  })

  test('a begun line needs all its cells; none is needed at all', () => {
    expect(missingInItems({ materials: [{ ...WIRE, unitPriceDong: '' }], works: [EMPTY_LINE] })).toEqual([
      'materials.0.unitPriceDong',
    ])
    expect(missingInItems({ materials: [EMPTY_LINE], works: [EMPTY_LINE] })).toEqual([])
  })

  test('the cost is that of both lists', () => {
    expect(typedCostDong(values)).toBe(240_000 + 450_000)
  })

  test('what was kept comes back as it was typed', () => {
    const items = itemsOf(values, KNOWN)
    expect(itemsOf(itemValuesOf(items), KNOWN)).toEqual(items)
  })
})

const BEGUN: SurveyValues = {
  ...surveyValuesOf({ survey: null, need: null }, { on: '2026-11-20', surveyor: 'Lê Văn Bình' }),
  materials: [WIRE],
}
const withFindings = (findings: Partial<SurveyValues['findings']>): SurveyValues => ({
  ...BEGUN,
  findings: { ...BEGUN.findings, ...findings },
})

describe('a survey', () => {
  test('the digits 1 to 4 are its conditions, and no other key is', () => {
    expect(['1', '2', '3', '4'].map(conditionByKey)).toEqual(SURVEY_CONDITIONS)
    expect(['0', '5', 'a', 'Enter', ''].map(conditionByKey)).toEqual([null, null, null, null, null])
  })

  test('points nobody spoke of are left out, and a note without a condition is asked for its condition', () => {
    const values = withFindings({
      wiring: { condition: 'dangerous', note: 'chạm mái tôn' },
      lamps: { condition: '', note: 'cháy' },
    })
    expect(missingInFindings(values)).toEqual(['findings.lamps.condition'])
    expect(surveyOf(values, 'id', KNOWN).findings).toEqual([
      { point: 'wiring', condition: 'dangerous', note: 'chạm mái tôn' },
    ])
    expect(surveyPath('findings.1.note', values)).toBe('findings.lamps.note')
    expect(surveyPath('items.0.quantity', values)).toBe('materials.0.quantity')
  })

  test('the condition in short says the dangers first', () => {
    const values = withFindings({
      sockets: { condition: 'worn', note: '' },
      wiring: { condition: 'dangerous', note: 'chạm mái tôn' },
      rcd: { condition: 'absent', note: '' },
    })
    expect(conditionInShort(values, texts.vi)).toMatch(/^Nguy hiểm: dây .* \(chạm mái tôn\); Không có: .*; .*: ổ cắm$/)
    expect(conditionInShort(withFindings({ lamps: { condition: 'good', note: '' } }), texts.vi)).toBe('Tốt')
    expect(conditionInShort(BEGUN, texts.vi)).toBe('')
  })

  test('a second survey begins with what the first one found', () => {
    const values = withFindings({ wiring: { condition: 'worn', note: 'nứt vỏ' } })
    const { surveyor, conditionFound, neededWork, findings, items } = surveyOf(
      { ...values, conditionFound: 'Dây cũ', neededWork: 'Thay dây' },
      'id',
      [],
    )
    const kept = { surveyor, conditionFound, neededWork, findings, items, surveyedOn: day('2026-11-20'), costDong: 0 }
    const survey = kept as NonNullable<RepairDetail['survey']>
    const again = surveyValuesOf({ survey, need: null }, { on: '2026-12-01', surveyor: 'Khác' })
    expect(again.findings).toEqual(values.findings)
    expect(again.conditionFound).toBe('Dây cũ')
  })

  test('every point has a line in the form', () => {
    expect(Object.keys(BEGUN.findings)).toEqual(SURVEY_POINTS)
  })
})

const PASSED: ReadingValues = {
  ...BLANK_READINGS,
  insulationMegaohm: 20,
  rcdTripMilliseconds: 28,
  rcdTestButton: 'yes',
  polarity: 'yes',
  poweredOn: 'yes',
}
const resultsOf = (values: ReadingValues) =>
  Object.fromEntries(typedChecks(values, USUAL_CHECK_LIMITS).map(({ check, result }) => [check, result]))

describe('readings', () => {
  test('nothing has passed before somebody has said so', () => {
    const results = Object.values(resultsOf(BLANK_READINGS))
    expect(results).not.toContain('passed')
    expect(results).not.toContain('failed')
  })

  test('each stands against its limit at once', () => {
    expect(resultsOf(PASSED)).toMatchObject({ insulation: 'passed', rcdTrip: 'passed', continuity: 'notPresent' })
    expect(resultsOf({ ...PASSED, insulationMegaohm: 0.4, rcdTripMilliseconds: 301, polarity: 'no' })).toMatchObject({
      insulation: 'failed',
      rcdTrip: 'failed',
      polarity: 'failed',
      poweredOn: 'passed',
    })
  })

  test('a trip time needs its test button and the other way round; without the device both are empty', () => {
    expect(missingReadings({ ...PASSED, rcdTestButton: '' })).toEqual(['readings.rcdTestButton'])
    expect(missingReadings({ ...PASSED, rcdTripMilliseconds: '' })).toEqual(['readings.rcdTripMilliseconds'])
    expect(missingReadings({ ...PASSED, rcdTripMilliseconds: '', rcdTestButton: 'absent' })).toEqual([])
    expect(missingReadings(BLANK_READINGS)).toEqual([
      'readings.insulationMegaohm',
      'readings.polarity',
      'readings.poweredOn',
    ])
  })

  test('every check has a field, and every field the office names is one of the form', () => {
    expect(Object.keys(FIELD_OF)).toEqual(REPAIR_CHECKS)
    const fields = Object.keys(readingsOf(PASSED)).map((name) => checkPath(`readings.${name}`))
    expect(fields.every((path) => path.slice('readings.'.length) in PASSED)).toBe(true)
  })
})

describe('days to come', () => {
  test('a month later is the same day, or the last of a shorter month', () => {
    expect(monthsLater(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(monthsLater(day('2026-11-15'), 12)).toBe('2027-11-15')
  })

  test('months and days always lead on', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 1200 }), (date, count) => {
        const from = day(date.toISOString().slice(0, 10))
        expect(daysLater(from, count) > from).toBe(true)
        const later = monthsLater(from, count)
        expect(later === null || later > from).toBe(true)
      }),
    )
  })
})
