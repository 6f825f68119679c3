/** The list's sums: each page its own, carried from page to page, and all of them together in figures and words. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsPerPage } from '../../src/documents/carried-list.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { signOffList } from '../../src/documents/sign-off-list.ts'
import { amountInWords } from '../../src/domain/amount-in-words.ts'
import { formatDong, sumDong } from '../../src/domain/money.ts'
import { CREATED_AT, FONT_FOLDER, signOffListData } from './papers.ts'
import { pageTexts } from './read-pdf.ts'

const renderer = createRenderer({ fontFolder: FONT_FOLDER })

function amountAfter(label: string, text: string): number | null {
  const figures = new RegExp(`${label}\\s+([\\d.]+)`).exec(text)?.[1]
  return figures === undefined ? null : Number(figures.replaceAll('.', ''))
}

describe('a list of three pages', () => {
  const data = signOffListData(27)
  const pages = renderer.render(signOffList(data, ORIGINAL), { createdAt: CREATED_AT }).then(pageTexts)

  test('has each household on exactly one page, in order', async () => {
    const numbers = (await pages).flatMap((text) =>
      [...text.matchAll(/^ *(\d+) {2,}\S/gm)].map(([, number]) => Number(number)),
    )
    expect(await pages).toHaveLength(3)
    expect(numbers.filter((number) => number <= 27 && number > 0)).toEqual(data.rows.map((_, index) => index + 1))
  })

  test('sums each page and carries the sum to the next', async () => {
    let carried = 0
    for (const [index, text] of (await pages).entries()) {
      expect(amountAfter('Mang sang', text)).toBe(index === 0 ? null : carried)
      const amounts = [...text.matchAll(/ (4\d\d\.000)/g)].map(([, figures]) => Number(figures?.replace('.', '')))
      const pageTotal = sumDong(amounts)
      expect(amountAfter('Cộng trang', text)).toBe(pageTotal)
      carried += pageTotal
    }
    expect(carried).toBe(sumDong(data.rows.map(({ amountDong }) => amountDong)))
  })

  test('ends in the total in figures and in words, and only there', async () => {
    const total = sumDong(data.rows.map(({ amountDong }) => amountDong))
    const texts = await pages
    expect(texts.map((text) => text.includes('Tổng cộng'))).toEqual([false, false, true])
    expect(texts[2]).toContain(formatDong(total))
    expect(texts[2]).toContain(`Bằng chữ: ${amountInWords(total)}`)
    expect(texts[2]).toContain('Danh sách này có 27 hộ.')
  })

  test('repeats the head of the table on each page and numbers the pages after the first', async () => {
    const texts = await pages
    expect(texts.map((text) => text.includes('Họ và tên'))).toEqual([true, true, true])
    expect(texts.map((text) => /^\s*(\d+)\n/.exec(text)?.[1] ?? null)).toEqual([null, '2', '3'])
  })
})

describe('rows on pages', () => {
  const heights = fc.array(fc.integer({ min: 28, max: 120 }), { minLength: 1, maxLength: 80 })
  const room = { firstPage: 300, laterPages: 400, closing: 150 }

  test('all find their place, none is lost, and each page has at least one', () => {
    fc.assert(
      fc.property(heights, (rows) => {
        const counts = rowsPerPage(rows, room)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length)
        expect(Math.min(...counts)).toBeGreaterThan(0)
      }),
    )
  })

  test('fit their page, and the last page has room for the signatures', () => {
    fc.assert(
      fc.property(heights, (rows) => {
        let next = 0
        const counts = rowsPerPage(rows, room)
        for (const [page, count] of counts.entries()) {
          const taken = rows.slice(next, next + count).reduce((sum, height) => sum + height, 0)
          const closing = page === counts.length - 1 ? room.closing : 0
          expect(taken + closing).toBeLessThanOrEqual(page === 0 ? room.firstPage : room.laterPages)
          next += count
        }
      }),
    )
  })

  test('that are higher than a page get a page each', () => {
    expect(rowsPerPage([1000, 1000], room)).toEqual([1, 1])
  })
})
