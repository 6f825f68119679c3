/** Indicators in the ledger: what every ledger begins with, and versions that leave closed months alone. */

import { expect, onTestFinished, test } from 'vitest'
import { refuseDefinition } from '../../src/domain/indicator.ts'
import { period } from '../../src/domain/period.ts'
import { forbiddenText } from '../../src/domain/vietnamese.ts'
import {
  addDefinition,
  addIndicatorEntry,
  definitionsOfMonth,
  definitionVersions,
  findDefinition,
  indicatorRows,
  indicatorsNotEntered,
  indicatorsOfMonth,
} from '../../src/ledger/indicators.ts'
import { openTestLedger, PERSON_ID, RECORDED_AT } from '../support/ledger.ts'

const NOVEMBER = period('2026-11')
const DECEMBER = period('2026-12')
const BY = { recordedAt: RECORDED_AT, personId: PERSON_ID }

function freshLedger() {
  const opened = openTestLedger()
  onTestFinished(() => opened[Symbol.dispose]())
  return opened.ledger
}

test('a ledger begins with definitions that the rules themselves would take', () => {
  const { reader } = freshLedger()
  const versions = definitionVersions(reader)
  expect(versions.map(({ version, recordedBy }) => [version, recordedBy])).toEqual(versions.map(() => [1, null]))
  for (const version of versions) {
    expect(
      refuseDefinition(version, { kindBefore: null, fromBefore: null, closedThrough: null }),
      version.code,
    ).toBeNull()
    for (const text of [version.name, version.numeratorName, version.denominatorName ?? '', version.unitOfMeasure]) {
      expect([text.normalize('NFC'), forbiddenText(text)]).toEqual([text, null])
    }
  }
  expect(versions.map(({ position }) => position)).toEqual(versions.map((_, at) => at + 1))
  // SAIDI to MAIFI follow the office's yearly plan, so the program sets them no target.
  expect(versions.slice(0, 3).map(({ code, target }) => [code, target])).toEqual([
    ['SAIDI', null],
    ['SAIFI', null],
    ['MAIFI', null],
  ])
})

test('a new version speaks from its month on, and one that ended is no longer asked for', () => {
  const ledger = freshLedger()
  const first = findDefinition(ledger.reader, 'SAIDI')
  if (!first) throw new Error('SAIDI is not defined')
  const { recordedAt: _, recordedBy: __, ...saidi } = first
  ledger.transact((writer) => {
    addDefinition(writer, {
      ...saidi,
      ...BY,
      version: 2,
      inForceFrom: DECEMBER,
      inForceTo: DECEMBER,
      target: 5.5,
      targetDirection: 'atMost',
    })
  })
  const [inNovember] = definitionsOfMonth(ledger.reader, NOVEMBER)
  const [inDecember, ...others] = definitionsOfMonth(ledger.reader, DECEMBER)
  expect([inNovember?.version, inNovember?.target]).toEqual([1, null])
  expect([inDecember?.code, inDecember?.version, inDecember?.target]).toEqual(['SAIDI', 2, 5.5])
  expect(definitionsOfMonth(ledger.reader, period('2027-01')).map(({ code }) => code)).toEqual(
    others.map(({ code }) => code),
  )
})

test('what is entered again counts alone, and what is taken back is not entered', () => {
  const ledger = freshLedger()
  const enter = (numerator: number | null, denominator: number | null) =>
    ledger.transact((writer) =>
      addIndicatorEntry(writer, { period: NOVEMBER, code: 'SAIDI', version: 1, numerator, denominator, ...BY }),
    )
  const all = indicatorsNotEntered(ledger.reader, NOVEMBER)
  enter(125_430.5, 20_500)
  enter(125_430.555, 20_500)
  expect(indicatorsOfMonth(ledger.reader, NOVEMBER)[0]).toMatchObject({
    numerator: 125_430.555,
    denominator: 20_500,
    value: 6.119,
    recordedBy: 'Trần Thị Thu',
  })
  expect(indicatorsNotEntered(ledger.reader, NOVEMBER)).toBe(all - 1)
  expect(indicatorsNotEntered(ledger.reader, DECEMBER)).toBe(all)
  enter(null, null)
  expect(indicatorsOfMonth(ledger.reader, NOVEMBER)[0]).toMatchObject({ verdict: 'notEntered', recordedBy: null })
  expect(indicatorsNotEntered(ledger.reader, NOVEMBER)).toBe(all)
})

test('the rows of a package stand by code', () => {
  const codes = indicatorRows(freshLedger().reader, NOVEMBER).map(({ indicator_code }) => indicator_code)
  expect(codes).toEqual([...codes].sort())
})
