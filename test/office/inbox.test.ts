/** The inbox of a company with three offices that send three months, as its clerk sees it. */

import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import { period } from '../../src/domain/period.ts'
import { readConflicts } from '../../src/month-end/acknowledgement.ts'
import { writeRevocation, writeRotation } from '../../src/month-end/key-statements.ts'
import { citizenIdHmac } from '../../src/month-end/profile.ts'
import { makeSigningKey, type SigningKey } from '../../src/month-end/signing-key.ts'
import { programmeKey, programmeKeyFile, takeIn, takeInKey, takeInOfficeKeys } from '../support/inbox.ts'
import { type SentPackage, sendMonth, sendRevision } from '../support/many-packages.ts'
import { freshFolder, inside } from '../support/month-end.ts'
import { keyOfSeed } from '../support/month-end-content.ts'
import { granted, openWorkingOffice, refusedWith, type TestOffice } from '../support/office.ts'

const OFFICES = 3
const MONTHS = 3
const SIZE = { gifts: 12, repairs: 3 }
const JANUARY = period('2026-01')
const FEBRUARY = period('2026-02')
const MARCH = period('2026-03')

const root = freshFolder()
const sender = (office: number, folder = join(root, `office-${office}`)) => ({ office, folder, size: SIZE })
/** By office, then by month. */
const sent: SentPackage[][] = []
/** February of office 1 once more, before March: what the office sends when it opened the month again. */
let revised: SentPackage

beforeAll(async () => {
  for (let office = 1; office <= OFFICES; office++) {
    const ofOffice: SentPackage[] = []
    for (let month = 0; month < MONTHS; month++) {
      ofOffice.push(await sendMonth(sender(office), month, ofOffice.at(-1) ?? null))
    }
    sent.push(ofOffice)
  }
  const another = { ...sender(1, inside(root)), size: { ...SIZE, gifts: 13 } }
  revised = await sendRevision(another, 1, (sent[0] ?? []).slice(0, 2))
}, 120_000)

/** A package of the fixture: offices from 1, months from 0. */
function of(office: number, month: number): SentPackage {
  const found = sent[office - 1]?.[month]
  if (!found) throw new Error(`Office ${office} sent no month ${month}`)
  return found
}

/** A company's office that knows the keys of the three. */
async function openCompany(): Promise<TestOffice> {
  const opened = await openWorkingOffice()
  await takeInOfficeKeys(opened.client, join(opened.folder, 'given'), OFFICES)
  return opened
}

const overview = async (client: Client) => granted(await client.query('inbox.overview', {}))
const filesKept = (folder: string) =>
  existsSync(join(folder, 'received')) ? readdirSync(join(folder, 'received')) : []

