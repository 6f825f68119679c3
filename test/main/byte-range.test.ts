import { expect, test } from 'vitest'
import { byteRange } from '../../src/main/byte-range.ts'

test('a range is cut to the file it is asked of', () => {
  expect(byteRange('bytes=0-99', 1000)).toEqual({ from: 0, to: 99 })
  expect(byteRange('bytes=900-1999', 1000)).toEqual({ from: 900, to: 999 })
  expect(byteRange('bytes=999-', 1000)).toEqual({ from: 999, to: 999 })
})

test.each([null, '', 'bytes=', 'bytes=-5', 'bytes=9-3', 'bytes=1000-', 'bytes=0-1,5-6', 'pages=1-2'])(
  '%s gets the whole file',
  (header) => {
    expect(byteRange(header, 1000)).toBeNull()
  },
)
