/** A household's form against the real office: what is sent, what comes back, and where its answers are shown. */

import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { fieldErrors } from '../../src/renderer/components/form-errors.ts'
import {
  BLANK_CATEGORY,
  BLANK_MEMBER,
  errorsInForm,
  factsOf,
  type HouseholdParts,
  partsOf,
  valuesOf,
} from '../../src/renderer/features/households/household-values.ts'
import { likenessOf } from '../../src/renderer/features/households/likeness.ts'
import { texts } from '../../src/renderer/text/texts.ts'
import { failed, granted, openWorkingOffice } from '../support/office.ts'

const VALUES = {
  ...valuesOf(null),
  headOfHousehold: 'NGUYỄN THỊ ĐƯỢC',
  birthYear: 1951,
  citizenId: '001151000001',
  phone: '0168 234 5678',
  hamlet: 'Thôn Đông',
  memberCount: 3,
  legalBasis: 'publicDuty' as const,
}
const PARTS: HouseholdParts = {
  commune: { communeName: 'Xã Mẫu', communeCode: null, communeVersion: null },
  categories: [
    { category: 'HN', decisionNumber: '12/QĐ-UBND', validFrom: '2026-01-01', validTo: '2026-12-31' },
    BLANK_CATEGORY,
    { category: 'NKT', decisionNumber: '', validFrom: '', validTo: '' },
  ],
  members: [BLANK_MEMBER, { fullName: 'nguyễn văn tèo', birthYear: 1980, relation: 'con' }],
}

describe('at the office', () => {
  test('a full form is registered without the lines that nobody began, and opens as it was kept', async () => {
    await using office = await openWorkingOffice()
    const { householdId } = granted(await office.client.command('households.register', factsOf(VALUES, PARTS)))
    const household = granted(await office.client.query('households.get', { householdId }))
    expect(household).toMatchObject({
      headOfHousehold: 'Nguyễn Thị Được',
      phone: '0382345678',
      legalBasis: 'publicDuty',
    })
    expect(valuesOf(household)).toEqual({
      ...VALUES,
      headOfHousehold: 'Nguyễn Thị Được',
      phone: '0382345678',
      citizenId: '',
    })
    const [poor, , disabled] = PARTS.categories
    expect(partsOf(household)).toEqual({
      commune: PARTS.commune,
      categories: [poor, disabled],
      members: [{ fullName: 'Nguyễn Văn Tèo', birthYear: 1980, relation: 'con' }],
    })
  })

  test('what is wrong with a line is shown at that line, and so it is while amending', async () => {
    await using office = await openWorkingOffice()
    const parts: HouseholdParts = {
      ...PARTS,
      categories: [
        BLANK_CATEGORY,
        { ...BLANK_CATEGORY, category: 'HN', validTo: '31/02/2026' },
        { ...BLANK_CATEGORY, decisionNumber: '7/QĐ' },
      ],
      members: [BLANK_MEMBER, { ...BLANK_MEMBER, relation: 'vợ' }],
    }
    const { notADay, malformed, required, notAPhone } = texts.vi.failures.inputProblems
    const expected = {
      phone: notAPhone,
      'categories.1.validTo': notADay,
      'categories.2.category': malformed,
      'members.1.fullName': required,
    }
    const facts = factsOf({ ...VALUES, phone: '12' }, parts)
    const failure = failed(await office.client.command('households.register', facts))
    expect(errorsInForm(fieldErrors(texts.vi, failure), parts)).toEqual(expected)
    const { householdId } = granted(await office.client.command('households.register', factsOf(VALUES, PARTS)))
    const amend = await office.client.command('households.amend', { householdId, revision: 1, facts })
    expect(errorsInForm(fieldErrors(texts.vi, failed(amend)), parts)).toEqual(expected)
  })

  test('a household is told while it is typed: by name and year, and by its number alone', async () => {
    await using office = await openWorkingOffice()
    const { householdId } = granted(await office.client.command('households.register', factsOf(VALUES, PARTS)))
    const like = async (typed: Partial<typeof VALUES>) => {
      const facts = likenessOf({ ...valuesOf(null), ...typed }, '')
      if (!facts) return null
      const { households } = granted(await office.client.query('duplicates.like', { facts, exceptId: null }))
      return households.map(({ household }) => household.householdId)
    }
    expect(await like({ headOfHousehold: 'nguyễn thị được', birthYear: 1951 })).toEqual([householdId])
    expect(await like({ citizenId: '001151 000001' })).toEqual([householdId])
    expect(await like({ headOfHousehold: 'Nguyễn Thị Được', phone: '01682345678' })).toEqual([householdId])
    expect(await like({ headOfHousehold: 'Trần Văn Bình', birthYear: 1951 })).toEqual([])
    expect(await like({ headOfHousehold: 'Được' })).toBeNull()
    expect(await like({ citizenId: '00115100', birthYear: 19 })).toBeNull()
  })
})

test('a day that is none goes to the office as it was typed, and a whole commune goes with its code', () => {
  const version = day('2026-07-01')
  const commune = { communeName: 'Xã Mẫu', communeCode: '00123', communeVersion: version }
  const categories = [{ ...BLANK_CATEGORY, category: 'HN' as const, validFrom: '31/02/2026' }]
  const facts = factsOf(VALUES, { commune, categories, members: [] })
  expect(facts.categories?.[0]?.validFrom).toBe('31/02/2026')
  expect(facts).toMatchObject({ communeCode: '00123', communeVersion: version })
})
