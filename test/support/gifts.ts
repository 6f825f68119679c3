/** Lists, stores and distributions, asked of an office as its people would. */

import type { Client } from '../../src/contract/client.ts'
import type { Input } from '../../src/contract/contract.ts'
import { type Day, day } from '../../src/domain/day.ts'
import type { Role } from '../../src/domain/role.ts'
import { connect, granted, type TestOffice } from './office.ts'
import { NOVEMBER_20 } from './trade.ts'

/** A port at which somebody else sits. */
export async function asPerson(
  { client, office }: Pick<TestOffice, 'client' | 'office'>,
  fullName: string,
  role: Role,
): Promise<Client> {
  const { personId } = granted(await client.command('people.add', { fullName, role }))
  const theirs = connect(office)
  granted(await theirs.query('session.start', { personId }))
  return theirs
}

type Taking = Input<'papers.noteTaking'>
export type ListEntry = Input<'giftLists.drawUp'>['entries'][number]

export function grantOf(householdId: string, giftPackageId: string): ListEntry {
  return { householdId, giftPackageId, action: 'grant', reason: null }
}

export function withdrawalOf(householdId: string, giftPackageId: string, reason = 'Đã chuyển đi'): ListEntry {
  return { householdId, giftPackageId, action: 'withdraw', reason }
}

/** One person draws a list up, another approves it. */
export async function approvedList(one: Client, second: Client, campaignId: string, entries: ListEntry[]) {
  const drawnUp = granted(await one.command('giftLists.drawUp', { campaignId, title: null, entries }))
  granted(await second.command('giftLists.approve', { listId: drawnUp.listId, decisionNumber: null }))
  return drawnUp
}

type PlaceKind = Input<'stock.addPlace'>['kind']

export async function addPlace(client: Client, kind: PlaceKind, name: string): Promise<string> {
  return granted(await client.command('stock.addPlace', { kind, name, addressText: null })).placeId
}

export async function planDistribution(
  client: Client,
  {
    campaignId,
    placeId,
    expected,
    heldOn = NOVEMBER_20,
  }: {
    campaignId: string
    placeId: string
    expected: Input<'distributions.plan'>['expected']
    heldOn?: Day
  },
): Promise<string> {
  const staff = [{ fullName: 'Trần Thị Thu', title: 'Cán bộ' }]
  const witnesses = [{ fullName: 'Y Bhăm', title: 'Trưởng thôn' }]
  const plan = { campaignId, placeId, heldOn, staff, witnesses, note: null, expected }
  return granted(await client.command('distributions.plan', plan)).eventId
}

/** A distribution whose papers are numbered. */
export async function distributionWithKit(
  client: Client,
  plan: Parameters<typeof planDistribution>[1] & { spareCount?: number },
): Promise<string> {
  const eventId = await planDistribution(client, plan)
  granted(await client.command('distributions.issueKit', { eventId, spareCount: plan.spareCount ?? 0 }))
  return eventId
}

export async function sheetsOf(client: Client, eventId: string) {
  return granted(await client.query('distributions.get', { eventId })).sheets
}

/** Takes a file of papers as a window does that opens it: only then are they printed. */
export async function takePapers(client: Client, { file }: { file: string }, bent: Partial<Taking> = {}) {
  return granted(
    await client.command('papers.noteTaking', { file, pages: null, copies: 1, way: 'file', printer: null, ...bent }),
  )
}

/** A clock that stands on a day at half past eight in Vietnam, and can be put forward. */
export function calendar(on: Day = NOVEMBER_20) {
  let now = Date.parse(`${on}T01:30:00Z`)
  return {
    clock: () => {
      now += 1000
      return now
    },
    turnTo(another: Day): void {
      now = Date.parse(`${another}T01:30:00Z`)
    },
  }
}

export const NOVEMBER_21 = day('2026-11-21')
