/** The ledger of an office on the morning of a distribution: a list approved, a kit numbered, and three people. */

import { randomUUID } from 'node:crypto'
import type { Client } from '../../src/contract/client.ts'
import type { Sheet } from '../../src/contract/distributions.ts'
import { dayInVietnam } from '../../src/domain/day.ts'
import { openOffice } from '../../src/office/open-office.ts'
import {
  addPlace,
  approvedList,
  asPerson,
  distributionWithKit,
  grantOf,
  sheetsOf,
  takePapers,
} from '../support/gifts.ts'
import { connect, granted } from '../support/office.ts'
import { officePlace, PROFILE, temporaryFolder } from '../support/office-place.ts'
import { CAMPAIGN, HOUSEHOLD } from '../support/trade.ts'

/** Expected at the distribution, with a receipt each. */
export const EXPECTED = 50
const SPARES = 5
const HAMLETS = ['Thôn Đông', 'Thôn Đoài', 'Thôn Hạ', 'Thôn Thượng', 'Tổ 3']
const SURNAMES = ['Bàn', 'Hoàng', 'Lò', 'Ma', 'Nông', 'Tô', 'Vi', 'Lường', 'Quàng', 'Đàm', 'Triệu']
const GIVEN = ['Thị Được', 'Văn Hải', 'Thu Hoà', 'Bá Khánh', 'Diệu Lan']

export const CLERK = 'Lê Văn Cường'
export const SUPERVISOR = 'Phạm Thị Nga'

export interface EventDay {
  folder: string
  campaignId: string
  eventId: string
  /** Of everybody expected, in the kit's order. */
  receipts: (Sheet & { household: NonNullable<Sheet['household']> })[]
  spares: Sheet[]
  /** Granted a gift by the list, but not expected at the distribution. */
  lateComer: string
}

/** A name nobody else has: surname, middle and given names in their turns. */
const nameOf = (index: number) => `${SURNAMES[index % SURNAMES.length]} ${GIVEN[Math.floor(index / SURNAMES.length)]}`

async function registerAll(client: Client): Promise<string[]> {
  const householdIds: string[] = []
  for (let index = 0; index <= EXPECTED; index += 1) {
    const name = nameOf(index)
    const facts = {
      ...HOUSEHOLD,
      headOfHousehold: name,
      citizenId: `001${151 + (index % 40)}${String(index).padStart(6, '0')}`,
      customerCode: null,
      hamlet: HAMLETS[index % HAMLETS.length] ?? null,
      members: [{ fullName: `${name} Em`, birthYear: 1990, relation: 'con' }],
    }
    householdIds.push(granted(await client.command('households.register', facts)).householdId)
  }
  return householdIds
}

export async function eventDay(): Promise<EventDay> {
  const folder = temporaryFolder()
  const office = openOffice(officePlace(folder, { clock: Date.now }))
  const client = connect(office)
  const person = { fullName: 'Trần Thị Thu', role: 'administrator' as const }
  const { personId } = granted(await client.command('office.setUp', { ...PROFILE, person }))
  granted(await client.query('session.start', { personId }))
  const supervisor = await asPerson({ client, office }, SUPERVISOR, 'supervisor')
  await asPerson({ client, office }, CLERK, 'clerk')

  const today = dayInVietnam(Date.now())
  const terms = { ...CAMPAIGN, name: 'Tri ân khách hàng', grantedBy: 'list' as const, from: today, to: today }
  const { campaignId, giftPackageIds } = granted(await client.command('campaigns.open', terms))
  const [giftPackageId = randomUUID()] = giftPackageIds
  const householdIds = await registerAll(client)
  const entries = householdIds.map((householdId) => grantOf(householdId, giftPackageId))
  await approvedList(client, supervisor, campaignId, entries)
  const placeId = await addPlace(client, 'distributionPoint', 'Nhà văn hoá Thôn Đông')
  const expected = householdIds.slice(0, EXPECTED).map((householdId) => ({ householdId, giftPackageId }))
  const eventId = await distributionWithKit(client, {
    campaignId,
    placeId,
    expected,
    heldOn: today,
    spareCount: SPARES,
  })
  // The kit lies printed on the table: the counter prints nothing but what it makes itself.
  const parts = ['signOffList', 'receipts', 'pickList', 'blanks'] as const
  await takePapers(client, granted(await client.job('papers.kit', { eventId, layout: 'A4', parts: [...parts] })))
  const sheets = await sheetsOf(client, eventId)
  await office.close()
  return {
    folder,
    campaignId,
    eventId,
    receipts: sheets.flatMap((sheet) => (sheet.household ? [{ ...sheet, household: sheet.household }] : [])),
    spares: sheets.filter(({ household }) => household === null),
    lateComer: nameOf(EXPECTED),
  }
}

/** What became of the papers, asked of the ledger after the window was closed. */
export async function sheetsAfterwards({ folder, eventId }: EventDay) {
  const office = openOffice(officePlace(folder, { clock: Date.now }))
  const client = connect(office)
  const { people } = granted(await client.query('office.describe', {}))
  granted(await client.query('session.start', { personId: people[0]?.personId ?? '' }))
  const { event, sheets } = granted(await client.query('distributions.get', { eventId }))
  await office.close()
  return { balance: event.balance, sheets }
}
