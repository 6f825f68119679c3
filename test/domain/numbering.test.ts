import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupDigits, withCheckDigit } from '../../src/domain/digits.ts'
import {
  DOCUMENT_KINDS,
  documentCode,
  formatDocumentNumber,
  pageCode,
  readDocumentCode,
  readPageCode,
} from '../../src/domain/numbering.ts'

const identity = fc.record({
  kind: fc.constantFrom(...DOCUMENT_KINDS),
  year: fc.integer({ min: 2000, max: 2099 }),
  number: fc.integer({ min: 1, max: 999_999 }),
})
const officeCode = fc.integer({ min: 0, max: 9999 }).map((number) => `PC${number}`)

describe("a paper's number", () => {
  test.each([
    [{ kind: 'handoverReceipt', year: 2026, number: 7 }, '07/2026/BBBG-PC042'],
    [{ kind: 'handoverReceipt', year: 2026, number: 12 }, '12/2026/BBBG-PC042'],
    [{ kind: 'repairCertificate', year: 2027, number: 1203 }, '1203/2027/GXN-PC042'],
    [{ kind: 'surveyForm', year: 2026, number: 3 }, '03/2026/PKS-PC042'],
    [{ kind: 'confirmationList', year: 2026, number: 3 }, '03/2026/DSXN-PC042'],
    [{ kind: 'workOrder', year: 2026, number: 3 }, '03/2026/PGV-PC042'],
    [{ kind: 'acceptanceRecord', year: 2026, number: 3 }, '03/2026/BBNT-PC042'],
  ] as const)('%o is written %s', (paper, text) => {
    expect(formatDocumentNumber(paper, 'PC042')).toBe(text)
  })
})

describe("a paper's code", () => {
  test('is fourteen digits and reads back as the same paper', () => {
    fc.assert(
      fc.property(identity, officeCode, (paper, office) => {
        const code = documentCode(paper, office)
        expect(code).toMatch(/^\d{14}$/)
        const officeDigits = office.slice(2).padStart(4, '0')
        expect(readDocumentCode(code)).toEqual({ ...paper, officeDigits })
        expect(readDocumentCode(` ${groupDigits(code)}\n`)).toEqual({ ...paper, officeDigits })
      }),
    )
  })

  test('says on each later page which one it is, and is still that of its paper', () => {
    fc.assert(
      fc.property(identity, officeCode, fc.integer({ min: 1, max: 99 }), (paper, office, pageNumber) => {
        const code = documentCode(paper, office)
        const onPage = pageCode(code, pageNumber) ?? ''
        expect(onPage).toHaveLength(pageNumber === 1 ? 14 : 17)
        expect(readPageCode(onPage)).toMatchObject({ code, pageNumber, paper })
        const misread = onPage.slice(0, -1) + ((Number(onPage.at(-1)) + 1) % 10)
        expect(readPageCode(misread)).toBeNull()
      }),
    )
    expect(pageCode('10042260000013', 100)).toBeNull()
  })

  test('differs for different papers', () => {
    fc.assert(
      fc.property(identity, identity, officeCode, (one, other, office) => {
        const same = one.kind === other.kind && one.year === other.year && one.number === other.number
        expect(documentCode(one, office) === documentCode(other, office)).toBe(same)
      }),
    )
  })

  test('takes the last four digits of an office, and zeros for an office without any', () => {
    const paper = { kind: 'handoverReceipt', year: 2026, number: 3 } as const
    expect(readDocumentCode(documentCode(paper, 'PC12345'))?.officeDigits).toBe('2345')
    expect(readDocumentCode(documentCode(paper, 'HANOI'))?.officeDigits).toBe('0000')
  })

  test.each([0, -1, 1.5, 1_000_000, Number.NaN])('is refused for the number %d', (number) => {
    expect(() => documentCode({ kind: 'handoverReceipt', year: 2026, number }, 'PC042')).toThrow(RangeError)
  })

  test.each([1999, 2100, 26, 2026.5])('is refused for the year %d', (year) => {
    expect(() => documentCode({ kind: 'handoverReceipt', year, number: 1 }, 'PC042')).toThrow(RangeError)
  })

  test('is not ours with another length, a wrong check digit, an unknown kind or the number 0', () => {
    const code = documentCode({ kind: 'repairCertificate', year: 2026, number: 317 }, 'PC042')
    const misread = code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10)
    const unknownKind = withCheckDigit(`0${code.slice(1, 13)}`)
    const numberZero = withCheckDigit(`${code.slice(0, 7)}000000`)
    for (const text of ['', code.slice(1), `0${code}`, misread, unknownKind, numberZero, 'x'.repeat(14)]) {
      expect(readDocumentCode(text), text).toBeNull()
    }
  })
})
