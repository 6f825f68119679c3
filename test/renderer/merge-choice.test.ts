/** Two households side by side: which is proposed to be kept, which facts, and what the merge is told. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PairSide } from '../../src/contract/duplicates.ts'
import { day } from '../../src/domain/day.ts'
import { blankHousehold, HOUSEHOLD_FIELDS } from '../../src/domain/household.ts'
import {
  agreedFields,
  type Choices,
  factRows,
  likelyChoices,
  likelyKept,
  opposite,
  takesOf,
} from '../../src/renderer/features/duplicates/merge-choice.ts'
import { granted, openWorkingOffice } from '../support/office.ts'

function side(bent: Partial<PairSide> = {}): PairSide {
  const { citizenId, oldIdNumber, ...facts } = blankHousehold('Lê Thị Hoà')
  return {
    ...facts,
    members: [],
    categories: [],
    line: {
      householdId: '01890000-0000-7000-8000-000000000001',
      headOfHousehold: 'Lê Thị Hoà',
      birthYear: null,
      maskedCitizenId: citizenId,
      customerCode: null,
      phone: null,
      hamlet: null,
      communeName: null,
      category: null,
      memberCount: null,
      status: 'active',
    },
    maskedCitizenId: citizenId,
    maskedOldIdNumber: oldIdNumber,
    revision: 1,
    giftCount: 0,
    repairCount: 0,
    ...bent,
  }
}

describe('which one is kept', () => {
  test('the one with more papers', () => {
    expect(likelyKept({ one: side({ phone: '0912345678' }), other: side({ giftCount: 1 }) })).toBe('other')
    expect(likelyKept({ one: side({ repairCount: 2 }), other: side({ giftCount: 1 }) })).toBe('one')
  })

  test('with as many papers, the one of which more is known; else the first', () => {
    expect(likelyKept({ one: side(), other: side({ phone: '0912345678' }) })).toBe('other')
    expect(likelyKept({ one: side(), other: side() })).toBe('one')
  })
})

test('the kept one’s facts are proposed, but where it says nothing', () => {
  const pair = {
    one: side({ hamlet: 'Thôn Đông', phone: '0912345678' }),
    other: side({ hamlet: 'Thôn Tây', birthYear: 1950 }),
  }
  const rows = factRows(['birthYear', 'hamlet', 'phone'])
  expect(likelyChoices(pair, rows, 'one')).toEqual({ birthYear: 'other', hamlet: 'one', phone: 'one' })
  expect(takesOf(rows, likelyChoices(pair, rows, 'one'), 'one')).toEqual(['birthYear'])
})

test('a commune’s name, code and table are chosen together, whichever of them differs', () => {
  expect(factRows(['communeCode', 'note'])).toEqual([
    { field: 'communeName', fields: ['communeName', 'communeCode', 'communeVersion'] },
    { field: 'note', fields: ['note'] },
  ])
  const rows = factRows(['communeVersion'])
  expect(takesOf(rows, { communeName: 'other' }, 'one')).toEqual(['communeName', 'communeCode', 'communeVersion'])
})

test('what is taken is exactly what was chosen of the one that is merged, whichever is kept', () => {
  const choices = fc.dictionary(fc.constantFrom(...HOUSEHOLD_FIELDS), fc.constantFrom('one' as const, 'other' as const))
  fc.assert(
    fc.property(fc.subarray([...HOUSEHOLD_FIELDS]), choices, fc.boolean(), (differing, chosen, isOther) => {
      const kept = isOther ? 'other' : 'one'
      const rows = factRows(differing)
      const takes = takesOf(rows, chosen as Choices, kept)
      const stays = takesOf(rows, chosen as Choices, opposite(kept))
      for (const field of takes) expect(stays).not.toContain(field)
      const undecided = rows.filter(({ field }) => (chosen as Choices)[field] === undefined)
      const all = [...takes, ...stays, ...undecided.flatMap(({ fields }) => fields)]
      for (const field of differing) expect(all).toContain(field)
    }),
  )
})

test('at the office: what was proposed is what the kept household says afterwards', async () => {
  await using office = await openWorkingOffice()
  const { client } = office
  const register = async (facts: object) =>
    granted(await client.command('households.register', { ...blankHousehold('Lê Thị Hoà'), ...facts })).householdId
  const common = { customerCode: 'PS0000000001', birthYear: 1950 }
  const oneId = await register({ ...common, hamlet: 'Thôn Đông' })
  const otherId = await register({ ...common, phone: '0912345678', categories: [poor] })
  const pair = granted(await client.query('duplicates.get', { oneId, otherId }))
  const kept = likelyKept(pair)
  const rows = factRows(pair.differing)
  const merged = pair[opposite(kept)]
  granted(
    await client.command('households.merge', {
      keptId: pair[kept].line.householdId,
      keptRevision: pair[kept].revision,
      mergedId: merged.line.householdId,
      mergedRevision: merged.revision,
      takes: takesOf(rows, likelyChoices(pair, rows, kept), kept),
    }),
  )
  const household = granted(await client.query('households.get', { householdId: pair[kept].line.householdId }))
  expect(household).toMatchObject({ hamlet: 'Thôn Đông', phone: '0912345678', categories: [poor] })
  expect(agreedFields(pair)).toEqual(['headOfHousehold', 'birthYear', 'customerCode'])
})

const poor = { category: 'HN' as const, decisionNumber: null, validFrom: day('2026-01-01'), validTo: null }
