/** A batch of receipts against raw pdfkit, pdfmake's own, drawing the same page by hand in the same fonts. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './child.ts'
import { amount, type BenchOptions, type Figure, inTurns, median, ratio } from './measure.ts'

interface Drawn {
  ms: number
  megabytes: number
}

const ROUNDS = 5

/** The words of a PDF, sorted: lines may break at other places. */
function words(file: string): string {
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 30 })
  return text.split(/\s+/).sort().join(' ')
}

export async function bench({ full }: BenchOptions): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'so-tri-an-bench-'))
  const file = (way: string) => join(folder, `${way}.pdf`)
  const script = await bundled('receipts-once')
  const draw = (way: 'ours' | 'pdfkit', count: number) => script.run<Drawn>(way, String(count), file(way))
  try {
    await inTurns(1, { ours: () => draw('ours', 20), pdfkit: () => draw('pdfkit', 20) })
    if (words(file('ours')) !== words(file('pdfkit'))) throw new Error('The baseline does not say what our page says')
    const figures: Figure[] = []
    for (const count of full ? [300, 1000] : [300]) {
      const { ours, pdfkit } = await inTurns(ROUNDS, {
        ours: () => draw('ours', count),
        pdfkit: () => draw('pdfkit', count),
      })
      const ms = (drawn: Drawn[]) => drawn.map((one) => one.ms)
      const megabytes = (drawn: Drawn[]) => drawn.map((one) => one.megabytes)
      const baselineMs = Math.round(median(ms(pdfkit)))
      figures.push(
        ratio(ms(ours), ms(pdfkit), {
          name: `${count} receipts, one PDF`,
          note: `of raw pdfkit drawing the same page, ${baselineMs} ms (0.5 once fixed parts are stamped)`,
          goal: 2,
        }),
        amount(megabytes(ours), 'MB', { name: `${count} receipts, peak memory`, note: 'Node, fonts and all' }),
        amount(megabytes(pdfkit), 'MB', { name: `${count} receipts, raw pdfkit's peak memory`, note: '' }),
      )
    }
    if (full) figures.push(await memoryOfTenTimes(draw))
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function memoryOfTenTimes(draw: (way: 'ours', count: number) => Promise<Drawn>): Promise<Figure> {
  const { more, fewer } = await inTurns(1, { more: () => draw('ours', 10_000), fewer: () => draw('ours', 1000) })
  const megabytes = (drawn: Drawn[]) => drawn.map((one) => one.megabytes)
  const note = `of the memory for 1,000 receipts; once, ${Math.round(megabytes(more)[0] ?? 0)} MB`
  return ratio(megabytes(more), megabytes(fewer), { name: '10,000 receipts, peak memory', note, goal: 3 })
}
