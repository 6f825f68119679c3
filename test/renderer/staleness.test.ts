/** A change in the ledger makes exactly those answers stale that show what was changed. */

import { expect, test } from 'vitest'
import { TOPICS } from '../../src/contract/call.ts'
import { isTouched } from '../../src/renderer/office-port/topics.ts'

const asked = (call: string) => ({ queryKey: [call, {}] })

test('a handover makes the card, the lists that show gifts and the month stale, not a search', () => {
  for (const call of [
    'gifts.card',
    'gifts.list',
    'campaigns.list',
    'households.get',
    'households.page',
    'households.count',
    'months.check',
    'journal.verify',
  ]) {
    expect(isTouched(asked(call), ['gifts', 'campaigns']), call).toBe(true)
  }
  for (const call of ['households.search', 'duplicates.list', 'filters.list', 'repairs.list']) {
    expect(isTouched(asked(call), ['gifts', 'campaigns']), call).toBe(false)
  }
})

test('an import makes every list of households stale', () => {
  for (const call of ['households.page', 'households.outline', 'households.search', 'imports.list']) {
    expect(isTouched(asked(call), ['households', 'imports']), call).toBe(true)
  }
})

test('months and journal grow stale with every change', () => {
  for (const topic of TOPICS) expect(isTouched(asked('journal.page'), [topic]), topic).toBe(true)
})
