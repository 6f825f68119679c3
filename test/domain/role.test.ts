import { describe, expect, test } from 'vitest'
import { hasRight, RIGHTS, ROLES, rolesWith } from '../../src/domain/role.ts'

/** Rights that change nothing in the ledger. */
const READING = ['ledger.read', 'household.revealCitizenId', 'journal.read']

const rightsOf = (role: (typeof ROLES)[number]) => RIGHTS.filter((right) => hasRight(role, right))

describe('roles', () => {
  test.each(RIGHTS)('somebody holds %s, and a refusal names whom to ask', (right) => {
    expect(rolesWith(right)).not.toEqual([])
    expect(ROLES.filter((role) => hasRight(role, right))).toEqual(rolesWith(right))
  })

  test.each(ROLES)('the %s may read the ledger', (role) => {
    expect(hasRight(role, 'ledger.read')).toBe(true)
  })

  test('the auditor reads everything and writes nothing', () => {
    expect(rightsOf('auditor')).toEqual(READING)
  })

  test('the administrator may do everything, the manager all the trade', () => {
    expect(rightsOf('administrator')).toEqual([...RIGHTS])
    expect(rightsOf('manager')).toEqual([...RIGHTS])
  })

  test('who records does not certify: clerk and storekeeper hold neither certificates nor the closing', () => {
    for (const role of ['clerk', 'storekeeper'] as const) {
      const held = [
        'repair.certify',
        'repair.void',
        'month.close',
        'month.package',
        'people.manage',
        'campaign.open',
      ] as const
      expect(held.filter((right) => hasRight(role, right))).toEqual([])
    }
    expect(hasRight('clerk', 'repair.record')).toBe(true)
    expect(hasRight('supervisor', 'repair.certify')).toBe(true)
    expect(hasRight('supervisor', 'people.manage')).toBe(false)
  })

  test('the storekeeper hands gifts over, moves stock and keeps signed papers, but writes no household', () => {
    const rights = ['ledger.read', 'gift.handOver', 'stock.move', 'scan.keep', 'paper.print']
    expect(rightsOf('storekeeper')).toEqual(rights)
  })

  test('a list is drawn up by a clerk and approved by a supervisor, who alone gives more than the rule', () => {
    expect(hasRight('clerk', 'giftList.drawUp')).toBe(true)
    for (const right of ['giftList.approve', 'gift.overrule', 'gift.voidLater'] as const) {
      expect([right, hasRight('clerk', right), hasRight('supervisor', right)]).toEqual([right, false, true])
    }
  })
})
