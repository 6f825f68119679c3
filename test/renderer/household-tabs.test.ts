/** The tabs above the list: which there are, which one is shown, and what a filter is called. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_HOUSEHOLDS, type HouseholdFilter } from '../../src/contract/households.ts'
import type { SavedFilter } from '../../src/contract/saved-filters.ts'
import { day } from '../../src/domain/day.ts'
import { HOUSEHOLD_STATUSES } from '../../src/domain/household.ts'
import { HOUSEHOLD_CATEGORIES } from '../../src/domain/household-category.ts'
import { tellFilter } from '../../src/renderer/features/households/filter-words.ts'
import { currentTab, tabsOf } from '../../src/renderer/features/households/household-tabs.ts'
import {
  filterOf,
  MISSING_FACTS,
  readHouseholdView,
  viewOf,
} from '../../src/renderer/features/households/household-view.ts'
import { texts } from '../../src/renderer/text/texts.ts'
import { granted, openWorkingOffice } from '../support/office.ts'
import { openCampaign } from '../support/trade.ts'

const TODAY = day('2026-12-01')
const SAVED: SavedFilter = {
  filterId: '01890000-0000-7000-8000-000000000009',
  name: 'Đông, nghèo',
  filter: { ...ALL_HOUSEHOLDS, category: 'HN', text: 'đông' },
}
const tabs = tabsOf({ campaigns: [], saved: [SAVED], today: TODAY }, texts.vi)

describe('the tab that is shown', () => {
  test('is one that everybody needs, whatever is sought in it', () => {
    expect(currentTab(tabs, ALL_HOUSEHOLDS)?.key).toBe('all')
    expect(currentTab(tabs, { ...ALL_HOUSEHOLDS, text: 'đông' })?.key).toBe('all')
    expect(currentTab(tabs, { ...ALL_HOUSEHOLDS, isDuplicate: true })?.key).toBe('duplicates')
  })

  test('is the saved one only where the words are the saved ones, too', () => {
    expect(currentTab(tabs, SAVED.filter)?.filterId).toBe(SAVED.filterId)
    expect(currentTab(tabs, { ...SAVED.filter, text: 'tây' })?.key).toBe('poor')
  })

  test('is none for a filter that has none', () => {
    expect(currentTab(tabs, { ...ALL_HOUSEHOLDS, status: 'moved' })).toBeUndefined()
  })
})

test('a campaign has a tab while it lasts, and the office counts every tab at once', async () => {
  await using office = await openWorkingOffice()
  const { campaignId } = await openCampaign(office.client)
  const { campaigns } = granted(await office.client.query('campaigns.list', {}))
  const during = tabsOf({ campaigns, saved: [SAVED], today: TODAY }, texts.vi)
  const tab = during.find(({ filter }) => filter.notReceivedIn === campaignId)
  expect(tab?.label).toBe('Chưa nhận quà')
  const afterwards = tabsOf({ campaigns, saved: [], today: day('2027-02-01') }, texts.vi)
  expect(afterwards.every(({ filter }) => filter.notReceivedIn === null)).toBe(true)
  const filters = during.map(({ filter }) => filter)
  expect(granted(await office.client.query('households.count', { filters })).counts).toHaveLength(during.length)
})

const filter: fc.Arbitrary<HouseholdFilter> = fc.record({
  text: fc.string({ maxLength: 20 }),
  category: fc.option(fc.constantFrom(...HOUSEHOLD_CATEGORIES)),
  missing: fc.option(fc.constantFrom(...MISSING_FACTS)),
  status: fc.option(fc.constantFrom(...HOUSEHOLD_STATUSES)),
  isDuplicate: fc.boolean(),
  notReceivedIn: fc.option(fc.uuid()),
})

test('a filter goes into the address and comes back as it was', () => {
  fc.assert(
    fc.property(filter, (one) => {
      const search: unknown = JSON.parse(JSON.stringify(viewOf(one)))
      expect(filterOf(readHouseholdView(search as Record<string, unknown>))).toEqual(one)
    }),
  )
})

test.each([
  [ALL_HOUSEHOLDS, 'mọi hộ còn trong sổ'],
  [{ ...ALL_HOUSEHOLDS, category: 'HN', text: 'đông' }, 'Hộ nghèo, có “đông”'],
  [{ ...ALL_HOUSEHOLDS, missing: 'citizenId', status: 'moved' }, 'thiếu CCCD, Đã chuyển đi'],
  [{ ...ALL_HOUSEHOLDS, notReceivedIn: 'x' }, 'Chưa nhận quà: Tết'],
] as const)('a filter is called by what it asks for', (asked, expected) => {
  expect(tellFilter(asked, 'Tết', texts.vi)).toBe(expected)
})
