/** A paper of a batch is the paper that is printed alone: everything in its place, to the letter and to the eye. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type HandoverReceiptData,
  handoverReceipt,
  handoverReceiptTwoUp,
} from '../../src/documents/handover-receipt.ts'
import { A4_UPRIGHT, type Block, type PageDefinition } from '../../src/documents/page.ts'
import { type LaidOutPaper, type LayOut, pageLayout } from '../../src/documents/page-layout.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { acceptanceRecord } from '../../src/documents/repairs/acceptance-record.ts'
import { repairCertificate } from '../../src/documents/repairs/repair-certificate.ts'
import { surveyForm } from '../../src/documents/repairs/survey-form.ts'
import { workOrder } from '../../src/documents/repairs/work-order.ts'
import { signOffList } from '../../src/documents/sign-off-list.ts'
import { textBreaker } from '../../src/documents/text-lines.ts'
import { embeddedFont, fontFiles, measuringFaces, newDocument, TYPEFACE } from '../../src/documents/typeface.ts'
import { type RepairPapers, receiptBatch, repairPapersOf } from './any-paper.ts'
import { CREATED_AT, FONT_FOLDER, receiptData, signOffListData } from './papers.ts'
import { pagePictures, pageTexts, unitedPdf, visibleDifference } from './read-pdf.ts'
import { certificateData } from './repair-papers.ts'

const options = { createdAt: CREATED_AT }
const faces = measuringFaces(fontFiles(FONT_FOLDER))
const newLayout = () => pageLayout(faces, textBreaker(faces))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamping-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function batchOf(definitions: Iterable<PageDefinition>): Promise<Uint8Array> {
  const file = join(folder, 'batch.pdf')
  await createRenderer({ fontFolder: FONT_FOLDER }).renderBatch(definitions, { ...options, file })
  return readFileSync(file)
}

/** Every line of a paper with its place, and all that is drawn beside the text. */
function placed({ pages, texts, content }: LaidOutPaper) {
  return pages.map(({ lines, codes, rules, boxes }) => ({
    lines: lines.map(({ text, line, x, y }) => ({ x, y, ...texts[text]?.lines[line], size: texts[text]?.fontSize })),
    codes: codes.map(({ code, ...box }) => ({ ...box, ...content.codes[code] })),
    rules,
    boxes,
  }))
}

const FORMS: Record<string, (data: HandoverReceiptData, copyNumber: number) => PageDefinition> = {
  'an A4 receipt': (data, copyNumber) => handoverReceipt(data, { copyNumber }),
  'an A5 sheet': (data, copyNumber) => handoverReceiptTwoUp(data, { copyNumber }),
}

describe.each(Object.entries(FORMS))('%s of a batch', (_, form) => {
  test('has everything where it has it alone, whatever was printed before', () => {
    const afterOthers = newLayout()
    fc.assert(
      fc.property(receiptBatch(12), (batch) => {
        for (const [index, data] of batch.entries()) {
          const definition = form(data, index % 5 === 4 ? 1 : 0)
          expect(placed(afterOthers(definition))).toEqual(placed(newLayout()(definition)))
        }
      }),
      { numRuns: 5 },
    )
  })

  test('says the same and looks the same', async () => {
    const [batch = []] = fc.sample(receiptBatch(12), { numRuns: 1, seed: 7 })
    const definitions = batch.map((data, index) => form(data, index % 5 === 4 ? 1 : 0))
    const together = await batchOf(definitions)
    const singles: Uint8Array[] = []
    for (const definition of definitions)
      singles.push(await createRenderer({ fontFolder: FONT_FOLDER }).render(definition, options))
    const alone = unitedPdf(singles)
    expect(pageTexts(together)).toEqual(pageTexts(alone))
    const picturesAlone = pagePictures(alone, 72)
    const pictures = pagePictures(together, 72)
    expect(pictures.length).toBe(definitions.length)
    for (const [index, picture] of pictures.entries()) {
      expect(visibleDifference(picture, picturesAlone[index] ?? Buffer.alloc(0))).toBeLessThan(0.00001)
    }
  })
})

const REPAIR_FORMS: Record<string, (papers: RepairPapers, copyNumber: number) => PageDefinition> = {
  'a survey form': ({ survey }, copyNumber) => surveyForm(survey, { copyNumber }),
  'a work order': ({ order }, copyNumber) => workOrder(order, { copyNumber }),
  'an acceptance record': ({ record }, copyNumber) => acceptanceRecord(record, { copyNumber }),
  'a repair certificate': ({ certificate }, copyNumber) => repairCertificate(certificate, { copyNumber }),
}

describe.each(Object.entries(REPAIR_FORMS))('%s of a batch', (_, form) => {
  test('has everything where it has it alone, whatever was printed before', () => {
    const afterOthers = newLayout()
    fc.assert(
      fc.property(fc.array(repairPapersOf(6), { minLength: 6, maxLength: 6 }), (batch) => {
        for (const [index, papers] of [...batch, ...batch].entries()) {
          const definition = form(papers, index % 5 === 4 ? 1 : 0)
          expect(placed(afterOthers(definition))).toEqual(placed(newLayout()(definition)))
        }
      }),
      { numRuns: 3 },
    )
  })
})