describe('a package that comes', () => {
  test('of a new month is told with all it brings, and is kept once a person said so', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    const { file, identity } = of(1, 0)
    const preview = granted(await client.job('inbox.preview', { path: file }))
    expect(preview).toMatchObject({ state: 'new', faults: [], missing: { months: [], sequences: [] } })
    expect(preview.summary?.figures).toMatchObject({ handoverCount: 12, giftsDong: 6_000_000, repairCount: 3 })
    const [households] = preview.difference
    expect(households).toMatchObject({ table: 'households', added: 12, removed: 0, changed: 0 })
    expect((await overview(client)).months).toEqual([])

    expect(granted(await client.job('inbox.takeIn', { path: file, identity })).state).toBe('new')
    expect(filesKept(folder)).toEqual([`${identity}.zip`])
    expect(readFileSync(join(folder, 'received', `${identity}.zip`))).toEqual(readFileSync(file))
    const { months } = await overview(client)
    expect(months).toHaveLength(1)
    expect(months[0]).toMatchObject({ period: JANUARY, receivedCount: 1, missingCount: 0 })
    expect(months[0]?.offices[0]).toMatchObject({
      officeId: 'PC001',
      officeName: 'Đội Quản lý Điện lực khu vực 1',
      received: { identity, revision: 1, takenInBy: 'Trần Thị Thu' },
      superseded: [],
    })
    const { rows } = granted(await client.query('journal.page', { before: null, limit: 1 }))
    expect(rows[0]).toMatchObject({ command: 'inbox.takeIn', subject: identity })
  })

  test('a second time changes nothing', async () => {
    await using company = await openCompany()
    const { client } = company
    await takeIn(client, of(1, 0).file)
    const before = await overview(client)
    const { rowCount } = granted(await client.query('journal.verify', {}))
    const preview = granted(await client.job('inbox.preview', { path: of(1, 0).file }))
    expect(preview).toMatchObject({ state: 'known', difference: [] })
    expect(await takeIn(client, of(1, 0).file)).toBe('known')
    expect(await overview(client)).toEqual(before)
    expect(granted(await client.query('journal.verify', {})).rowCount).toBe(rowCount)
  })

  test('as a revision is told as a difference and takes the place of its predecessor, which is kept', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    for (const month of [0, 1]) await takeIn(client, of(1, month).file)
    const preview = granted(await client.job('inbox.preview', { path: revised.file }))
    expect(preview.state).toBe('revision')
    expect(preview.difference.find(({ table }) => table === 'households')).toMatchObject({ added: 1, removed: 0 })
    expect(await takeIn(client, revised.file)).toBe('revision')
    const february = (await overview(client)).months.find((month) => month.period === FEBRUARY)
    expect(february?.figures.handoverCount).toBe(13)
    expect(february?.offices[0]).toMatchObject({
      received: { identity: revised.identity, revision: 2 },
      superseded: [{ identity: of(1, 1).identity, revision: 1 }],
    })
    expect(filesKept(folder)).toHaveLength(3)
  })

  test('behind a later revision is kept without a voice', async () => {
    await using company = await openCompany()
    const { client } = company
    await takeIn(client, revised.file)
    expect(await takeIn(client, of(1, 1).file)).toBe('superseded')
    const [february] = (await overview(client)).months
    expect(february?.offices[0]?.received?.identity).toBe(revised.identity)
  })

  test('with the sequence of another is a fork: refused with words, and nothing is kept', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    for (const month of [0, 1, 2]) await takeIn(client, of(1, month).file)
    const preview = granted(await client.job('inbox.preview', { path: revised.file }))
    expect(preview).toMatchObject({ state: 'fork', difference: [] })
    expect(preview.forkDetail).toContain('sequence 3 is known as')
    const { identity } = revised
    expect(refusedWith(await client.job('inbox.takeIn', { path: revised.file, identity }))).toBe('inbox.fork')
    expect(filesKept(folder)).toHaveLength(3)
  })

  test('with a byte changed is told by its faults, and nothing is kept', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    const path = join(folder, 'spoilt.zip')
    const bytes = readFileSync(of(1, 0).file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
    writeFileSync(path, bytes)
    const preview = granted(await client.job('inbox.preview', { path }))
    expect(preview.state).toBe('faulty')
    expect(preview.faults.length).toBeGreaterThan(0)
    const { identity } = of(1, 0)
    expect(refusedWith(await client.job('inbox.takeIn', { path, identity }))).toBe('inbox.faulty')
    expect((await overview(client)).months).toEqual([])
    expect(filesKept(folder)).toEqual([])
  })

  test('of an office whose key is not known is not believed', async () => {
    await using company = await openWorkingOffice()
    const preview = granted(await company.client.job('inbox.preview', { path: of(1, 0).file }))
    expect(preview.state).toBe('faulty')
    expect(preview.faults.map(({ code }) => code)).toEqual(['signature.unknownKey'])
  })

  test('with other content than was looked at is refused, and so is a folder or a file that is gone', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    const { identity } = of(1, 0)
    const takeInAs = async (path: string) => refusedWith(await client.job('inbox.takeIn', { path, identity }))
    expect(await takeInAs(of(1, 1).file)).toBe('inbox.fileChanged')
    expect(await takeInAs(folder)).toBe('inbox.unpacked')
    expect(await takeInAs(join(folder, 'gone.zip'))).toBe('file.missing')
    expect(filesKept(folder)).toEqual([])
  })
})

