/**
 * What happens to a ledger when things break: offices killed at work, bits that flip, files cut short or lost, a disk
 * that fills. Says each loss in a line, then what was tried and what was lost; nothing may be.
 * The whole: node test/faults/all.ts     A short run of it: node test/faults/all.ts --short
 */

import { rmSync } from 'node:fs'
import { seededRandom } from '../support/people.ts'
import { flipBits } from './flips.ts'
import { fillDisk } from './full-disk.ts'
import { killOffices } from './kills.ts'
import type { Tally } from './tally.ts'
import { tearFiles } from './torn-files.ts'

const isShort = process.argv.includes('--short')
const seed = Number(process.env.FAULTS_SEED ?? (isShort ? 1 : Date.now() % 1_000_000))
const random = seededRandom(seed)
const startedAt = performance.now()
console.log(`seed ${seed}`)

const tallies: Tally[] = []
function report(what: string, tally: Tally): void {
  tallies.push(tally)
  for (const lost of tally.lost) console.log(`LOST  ${lost}`)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${what}: tried ${tally.tried}, lost ${tally.lost.length} (${seconds} s so far)`)
  for (const note of tally.notes) console.log(`      ${note}`)
}

const { tally, folder } = await killOffices(isShort ? 8 : 120, random)
report('kills', tally)
report('bit flips', flipBits(folder, isShort ? 20 : 200, random))
report('torn files', tearFiles(folder, random))
report('full disk', await fillDisk())
rmSync(folder, { recursive: true, force: true })

const tried = tallies.reduce((sum, one) => sum + one.tried, 0)
const lost = tallies.reduce((sum, one) => sum + one.lost.length, 0)
console.log(`tried ${tried}, lost ${lost}`)
console.log(`${tried - Math.min(lost, tried)} passed, ${lost} failed`)
process.exitCode = lost > 0 ? 1 : 0
