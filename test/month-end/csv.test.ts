import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvError, CsvReader, csvRecord } from '../../src/month-end/csv.ts'

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', 'Ử', ',', '"', '\r', '\n', ' ', '😀') }),
)
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })))

/** Reads bytes cut at the given places, as they may come from a file. */
function read(bytes: Buffer, cuts: readonly number[] = []): string[][] {
  const reader = new CsvReader()
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  const rows = edges.slice(1).flatMap((edge, index) => reader.push(bytes.subarray(edges[index], edge)).records)
  reader.end()
  return rows
}

describe('CSV as RFC 4180 says', () => {
  test('written by us is read by csv-parse as it was', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map(csvRecord).join('')
        const parsed: string[][] = parse(text, { record_delimiter: '\r\n', relax_column_count: false })
        expect(parsed).toEqual(rows)
      }),
    )
  })

  test('written by us is read by us as it was, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat()), (rows, cuts) => {
        expect(read(Buffer.from(rows.map(csvRecord).join('')), cuts)).toEqual(rows)
      }),
    )
  })

  test('that we accept, csv-parse reads in the same way', () => {
    const soup = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r\n', '\r', '\n'), maxLength: 30 })
    fc.assert(
      fc.property(soup, (text) => {
        let rows: string[][]
        try {
          rows = read(Buffer.from(text))
        } catch (error) {
          expect(error).toBeInstanceOf(CsvError)
          return
        }
        const options = { record_delimiter: '\r\n', relax_column_count: true, skip_empty_lines: false }
        expect(parse(text, options)).toEqual(rows)
        expect(rows.map(csvRecord).join('')).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test('writes numbers plainly and null as nothing', () => {
    expect(csvRecord(['a', 12.5, null, 0])).toBe('a,12.5,,0\r\n')
  })
})

describe('Reading refuses', () => {
  test.each<[string, Buffer]>([
    ['bytes that are not UTF-8', Buffer.from([0x61, 0xff, 0x0d, 0x0a])],
    ['a letter cut in two at the end', Buffer.concat([Buffer.from('a\r\n'), Buffer.from([0xe1, 0xbb])])],
    ['a last record without its end', Buffer.from('a,b\r\nc,d')],
    ['a quote that stays open', Buffer.from('a,"b\r\n')],
    ['a quote in the middle of a field', Buffer.from('a,b"c\r\n')],
    ['text after a quoted field', Buffer.from('"a,"b,c\r\n')],
    ['quotes without need', Buffer.from('"a",b\r\n')],
    ['a bare line feed', Buffer.from('a,b\nc,d\r\n')],
    ['a record without end', Buffer.alloc(2_000_000, 'a')],
  ])('%s', (_what, bytes) => {
    expect(() => read(bytes)).toThrow(CsvError)
  })

  test('and says in which record', () => {
    try {
      read(Buffer.from('a,b\r\nc,d\r\ne,"f"\r\n'))
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ record: 3 })
    }
  })

  test('a byte-order mark is part of the first field, so no header has one', () => {
    expect(read(Buffer.from('\ufeffa,b\r\n'))).toEqual([['\ufeffa', 'b']])
  })
})
