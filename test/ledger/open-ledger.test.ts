import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { LedgerProblem, ledgerProblemOf } from '../../src/ledger/ledger-problem.ts'
import { type Ledger, ledgerFile, openLedger } from '../../src/ledger/open-ledger.ts'
import { MIGRATIONS, openTestLedger, registryOf, takeIn } from '../support/ledger.ts'
import { REPOSITORY, temporaryFolder } from '../support/office-place.ts'
import { inventedRows } from '../support/people.ts'

function folderOfTest(): string {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const open = (folder: string) => openLedger({ folder, migrationsFolder: MIGRATIONS })

function problemOfOpening(folder: string): LedgerProblem {
  try {
    open(folder).close()
  } catch (error) {
    if (error instanceof LedgerProblem) return error
    throw error
  }
  throw new Error('The ledger opened')
}

/** A closed ledger with some households. */
function closedLedger(): string {
  const folder = folderOfTest()
  using opened = openTestLedger()
  takeIn(opened.ledger, inventedRows(30))
  opened.ledger.close()
  for (const name of readdirSync(opened.folder))
    writeFileSync(join(folder, name), readFileSync(join(opened.folder, name)))
  return folder
}

const pragma = (ledger: Ledger, name: string) => Object.values(ledger.reader.statement(`PRAGMA ${name}`).get() ?? {})[0]

test('every opening sets what SQLite itself would leave loose', () => {
  const folder = folderOfTest()
  for (let time = 0; time < 3; time++) {
    const ledger = open(folder)
    expect(pragma(ledger, 'journal_mode')).toBe('wal')
    expect(pragma(ledger, 'synchronous')).toBe(2)
    expect(pragma(ledger, 'locking_mode')).toBe('exclusive')
    expect(pragma(ledger, 'foreign_keys')).toBe(1)
    expect(pragma(ledger, 'recursive_triggers')).toBe(1)
    expect(pragma(ledger, 'trusted_schema')).toBe(0)
    expect(pragma(ledger, 'application_id')).toBe(0x53544131)
    ledger.close()
  }
})

test('a closed ledger is one file with its seal, and opens with what it held', () => {
  const folder = closedLedger()
  expect(readdirSync(folder).sort()).toEqual(['ledger.sqlite', 'ledger.sqlite.seal'])
  const ledger = open(folder)
  expect(existsSync(`${ledgerFile(folder)}.seal`)).toBe(false)
  expect(registryOf(ledger)).toHaveLength(30)
  ledger.close()
  ledger.close()
  expect(existsSync(`${ledgerFile(folder)}.seal`)).toBe(true)
})

/** Another process that opens the ledger of a folder, says how that went, and waits to be killed. */
const HOLDER = `
  const { openLedger } = await import(${JSON.stringify(pathToFileURL(join(REPOSITORY, 'src/ledger/open-ledger.ts')))})
  try {
    globalThis.held = openLedger({ folder: process.argv[1], migrationsFolder: ${JSON.stringify(MIGRATIONS)} })
    console.log('open')
    setInterval(() => {}, 1000)
  } catch (error) { console.log(error.code) }`
const HOLDER_ARGUMENTS = ['--input-type=module', '-e', HOLDER]

test('a ledger that this process holds is refused to another one', () => {
  using opened = openTestLedger()
  const said = execFileSync(process.execPath, [...HOLDER_ARGUMENTS, opened.folder], { encoding: 'utf8' })
  expect(said.trim()).toBe('inUse')
})

test('a ledger that another process holds is refused, and opens unsealed when that one was killed', async () => {
  const folder = closedLedger()
  const holder = spawn(process.execPath, [...HOLDER_ARGUMENTS, folder])
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  expect(problemOfOpening(folder).code).toBe('inUse')
  holder.kill('SIGKILL')
  await new Promise((resolve) => holder.once('exit', resolve))
  expect(existsSync(`${ledgerFile(folder)}.seal`)).toBe(false)
  const ledger = open(folder)
  expect(registryOf(ledger)).toHaveLength(30)
  ledger.close()
})

test('a file that is no database is left as it is', () => {
  const folder = folderOfTest()
  writeFileSync(ledgerFile(folder), 'Danh sách hộ nghèo năm 2026\n'.repeat(400))
  const before = readFileSync(ledgerFile(folder))
  expect(problemOfOpening(folder).code).toBe('notALedger')
  expect(readFileSync(ledgerFile(folder))).toEqual(before)
})

test('a database of somebody else is left as it is', () => {
  const folder = folderOfTest()
  const foreign = new BetterSqlite3(ledgerFile(folder))
  foreign.exec('CREATE TABLE songs (title TEXT); PRAGMA user_version = 7')
  foreign.close()
  const before = readFileSync(ledgerFile(folder))
  expect(problemOfOpening(folder).code).toBe('notALedger')
  expect(readFileSync(ledgerFile(folder))).toEqual(before)
})

test('one byte changed while the ledger was closed breaks its seal, and nothing is written to it', () => {
  const folder = closedLedger()
  const bytes = readFileSync(ledgerFile(folder))
  const at = bytes.indexOf('Thôn')
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(ledgerFile(folder), bytes)
  const problem = problemOfOpening(folder)
  expect(problem.code).toBe('sealBroken')
  expect(problem.detail).toBe('the structure is sound')
  expect(readFileSync(ledgerFile(folder))).toEqual(bytes)
})

test('what is gone of a ledger is told, and never replaced by an empty one', () => {
  const killed = (folder: string) => {
    writeFileSync(`${ledgerFile(folder)}-wal`, '')
    writeFileSync(`${ledgerFile(folder)}.open`, '')
    rmSync(`${ledgerFile(folder)}.seal`)
  }
  const faults: Record<string, (folder: string) => void> = {
    'the file of the ledger is missing': (folder) => rmSync(ledgerFile(folder)),
    'the file of the ledger is empty': (folder) => {
      killed(folder)
      truncateSync(ledgerFile(folder), 0)
    },
    'the write-ahead log of the ledger is missing': (folder) => {
      killed(folder)
      rmSync(`${ledgerFile(folder)}-wal`)
    },
  }
  for (const [detail, fault] of Object.entries(faults)) {
    const folder = closedLedger()
    fault(folder)
    const there = readdirSync(folder)
    expect(problemOfOpening(folder)).toMatchObject({ code: 'damaged', detail })
    expect(readdirSync(folder)).toEqual(there)
  }
})

test('a ledger whose making was cut short is made anew', () => {
  const folder = folderOfTest()
  writeFileSync(ledgerFile(folder), '')
  const ledger = open(folder)
  expect(registryOf(ledger)).toEqual([])
  ledger.close()
})

test('a page torn out of an unsealed ledger is found', () => {
  const folder = closedLedger()
  rmSync(`${ledgerFile(folder)}.seal`)
  const bytes = readFileSync(ledgerFile(folder))
  bytes.fill(0, 3 * 4096, 4 * 4096)
  writeFileSync(ledgerFile(folder), bytes)
  expect(problemOfOpening(folder).code).toBe('damaged')
})

test('a folder that cannot be written to is told', () => {
  const folder = folderOfTest()
  writeFileSync(join(folder, 'file'), '')
  expect(problemOfOpening(join(folder, 'file', 'ledger')).code).toBe('unwritable')
  mkdirSync(ledgerFile(folder))
  expect(problemOfOpening(folder).code).toBe('unwritable')
})

test('a full disk takes back the whole transaction, and the ledger goes on when there is room', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  takeIn(ledger, inventedRows(50))
  const before = registryOf(ledger)
  const pages = Number(pragma(ledger, 'page_count'))
  ledger.reader.statement(`PRAGMA max_page_count = ${pages + 4}`).get()
  let problem: LedgerProblem | null = null
  try {
    takeIn(ledger, inventedRows(5000, { first: 1000 }))
  } catch (error) {
    problem = ledgerProblemOf(error)
  }
  expect(problem?.code).toBe('diskFull')
  expect(registryOf(ledger)).toEqual(before)
  ledger.reader.statement('PRAGMA max_page_count = 1000000').get()
  expect(takeIn(ledger, inventedRows(5000, { first: 1000 })).inserted).toBe(5000)
})

test('what a transaction wrote before it failed is gone', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  expect(() =>
    ledger.transact((writer) => {
      writer.statement("INSERT INTO people VALUES ('x', 'Lê Văn Lâm', 'clerk', 1)").run()
      throw new Error('refused')
    }),
  ).toThrow('refused')
  expect(ledger.reader.statement('SELECT count(*) AS count FROM people').get()).toEqual({ count: 1 })
})
