/** The columns of the list as a clerk arranges them, and as they come back from what this computer kept. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REGISTRY_COLUMNS } from '../../src/contract/households.ts'
import {
  type ColumnLayout,
  firstColumnLayout,
  LEAST_WIDTH_PX,
  moveColumn,
  placeColumn,
  readColumnLayout,
  resizeColumn,
  showColumn,
  shownColumns,
  templateOf,
} from '../../src/renderer/features/households/registry-columns.ts'

const WIDE = 1366
const NARROW = 1093

function expectWhole(layout: ColumnLayout): void {
  expect(layout.map(({ name }) => name).sort()).toEqual([...REGISTRY_COLUMNS].sort())
  expect(layout[0]).toMatchObject({ name: 'headOfHousehold', isShown: true })
  for (const { widthPx } of layout) expect(widthPx === null || widthPx >= LEAST_WIDTH_PX).toBe(true)
}

const column = fc.constantFrom(...REGISTRY_COLUMNS)
const arranging = fc.oneof(
  fc.record({ act: fc.constant('move' as const), column, step: fc.constantFrom(-1 as const, 1 as const) }),
  fc.record({ act: fc.constant('place' as const), column, target: column }),
  fc.record({ act: fc.constant('show' as const), column, isShown: fc.boolean() }),
  fc.record({ act: fc.constant('resize' as const), column, widthPx: fc.double({ min: -50, max: 5000, noNaN: true }) }),
)
type Arranging = typeof arranging extends fc.Arbitrary<infer One> ? One : never

function arranged(layout: ColumnLayout, one: Arranging): ColumnLayout {
  if (one.act === 'move') return moveColumn(layout, one.column, one.step)
  if (one.act === 'place') return placeColumn(layout, one.column, one.target)
  if (one.act === 'show') return showColumn(layout, one.column, one.isShown)
  return resizeColumn(layout, one.column, one.widthPx)
}

describe('however columns are arranged', () => {
  test('every column is there once, the head of the household first and in sight', () => {
    fc.assert(
      fc.property(fc.array(arranging, { maxLength: 20 }), (arrangings) => {
        expectWhole(arrangings.reduce(arranged, firstColumnLayout(WIDE)))
      }),
    )
  })

  test('what is kept comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(arranging, { maxLength: 20 }), (arrangings) => {
        const layout = arrangings.reduce(arranged, firstColumnLayout(WIDE))
        expect(readColumnLayout(JSON.stringify(layout), NARROW)).toEqual(layout)
      }),
    )
  })
})

describe('what this computer kept may be old or spoilt', () => {
  test.each([null, '', '{', '[]', 'null', '[1, null, "x", {}]', '{"name":"phone"}'])('%s is as nothing', (kept) => {
    expect(readColumnLayout(kept, WIDE)).toEqual(firstColumnLayout(WIDE))
  })

  test('any JSON at all gives whole columns', () => {
    const place = fc.record({ name: fc.oneof(column, fc.string()), isShown: fc.anything(), widthPx: fc.anything() })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(place).map((places) => JSON.stringify(places)),
        ),
        (kept) => {
          expectWhole(readColumnLayout(kept, WIDE))
        },
      ),
    )
  })

  test('a column that is named twice stands once, one that is new stands hidden at the end', () => {
    const kept = [
      { name: 'phone', isShown: true, widthPx: 120 },
      { name: 'phone', isShown: false, widthPx: 90 },
      { name: 'gone', isShown: true, widthPx: 90 },
    ]
    const layout = readColumnLayout(JSON.stringify(kept), WIDE)
    expectWhole(layout)
    expect(layout[1]).toEqual({ name: 'phone', isShown: true, widthPx: 120 })
    expect(shownColumns(layout)).toEqual(['headOfHousehold', 'phone'])
  })
})

test('on a small screen fewer columns stand at first, and they fit beside the navigation', () => {
  const room = NARROW - 200 - 88 - 15
  expect(templateOf(firstColumnLayout(NARROW)).leastWidthPx).toBeLessThanOrEqual(room)
  expect(shownColumns(firstColumnLayout(NARROW)).length).toBeLessThan(shownColumns(firstColumnLayout(WIDE)).length)
})

test('a dragged column is as wide as it was dragged, others share the room', () => {
  const layout = resizeColumn(firstColumnLayout(NARROW), 'hamlet', 200.4)
  const { template } = templateOf(layout)
  expect(template).toContain(' 200px ')
  expect(template).toMatch(/^minmax\(150px, 2fr\)/)
})
