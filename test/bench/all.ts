/**
 * `npm run bench [names…] [--full] [--json]`: how fast the program is, each figure beside what it is measured against and
 * what it shall reach (nothing here fails a build: a machine that others use, too, is no judge). One process per
 * benchmark, so that none inherits another's memory and warmed-up code.
 */

import { fork } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Figure } from './measure.ts'

const NAMES = [
  'start',
  'search',
  'import',
  'commit',
  'busy',
  'package',
  'receipts',
  'certificates',
  'scans',
  'scroll',
  'consolidate',
]

const { values, positionals } = parseArgs({
  options: { full: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
})

/** Runs one benchmark; what it prints itself goes to stderr. */
function run(name: string): Promise<Figure[]> {
  const options = values.full ? ['--full'] : []
  const child = fork(join(import.meta.dirname, 'one.ts'), [name, ...options], { stdio: ['ignore', 2, 2, 'ipc'] })
  return new Promise((resolve, reject) => {
    let figures: Figure[] | null = null
    child.on('message', (message) => {
      figures = message as Figure[]
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (figures) resolve(figures)
      else reject(new Error(`The benchmark ${name} ended with ${code} and without figures`))
    })
  })
}

function isMet({ value, goal }: Figure): boolean | null {
  return goal === null ? null : value <= goal
}

const DIGITS = new Intl.NumberFormat('en', { maximumSignificantDigits: 3, useGrouping: false })
const shown = (value: number) => DIGITS.format(value)

function line(figure: Figure): string {
  const { name, value, low, high, unit, note, goal } = figure
  const verdict = { true: 'met', false: 'MISSED', null: '' }[String(isMet(figure))] ?? ''
  const measured = `${shown(value)}${unit === '×' ? '' : ' '}${unit}`
  const range = low === high ? '' : `${shown(low)}–${shown(high)}`
  const wanted = goal === null ? '' : `≤ ${shown(goal)}`
  return `  ${name.padEnd(44)}${measured.padStart(9)}  ${range.padEnd(12)}${wanted.padEnd(9)}${verdict.padEnd(8)}${note}`
}

const unknown = positionals.filter((name) => !NAMES.includes(name))
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${NAMES.join(' ')}`)
  process.exit(1)
}
const results: Record<string, (Figure & { isMet: boolean | null })[]> = {}
for (const name of positionals.length > 0 ? positionals : NAMES) {
  if (!values.json) console.log(name)
  const figures = await run(name).catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
    return []
  })
  results[name] = figures.map((figure) => ({ ...figure, isMet: isMet(figure) }))
  if (!values.json) console.log(figures.map(line).join('\n'))
}
if (values.json) console.log(JSON.stringify(results, null, 2))
else {
  const judged = Object.values(results).flatMap((figures) => figures.filter(({ goal }) => goal !== null))
  console.log(`${judged.filter((figure) => figure.isMet).length} of ${judged.length} goals met`)
}
