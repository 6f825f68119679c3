/**
 * Stacks of signed papers read from their PDF: by one thread, against nothing but looking for codes on the same pages in
 * memory; and by the office's job, which two threads share, against one thread.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBarcodes } from 'zxing-wasm/reader'
import { prepareCodeReader } from '../../src/intake/code-reader.ts'
import { readScans, type ScannedPage } from '../../src/intake/scans/read-scans.ts'
import { type ReturnedPage, returnedStack } from '../support/returned-stack.ts'
import { pdfOfScans } from '../support/scan-files.ts'
import { amount, type BenchOptions, type Figure, ratio, timed } from './measure.ts'
import { benchFolder, foundOffice, granted, officeIn } from './offices.ts'

const PAGES = 24
const LIBRARIES = join(import.meta.dirname, '../../node_modules')
const libraries = {
  codeReaderFile: join(LIBRARIES, 'zxing-wasm/dist/reader/zxing_reader.wasm'),
  pageDrawerFile: join(LIBRARIES, '@hyzyla/pdfium/dist/pdfium.wasm'),
}

async function barely(stack: readonly ReturnedPage[]): Promise<void> {
  for (const { image } of stack) {
    const header = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`)
    await readBarcodes(Buffer.concat([header, image.pixels]), { formats: ['QRCode'], tryHarder: true })
  }
}

async function wholly(file: string, stack: readonly ReturnedPage[]): Promise<ScannedPage[]> {
  const boxes = new Map(stack.map((page) => [page.code, page.boxes]))
  const pages: ScannedPage[] = []
  for await (const reading of readScans(file, { libraries, boxesOf: (code) => boxes.get(code) ?? null })) {
    if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
    pages.push(reading.page)
  }
  return pages
}

export async function bench({ full }: BenchOptions): Promise<Figure[]> {
  using folder = benchFolder()
  const ledgerFolder = join(folder.path, 'ledger')
  mkdirSync(ledgerFolder)
  const { personId } = await foundOffice(ledgerFolder)
  const { office, client } = officeIn(ledgerFolder)
  granted(await client.query('session.start', { personId }))
  await prepareCodeReader(libraries.codeReaderFile)
  const rounds = full ? 20 : 5
  const ours: number[] = []
  const bare: number[] = []
  const byOffice: number[] = []
  const pairs: { page: ScannedPage; truth: ReturnedPage }[] = []
  for (let round = -1; round < rounds; round++) {
    const stack: ReturnedPage[] = []
    for await (const page of returnedStack(PAGES, 100 + round)) stack.push(page)
    const file = join(folder.path, 'stack.pdf')
    const images = stack.map(({ image }) => image)
    writeFileSync(file, pdfOfScans(images, 40 + ((round + 1) % 3) * 10))
    let pages: ScannedPage[] = []
    const oursMs = await timed(async () => {
      pages = await wholly(file, stack)
    })
    const bareMs = await timed(() => barely(stack))
    const officeMs = await timed(async () => granted(await client.job('scans.read', { files: [file], eventId: null })))
    // The first round warms both up.
    if (round < 0) continue
    ours.push(oursMs / PAGES)
    bare.push(bareMs / PAGES)
    byOffice.push(officeMs / PAGES)
    pairs.push(...stack.flatMap((truth, index) => (pages[index] ? [{ truth, page: pages[index] }] : [])))
  }
  await office.close()
  const count = (isCounted: (pair: (typeof pairs)[number]) => boolean) => [pairs.filter(isCounted).length]
  const note = `of ${pairs.length} worn pages, turned, up to 5° askew, 150 dpi`
  const isRead = ({ page, truth }: (typeof pairs)[number]) => page.codes.join() === truth.code
  const looksSigned = ({ page }: (typeof pairs)[number]) => page.signature === 'signed'
  const isSigned = ({ truth }: (typeof pairs)[number]) => truth.isSigned
  const pictures = pairs.map(({ page }) => page.image.length / 1e6)
  return [
    ratio(ours, bare, { name: 'a page, file to picture', note: 'of looking for its code in memory alone', goal: 6 }),
    amount(ours, 'ms', { name: 'a page, file to picture', note: 'one thread' }),
    ratio(byOffice, ours, {
      name: 'a page through the office',
      note: 'two threads, pictures on the disk, pages in the queue; of one thread that only reads',
      goal: 1,
    }),
    amount(
      byOffice.map((ms) => 1000 / ms),
      'a second',
      { name: 'pages through the office', note: 'papers of another ledger: their signatures are not looked for' },
    ),
    amount(
      count((pair) => !isRead(pair)),
      'wrong',
      { name: 'pages not matched', note, goal: pairs.length * 0.02 },
    ),
    amount(
      count((pair) => pair.page.codes.length > 0 && !isRead(pair)),
      'wrong',
      { name: 'pages matched wrongly', note, goal: 0 },
    ),
    amount(
      count((pair) => isSigned(pair) && !looksSigned(pair)),
      'wrong',
      { name: 'signed pages that look empty', note },
    ),
    amount(
      count((pair) => !isSigned(pair) && looksSigned(pair)),
      'wrong',
      { name: 'empty pages that look signed', note },
    ),
    amount(pictures, 'MB', { name: 'the picture of a page', note: 'that is kept', goal: 0.25 }),
  ]
}
