/** A batch of repair certificates against raw pdfkit, pdfmake's own, drawing the same page by hand in the same fonts. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './child.ts'
import { amount, type BenchOptions, type Figure, inTurns, median, ratio } from './measure.ts'
import { expectSameWords } from './same-words.ts'

interface Drawn {
  ms: number
  megabytes: number
}

const CERTIFICATES = 1000

export async function bench({ full }: BenchOptions): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'so-tri-an-bench-'))
  const file = (way: string) => join(folder, `${way}.pdf`)
  const script = await bundled('certificates-once')
  const draw = (way: string, count: number) => script.run<Drawn>(way, String(count), file(way))
  try {
    for (const way of ['ours', 'pdfkit']) await draw(way, 20)
    expectSameWords(file('ours'), file('pdfkit'))
    const { ours, pdfkit } = await inTurns(full ? 9 : 5, {
      ours: () => draw('ours', CERTIFICATES),
      pdfkit: () => draw('pdfkit', CERTIFICATES),
    })
    const msOf = (drawn: readonly Drawn[]) => drawn.map(({ ms }) => ms)
    const perSecond = (ms: readonly number[]) => `${Math.round((CERTIFICATES / median(ms)) * 1000)} pages/s`
    const name = `${CERTIFICATES.toLocaleString('en')} certificates`
    const note = `${perSecond(msOf(ours))}; of raw pdfkit drawing the same page, ${perSecond(msOf(pdfkit))}`
    return [
      ratio(msOf(ours), msOf(pdfkit), { name: `${name}, one PDF`, note, goal: 0.5 }),
      amount(
        ours.map(({ megabytes }) => megabytes),
        'MB',
        { name: `${name}, peak memory`, note: 'Node, fonts and all' },
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
