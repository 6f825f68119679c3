/** The worker's part of reading scans: pages are read, signatures looked for where they stand, pictures kept. */

import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Renderer } from '../documents/render.ts'
import { readScans, type ScanLibraries } from '../intake/scans/read-scans.ts'
import type { PaperBoxes } from '../intake/scans/signature-box.ts'
import { writeDurably } from '../ledger/durable-file.ts'
import { definePaper } from './paper-forms.ts'
import type { PrintedPaper, ReadScans, ScansToRead } from './worker-tasks.ts'

interface Tools {
  libraries: ScanLibraries
  renderer: Renderer
  signal: AbortSignal
  whilePaused: () => Promise<void>
  printedPaper: (code: string) => Promise<PrintedPaper | null>
  /** `pagesInAll` is null until the last file has been opened. */
  onProgress: (pagesDone: number, pagesInAll: number | null) => void
}

/** Reads this thread's share of the files; a page or a file that is broken is a refusal among the others. */
export async function readScanPages(
  { files, share, folder }: ScansToRead,
  { renderer, whilePaused, printedPaper, onProgress, ...tools }: Tools,
): Promise<ReadScans> {
  const read: ReadScans = { pages: [], refusals: [] }
  const boxesOf = async (code: string) => {
    const paper = await printedPaper(code)
    return paper && boxesOfPaper(renderer, paper)
  }
  mkdirSync(folder, { recursive: true })
  let pagesBefore = 0
  for (const [file, path] of files.entries()) {
    let pagesHere = 0
    const isLast = file === files.length - 1
    for await (const reading of readScans(path, {
      ...tools,
      boxesOf,
      isWanted: (pageNumber) => (file + pageNumber) % share.of === share.index,
      onProgress(done, inAll) {
        pagesHere = inAll
        onProgress(pagesBefore + done, isLast ? pagesBefore + inAll : null)
      },
    })) {
      if (!reading.ok) {
        read.refusals.push({ file, refusal: reading.refusal })
        continue
      }
      const { image, widthPx: _width, heightPx: _height, ...page } = reading.page
      const picture = join(folder, `${page.imageSha256}.jpg`)
      if (!existsSync(picture)) writeDurably(picture, image)
      read.pages.push({ file, ...page })
      await whilePaused()
    }
    pagesBefore += pagesHere
  }
  return read
}

/** Where a paper bears its code and the recipient's signature, as it was printed. */
function boxesOfPaper(renderer: Renderer, { form, data }: PrintedPaper): PaperBoxes | null {
  const boxes = renderer.markedBoxes(definePaper(form, data, 0))
  const codeBox = boxes.find(({ mark, page }) => mark === 'code' && page === 1)
  const signatureBox = boxes.find(({ mark, page }) => mark === 'recipientSignature' && page === 1)
  return codeBox && signatureBox ? { codeBox, signatureBox } : null
}
