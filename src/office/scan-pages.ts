/** The worker's part of reading scans: pages are read, signatures looked for where they stand, pictures kept. */

import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Renderer } from '../documents/render.ts'
import type { Refusal } from '../domain/refusal.ts'
import { readScans, type ScanLibraries } from '../intake/scans/read-scans.ts'
import type { PaperBoxes } from '../intake/scans/signature-box.ts'
import { writeDurably } from '../ledger/durable-file.ts'
import { definePaper } from './paper-forms.ts'
import type { PaperOut, ReadPage } from './worker-tasks.ts'

export interface ScanToRead {
  file: string
  /** Null for all of them. */
  pages: { from: number; to: number } | null
  folder: string
  papers: PaperOut[]
}

interface Tools {
  libraries: ScanLibraries
  renderer: Renderer
  signal: AbortSignal
  whilePaused: () => Promise<void>
  onProgress: (pagesDone: number, pagesInAll: number) => void
}

/** Reads the pages named; a page that is broken is a refusal among the others. */
export async function readScanPages(
  { file, pages, folder, papers }: ScanToRead,
  { renderer, whilePaused, ...tools }: Tools,
): Promise<{ pages: ReadPage[]; refusals: Refusal[] }> {
  const out = new Map(papers.map((paper) => [paper.code, paper]))
  const boxesOf = (code: string) => {
    const paper = out.get(code)
    return paper ? boxesOfPaper(renderer, paper) : null
  }
  const read: ReadPage[] = []
  const refusals: Refusal[] = []
  mkdirSync(folder, { recursive: true })
  for await (const reading of readScans(file, { ...tools, ...(pages ? { pages } : {}), boxesOf })) {
    if (!reading.ok) {
      refusals.push(reading.refusal)
      continue
    }
    const { image, otherCodes: _others, widthPx: _width, heightPx: _height, ...page } = reading.page
    const picture = join(folder, `${page.imageSha256}.jpg`)
    if (!existsSync(picture)) writeDurably(picture, image)
    read.push(page)
    await whilePaused()
  }
  return { pages: read, refusals }
}

/** Where a paper bears its code and the recipient's signature, as it was printed. */
function boxesOfPaper(renderer: Renderer, { form, data }: PaperOut): PaperBoxes | null {
  const boxes = renderer.markedBoxes(definePaper(form, data, 0))
  const codeBox = boxes.find(({ mark, page }) => mark === 'code' && page === 1)
  const signatureBox = boxes.find(({ mark, page }) => mark === 'recipientSignature' && page === 1)
  return codeBox && signatureBox ? { codeBox, signatureBox } : null
}
