/** Picking households of a list: one by one, in ranges, and all of it but some. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import {
  ALL_SELECTED,
  askedSelection,
  isSelected,
  NOTHING_SELECTED,
  type RowSelection,
  selectedCount,
  toggled,
  withPicked,
} from '../../src/renderer/features/households/row-selection.ts'

const LIST = Array.from({ length: 12 }, (_, index) => `household-${index}`)
const picking = fc.oneof(
  fc.record({ act: fc.constant('toggle' as const), at: fc.nat(11) }),
  fc.record({ act: fc.constant('range' as const), from: fc.nat(11), to: fc.nat(11) }),
  fc.constant({ act: 'all' as const }),
  fc.constant({ act: 'none' as const }),
)
type Picking = typeof picking extends fc.Arbitrary<infer One> ? One : never

const rangeOf = (from: number, to: number) => LIST.slice(Math.min(from, to), Math.max(from, to) + 1)

function picked(selection: RowSelection, one: Picking): RowSelection {
  if (one.act === 'all') return ALL_SELECTED
  if (one.act === 'none') return NOTHING_SELECTED
  if (one.act === 'toggle') return toggled(selection, LIST[one.at] ?? '')
  return withPicked(selection, rangeOf(one.from, one.to))
}

/** The same with a plain set of everything, which a list of 100,000 cannot afford. */
function plainly(set: ReadonlySet<string>, one: Picking): ReadonlySet<string> {
  if (one.act === 'all') return new Set(LIST)
  if (one.act === 'none') return new Set()
  const next = new Set(set)
  if (one.act === 'range') for (const id of rangeOf(one.from, one.to)) next.add(id)
  else if (!next.delete(LIST[one.at] ?? '')) next.add(LIST[one.at] ?? '')
  return next
}

test('however it is picked, the selection is what a plain set would be', () => {
  fc.assert(
    fc.property(fc.array(picking, { maxLength: 30 }), (pickings) => {
      const selection = pickings.reduce(picked, NOTHING_SELECTED)
      const plain = pickings.reduce(plainly, new Set<string>())
      expect(LIST.filter((id) => isSelected(selection, id))).toEqual(LIST.filter((id) => plain.has(id)))
      expect(selectedCount(selection, LIST.length)).toBe(plain.size)
    }),
  )
})

test('the office is told the households, or the filter and those left out', () => {
  const some = toggled(NOTHING_SELECTED, 'household-3')
  expect(askedSelection(some, ALL_HOUSEHOLDS)).toEqual({ kind: 'some', householdIds: ['household-3'] })
  const filter = { ...ALL_HOUSEHOLDS, text: 'đông' }
  expect(askedSelection(toggled(ALL_SELECTED, 'household-3'), filter)).toEqual({
    kind: 'all',
    filter,
    exceptIds: ['household-3'],
  })
})
