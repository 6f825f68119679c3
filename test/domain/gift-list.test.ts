import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type GiftListEntry,
  giftListText,
  LIST_ACTIONS,
  LIST_STATES,
  lastWords,
  refuseApproval,
} from '../../src/domain/gift-list.ts'

const entry: fc.Arbitrary<GiftListEntry> = fc.record({
  householdId: fc.constantFrom('lan', 'dat', 'yen'),
  giftPackageId: fc.constantFrom('tet', 'gao'),
  action: fc.constantFrom(...LIST_ACTIONS),
})
const entries = fc.array(entry, { maxLength: 12 })
const keyOf = ({ householdId, giftPackageId }: GiftListEntry) => `${householdId} ${giftPackageId}`

describe('the text that a list is frozen with', () => {
  test('is written so that anybody can compute its hash again', () => {
    const text = giftListText({
      campaignId: 'tri-an',
      listNumber: 1,
      entries: [
        { householdId: 'lan', giftPackageId: 'tet', action: 'grant' },
        { householdId: 'dat', giftPackageId: 'tet', action: 'withdraw' },
      ],
    })
    expect(text).toBe('["tri-an",1,[["lan","tet","grant"],["dat","tet","withdraw"]]]')
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      'c6c3907372de2549a9fb9b4f18de55cd8b5f782517fe4fb5ad85f9341402afc7',
    )
  })

  test('differs when anything of the list differs, the order included', () => {
    fc.assert(
      fc.property(entries, entries, fc.nat(3), fc.nat(3), (one, other, listNumber, otherNumber) => {
        const same = JSON.stringify([one, listNumber]) === JSON.stringify([other, otherNumber])
        const text = giftListText({ campaignId: 'tri-an', listNumber, entries: one })
        const otherText = giftListText({ campaignId: 'tri-an', listNumber: otherNumber, entries: other })
        expect(text === otherText).toBe(same)
      }),
    )
  })

  test('does not change with what else is known of an entry', () => {
    const plain: GiftListEntry = { householdId: 'lan', giftPackageId: 'tet', action: 'grant' }
    const list = { campaignId: 'tri-an', listNumber: 0 }
    const told = { reason: 'Hộ mới', position: 1, ...plain }
    expect(giftListText({ ...list, entries: [told] })).toBe(giftListText({ ...list, entries: [plain] }))
  })
})

describe('the approval of a list', () => {
  const drawnUp = { drawnUpById: 'thu', drawnUpBy: 'Trần Thị Thu', campaignName: 'Tri ân' }

  test('takes a second person', () => {
    expect(refuseApproval({ ...drawnUp, state: 'drawnUp' }, 'hung')).toBeNull()
    expect(refuseApproval({ ...drawnUp, state: 'drawnUp' }, 'thu')).toEqual({
      code: 'giftList.sameHand',
      parameters: { drawnUpBy: 'Trần Thị Thu' },
    })
  })

  test.each(LIST_STATES.filter((state) => state !== 'drawnUp'))('comes once: one that is %s is settled', (state) => {
    for (const personId of ['hung', 'thu']) {
      expect(refuseApproval({ ...drawnUp, state }, personId)?.code).toBe('giftList.settled')
    }
  })
})

test('the last word on a household and a gift counts, where it was first named', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const words = lastWords(given)
      expect(words.map(keyOf)).toEqual([...new Set(given.map(keyOf))])
      for (const word of words) {
        expect(word).toBe(given.findLast((one) => keyOf(one) === keyOf(word)))
      }
    }),
  )
})
