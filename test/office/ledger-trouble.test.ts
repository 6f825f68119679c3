import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { EnvironmentCode } from '../../src/contract/failure.ts'
import { period } from '../../src/domain/period.ts'
import { ledgerFile, openLedger } from '../../src/ledger/open-ledger.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { MIGRATIONS, tamper } from '../support/ledger.ts'
import { connect, failed, granted, openWorkingOffice } from '../support/office.ts'
import { officePlace, PROFILE, temporaryFolder } from '../support/office-place.ts'
import { certifiedRepair } from '../support/repairs.ts'
import { closeMonth, HOUSEHOLD, registerHousehold } from '../support/trade.ts'

/** A ledger with a month that was closed and packed; the office that did so is gone. */
const worked = temporaryFolder()
let packageName = ''

beforeAll(async () => {
  const office = openOffice(officePlace(worked))
  const client = connect(office)
  const person = { fullName: 'Trần Thị Thu', role: 'administrator' as const }
  const { personId } = granted(await client.command('office.setUp', { ...PROFILE, person }))
  granted(await client.query('session.start', { personId }))
  await certifiedRepair(client, await registerHousehold(client, 'Nguyễn Thị Lan'))
  granted(await closeMonth(client, period('2026-11')))
  const { file } = granted(await client.job('months.package', { period: period('2026-11'), folder: null }))
  packageName = basename(file)
  await office.close()
})

afterAll(() => rmSync(worked, { recursive: true, force: true }))

/** A copy of that ledger, for one test to spoil. */
function copiedFolder(): string {
  const folder = temporaryFolder()
  cpSync(worked, folder, { recursive: true })
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const TROUBLES: [EnvironmentCode, (folder: string) => undefined | (() => void)][] = [
  [
    'ledger.sealBroken',
    (folder) => {
      const bytes = readFileSync(ledgerFile(folder))
      const at = bytes.indexOf('Krông Pắc')
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      writeFileSync(ledgerFile(folder), bytes)
    },
  ],
  [
    'ledger.fromNewerVersion',
    (folder) => {
      rmSync(`${ledgerFile(folder)}.seal`)
      tamper(folder, (database) => database.exec("INSERT INTO __drizzle_migrations VALUES (9, 'later', 9999999999999)"))
    },
  ],
  [
    'ledger.inUse',
    (folder) => {
      const held = new BetterSqlite3(ledgerFile(folder))
      held.pragma('locking_mode = EXCLUSIVE')
      held.exec('BEGIN IMMEDIATE; COMMIT')
      return () => held.close()
    },
  ],
  [
    'ledger.notALedger',
    (folder) => {
      writeFileSync(ledgerFile(folder), 'Danh sách\n'.repeat(1000))
      rmSync(`${ledgerFile(folder)}.seal`)
    },
  ],
  ['ledger.damaged', (folder) => rmSync(ledgerFile(folder)) as undefined],
  [
    'disk.unwritable',
    (folder) => {
      rmSync(folder, { recursive: true })
      writeFileSync(folder, 'a file in the way')
    },
  ],
]

describe.each(TROUBLES)('%s', (code, makeTrouble) => {
  test('is what every call says, and a package can be checked all the same', async () => {
    const folder = copiedFolder()
    const packed = join(worked, 'packages', packageName)
    const end = makeTrouble(folder)
    const office = openOffice(officePlace(folder))
    const client = connect(office)
    const description = granted(await client.query('office.describe', {}))
    expect(description).toMatchObject({ ledgerFailure: { problem: { code } }, office: null, people: [] })
    const personId = '01940000-0000-7000-8000-00000000abcd'
    const person = { fullName: 'Lê Văn Lâm', role: 'manager' as const }
    for (const reply of [
      await client.query('session.start', { personId }),
      await client.command('office.setUp', { ...PROFILE, person }),
    ]) {
      expect(failed<unknown>(reply)).toMatchObject({ family: 'environment', problem: { code } })
    }
    const verified = granted(await client.job('packages.verify', { path: packed, keysFolder: null }))
    expect(verified.summary?.period).toBe('2026-11')
    await office.close()
    end?.()
  })
})

test('when the other program lets go of the ledger, the office goes on', async () => {
  const folder = copiedFolder()
  const other = openLedger({ folder, migrationsFolder: MIGRATIONS })
  const office = openOffice(officePlace(folder))
  const client = connect(office)
  expect(granted(await client.query('office.describe', {})).ledgerFailure).toMatchObject({
    problem: { code: 'ledger.inUse' },
  })
  other.close()
  const { people, ledgerFailure } = granted(await client.query('office.describe', {}))
  expect(ledgerFailure).toBeNull()
  granted(await client.query('session.start', { personId: people[0]?.personId ?? '' }))
  await registerHousehold(client, 'Trần Văn Đạt')
  await office.close()
})

test('our own mistake has a number; the log says where, and nothing of what was typed', async () => {
  await using opened = await openWorkingOffice({ checksAnswers: false })
  const { client, folder } = opened
  // A ledger from which somebody dropped a table while it is open is nothing the office can foresee.
  const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
  expect(householdId).not.toBe('')
  await opened.office.close()
  rmSync(`${ledgerFile(folder)}.seal`)
  tamper(folder, (database) => database.exec('DROP TABLE household_search'))
  const office = openOffice(officePlace(folder, { checksAnswers: false }))
  const broken = connect(office)
  const { people } = granted(await broken.query('office.describe', {}))
  granted(await broken.query('session.start', { personId: people[0]?.personId ?? '' }))
  const failure = failed(await broken.command('households.register', HOUSEHOLD))
  if (failure.family !== 'defect') throw new Error(JSON.stringify(failure))
  expect(failure.incident).toMatch(/^2026-12-01-[0-9a-f]{6}$/)
  const log = join(folder, 'log', 'incidents.log')
  const logged = readFileSync(log, 'utf8')
  expect(logged).toContain(failure.incident)
  expect(logged).toContain('SQLITE_ERROR')
  expect(logged).toContain('household-search.ts')
  for (const personal of ['Được', 'duoc', HOUSEHOLD.citizenId ?? '', HOUSEHOLD.customerCode ?? '']) {
    expect(logged).not.toContain(personal)
  }
  rmSync(log)
  granted(await broken.query('office.describe', {}))
  await office.close()
})
