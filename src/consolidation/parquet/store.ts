/**
 * Packages in a folder of Parquet files: <relation>/company_id=…/closing_period=…/<office>.parquet, so that a revision
 * takes its predecessor's place by renaming. A package is first written aside; what was whole when the program ended is
 * moved into place by the next run, the rest is thrown away. _register remembers every package.
 */

import { createHash } from 'node:crypto'
import { access, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { KnownPackage } from '../../domain/consolidation.ts'
import { knownPackage } from '../../month-end/package-summary.ts'
import type { PackageReading } from '../../month-end/verify-package.ts'
import { FIGURES } from '../figures.ts'
import {
  csvOfRows,
  PACKAGES,
  type Place,
  packageRow,
  placeOfPackage,
  RELATIONS,
  type RelationCsv,
  type RelationRow,
  statedRows,
  tablesOf,
} from '../relations.ts'
import { type Store, StoreError, type TakenPlace } from '../store.ts'
import { lockFolder } from './lock-folder.ts'
import { writeTableFile } from './table-file.ts'

/** Readers pass over names that begin with an underscore. */
const REGISTER = '_register'
const LOADING = '_loading'
const ENTRY = 'package.json'
/** What DuckDB reads to have every table and figure as a view: `duckdb -init figures.sql`, run in the folder. */
const FIGURES_FILE = 'figures.sql'
/** How Hive, Spark and DuckDB write an unknown value in a path. */
const UNKNOWN = '__HIVE_DEFAULT_PARTITION__'

/** The columns of every table, in one word. */
const SHAPE = createHash('sha256')
  .update(JSON.stringify(RELATIONS.map(({ name, fields }) => [name, fields.map((field) => [field.name, field.type])])))
  .digest('hex')
  .slice(0, 16)

/** What the register keeps of a package. */
interface Entry {
  /** Which columns its files have. */
  shape: string
  known: KnownPackage
  place: Place
  row: RelationRow
}

/** Opens the folder, or makes it, and ends what an earlier run had begun to move into place. Throws a StoreError. */
export async function openParquetFolder(folder: string): Promise<Store> {
  return written(folder, async () => {
    await mkdir(join(folder, REGISTER), { recursive: true })
    const lock = await lockFolder(folder)
    if (!lock) throw new StoreError({ code: 'store.inUse', parameters: { target: folder } })
    try {
      const register = await readRegister(folder)
      for (const name of await namesIn(join(folder, LOADING))) await settle(folder, name, register)
      const isOneShape = [...register.values()].every(({ shape }) => shape === SHAPE)
      await replaceFile(join(folder, FIGURES_FILE), figuresText(isOneShape))
      return {
        known: async () => [...register.values()].map(({ known }) => known),
        load: (reading, place) => written(folder, () => loadPackage(folder, register, reading, place)),
        close: () => lock.release(),
      }
    } catch (error) {
      await lock.release()
      throw error
    }
  })
}

/** Turns what the disk says into a problem of the store. */
async function written<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new StoreError({ code: 'disk.full', parameters: {} })
    const isOfDisk = error instanceof Error && 'syscall' in error
    if (isOfDisk) throw new StoreError({ code: 'disk.unwritable', parameters: { path } })
    throw error
  }
}

async function readRegister(folder: string): Promise<Map<string, Entry>> {
  const register = new Map<string, Entry>()
  for (const name of await namesIn(join(folder, REGISTER))) {
    if (!name.endsWith('.json')) continue
    const entry = JSON.parse(await readFile(join(folder, REGISTER, name), 'utf8')) as Entry
    register.set(entry.known.identity, entry)
  }
  return register
}

async function namesIn(folder: string): Promise<string[]> {
  const exists = await access(folder).then(
    () => true,
    () => false,
  )
  return exists ? readdir(folder) : []
}

type Register = Map<string, Entry>

