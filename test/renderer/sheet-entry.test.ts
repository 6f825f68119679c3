/** Papers of a kit as they are typed: which are meant, what stands against them, and what is sent. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '../../src/contract/distributions.ts'
import { readSheetRange, type SheetFate } from '../../src/domain/distribution.ts'
import type { Right } from '../../src/domain/role.ts'
import {
  fateOf,
  isOneBlank,
  readEntry,
  type SheetChoice,
  writeSheetRange,
  writeSheets,
} from '../../src/renderer/features/distributions/sheets/sheet-entry.ts'

const HOUSEHOLD = {
  householdId: '0193e0a0-0000-7000-8000-000000000001',
  headOfHousehold: 'Nguyễn Thị Được',
  birthYear: 1951,
  maskedCitizenId: null,
  customerCode: null,
  phone: null,
  hamlet: 'Thôn Đông',
  communeName: 'Xã Mẫu',
  category: null,
  memberCount: null,
  status: 'active' as const,
}

function sheet(position: number, fate: SheetFate = 'open', isBlank = false): Sheet {
  return {
    receiptId: `0193e0a0-0000-7000-8000-${String(position).padStart(12, '0')}`,
    position,
    documentNumber: `${position}/2026/BBBG-PC042`,
    code: '',
    household: isBlank ? null : HOUSEHOLD,
    giftPackageId: null,
    giftPackageName: null,
    fate,
    detail: null,
    isBack: false,
    isSlipPrinted: false,
  }
}

const KIT = [sheet(1), sheet(2, 'signed'), sheet(3), sheet(4), sheet(5, 'void'), sheet(6, 'open', true)]

/** Issued at the counter of the distribution: it has a number and no place in the kit. */
const AT_THE_COUNTER: Sheet = { ...sheet(7, 'signed'), position: null }
const RIGHTS: readonly Right[] = ['gift.handOver', 'gift.void']

function positionsOf(typed: string, choice: SheetChoice = 'signed') {
  const reading = readEntry(typed, [...KIT, AT_THE_COUNTER], choice, RIGHTS)
  if (reading.state !== 'read') return reading.state
  return {
    meant: reading.sheets.map(({ position }) => position),
    unknown: reading.unknown,
    refused: reading.refused.map((one) => [one.sheet.position, one.refusal.code]),
  }
}

describe('what was typed', () => {
  test('means the papers of the range but those excepted', () => {
    expect(positionsOf('1-4 đã nhận, trừ 2')).toEqual({ meant: [1, 3, 4], unknown: [], refused: [] })
  })

  test('is nothing yet, or cannot be read', () => {
    expect(positionsOf('  ')).toBe('empty')
    expect(readEntry('3-1', KIT, 'signed', RIGHTS)).toMatchObject({ state: 'unreadable' })
  })

  test('may name papers the kit does not have', () => {
    expect(positionsOf('4, 9-10')).toMatchObject({ meant: [4], unknown: [9, 10] })
  })

  test('names papers that are accounted for, and a blank whose household is not known', () => {
    expect(positionsOf('1-6')).toMatchObject({
      refused: [
        [2, 'sheet.accounted'],
        [5, 'sheet.accounted'],
        [6, 'sheet.blank'],
      ],
    })
    expect(positionsOf('1, 6', 'spare')).toMatchObject({ refused: [[1, 'sheet.notSpare']] })
    expect(positionsOf('2', 'found')).toMatchObject({ refused: [[2, 'sheet.notMissing']] })
  })

  test('foresees what the office would say: nobody fails to come for a gift that was signed', () => {
    expect(positionsOf('1-2', 'notCollected')).toMatchObject({ refused: [[2, 'sheet.accounted']] })
    expect(positionsOf('1-2', 'spoiled')).toMatchObject({ refused: [] })
    const asStorekeeper = readEntry('1-2', KIT, 'spoiled', ['gift.handOver'])
    expect(asStorekeeper).toMatchObject({ refused: [{ sheet: { position: 2 }, refusal: { code: 'right.missing' } }] })
  })

  test('may be numbers as they are printed, also of papers that have no place in the kit', () => {
    expect(positionsOf('07/2026, 4', 'missing')).toEqual({ meant: [4, null], unknown: [], refused: [] })
    expect(positionsOf('3/2026/BBBG-PC042')).toMatchObject({ meant: [3] })
    expect(readEntry('3/2025', KIT, 'signed', RIGHTS)).toEqual({ state: 'unreadable', at: '3/2025' })
  })

  test('is one unused blank alone where its household is asked for', () => {
    expect(isOneBlank(readEntry('6', KIT, 'signed', RIGHTS), 'signed')).toBe(true)
    expect(isOneBlank(readEntry('6', KIT, 'spare', RIGHTS), 'spare')).toBe(false)
    expect(isOneBlank(readEntry('4, 6', KIT, 'signed', RIGHTS), 'signed')).toBe(false)
    expect(isOneBlank(readEntry('4', KIT, 'signed', RIGHTS), 'signed')).toBe(false)
  })

  test('is written anew without the papers that are left out', () => {
    const left = KIT.filter(({ fate, household }) => fate === 'open' && household !== null)
    expect(writeSheets([...left, AT_THE_COUNTER])).toBe('1, 3-4, 7/2026/BBBG-PC042')
    expect(positionsOf('1, 3-4, 7/2026/BBBG-PC042', 'missing')).toMatchObject({ meant: [1, 3, 4, null], refused: [] })
  })
})

test('whatever places are written as a range are read back as the same places', () => {
  const places = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(places, (chosen) => {
      const positions = chosen.sort((one, other) => one - other)
      expect(readSheetRange(writeSheetRange(positions))).toEqual({ ok: true, positions })
    }),
  )
})

describe('what is sent', () => {
  const values = { on: '2026-11-20', reason: 'Không đến nhận' }

  test('has a day for what was signed or voided, and words for what was lost', () => {
    expect(fateOf({ choice: 'signed', ...values }, [sheet(1)])).toEqual({ kind: 'signed', handedOverOn: '2026-11-20' })
    expect(fateOf({ choice: 'notCollected', ...values }, [sheet(1)])).toEqual({
      kind: 'void',
      voidKind: 'notCollected',
      voidedOn: '2026-11-20',
      reason: 'Không đến nhận',
    })
    expect(fateOf({ choice: 'missing', ...values }, [sheet(1)])).toEqual({
      kind: 'missing',
      explanation: 'Không đến nhận',
    })
    expect(fateOf({ choice: 'spare', ...values }, [sheet(6, 'open', true)])).toEqual({ kind: 'spare' })
    expect(fateOf({ choice: 'found', ...values }, [sheet(1, 'missing')])).toEqual({ kind: 'found' })
  })

  test('calls the void of a paper a gift was booked with a mistake', () => {
    expect(fateOf({ choice: 'spoiled', ...values }, [sheet(1)])).toMatchObject({ voidKind: 'spoiled' })
    expect(fateOf({ choice: 'spoiled', ...values }, [sheet(1, 'signed')])).toMatchObject({ voidKind: 'mistake' })
  })
})
