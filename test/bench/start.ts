/** From the office's process to its first answer, on a small ledger that was closed well, against bare Node. */

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './child.ts'
import { amount, type BenchOptions, type Figure, inTurns, median, ratio, timed } from './measure.ts'
import { addHouseholds, benchFolder, foundOffice, REPOSITORY, RESOURCES } from './offices.ts'

const ROUNDS = 21
const OFFICE = join(REPOSITORY, 'out/main/office.cjs')
const STARTER = join(import.meta.dirname, 'start-office.cjs')

export async function bench(_options: BenchOptions): Promise<Figure[]> {
  if (!existsSync(OFFICE))
    execFileSync(join(REPOSITORY, 'node_modules/.bin/electron-vite'), ['build'], { cwd: REPOSITORY })
  using folder = benchFolder()
  const founded = join(folder.path, 'founded')
  const { personId } = await foundOffice(founded)
  addHouseholds(founded, 50, personId)
  const node = (...args: string[]) => timed(() => runProgram(process.execPath, args))
  const { office, bare } = await inTurns(ROUNDS, {
    office: (round) => {
      const ledger = join(folder.path, `start-${round}`)
      cpSync(founded, ledger, { recursive: true })
      return node(STARTER, OFFICE, '--ledger', ledger, '--resources', RESOURCES)
    },
    bare: () => node('-e', '0'),
  })
  const name = "office's first answer"
  return [
    ratio(office, bare, { name, note: `of bare node, ${Math.round(median(bare))} ms`, goal: 1.6 }),
    amount(office, 'ms', { name, note: 'process, ledger and all' }),
  ]
}