async function loadPackage(folder: string, register: Register, reading: PackageReading, taken: TakenPlace) {
  const { summary } = reading
  const place = placeOfPackage(summary)
  const entry: Entry = { shape: SHAPE, known: knownPackage(summary), place, row: packageRow(summary, null) }
  const aside = join(folder, LOADING, summary.identity)
  await rm(aside, { recursive: true, force: true })
  const files: string[] = []
  const write = async (table: RelationCsv, at: Place) => {
    const file = join(aside, tablePath(table.relation.name, at))
    await mkdir(dirname(file), { recursive: true })
    await writeTableFile(file, table, at.officeId)
    files.push(file)
  }
  const revisions = [...revisionsOf(register, place), entry].sort((a, b) => a.known.revision - b.known.revision)
  const speaking = revisions.at(-1)?.place ?? place
  await write({ relation: PACKAGES, csv: csvOfRows(PACKAGES, packageRows(revisions)) }, speaking)
  if (taken.kind === 'current') {
    for (const { relation, rows } of statedRows(summary))
      await write({ relation, csv: csvOfRows(relation, rows) }, place)
    for (const table of tablesOf(reading)) await write(table, place)
  }
  await Promise.all(files.map(sync))
  await replaceFile(join(aside, ENTRY), JSON.stringify(entry))
  await settle(folder, summary.identity, register)
}

/** All revisions of a month, each with the one after it. */
function packageRows(revisions: readonly Entry[]): RelationRow[] {
  return revisions.map(({ row }, index) => ({ ...row, superseded_by: revisions[index + 1]?.known.identity ?? null }))
}

function revisionsOf(register: Register, { officeId, period }: Place): Entry[] {
  return [...register.values()].filter(({ place }) => place.officeId === officeId && place.period === period)
}

/** Moves a package that was written whole into place, or throws it away. May be done again at any point of it. */
async function settle(folder: string, identity: string, register: Register): Promise<void> {
  const aside = join(folder, LOADING, identity)
  const names = await namesIn(aside)
  if (names.includes(ENTRY)) {
    const entry = JSON.parse(await readFile(join(aside, ENTRY), 'utf8')) as Entry
    const paths = (await readdir(aside, { recursive: true })).filter((path) => path.endsWith('.parquet'))
    for (const path of paths) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await rename(join(aside, path), join(folder, path))
    }
    await removeOtherCompanies(folder, entry, register)
    await rename(join(aside, ENTRY), join(folder, REGISTER, `${identity}.json`))
    await sync(join(folder, REGISTER))
    register.set(identity, entry)
  }
  await rm(aside, { recursive: true, force: true })
}

/** An office that went to another company between two revisions of a month is not to be counted in both. */
async function removeOtherCompanies(folder: string, { known, place }: Entry, register: Register): Promise<void> {
  for (const other of revisionsOf(register, place)) {
    if (other.place.companyId === place.companyId) continue
    const earlier = other.known.revision > known.revision ? place : other.place
    for (const { name } of RELATIONS) await rm(join(folder, tablePath(name, earlier)), { force: true })
  }
}

function tablePath(relation: string, { companyId, period, officeId }: Place): string {
  const company = companyId === null ? UNKNOWN : encodeURIComponent(companyId).replaceAll('*', '%2A')
  return join(relation, `company_id=${company}`, `closing_period=${period}`, `${officeId}.parquet`)
}

/** So that it is still there after a power cut; Windows cannot and need not sync a folder. */
async function sync(path: string): Promise<void> {
  if (process.platform === 'win32' && !path.endsWith('.parquet')) return
  const handle = await open(path, 'r+').catch(() => open(path, 'r'))
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  const aside = `${file}.new`
  await writeFile(aside, text, { flush: true })
  await rename(aside, file)
}

/**
 * Paths are relative, so that the folder may be moved. Where files of several versions lie side by side, their columns
 * have to be put together by name, for which DuckDB opens all of them before the first question.
 */
function figuresText(isOneShape: boolean): string {
  const types = "hive_types = {'company_id': varchar, 'closing_period': varchar}"
  const together = isOneShape ? '' : 'union_by_name = true, '
  const tables = RELATIONS.map(
    ({ name }) =>
      `create or replace view ${name} as select * from\n` +
      `  read_parquet('${name}/*/*/*.parquet', ${together}hive_partitioning = true, ${types});\n`,
  )
  const figures = FIGURES.map(({ name, sql }) => `create or replace view ${name} as\n${sql};\n`)
  return [...tables, ...figures].join('\n')
}
