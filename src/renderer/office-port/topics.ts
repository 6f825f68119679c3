/** Which answers grow stale when something changes in the ledger. */

import type { Query } from '@tanstack/react-query'
import { TOPICS, type Topic } from '../../contract/call.ts'
import type { QueryName } from '../../contract/contract.ts'

const EVERYTHING: readonly Topic[] = TOPICS

const TOPICS_OF: Record<QueryName, readonly Topic[]> = {
  'office.describe': ['office', 'months'],
  'session.start': [],
  'households.search': ['households', 'imports'],
  'households.outline': ['households', 'imports', 'gifts', 'campaigns'],
  'households.page': ['households', 'imports', 'gifts', 'repairs'],
  'households.count': ['households', 'imports', 'gifts', 'campaigns'],
  'households.totals': ['households', 'imports', 'gifts', 'repairs', 'campaigns'],
  'households.copy': [],
  'households.get': ['households', 'imports', 'gifts', 'repairs'],
  'duplicates.list': ['households', 'imports'],
  'duplicates.get': ['households', 'imports', 'gifts', 'repairs'],
  'duplicates.like': ['households', 'imports'],
  'filters.list': ['filters'],
  'idCards.match': ['households', 'imports'],
  // Asked anew each time.
  'papers.checkTaking': [],
  'papers.find': ['households', 'gifts', 'repairs'],
  'communes.find': ['office', 'households', 'imports'],
  'communes.table': ['office'],
  'imports.list': ['imports'],
  // What a list says depends on nothing but its reading.
  'imports.rows': [],
  'campaigns.list': ['campaigns', 'gifts', 'households', 'imports', 'stock'],
  'giftLists.list': ['campaigns'],
  'giftLists.propose': ['campaigns', 'gifts', 'households', 'imports'],
  'giftLists.entries': ['campaigns', 'households'],
  'giftLists.grants': ['campaigns', 'gifts', 'distributions', 'households'],
  'gifts.card': ['campaigns', 'gifts', 'distributions', 'stock', 'scans', 'households', 'imports', 'months'],
  'gifts.list': ['campaigns', 'gifts', 'households', 'scans'],
  'gifts.receipt': ['gifts', 'distributions', 'households'],
  'distributions.list': ['distributions', 'gifts', 'scans', 'stock'],
  'distributions.get': ['distributions', 'gifts', 'scans', 'households'],
  'distributions.candidates': ['campaigns', 'distributions', 'gifts', 'households', 'imports'],
  'distributions.missingPapers': ['distributions', 'gifts', 'scans', 'households', 'repairs'],
  'stock.places': ['stock', 'campaigns'],
  'stock.onHand': ['stock', 'gifts'],
  'stock.card': ['stock', 'gifts'],
  'stock.slips': ['stock'],
  'scans.queue': ['scans', 'gifts', 'repairs'],
  'scans.pages': ['scans', 'gifts', 'repairs'],
  'scans.findPaper': ['scans', 'gifts', 'repairs'],
  'scans.ofPaper': ['scans'],
  'repairs.list': ['repairs', 'households'],
  'repairs.find': ['repairs'],
  'repairs.ofHousehold': ['repairs', 'households'],
  'repairs.costs': ['repairs', 'households', 'campaigns'],
  'repairs.known': ['repairs'],
  'confirmations.list': ['repairs', 'households', 'scans'],
  'confirmations.get': ['repairs', 'households', 'scans'],
  'repairs.get': ['repairs', 'households', 'campaigns', 'scans', 'stock'],
  'months.list': EVERYTHING,
  'months.corrections': ['months'],
  'months.check': EVERYTHING,
  'inbox.overview': ['inbox'],
  'inbox.conflicts': ['inbox'],
  'indicators.ofMonth': ['months'],
  'indicators.definitions': ['months'],
  'journal.page': EVERYTHING,
  'journal.verify': EVERYTHING,
}

export function isTouched(query: Pick<Query, 'queryKey'>, topics: readonly Topic[]): boolean {
  const [call] = query.queryKey
  const own = TOPICS_OF[call as QueryName] ?? EVERYTHING
  return topics.some((topic) => own.includes(topic))
}
