/**
 * A batch of receipts against raw pdfkit, pdfmake's own, drawing the same page by hand in the same fonts, and against
 * LibreOffice's mail merge, with which offices print today.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './child.ts'
import { findMailMerge, mergeLetters } from './mail-merge.ts'
import { amount, type BenchOptions, type Figure, inTurns, median, ratio } from './measure.ts'
import { expectSameWords } from './same-words.ts'

interface Drawn {
  ms: number
  megabytes: number
}

type Way = 'ours' | 'twoUp' | 'pdfkit' | 'alone'
type Draw = (way: Way, count: number) => Promise<Drawn>

const ROUNDS = 5
/** As many letters as a coffee lasts. */
const LETTERS = 200
const MERGE_ROUNDS = 3

const msOf = (drawn: readonly Drawn[]) => drawn.map(({ ms }) => ms)
const megabytesOf = (drawn: readonly Drawn[]) => drawn.map(({ megabytes }) => megabytes)
const perSecond = (pages: number, ms: readonly number[]) => `${Math.round((pages / median(ms)) * 1000)} pages/s`

export async function bench({ full }: BenchOptions): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'so-tri-an-bench-'))
  const file = (way: Way) => join(folder, `${way}.pdf`)
  const script = await bundled('receipts-once')
  const draw: Draw = (way, count) => script.run<Drawn>(way, String(count), file(way))
  try {
    await inTurns(1, { ours: () => draw('ours', 20), pdfkit: () => draw('pdfkit', 20) })
    expectSameWords(file('ours'), file('pdfkit'))
    const figures: Figure[] = []
    for (const count of full ? [1000, 3000] : [3000]) figures.push(...(await againstPdfkit(draw, count, full)))
    figures.push(amount(msOf(await rounds(() => draw('alone', 30))), 'ms', ALONE))
    figures.push(...(await againstMailMerge(draw, folder)))
    if (full) figures.push(await memoryOfTenTimes(draw))
    else console.error('NOT MEASURED: the memory for 10,000 receipts. It takes --full.')
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ALONE = { name: 'one receipt at the counter, median of 30', note: 'from its data to its bytes', goal: 150 }

async function rounds(run: () => Promise<Drawn>): Promise<Drawn[]> {
  return (await inTurns(ROUNDS, { run })).run
}

async function againstPdfkit(draw: Draw, count: number, full: boolean): Promise<Figure[]> {
  const { ours, twoUp, pdfkit } = await inTurns(ROUNDS, {
    ours: () => draw('ours', count),
    twoUp: () => draw('twoUp', count),
    pdfkit: () => draw('pdfkit', count),
  })
  const raw = `of raw pdfkit drawing the same page, ${perSecond(count, msOf(pdfkit))}`
  const receipts = `${count.toLocaleString('en')} receipts`
  return [
    ratio(msOf(ours), msOf(pdfkit), {
      name: `${receipts}, one PDF`,
      note: `${perSecond(count, msOf(ours))}; ${raw}`,
      goal: 0.5,
    }),
    ratio(msOf(twoUp), msOf(pdfkit), {
      name: `${receipts}, A5 two-up`,
      note: `${perSecond(count, msOf(twoUp))} of twice as much text; ${raw} for A4`,
    }),
    amount(megabytesOf(ours), 'MB', { name: `${receipts}, peak memory`, note: 'Node, fonts and all' }),
    ...(full ? [amount(megabytesOf(pdfkit), 'MB', { name: `${receipts}, raw pdfkit's peak memory`, note: '' })] : []),
  ]
}

async function againstMailMerge(draw: Draw, folder: string): Promise<Figure[]> {
  const python = findMailMerge()
  if (!python) {
    const wanted = 'libreoffice-writer, libreoffice-base and python3-uno'
    console.error(`NOT MEASURED: mail merge. It needs ${wanted}, which are not all here.`)
    return []
  }
  const startsMs: number[] = []
  const { ours, mailMerge } = await inTurns(MERGE_ROUNDS, {
    ours: async () => (await draw('ours', LETTERS)).ms,
    mailMerge: async () => {
      const { startMs, mergeMs } = await mergeLetters(python, LETTERS, folder)
      startsMs.push(startMs)
      return mergeMs
    },
  })
  const note =
    `${perSecond(LETTERS, ours)} of ${LETTERS}; of LibreOffice's mail merge of as many of the same letter ` +
    `without its code, ${perSecond(LETTERS, mailMerge)}, once it has started`
  return [
    ratio(ours, mailMerge, { name: 'receipts against mail merge', note, goal: 1 / 25 }),
    amount(startsMs, 'ms', { name: 'the start of LibreOffice', note: 'not counted above' }),
  ]
}

async function memoryOfTenTimes(draw: Draw): Promise<Figure> {
  const { more, fewer } = await inTurns(1, { more: () => draw('ours', 10_000), fewer: () => draw('ours', 1000) })
  const note = `of the memory for 1,000 receipts; once, ${Math.round(megabytesOf(more)[0] ?? 0)} MB`
  return ratio(megabytesOf(more), megabytesOf(fewer), { name: '10,000 receipts, peak memory', note, goal: 3 })
}