describe('what is missing', () => {
  test('is told by the calendar and by sequence, before the package is taken in and afterwards', async () => {
    await using company = await openCompany()
    const { client } = company
    for (const month of [0, 1, 2]) await takeIn(client, of(2, month).file)
    await takeIn(client, of(1, 0).file)
    const preview = granted(await client.job('inbox.preview', { path: of(1, 2).file }))
    const gap = { officeId: 'PC001', ledgerId: of(1, 0).closing.ledgerId, first: 2, last: 2 }
    expect(preview.missing).toEqual({ months: [FEBRUARY], sequences: [gap] })
    await takeIn(client, of(1, 2).file)

    const { months, missingSequences } = await overview(client)
    expect(months.map((month) => [month.period, month.receivedCount, month.missingCount])).toEqual([
      [MARCH, 2, 0],
      [FEBRUARY, 1, 1],
      [JANUARY, 2, 0],
    ])
    expect(months[1]?.offices[0]).toMatchObject({ officeId: 'PC001', received: null })
    expect(missingSequences).toEqual([gap])
    await takeIn(client, of(1, 1).file)
    expect((await overview(client)).missingSequences).toEqual([])
  })
})

test('three offices and three months: the sums of the company are those of the packages', async () => {
  await using company = await openCompany()
  const { client } = company
  for (const { file } of sent.flat()) await takeIn(client, file)
  const { months } = await overview(client)
  for (const [index, month] of months.toReversed().entries()) {
    const stated = sent.map((ofOffice) => ofOffice[index]?.closing.totals)
    const sum = (name: 'giftsDong' | 'repairsDong' | 'voidedDong') =>
      stated.reduce((total, totals) => total + (totals?.[name] ?? 0), 0)
    expect(month.figures).toMatchObject({
      giftsDong: sum('giftsDong'),
      repairsDong: sum('repairsDong'),
      voidedDong: sum('voidedDong'),
    })
    expect(month.offices.map(({ officeId }) => officeId)).toEqual(['PC001', 'PC002', 'PC003'])
  }
})

const conflicts = async (client: Client) =>
  granted(await client.query('inbox.conflicts', { period: JANUARY })).people.map(({ figure, helps }) => [
    figure,
    ...helps.map(({ officeId, period: on }) => `${officeId} ${on}`),
  ])

