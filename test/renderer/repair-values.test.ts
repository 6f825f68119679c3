/** A repair's form against the real office: what is missing, what is sent, and where its answers are shown. */

import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { blankHousehold } from '../../src/domain/household.ts'
import { fieldErrors } from '../../src/renderer/components/form-errors.ts'
import { EMPTY_LINE } from '../../src/renderer/components/pasted-lines.ts'
import {
  blankRepair,
  certificateDay,
  errorsInForm,
  missingFields,
  nextRepair,
  type RepairValues,
  repairOf,
  typedResults,
} from '../../src/renderer/features/repairs/repair-values.ts'
import { texts } from '../../src/renderer/text/texts.ts'
import { failed, granted, openWorkingOffice } from '../support/office.ts'

const TODAY = day('2026-12-01')

const FULL: RepairValues = {
  ...blankRepair(TODAY),
  doneOn: '2026-11-20',
  conditionFound: 'Dây cũ nứt vỏ',
  crew: 'Tổ sửa chữa số 2',
  items: [{ name: 'Dây đôi', unitOfMeasure: 'm', quantity: 12.5, unitPriceDong: 18_000 }],
  readings: { insulationMegaohm: 20, rcdTripMilliseconds: '', polarityCorrect: true, poweredOn: true },
}

const HOUSEHOLD = {
  ...blankHousehold('Nguyễn Thị Được'),
  birthYear: 1950,
  hamlet: 'Thôn 3',
  communeName: 'Xã Mẫu',
}

describe('what is missing', () => {
  test('an untouched form asks for the household, the work, its first line and the reading, in the order of the form', () => {
    expect(missingFields(blankRepair(TODAY), null)).toEqual([
      'householdId',
      'crew',
      'conditionFound',
      'items.0.name',
      'items.0.unitOfMeasure',
      'items.0.unitPriceDong',
      'readings.insulationMegaohm',
    ])
  })

  test('a line that was begun is asked for, one that was not is left alone', () => {
    const items = [...FULL.items, { ...EMPTY_LINE }, { ...EMPTY_LINE, name: 'Ổ cắm', quantity: '' }]
    expect(missingFields({ ...FULL, items }, 'a household')).toEqual([
      'items.2.unitOfMeasure',
      'items.2.quantity',
      'items.2.unitPriceDong',
    ])
  })

  test('nothing is missing where all is there; a household without a residual-current device has no such reading', () => {
    expect(missingFields(FULL, 'a household')).toEqual([])
  })
})

describe('readings while they are typed', () => {
  test('a failing reading is told at once, an empty one is open, what nobody ticked was not seen', () => {
    const readings = { insulationMegaohm: 0.5, rcdTripMilliseconds: 301, polarityCorrect: true, poweredOn: false }
    expect(typedResults(readings)).toEqual({
      insulation: 'failed',
      rcdTrip: 'failed',
      polarity: 'passed',
      poweredOn: 'open',
    })
    expect(typedResults(blankRepair(TODAY).readings)).toEqual({
      insulation: 'open',
      rcdTrip: 'notPresent',
      polarity: 'open',
      poweredOn: 'open',
    })
  })
})

describe('at the office', () => {
  test('a full form is recorded with the lines that were begun', async () => {
    await using office = await openWorkingOffice()
    const { householdId } = granted(await office.client.command('households.register', HOUSEHOLD))
    const items = [{ ...EMPTY_LINE }, ...FULL.items, { ...EMPTY_LINE }]
    const recorded = granted(await office.client.command('repairs.record', repairOf({ ...FULL, items }, householdId)))
    expect(recorded).toMatchObject({ costDong: 225_000, failedChecks: [] })
  })

  test('what it finds wrong with a line is shown at that line of the form', async () => {
    await using office = await openWorkingOffice()
    const { householdId } = granted(await office.client.command('households.register', HOUSEHOLD))
    const items = [{ ...EMPTY_LINE }, ...FULL.items, { ...FULL.items[0], name: '=1+1', quantity: 1_000_000 }]
    const values = { ...FULL, doneOn: '31/02/2026', items } as RepairValues
    const failure = failed(await office.client.command('repairs.record', repairOf(values, householdId)))
    const { notADay, forbiddenText, tooBig } = texts.vi.failures.inputProblems
    expect(errorsInForm(fieldErrors(texts.vi, failure), values)).toEqual({
      doneOn: notADay,
      'items.2.name': forbiddenText,
      'items.2.quantity': tooBig,
    })
  })
})

test('the next repair of a pile keeps day, crew and money, and nothing that was seen', () => {
  const next = nextRepair({ ...FULL, fundingSource: 'Quỹ phúc lợi' }, TODAY)
  expect(next).toEqual({
    ...blankRepair(TODAY),
    doneOn: '2026-11-20',
    crew: 'Tổ sửa chữa số 2',
    fundingSource: 'Quỹ phúc lợi',
  })
})

test('work of a month that is over is certified in that month, other work today', () => {
  expect(certificateDay(day('2026-11-20'), TODAY)).toBe('2026-11-20')
  expect(certificateDay(day('2026-12-01'), day('2026-12-20'))).toBe('2026-12-20')
})
