/** What the screen of distributions shows, as it stands in the address. */

import { SHEET_FATES, type SheetFate } from '../../../domain/distribution.ts'

export interface DistributionsView {
  /** Only those of this campaign. */
  campaignId?: string | undefined
  /** The distribution that is open. */
  eventId?: string | undefined
  /** One is being planned: a new one, or the one that is open is changed. */
  plan?: 'new' | 'change' | undefined
  /** Only papers of this fate. */
  fate?: SheetFate | undefined
}

export function readDistributionsView(search: Record<string, unknown>): DistributionsView {
  const { campaignId, eventId, plan, fate } = search
  const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const isOpen = textOf(eventId) !== undefined
  return {
    campaignId: textOf(campaignId),
    eventId: textOf(eventId),
    plan: plan === 'new' || (plan === 'change' && isOpen) ? plan : undefined,
    fate: SHEET_FATES.find((known) => known === fate),
  }
}