describe('a household that two offices helped', () => {
  const BOTH = [
    ['gifts', 'PC002 2026-01', 'PC003 2026-01'],
    ['repairs', 'PC002 2026-01', 'PC003 2026-01'],
  ]

  test('is found by kind, with its names, once the programme key is there, be it before or after', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    await takeIn(client, of(2, 0).file)
    await takeIn(client, of(3, 0).file)
    expect(await conflicts(client)).toEqual([])
    await takeInKey(client, programmeKeyFile(folder))
    expect(await conflicts(client)).toEqual(BOTH)
    const { people } = granted(await client.query('inbox.conflicts', { period: JANUARY }))
    expect(people[0]?.citizenIdHmac).toBe(citizenIdHmac(programmeKey, '001190000002'))
    expect(people[0]?.helps[0]).toMatchObject({ citizenIdMasked: '001******002' })
    expect(people[0]?.helps[0]?.headOfHousehold).toMatch(/\S/)

    await using other = await openCompany()
    await takeInKey(other.client, programmeKeyFile(folder))
    await takeIn(other.client, of(3, 0).file)
    await takeIn(other.client, of(2, 0).file)
    expect(await conflicts(other.client)).toEqual(BOTH)
  })

  test('is found anew under another programme key', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    await takeInKey(client, programmeKeyFile(folder))
    await takeIn(client, of(2, 0).file)
    await takeIn(client, of(3, 0).file)
    const next = new Uint8Array(32).fill(6)
    const path = programmeKeyFile(folder, next)
    expect(granted(await client.job('inbox.readKey', { path })).state).toBe('another')
    await takeInKey(client, path)
    const { people } = granted(await client.query('inbox.conflicts', { period: JANUARY }))
    expect(people[0]?.citizenIdHmac).toBe(citizenIdHmac(next, '001190000002'))
  })

  test('is written as a conflict file for each office, as an answer carries it', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    await takeInKey(client, programmeKeyFile(folder))
    for (const office of [1, 2, 3]) await takeIn(client, of(office, 0).file)
    const target = join(folder, 'conflicts')
    const written = granted(await client.job('inbox.writeConflicts', { period: JANUARY, folder: target }))
    expect(written.conflictCount).toBe(4)
    expect(written.files.map((file) => basename(file))).toEqual([
      'PC002_2026-01_r1.conflicts.json',
      'PC003_2026-01_r1.conflicts.json',
    ])
    const told = readConflicts(readFileSync(written.files[0] ?? ''))
    const other = { citizenIdHmac: citizenIdHmac(programmeKey, '001190000002'), officeId: 'PC003', period: '2026-01' }
    expect(told).toEqual([
      { ...other, figure: 'gifts' },
      { ...other, figure: 'repairs' },
    ])
    expect(refusedWith(await client.job('inbox.writeConflicts', { period: MARCH, folder: target }))).toBe(
      'inbox.noConflicts',
    )
  })

  test('that came masked first gives way to the full one of the same closing', async () => {
    await using company = await openCompany()
    const { client } = company
    const twice = { ...sender(2, inside(root)), programmeKey }
    const masked = await sendMonth(twice, 0, null, { profile: 'masked' })
    expect(await takeIn(client, masked.file)).toBe('new')
    expect(await takeIn(client, of(2, 0).file)).toBe('revision')
    expect(await takeIn(client, masked.file)).toBe('known')
    const [january] = (await overview(client)).months
    expect(january?.offices.find(({ officeId }) => officeId === 'PC002')?.received?.profile).toBe('full')
  })

  test('of another company is known by hash and masked form alone', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    await takeInKey(client, programmeKeyFile(folder))
    await takeIn(client, of(2, 0).file)
    const away = { ...sender(3, inside(root)), programmeKey }
    const masked = await sendMonth(away, 0, null, { profile: 'masked' })
    expect(await takeIn(client, masked.file)).toBe('new')
    expect(await conflicts(client)).toEqual(BOTH)
    const { people } = granted(await client.query('inbox.conflicts', { period: JANUARY }))
    expect(people[0]?.helps[1]).toMatchObject({
      officeId: 'PC003',
      headOfHousehold: null,
      citizenIdMasked: '001******002',
    })
    const next = await sendMonth(away, 1, masked, { profile: 'masked', previousPackage: 'f'.repeat(64) })
    expect(await takeIn(client, next.file)).toBe('new')
  })
})

const filesOf = (folder: string) => readdirSync(join(folder, 'keys')).sort()

