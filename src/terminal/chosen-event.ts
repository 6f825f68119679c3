/** The distribution that a word of the command line means: its id, or its place and day as `balance` lists them. */

import type { Client } from '../contract/client.ts'
import type { DistributionEvent } from '../contract/distributions.ts'
import { formatDay } from '../domain/day.ts'
import { searchKey } from '../domain/vietnamese.ts'
import { granted, UsageError } from './outlet.ts'

export async function listEvents(client: Client): Promise<DistributionEvent[]> {
  return granted(await client.query('distributions.list', { campaignId: null })).events
}

/** Place and day may be written without marks, the day as 20/11/2026 or 2026-11-20. Exactly one must be meant. */
export async function chosenEvent(client: Client, word: string): Promise<DistributionEvent> {
  const wanted = searchKey(word)
  const meant = (await listEvents(client)).filter(({ eventId, placeName, heldOn }) =>
    [eventId, `${placeName} ${formatDay(heldOn)}`, `${placeName} ${heldOn}`].some((name) => searchKey(name) === wanted),
  )
  const [event] = meant
  if (!event || meant.length > 1) throw new UsageError('event', word)
  return event
}
