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
  reason: fc.constantFrom(null, 'Hộ mới', 'Đã chuyển đi'),
})
const entries = fc.array(entry, { maxLength: 12 })
const list = fc.record({
  campaignId: fc.constant('tri-an'),
  listNumber: fc.nat(3),
  title: fc.constantFrom(null, 'Đợt một'),
  entries,
  paper: fc.constantFrom('{}', '{"rows":[]}'),
})
const keyOf = ({ householdId, giftPackageId }: GiftListEntry) => `${householdId} ${giftPackageId}`

describe('the text that a list is frozen with', () => {
  test('is written so that anybody can compute its hash again', () => {
    const text = giftListText({
      campaignId: 'tri-an',
      listNumber: 1,
      title: 'Bổ sung tháng 12',
      entries: [
        { householdId: 'lan', giftPackageId: 'tet', action: 'grant', reason: null },
        { householdId: 'dat', giftPackageId: 'tet', action: 'withdraw', reason: 'Đã chuyển đi' },
      ],
      paper: '{}',
    })
    expect(text).toBe(
      '["tri-an",1,"Bổ sung tháng 12",[["lan","tet","grant",null],["dat","tet","withdraw","Đã chuyển đi"]],"{}"]',
    )
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      'f4664029a2530d12be49d6e4761320cffe70303833677e835eb82457d90c19d0',
    )
  })

  test('differs when anything of the list differs, the order included', () => {
    fc.assert(
      fc.property(list, list, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        expect(giftListText(one) === giftListText(other)).toBe(same)
      }),
    )
  })

  test('does not change with what else is known of an entry', () => {
    const plain: GiftListEntry = { householdId: 'lan', giftPackageId: 'tet', action: 'grant', reason: null }
    const others = { campaignId: 'tri-an', listNumber: 0, title: null, paper: '{}' }
    const told = { position: 1, ...plain }
    expect(giftListText({ ...others, entries: [told] })).toBe(giftListText({ ...others, entries: [plain] }))
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