describe('a key', () => {
  test('is taken in only with the fingerprint that was compared', async () => {
    await using company = await openWorkingOffice()
    const { client, folder } = company
    const path = programmeKeyFile(folder)
    expect(granted(await client.job('inbox.readKey', { path }))).toMatchObject({ kind: 'programme', state: 'new' })
    const wrong = { path, fingerprint: '0000 0000 0000 0000' }
    expect(refusedWith(await client.job('inbox.takeInKey', wrong))).toBe('inbox.keyChanged')
    expect((await overview(client)).programmeKey).toBeNull()
    await takeInKey(client, path)
    expect(granted(await client.job('inbox.readKey', { path })).state).toBe('known')
    expect((await overview(client)).programmeKey).toMatch(/^([0-9A-F]{4} ?){4}$/)
    const kept = join(folder, 'keys', 'programme-key.secret')
    if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600)
  })

  test('that the old one has signed for is told so', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    const path = join(folder, 'given', 'PC001.2.pub')
    const next = makeSigningKey()
    writeFileSync(path, next.publicKeyText)
    const stateOf = async () => granted(await client.job('inbox.readKey', { path })).state
    expect(await stateOf()).toBe('another')
    const facts = { officeId: 'PC001', newPublicKeyText: next.publicKeyText, rotatedAt: '2026-03-01T00:00:00.000Z' }
    const statement = (signer: SigningKey) => {
      const { json, minisig } = writeRotation(facts, signer)
      writeFileSync(join(folder, 'given', 'PC001.2.rotation.json'), json)
      writeFileSync(join(folder, 'given', 'PC001.2.rotation.json.minisig'), minisig)
    }
    statement(keyOfSeed(2))
    expect(await stateOf()).toBe('another')
    statement(keyOfSeed(1))
    expect(await stateOf()).toBe('vouched')
    await takeInKey(client, path)
    expect(await stateOf()).toBe('known')
  })

  test('that an office revoked no longer counts for what it closed afterwards', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    const { keyId } = keyOfSeed(1)
    const path = join(folder, 'given', 'PC001.revocation.json')
    const revokedAt = '2026-01-15T00:00:00.000Z'
    writeFileSync(path, writeRevocation({ officeId: 'PC001', keyId, revokedAt, reason: 'Mất máy' }))
    expect(granted(await client.job('inbox.readKey', { path }))).toMatchObject({
      kind: 'revocation',
      fingerprint: keyId,
    })
    await takeInKey(client, path)
    expect(granted(await client.job('inbox.readKey', { path })).state).toBe('known')
    const { faults } = granted(await client.job('inbox.preview', { path: of(1, 0).file }))
    expect(faults.map(({ code }) => code)).toEqual(['signature.revokedKey'])
  })

  test('is needed: without any nothing that comes is believed', async () => {
    await using company = await openWorkingOffice()
    rmSync(join(company.folder, 'keys'), { recursive: true })
    const { state, faults } = granted(await company.client.job('inbox.preview', { path: of(1, 0).file }))
    expect([state, faults.map(({ code }) => code)]).toEqual(['faulty', ['signature.unknownKey']])
  })

  test('of an office joins those it had before, and no other file is a key', async () => {
    await using company = await openCompany()
    const { client, folder } = company
    expect((await overview(client)).officeKeys).toEqual(['PC001', 'PC002', 'PC003', 'PC042'])
    const foreign = join(folder, 'given', 'PC001.pub')
    renameSync(join(folder, 'given', 'PC002.pub'), foreign)
    expect(granted(await client.job('inbox.readKey', { path: foreign })).state).toBe('another')
    await takeInKey(client, foreign)
    expect(granted(await client.job('inbox.readKey', { path: foreign })).state).toBe('known')
    expect(filesOf(folder).filter((name) => name.startsWith('PC001'))).toEqual(['PC001.2.pub', 'PC001.pub'])
    expect((await overview(client)).officeKeys).toEqual(['PC001', 'PC002', 'PC003', 'PC042'])
    const nameless = join(folder, 'given', 'key.pub')
    renameSync(foreign, nameless)
    expect(refusedWith(await client.job('inbox.readKey', { path: nameless }))).toBe('inbox.notAKey')
    expect(refusedWith(await client.job('inbox.readKey', { path: of(1, 0).file }))).toBe('inbox.notAKey')
  })
})

test('in whatever order the same packages come, the inbox is the same', async () => {
  const packages = [...sent.flatMap((ofOffice) => ofOffice.slice(0, 2)), revised]
  const stateAfter = async (order: readonly SentPackage[]) => {
    await using company = await openCompany()
    const { client, folder } = company
    await takeInKey(client, programmeKeyFile(folder))
    for (const { file } of order) await takeIn(client, file)
    const { months, missingSequences } = await overview(client)
    const told = { months, missingSequences, conflicts: await conflicts(client), files: filesKept(folder).sort() }
    return JSON.stringify(told).replaceAll(folder, '')
  }
  const expected = await stateAfter(packages)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(packages, { minLength: packages.length }), async (order) => {
      expect(await stateAfter(order)).toBe(expected)
    }),
    { numRuns: 5 },
  )
}, 120_000)
