/** The month-end package against the tools of the machine: sha256sum, zip and the sqlite3 shell. */

import { execFileSync } from 'node:child_process'
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { day } from '../../src/domain/day.ts'
import { headerOf, TABLE_NAMES, TABLES } from '../../src/domain/package-tables.ts'
import { all } from '../../src/ledger/connection.ts'
import { ledgerFile } from '../../src/ledger/open-ledger.ts'
import { bagWriter } from '../../src/month-end/bag-writer.ts'
import { type CsvCell, csvRecord } from '../../src/month-end/csv.ts'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { type ZipFile, zipped } from '../../src/month-end/zip-writer.ts'
import { contentOf, OFFICE, sampleMonth, testKey } from '../support/month-end-content.ts'
import { runProgram } from './child.ts'
import { type BenchOptions, type Figure, inTurns, median, ratio, timed } from './measure.ts'
import { addHouseholds, benchFolder, foundOffice, ledgerIn } from './offices.ts'

const ROUNDS = 5
const HOUSEHOLDS = 100_000

type TableRow = Record<string, CsvCell>

/** A package of a month of so many gifts, and where it was unpacked. */
async function packageOf(folder: string, gifts: number) {
  const content = contentOf(sampleMonth(gifts, Math.round(gifts / 20)))
  const outcome = await writePackage(content, { folder, signingKey: testKey, recipients: [] })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.faults.slice(0, 5)))
  execFileSync('unzip', ['-q', outcome.file, '-d', folder])
  const bag = outcome.file.replace(/\.zip$/, '')
  const rows = TABLE_NAMES.reduce((sum, name) => sum + (content.closing.counts[name] ?? 0), 0)
  const paths = execFileSync('find', ['.', '-type', 'f'], { cwd: bag, encoding: 'utf8' }).trim().split('\n').sort()
  return { file: outcome.file, bag, rows, paths: paths.map((path) => path.slice(2)) }
}

type Package = Awaited<ReturnType<typeof packageOf>>

async function verifying({ file, bag, rows, paths }: Package): Promise<Figure[]> {
  const knownKeys = [{ officeId: OFFICE, publicKeyText: testKey.publicKeyText, revokedAt: null }]
  const verify = (path: string) => async () => {
    const { faults } = await verifyPackage(path, { knownKeys })
    if (faults.length > 0) throw new Error(JSON.stringify(faults.slice(0, 5)))
  }
  const { folder, zipped, sha256sum } = await inTurns(ROUNDS, {
    folder: () => timed(verify(bag)),
    zipped: () => timed(verify(file)),
    sha256sum: () => timed(() => runProgram('sha256sum', paths, bag)),
  })
  const note = `of sha256sum of the same bytes, ${Math.round(median(sha256sum))} ms`
  return [
    ratio(folder, sha256sum, { name: `verify, ${rows.toLocaleString('en')} rows unpacked`, note, goal: 2 }),
    ratio(zipped, sha256sum, { name: `verify, ${rows.toLocaleString('en')} rows in their zip`, note }),
  ]
}

/** From the files of a bag to a zip on the disk; the command line needs sha256sum beside zip for the same sums. */
async function zipping({ bag, paths }: Package, folder: string): Promise<Figure> {
  const target = (way: string) => {
    const file = join(folder, `${way}.zip`)
    rmSync(file, { force: true })
    return file
  }
  const { ours, commands } = await inTurns(ROUNDS, {
    ours: (round) =>
      timed(async () => {
        const sums = bagWriter(join(folder, `zip-${round}`))
        const files: ZipFile[] = []
        for (const path of paths) {
          const source = join(bag, path)
          files.push({ ...(await sums.take(path, source)), path, source, isDeflated: true })
        }
        const zip = zipped({ files, topFolder: 'bag', on: day('2026-11-30') })
        await pipeline(Readable.from(zip), createWriteStream(target('ours')))
      }),
    commands: () =>
      timed(async () => {
        await runProgram('sha256sum', paths, bag)
        await runProgram('zip', ['-6', '-q', '-X', target('zip'), ...paths], bag)
      }),
  })
  const note = `of zip -6 and sha256sum, ${Math.round(median(commands))} ms`
  return ratio(ours, commands, { name: 'zip and sums', note, goal: 0.75 })
}

/** A table out of the ledger as the package writes it: rows, CSV, bytes on the disk with their hash. */
async function tables(folder: string): Promise<Figure> {
  const ledgerFolder = join(folder, 'ledger')
  const { personId } = await foundOffice(ledgerFolder)
  addHouseholds(ledgerFolder, HOUSEHOLDS, personId)
  const header = headerOf(TABLES.households)
  const columns = header.map((field) => (field === 'category_decision' ? `NULL AS ${field}` : field))
  const sql = `SELECT ${columns.join(', ')} FROM households ORDER BY household_id`
  function* pieces(rows: readonly TableRow[]) {
    let piece = csvRecord(header)
    for (const row of rows) {
      piece += csvRecord(header.map((field) => row[field] ?? null))
      if (piece.length < 1 << 16) continue
      yield piece
      piece = ''
    }
    yield piece
  }
  const { ours, shell } = await inTurns(ROUNDS, {
    async ours(round) {
      const ledger = ledgerIn(ledgerFolder)
      const ms = await timed(() =>
        bagWriter(join(folder, `csv-${round}`)).write('households.csv', pieces(all<TableRow>(ledger.reader, sql))),
      )
      ledger.close()
      return ms
    },
    shell: () =>
      timed(() =>
        runProgram('sh', ['-c', `sqlite3 -csv -header "$0" "$1" > shell.csv`, ledgerFile(ledgerFolder), sql], folder),
      ),
  })
  const note = `of the sqlite3 shell, ${Math.round(median(shell))} ms`
  return ratio(ours, shell, { name: 'CSV of 100,000 households', note, goal: 2.2 })
}

export async function bench({ full }: BenchOptions): Promise<Figure[]> {
  using folder = benchFolder()
  const made = await packageOf(folder.path, full ? 100_000 : 40_000)
  return [...(await verifying(made)), await zipping(made, folder.path), await tables(folder.path)]
}