test('papers of several forms share one file, each as it is alone', async () => {
  const receipt = (number: number) => handoverReceipt(receiptData(number), { copyNumber: 0 })
  const sheet = (number: number) => handoverReceiptTwoUp(receiptData(number), { copyNumber: 0 })
  const list = signOffList(signOffListData(30), { copyNumber: 0 })
  const certificate = (number: number) => repairCertificate(certificateData(number), { copyNumber: 0 })
  const definitions = [
    certificate(1),
    list,
    receipt(1),
    sheet(1),
    receipt(2),
    sheet(2),
    receipt(3),
    list,
    sheet(3),
    certificate(2),
  ]
  const renderer = createRenderer({ fontFolder: FONT_FOLDER })
  const alone = []
  for (const definition of definitions) alone.push(...pageTexts(await renderer.render(definition, options)))
  expect(pageTexts(await batchOf(definitions))).toEqual(alone)
})

test('what papers have in common is in the file once', async () => {
  const sizeOf = async (count: number) => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1)
    return (await batchOf(numbers.map((number) => handoverReceipt(receiptData(number), { copyNumber: 0 })))).length
  }
  const [few, many] = [await sizeOf(10), await sizeOf(110)]
  const alone = (await batchOf([handoverReceipt(receiptData(1), { copyNumber: 0 })])).length
  expect((many - few) / 100).toBeLessThan(alone / 20)
})

describe('a page of any blocks has everything where it has it alone', () => {
  const page = (...blocks: Block[]): PageDefinition => ({
    ...A4_UPRIGHT,
    title: 'Trang',
    layouts: [() => blocks],
    fitsOnPages: 1,
    practiceMarks: 0,
  })

  function expectAlike(definition: PageDefinition, afterOthers: LayOut) {
    expect(placed(afterOthers(definition))).toEqual(placed(newLayout()(definition)))
  }

  const word = fc.tuple(fc.constantFrom('W', 'i'), fc.integer({ min: 1, max: 20 }))
  const longWord = word.map(([letter, count]) => letter.repeat(count))

  test('when a long word makes its column wider', () => {
    const afterOthers = newLayout()
    fc.assert(
      fc.property(longWord, longWord, (one, other) => {
        const columns = [one, other].map((text) => ({ text, noWrap: true, width: '*' as const }))
        expectAlike(page({ columns, columnGap: 6 }), afterOthers)
      }),
      { numRuns: 60 },
    )
  })

  test('when a cell over several columns makes one of them wider', () => {
    const afterOthers = newLayout()
    fc.assert(
      fc.property(longWord, longWord, longWord, (one, other, spanning) => {
        const cells = [one, other].map((text) => ({ text, noWrap: true }))
        const over = [{ text: `${spanning}${spanning}`, colSpan: 2, noWrap: true }, { text: '' }, { text: '1' }]
        const table = { widths: [40, '*', '*'] as const, body: [[{ text: '1' }, ...cells], over] }
        expectAlike(page({ table, layout: 'ruled' }), afterOthers)
      }),
      { numRuns: 100 },
    )
  })

  test('when it differs from others only in how it looks', () => {
    const afterOthers = newLayout()
    const text = 'Hộ gia đình ông Nguyễn Văn Bình, thôn Đông, xã Krông Pắc, tỉnh Đắk Lắk, nhận đủ quà như trên.'
    const looks = [
      {},
      { bold: true },
      { italics: true },
      { fontSize: 9 },
      { alignment: 'right' },
      { alignment: 'justify' },
      { margin: [20, 5, 0, 5] },
      { leadingIndent: 28 },
      { noWrap: true },
    ] as const
    for (const look of [...looks, ...looks]) {
      expectAlike(page({ text, ...look }), afterOthers)
      expectAlike(page({ ...look, stack: [{ text }] }), afterOthers)
      expectAlike(
        page({
          columns: [
            { text, width: 120 },
            { text, ...look },
          ],
        }),
        afterOthers,
      )
      expectAlike(page({ text: [{ text }, { text, bold: 'bold' in look, italics: 'italics' in look }] }), afterOthers)
    }
  })
})

test('numbers and codes measured by pairs of letters are as wide as they are shaped', () => {
  const document = newDocument(fontFiles(FONT_FOLDER), '', CREATED_AT)
  const unit = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/.,:;*()+-')
  const style = fc.constantFrom('normal', 'bold', 'italics', 'bolditalics' as const)
  fc.assert(
    fc.property(
      fc.string({ unit, minLength: 1, maxLength: 20 }),
      fc.constantFrom('', ' '),
      style,
      (code, end, face) => {
        const text = code + end
        const { advanceWidth } = embeddedFont(document, face).layout(text, undefined, true)
        const [bold, italics] = [face.startsWith('bold'), face.endsWith('italics')]
        expect(faces.provideFont(TYPEFACE, bold, italics).widthOfString(text, 1000)).toBeCloseTo(advanceWidth, 6)
      },
    ),
    { numRuns: 2000 },
  )
})
