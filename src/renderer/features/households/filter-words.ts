/** A filter in words: what a tab is called that somebody saves. */

import type { HouseholdFilter } from '../../../contract/households.ts'
import type { Text } from '../../text/texts.ts'

/** "Hộ nghèo, thiếu CCCD, có “đông”"; the campaign's name is told from outside. */
export function tellFilter(filter: HouseholdFilter, campaignName: string | null, text: Text): string {
  const { filters } = text.households
  const { category, missing, status, isDuplicate, notReceivedIn } = filter
  const parts = [
    category && text.trade.categories[category],
    missing && filters.inWords.missing(filters.missingFacts[missing]),
    status && text.trade.householdStatuses[status],
    isDuplicate && filters.inWords.duplicates,
    notReceivedIn && filters.notReceivedIn(campaignName ?? ''),
    filter.text && filters.inWords.text(filter.text),
  ]
  return parts.filter(Boolean).join(', ') || filters.inWords.everything
}
