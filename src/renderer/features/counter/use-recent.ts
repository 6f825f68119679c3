/** What was handed over last, and how much in all: asked once for everybody on the screen. */

import type { Campaign } from '../../../contract/campaigns.ts'
import type { Output } from '../../../contract/contract.ts'
import type { DistributionEvent } from '../../../contract/distributions.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'

const MOST_RECENT = 50

export function useRecent({ campaignId }: Campaign, event: DistributionEvent | null): Output<'gifts.list'> | undefined {
  const wanted = { campaignId, eventId: event?.eventId ?? null, limit: MOST_RECENT }
  return useOfficeQuery('gifts.list', wanted, { keeps: true }).data
}
