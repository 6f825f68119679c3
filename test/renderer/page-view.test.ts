import { expect, test } from 'vitest'
import { pageSize, pageTyped, percentShown, zoomStep } from '../../src/renderer/components/printing/page-view.ts'

const A4 = { width: 595, height: 842 }
const ROOM = { width: 800, height: 500 }

test('a page fits whole, by its width, or is as large as was said', () => {
  expect(percentShown('page', A4, ROOM)).toBe(44)
  expect(percentShown('width', A4, ROOM)).toBe(100)
  expect(percentShown(150, A4, ROOM)).toBe(150)
  for (const zoom of ['page', 'width'] as const) {
    const shown = pageSize(percentShown(zoom, A4, ROOM), A4, 1)
    expect(shown.width).toBeLessThanOrEqual(ROOM.width)
    if (zoom === 'page') expect(shown.height).toBeLessThanOrEqual(ROOM.height)
  }
  expect(percentShown('page', A4, { width: 0, height: 0 })).toBe(10)
})

test('zooming goes in steps from whatever is shown, and ends at both ends', () => {
  expect([zoomStep(44, 1), zoomStep(44, -1), zoomStep(100, 1), zoomStep(100, -1)]).toEqual([50, 25, 125, 75])
  expect([zoomStep(400, 1), zoomStep(25, -1), zoomStep(10, -1)]).toEqual([400, 25, 25])
})

test('a sharp screen has more pixels, but never more than an old graphics chip can hold', () => {
  expect(pageSize(75, A4, 1).pixelsPerPt).toBe(1)
  expect(pageSize(75, A4, 2).pixelsPerPt).toBe(2)
  const { pixelsPerPt, width } = pageSize(400, A4, 2)
  expect(pixelsPerPt ** 2 * A4.width * A4.height).toBeCloseTo(16_000_000)
  expect(width).toBeCloseTo(595 * 4 * (4 / 3))
})

test('only a page that is there is turned to', () => {
  expect(['3', ' 50 ', '0', '51', '', 'x', '2.5', '-1'].map((typed) => pageTyped(typed, 50))).toEqual([
    3,
    50,
    ...Array.from({ length: 6 }, () => null),
  ])
})
