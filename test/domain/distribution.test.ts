import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isBalanced,
  readSheetRange,
  refuseSheetEntry,
  SHEET_FATES,
  SHEET_FINDINGS,
  type SheetFate,
  sheetBalance,
  sheetFate,
  VOID_KINDS,
  voidEntry,
} from '../../src/domain/distribution.ts'

const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)
const without = (positions: number[], ...left: number[]) => positions.filter((position) => !left.includes(position))

describe('a range of papers', () => {
  test.each([
    ['31-78 đã nhận, trừ 45', without(from(31, 78), 45)],
    ['31-78 da nhan tru 45', without(from(31, 78), 45)],
    ['31–78, trừ 45, 50–52', without(from(31, 78), 45, 50, 51, 52)],
    ['từ 31 đến 78 ngoại trừ 45', without(from(31, 78), 45)],
    ['Từ số 31 đến số 33', [31, 32, 33]],
    ['STT 3, 1; 2 + 7 và 9', [1, 2, 3, 7, 9]],
    ['5', [5]],
    ['phiếu 5..8', [5, 6, 7, 8]],
    ['1-3, 2-4', [1, 2, 3, 4]],
    ['31 to 33 received but 32', [31, 33]],
    ['9-9', [9]],
  ])('“%s” is read as people mean it', (text, positions) => {
    expect(readSheetRange(text)).toEqual({ ok: true, positions })
  })

  test('is read the same from text whose marks stand apart, as some programs copy it', () => {
    const text = '31-78 đã nhận, trừ 45'
    expect(readSheetRange(text.normalize('NFD'))).toEqual(readSheetRange(text))
  })

  test.each([
    ['78-31', '78-31'],
    ['0', '0'],
    ['1-3, hôm qua', 'hom qua'],
    ['1-', '1-'],
    ['12345', '12345'],
    ['', ''],
    ['trừ 4', 'trừ 4'],
    ['1-3 trừ 1-3', '1-3 trừ 1-3'],
    ['1.5', '1 5'],
  ])('“%s” is not guessed at: “%s” is what could not be read', (text, at) => {
    const range = readSheetRange(text)
    expect(range.ok).toBe(false)
    expect(range.ok ? '' : range.at.replace(/\s+/g, '')).toBe(at.replace(/\s+/g, ''))
  })

  test('any papers are read back from the ranges they are written in, less those taken out', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 0, max: 40 }))
    const dash = fc.constantFrom('-', ' - ', '–', '—', ' đến ', ' den ', '..')
    const comma = fc.constantFrom(', ', ',', '; ', ' và ')
    const except = fc.constantFrom(' trừ ', ', trừ ', ' tru ', ' đã nhận, ngoại trừ ')
    const ranges = fc.array(pair, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(ranges, fc.array(pair, { maxLength: 3 }), dash, comma, except, (taken, left, to, and, but) => {
        const written = (some: [number, number][]) =>
          some.map(([first, more]) => (more === 0 ? String(first) : `${first}${to}${first + more}`)).join(and)
        const positions = new Set(taken.flatMap(([first, more]) => from(first, first + more)))
        for (const [first, more] of left) for (const one of from(first, first + more)) positions.delete(one)
        const expected = [...positions].sort((a, b) => a - b)
        const text = left.length > 0 ? `${written(taken)}${but}${written(left)}` : written(taken)
        const range = readSheetRange(text)
        if (expected.length === 0) expect(range.ok).toBe(false)
        else expect(range).toEqual({ ok: true, positions: expected })
      }),
    )
  })
})

describe('what became of a paper', () => {
  test('is one thing: a void outweighs everything, and a lost paper is missing though its gift was given', () => {
    expect(sheetFate({ isVoided: true, isHandedOver: true, finding: 'missing' })).toBe('void')
    expect(sheetFate({ isVoided: false, isHandedOver: true, finding: 'missing' })).toBe('missing')
    expect(sheetFate({ isVoided: false, isHandedOver: true, finding: 'found' })).toBe('signed')
    expect(sheetFate({ isVoided: false, isHandedOver: true, finding: 'spare' })).toBe('signed')
    expect(sheetFate({ isVoided: false, isHandedOver: false, finding: 'spare' })).toBe('spare')
    expect(sheetFate({ isVoided: false, isHandedOver: false, finding: 'found' })).toBe('open')
    expect(sheetFate({ isVoided: false, isHandedOver: false, finding: null })).toBe('open')
  })

  test('adds up: the papers printed are those of each fate, and they balance when none is open', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SHEET_FATES)), (fates) => {
        const { printed, open, ...rest } = sheetBalance(fates)
        expect(printed).toBe(fates.length)
        expect(open + Object.values(rest).reduce((sum, count) => sum + count, 0)).toBe(printed)
        expect(isBalanced({ printed, open, ...rest })).toBe(open === 0)
      }),
    )
  })
})

describe('what may be entered for a paper', () => {
  const ENTRIES = ['signed', 'void', 'notTaken', ...SHEET_FINDINGS] as const
  const allowed = (fate: SheetFate, isBlank: boolean) =>
    ENTRIES.filter(
      (entry) => refuseSheetEntry({ documentNumber: '07/2026/BBBG-PC042', position: 7, fate, isBlank }, entry) === null,
    )

  test('a paper with a name is signed, voided or lost; only a blank comes back unused', () => {
    expect(allowed('open', false)).toEqual(['signed', 'void', 'notTaken', 'missing'])
    expect(allowed('open', true)).toEqual(['void', 'notTaken', 'spare', 'missing'])
  })

  test('a signed paper may be lost, and voided for a mistake, but not as one that nobody took', () => {
    expect(allowed('signed', false)).toEqual(['void', 'missing'])
  })

  test('a void is the end; what is missing may be found', () => {
    expect(allowed('void', false)).toEqual([])
    expect(allowed('missing', false)).toContain('found')
    for (const fate of SHEET_FATES) if (fate !== 'missing') expect(allowed(fate, false)).not.toContain('found')
  })

  test('a refusal names the paper by its place, its number and what was entered before', () => {
    const sheet = { documentNumber: '07/2026/BBBG-PC042', position: 7, fate: 'signed' as const, isBlank: false }
    expect(refuseSheetEntry(sheet, 'signed')).toEqual({
      code: 'sheet.accounted',
      parameters: { documentNumber: '07/2026/BBBG-PC042', position: 7, fate: 'signed' },
    })
  })

  test('who did not come, was replaced, or is to come elsewhere has signed nothing', () => {
    expect(VOID_KINDS.filter((kind) => voidEntry(kind) === 'notTaken')).toEqual([
      'notCollected',
      'substituted',
      'carriedOver',
    ])
  })
})
