/** Received packages as the ledger keeps them: whose paper stands, which revision speaks, what is never changed. */

import { expect, test } from 'vitest'
import type { PackageRow } from '../../src/domain/inbox.ts'
import type { TableName } from '../../src/domain/package-tables.ts'
import { period } from '../../src/domain/period.ts'
import { all, type Writer } from '../../src/ledger/connection.ts'
import {
  addReceivedPackage,
  forgetOwnHashes,
  helpsOfSharedPeople,
  knownPackages,
  listReceivedPackages,
  notePeople,
  rowsOfPackage,
} from '../../src/ledger/inbox.ts'
import { openTestLedger, PERSON_ID, RECORDED_AT } from '../support/ledger.ts'

interface Sent {
  office: string
  month?: string
  sequence?: number
  revision?: number
  profile?: 'full' | 'masked'
  rows?: PackageRow[]
}

const row = (table: TableName, key: string, content: object): PackageRow => ({
  table,
  key,
  content: JSON.stringify(content),
})
const NOVEMBER = period('2026-11')
const LAN = row('households', 'h1', { head_of_household: 'Nguyễn Thị Lan', citizen_id: '001151000001' })
const GIFT = row('gift-handovers', 'g1', { household_id: 'h1' })
const repair = (certifiedOn: string | null) =>
  row('repairs', 'r1', { household_id: 'h1', ...(certifiedOn && { certified_on: certifiedOn }) })

/** Keeps a package and hashes its people with a hash that can be read. */
function receive(
  writer: Writer,
  { office, month = '2026-11', sequence = 1, revision = 1, profile = 'full', rows = [LAN, GIFT] }: Sent,
): string {
  const identity = `${office} ${month} r${revision}`
  addReceivedPackage(
    writer,
    {
      ...{
        identity,
        packageName: identity,
        officeId: office,
        ledgerId: `ledger of ${office}`,
        period: month,
        sequence,
      },
      ...{ revision, previousPackage: null, supersedes: null, profile, fileName: `${identity}.zip` },
      ...{ document: JSON.stringify({ officeName: `Đội ${office}` }), takenInAt: RECORDED_AT, personId: PERSON_ID },
    },
    rows,
  )
  notePeople(writer, identity, (household) => household.citizen_id ?? household.citizen_id_hmac ?? null)
  return identity
}

/** What stands of shared people after these packages, one word each. */
function standing(...packages: Sent[]): string[] {
  using opened = openTestLedger()
  const { ledger } = opened
  ledger.transact((writer) => {
    for (const sent of packages) receive(writer, sent)
  })
  return helpsOfSharedPeople(ledger.reader, NOVEMBER).map(
    ({ officeId, period: month, figure }) => `${officeId} ${month} ${figure}`,
  )
}

test('a person whom two offices name is told with every help that stands, once a month and kind', () => {
  const twice = [LAN, GIFT, row('gift-handovers', 'g2', { household_id: 'h1' }), repair('2026-11-20')]
  expect(standing({ office: 'PC042', rows: twice }, { office: 'PC043' })).toEqual([
    'PC042 2026-11 gifts',
    'PC042 2026-11 repairs',
    'PC043 2026-11 gifts',
  ])
})

test('a person whom one office names in two months is nobody else’s', () => {
  expect(standing({ office: 'PC042' }, { office: 'PC042', month: '2026-12', sequence: 2 })).toEqual([])
})

test('a paper that was voided does not stand, be it in its own month or in a later one', () => {
  const voided = row('voids', 'v1', { document_id: 'g1' })
  const here = { office: 'PC042', rows: [LAN, GIFT, voided] }
  expect(standing(here, { office: 'PC043' })).toEqual(['PC043 2026-11 gifts'])
  const later = { office: 'PC042', month: '2026-12', sequence: 2, rows: [voided] }
  expect(standing({ office: 'PC042' }, { office: 'PC043' }, later)).toEqual(['PC043 2026-11 gifts'])
})

test('a void of another office is about another paper', () => {
  const voided = row('voids', 'v1', { document_id: 'g1' })
  const elsewhere = { office: 'PC044', rows: [voided] }
  expect(standing({ office: 'PC042' }, { office: 'PC043' }, elsewhere)).toHaveLength(2)
})

test('a repair without a certificate is none', () => {
  expect(standing({ office: 'PC042', rows: [LAN, repair(null)] }, { office: 'PC043' })).toEqual(['PC043 2026-11 gifts'])
})

test('what a revision replaced says nothing any more, and is there all the same', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  ledger.transact((writer) => {
    receive(writer, { office: 'PC042' })
    receive(writer, { office: 'PC043' })
    receive(writer, { office: 'PC042', revision: 2, sequence: 2, rows: [LAN] })
  })
  const { reader } = ledger
  expect(helpsOfSharedPeople(reader, NOVEMBER).map(({ officeId }) => officeId)).toEqual(['PC043'])
  expect(listReceivedPackages(reader).map(({ identity, isCurrent }) => [identity, isCurrent])).toEqual([
    ['PC042 2026-11 r1', false],
    ['PC042 2026-11 r2', true],
    ['PC043 2026-11 r1', true],
  ])
  expect(rowsOfPackage(reader, 'PC042 2026-11 r1')).toEqual([GIFT, LAN])
  expect(knownPackages(reader)).toHaveLength(3)
})

test('beyond one’s own company a person has a hash and a masked number, and no name', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  const masked = {
    head_of_household: 'Nguyễn Thị Lan',
    citizen_id_hmac: '001151000001',
    citizen_id_masked: '001***001',
  }
  ledger.transact((writer) => {
    receive(writer, { office: 'PC042' })
    receive(writer, { office: 'PD001', profile: 'masked', rows: [row('households', 'h1', masked), GIFT] })
  })
  const shown = { officeName: 'Đội PC042', headOfHousehold: 'Nguyễn Thị Lan', citizenId: '001151000001' }
  expect(helpsOfSharedPeople(ledger.reader, NOVEMBER)).toMatchObject([
    { officeId: 'PC042', ...shown },
    { officeId: 'PD001', headOfHousehold: null, citizenId: '001***001' },
  ])
  // Hashes of masked packages are the sender's; only those made here can be made anew.
  expect(ledger.transact((writer) => forgetOwnHashes(writer))).toEqual(['PC042 2026-11 r1'])
  expect(all(ledger.reader, 'SELECT identity FROM received_people')).toEqual([{ identity: 'PD001 2026-11 r1' }])
})

test.each([
  ['the same name', { office: 'PC042', sequence: 2 }],
  ['the same sequence', { office: 'PC042', month: '2026-12' }],
])('two packages of %s are not kept, whoever asks', (_what, other) => {
  using opened = openTestLedger()
  const { ledger } = opened
  ledger.transact((writer) => receive(writer, { office: 'PC042' }))
  expect(() => ledger.transact((writer) => receive(writer, other))).toThrow('UNIQUE')
})
