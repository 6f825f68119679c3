/** What the counter shows, as it stands in the address: where it stands, and whose card is open. */

import type { Campaign } from '../../../contract/campaigns.ts'
import type { DistributionEvent } from '../../../contract/distributions.ts'
import type { Day } from '../../../domain/day.ts'

export interface CounterView {
  campaignId?: string | undefined
  /** `NO_EVENT` where gifts are handed over outside a distribution; absent where nobody chose yet. */
  eventId?: string | undefined
  householdId?: string | undefined
  /** The number of a receipt that was scanned or typed. */
  receipt?: string | undefined
}

export const NO_EVENT = 'none'

export function readCounterView({ campaignId, eventId, householdId, receipt }: Record<string, unknown>): CounterView {
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  return {
    campaignId: textOf(campaignId),
    eventId: textOf(eventId),
    householdId: textOf(householdId),
    receipt: textOf(receipt),
  }
}

/** The campaign that was chosen, else the one whose days hold today, else the one that began last. */
export function campaignAt(campaigns: readonly Campaign[], today: Day, chosenId?: string): Campaign | undefined {
  const chosen = campaigns.find(({ campaignId }) => campaignId === chosenId)
  const running = campaigns.find(({ from, to }) => from <= today && today <= to)
  return chosen ?? running ?? [...campaigns].sort((one, other) => other.from.localeCompare(one.from))[0]
}

/** The distribution that was chosen, else the only one that is held today; null outside one. */
export function eventAt(
  events: readonly DistributionEvent[],
  today: Day,
  chosenId: string | undefined,
): DistributionEvent | null {
  if (chosenId === NO_EVENT) return null
  const [heldToday, ...others] = events.filter(({ heldOn }) => heldOn === today)
  return events.find(({ eventId }) => eventId === chosenId) ?? (others.length === 0 && heldToday ? heldToday : null)
}

/** The last day that a gift may be dated at: today, or the campaign's own last one. */
export function dayToBeginWith(campaign: Campaign, event: DistributionEvent | null, today: Day): Day {
  const latest = today < campaign.to ? today : campaign.to
  return event && event.heldOn < latest ? event.heldOn : latest
}

/**
 * How many gifts are expected at a distribution or in a whole campaign; null where nobody knows, as where a target
 * counts households and each may get several gifts.
 */
export function expectedCount(campaign: Campaign, event: DistributionEvent | null): number | null {
  if (event) return event.householdCount
  if (campaign.grantedBy === 'list') return campaign.grantedCount
  return campaign.giftsPerHousehold === 1 ? campaign.targetHouseholds : null
}

/** Where the counter stood last, while the window is open: another screen and back leads there. */
let last: Pick<CounterView, 'campaignId' | 'eventId'> = {}

export function standAt(place: Pick<CounterView, 'campaignId' | 'eventId'>): void {
  last = place
}

export function lastPlace(): Pick<CounterView, 'campaignId' | 'eventId'> {
  return last
}
