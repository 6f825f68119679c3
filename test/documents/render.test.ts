/** Drawing: one file for a batch, whole or not at all; the same bytes for the same papers; nothing but our fonts read. */

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { handoverReceipt, handoverReceiptTwoUp } from '../../src/documents/handover-receipt.ts'
import type { PageDefinition } from '../../src/documents/page.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { CREATED_AT, FONT_FOLDER, receiptData } from './papers.ts'
import { bookmarks, pageText, pageTexts } from './read-pdf.ts'

const renderer = createRenderer({ fontFolder: FONT_FOLDER })
const options = { createdAt: CREATED_AT }

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function* receipts(count: number): Generator<PageDefinition> {
  for (let number = 1; number <= count; number++)
    yield handoverReceipt(receiptData(number, `Hộ số ${number}`), ORIGINAL)
}

describe('the same paper', () => {
  test('is the same bytes every time, also from data that was stored as JSON', async () => {
    const stored = JSON.parse(JSON.stringify(receiptData())) as ReturnType<typeof receiptData>
    const first = await renderer.render(handoverReceipt(receiptData(), ORIGINAL), options)
    const again = await renderer.render(handoverReceipt(stored, ORIGINAL), options)
    expect(digest(again)).toBe(digest(first))
  })

  test.each(['America/New_York', 'Asia/Ho_Chi_Minh'])('is the same bytes in a fresh process in %s', async (zone) => {
    const here = digest(await renderer.render(handoverReceipt(receiptData(), ORIGINAL), options))
    const script = new URL('print-digest.ts', import.meta.url).pathname
    const there = execFileSync(process.execPath, [script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
    expect(there.trim()).toBe(here)
  })

  test('says when it was made, in the time it was told', async () => {
    const pdf = Buffer.from(await renderer.render(handoverReceipt(receiptData(), ORIGINAL), options))
    expect(pdf.toString('latin1')).toContain('(D:20261205030405Z)')
  })
})

describe('text on a paper', () => {
  test('that is not NFC is refused, because its marks would float off', async () => {
    const data = receiptData(1, 'Nguyễn Thị Được'.normalize('NFD'))
    await expect(renderer.render(handoverReceipt(data, ORIGINAL), options)).rejects.toThrow(RangeError)
  })

  test.each([
    '<b>Nguyễn</b> & {{x}}',
    'https://example.com/a.png',
    'data:image/png;base64,AAAA',
    '/etc/passwd',
    'Ngô\nVăn\nBa',
  ])('is printed as it is and never acted on: %j', async (name) => {
    const text = pageText(await renderer.render(handoverReceipt(receiptData(1, name), ORIGINAL), options))
    expect(text.replace(/\s/g, '')).toContain(`Bênnhận:Hộgiađình${name.replace(/\s/g, '')}`)
  })

  test('without spaces for 400 letters is broken into lines, all letters kept', async () => {
    const name = 'Đặng'.repeat(100)
    const pdf = await renderer.render(handoverReceipt(receiptData(1, name), ORIGINAL), options)
    expect(pageText(pdf).replace(/\s/g, '')).toContain(`Hộgiađình${name}`)
    expect(pageText(pdf)).not.toContain('\u200b')
  })

  test('MẪU stands on each sheet of a practice ledger and on no other paper', async () => {
    const practice = { ...receiptData(), isPractice: true }
    const letters = (text: string) =>
      ['M', 'Ẫ', 'U'].map((letter) => text.split(`\n`).filter((line) => line.trim() === letter))
    const marks = async (definition: PageDefinition) =>
      letters(pageText(await renderer.render(definition, options))).map((lines) => lines.length)
    expect(await marks(handoverReceipt(practice, ORIGINAL))).toEqual([1, 1, 1])
    expect(await marks(handoverReceipt(receiptData(), ORIGINAL))).toEqual([0, 0, 0])
    expect(await marks(handoverReceiptTwoUp(receiptData(), ORIGINAL))).toEqual([0, 0, 0])
  })
})

describe('a batch', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'batch-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('is one file with a bookmark for each paper and tells how far it is', async () => {
    const file = join(folder, 'receipts.pdf')
    const progress: number[] = []
    const written = await renderer.renderBatch(receipts(20), {
      ...options,
      file,
      onProgress: (done) => progress.push(done),
    })
    const pdf = readFileSync(file)
    expect(progress.at(-1)).toBe(20)
    expect(progress.length).toBeGreaterThan(2)
    const expected = Array.from({ length: 20 }, (_, index) => ({
      page: index + 1,
      title: `${receiptData(index + 1).documentNumber} Hộ số ${index + 1}`,
    }))
    expect(bookmarks(pdf)).toEqual(expected)
    const papers = expected.map((paper) => ({ ...paper, isLandscape: false }))
    expect(written).toEqual({ pages: 20, bytes: pdf.length, papers })
    expect(pageTexts(pdf).map((text) => /Số: (\S+)/.exec(text)?.[1])).toEqual(
      expected.map((_, index) => receiptData(index + 1).documentNumber),
    )
    expect(readdirSync(folder)).toEqual(['receipts.pdf'])
  })

  test('draws each paper as it is drawn alone', async () => {
    const file = join(folder, 'receipts.pdf')
    await renderer.renderBatch(receipts(3), { ...options, file })
    const alone = await Promise.all([...receipts(3)].map(async (one) => pageText(await renderer.render(one, options))))
    expect(pageTexts(readFileSync(file))).toEqual(alone)
  })

  test('that is cancelled on the way leaves what was there before and nothing else', async () => {
    const file = join(folder, 'receipts.pdf')
    writeFileSync(file, 'earlier')
    const controller = new AbortController()
    let done = 0
    const batch = renderer.renderBatch(receipts(500), {
      ...options,
      file,
      signal: controller.signal,
      onProgress: (papersDone) => {
        done = papersDone
      },
    })
    setImmediate(() => controller.abort())
    await expect(batch).rejects.toThrow('aborted')
    expect(done).toBeLessThan(500)
    expect(readdirSync(folder)).toEqual(['receipts.pdf'])
    expect(readFileSync(file, 'utf8')).toBe('earlier')
  })

  test('that is paused prints nothing until it goes on, and then all of it', async () => {
    const file = join(folder, 'receipts.pdf')
    const done: number[] = []
    const pause = Promise.withResolvers<void>()
    const paused = Promise.withResolvers<void>()
    const batch = renderer.renderBatch(receipts(24), {
      ...options,
      file,
      onProgress: (papersDone) => done.push(papersDone),
      whilePaused() {
        paused.resolve()
        return pause.promise
      },
    })
    await paused.promise
    const doneBefore = [...done]
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(done).toEqual(doneBefore)
    pause.resolve()
    expect((await batch).pages).toBe(24)
    expect(pageTexts(readFileSync(file))).toHaveLength(24)
  })

  test('that is cancelled while it is paused leaves nothing', async () => {
    const controller = new AbortController()
    const batch = renderer.renderBatch(receipts(24), {
      ...options,
      file: join(folder, 'receipts.pdf'),
      signal: controller.signal,
      async whilePaused() {
        controller.abort()
      },
    })
    await expect(batch).rejects.toThrow('aborted')
    expect(readdirSync(folder)).toEqual([])
  })

  test('with one paper that cannot be printed fails and leaves nothing', async () => {
    const papers = [...receipts(10), handoverReceipt(receiptData(11, 'Hoà'.normalize('NFD')), ORIGINAL)]
    await expect(renderer.renderBatch(papers, { ...options, file: join(folder, 'x.pdf') })).rejects.toThrow(RangeError)
    expect(readdirSync(folder)).toEqual([])
  })

  test('of no papers is refused, because a PDF without a page cannot be opened', async () => {
    await expect(renderer.renderBatch([], { ...options, file: join(folder, 'x.pdf') })).rejects.toThrow(RangeError)
    expect(readdirSync(folder)).toEqual([])
  })

  test('into a folder that is not there fails and says so', async () => {
    const file = join(folder, 'gone', 'x.pdf')
    await expect(renderer.renderBatch(receipts(1), { ...options, file })).rejects.toThrow('ENOENT')
  })
})
