/** Texts of any length keep to their places: on the page, inside the margins, never one over the other. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { handoverReceipt, handoverReceiptTwoUp } from '../../src/documents/handover-receipt.ts'
import { A4_LANDSCAPE, A4_UPRIGHT, A5_TWO_UP, MM, type PageDefinition } from '../../src/documents/page.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { acceptanceRecord } from '../../src/documents/repairs/acceptance-record.ts'
import { repairCertificate } from '../../src/documents/repairs/repair-certificate.ts'
import { surveyForm } from '../../src/documents/repairs/survey-form.ts'
import { workOrder } from '../../src/documents/repairs/work-order.ts'
import { signOffList } from '../../src/documents/sign-off-list.ts'
import { type RepairPapers, receiptOf, repairPapersOf, words } from './any-paper.ts'
import { CREATED_AT, FONT_FOLDER, giftLines, receiptData, signOffListData } from './papers.ts'
import { pageWords, type Word } from './read-pdf.ts'
import { bareAcceptanceRecordData, certificateData } from './repair-papers.ts'

const renderer = createRenderer({ fontFolder: FONT_FOLDER })

/** A shared edge is no overlap: boxes take in the room above and below the letters. */
function overlaps(one: Word, other: Word): boolean {
  const across = Math.min(one.xMax, other.xMax) - Math.max(one.xMin, other.xMin)
  const down = Math.min(one.yMax, other.yMax) - Math.max(one.yMin, other.yMin)
  return across > 1 && down > 0.45 * Math.min(one.yMax - one.yMin, other.yMax - other.yMin)
}

async function expectOrder(papers: PageDefinition[], { margins }: Pick<PageDefinition, 'margins'>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'room-'))
  const file = join(folder, 'papers.pdf')
  try {
    await renderer.renderBatch(papers, { createdAt: CREATED_AT, file })
    const pages = pageWords(readFileSync(file))
    for (const { width, height, words: placed } of pages) {
      for (const [index, word] of placed.entries()) {
        expect(word.xMin).toBeGreaterThan(margins[0] - 1)
        expect(word.xMax).toBeLessThan(width - margins[2] + 1)
        expect(word.yMax).toBeLessThan(height - margins[3] + 1)
        const covered = placed.slice(index + 1).find((other) => overlaps(word, other))
        expect(covered && [word, covered]).toBeUndefined()
      }
    }
    return pages.length
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const several = <Value>(one: fc.Arbitrary<Value>) => fc.array(one, { minLength: 6, maxLength: 6 })

test('a receipt of up to eight gifts is one A4 page however long its texts', async () => {
  await fc.assert(
    fc.asyncProperty(several(receiptOf(8)), async (some) => {
      expect(
        await expectOrder(
          some.map((data) => handoverReceipt(data, ORIGINAL)),
          A4_UPRIGHT,
        ),
      ).toBe(some.length)
    }),
    { numRuns: 4 },
  )
})

test('so is its A5 form, twice on one sheet', async () => {
  await fc.assert(
    fc.asyncProperty(several(receiptOf(8)), async (some) => {
      expect(
        await expectOrder(
          some.map((data) => handoverReceiptTwoUp(data, ORIGINAL)),
          A5_TWO_UP,
        ),
      ).toBe(some.length)
    }),
    { numRuns: 4 },
  )
})

const REPAIR_FORMS = {
  'a survey form': ({ survey }: RepairPapers) => surveyForm(survey, ORIGINAL),
  'a work order': ({ order }: RepairPapers) => workOrder(order, ORIGINAL),
  'an acceptance record': ({ record }: RepairPapers) => acceptanceRecord(record, ORIGINAL),
  'a repair certificate': ({ certificate }: RepairPapers) => repairCertificate(certificate, ORIGINAL),
}

test.each(Object.entries(REPAIR_FORMS))('%s of up to ten lines of work is one A4 page', async (_, form) => {
  await fc.assert(
    fc.asyncProperty(several(repairPapersOf(10)), async (some) => {
      expect(await expectOrder(some.map(form), A4_UPRIGHT)).toBe(some.length)
    }),
    { numRuns: 3 },
  )
})

test('a receipt of twenty gifts, the most a package may hold, keeps in order too', async () => {
  const data = { ...receiptData(), lines: giftLines(20) }
  await expectOrder([handoverReceipt(data, ORIGINAL), handoverReceipt(data, { copyNumber: 3 })], A4_UPRIGHT)
})

test.each([
  ['an ordinary receipt', handoverReceipt(receiptData(), ORIGINAL)],
  ['its A5 form', handoverReceiptTwoUp(receiptData(), ORIGINAL)],
  ['a repair certificate', repairCertificate(certificateData(), ORIGINAL)],
  ['an acceptance record', acceptanceRecord(bareAcceptanceRecordData(), ORIGINAL)],
])('%s leaves 25 mm of height for each signature', async (_, definition) => {
  const pdf = await renderer.render(definition, { createdAt: CREATED_AT })
  const [page] = pageWords(pdf)
  const manners = page?.words.filter(({ text }) => text === '(Ký,') ?? []
  const below = Math.max(...manners.map(({ yMax }) => yMax))
  const names = page?.words.filter(({ yMin }) => yMin > below + MM * 10) ?? []
  expect(manners.length).toBeGreaterThan(1)
  // The boxes of words take in a little of the room above and below their letters.
  expect(Math.min(...names.map(({ yMin }) => yMin)) - below).toBeGreaterThan(MM * 24)
})

test('a sign-off list keeps in order with names and addresses of any length', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(words(12), words(30)), { minLength: 1, maxLength: 40 }), async (texts) => {
      const list = signOffListData(texts.length)
      const rows = list.rows.map((row, index) => {
        const [headOfHousehold = '', addressText = ''] = texts[index] ?? []
        return { ...row, household: { ...row.household, headOfHousehold, addressText } }
      })
      const [, top, right, bottom] = A4_LANDSCAPE.margins
      await expectOrder([signOffList({ ...list, rows }, ORIGINAL)], { margins: [85, top, right, bottom] })
    }),
    { numRuns: 4 },
  )
})
