import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createScanDetector, type ScannerKey, type Verdict } from '../../src/renderer/scanner/scan-detector.ts'

/** A key and how long after the one before it comes. */
interface Stroke {
  key: string
  afterMs: number
}

const KINDS: Record<string, 'end' | 'backspace' | 'silent' | 'other'> = {
  Enter: 'end',
  Tab: 'end',
  Backspace: 'backspace',
  Shift: 'silent',
  ArrowDown: 'other',
}

function keyOf({ key }: Stroke, atMs: number): ScannerKey {
  const kind = KINDS[key]
  return kind ? { kind, atMs } : { kind: 'character', text: key, atMs }
}

/** Presses the keys one by one; what was on the screen before a key is told by the number of keys before it. */
function verdicts(strokes: readonly Stroke[]): Verdict<number>[] {
  const detector = createScanDetector<number>()
  let atMs = 1000
  return strokes.map((stroke, index) => {
    atMs += stroke.afterMs
    return detector.press(keyOf(stroke, atMs), () => index)
  })
}

const scansOf = (strokes: readonly Stroke[]) => verdicts(strokes).filter(({ kind }) => kind === 'scan')

const strokesOf = (keys: readonly string[], afterMs: (index: number) => number): Stroke[] =>
  keys.map((key, index) => ({ key, afterMs: afterMs(index) }))

const code = fc.stringMatching(/^[0-9]{8,20}(\|[A-Za-z ]{1,20}){0,3}$/)
const scannerPause = fc.integer({ min: 0, max: 30 })
const personPause = fc.integer({ min: 36, max: 400 })
const ending = fc.constantFrom('Enter', 'Tab')
const letters = fc.array(fc.constantFrom(...'abcdeghiklmnopqrstuvxy 0123456789'), { minLength: 1, maxLength: 30 })

/** What a person with Unikey on does: single keys, and after some of them the syllable again, all at once. */
const unikeyTyping = fc
  .array(fc.tuple(fc.constantFrom(...'aeosfrxjnghtc '), personPause, fc.integer({ min: 0, max: 7 })), { maxLength: 40 })
  .map((keys) =>
    keys.flatMap(([key, afterMs, retyped]) => [
      { key: retyped > 0 ? 'Backspace' : key, afterMs },
      ...strokesOf([...Array(Math.max(0, retyped - 1)).fill('Backspace'), ...'nghiêng'.slice(0, retyped)], () => 1),
    ]),
  )

describe('a scanner is heard', () => {
  test('whatever it reads, at any of its paces, with Shift between its keys', () => {
    fc.assert(
      fc.property(code, ending, fc.array(scannerPause, { minLength: 120 }), (text, end, pauses) => {
        const keys = [...text].flatMap((key) => (key === '|' ? ['Shift', key] : [key]))
        const strokes = strokesOf([...keys, end], (index) => (index === 0 ? 500 : (pauses[index] ?? 10)))
        expect(scansOf(strokes)).toEqual([{ kind: 'scan', text, before: 0 }])
      }),
    )
  })

  test('through three stalls of a busy computer, also right before its Enter', () => {
    const stalls = fc.uniqueArray(fc.integer({ min: 2, max: 16 }), { maxLength: 3 })
    fc.assert(
      fc.property(stalls, fc.integer({ min: 36, max: 190 }), (at, stallMs) => {
        const apart = at.filter((place) => !at.includes(place + 1))
        const keys = [...'0011850000010203', 'Enter']
        const strokes = strokesOf(keys, (index) => (apart.includes(index) ? stallMs : 8))
        expect(scansOf(strokes)).toEqual([{ kind: 'scan', text: '0011850000010203', before: 0 }])
      }),
    )
  })

  test('twice in a row, the second as the first', () => {
    const scan = [...'001185000001', 'Enter']
    const strokes = [...strokesOf(scan, () => 5), ...strokesOf(scan, (index) => (index === 0 ? 60 : 5))]
    expect(scansOf(strokes).map((verdict) => verdict.kind === 'scan' && verdict.before)).toEqual([0, 13])
  })

  test('once where it ends with Enter and then Tab, and the second end is its own', () => {
    const told = verdicts(strokesOf([...'001185000001', 'Enter', 'Tab'], () => 3))
    expect(told.slice(-2).map(({ kind }) => kind)).toEqual(['scan', 'echo'])
  })

  test('right behind a hand that typed, without what the hand typed', () => {
    const strokes = [
      ...strokesOf([...'lan'], () => 90),
      ...strokesOf([...'001185000001', 'Enter'], (at) => (at ? 4 : 60)),
    ]
    expect(scansOf(strokes)).toEqual([{ kind: 'scan', text: '001185000001', before: 3 }])
  })

  test('as a burst before its end, from the eighth key on', () => {
    const told = verdicts(strokesOf([...'0011850000'], () => 5))
    expect(told.map(({ kind }) => kind)).toEqual([...Array(7).fill('typing'), ...Array(3).fill('burst')])
  })
})

describe('a person is never taken for a scanner', () => {
  test('typing as fast as people do, Enter at once', () => {
    fc.assert(
      fc.property(
        letters,
        fc.array(personPause, { minLength: 31 }),
        fc.integer({ min: 0, max: 400 }),
        (keys, ms, last) => {
          const strokes = [...strokesOf(keys, (index) => ms[index] ?? 40), { key: 'Enter', afterMs: last }]
          for (const { kind } of verdicts(strokes)) expect(kind).toBe('typing')
        },
      ),
    )
  })

  test('with Unikey typing whole syllables again for them', () => {
    fc.assert(
      fc.property(unikeyTyping, fc.integer({ min: 0, max: 400 }), (typed, last) => {
        for (const { kind } of verdicts([...typed, { key: 'Enter', afterMs: last }])) expect(kind).toBe('typing')
      }),
      { numRuns: 2000 },
    )
  })

  test('rolling over keys now and then', () => {
    const rolled = strokesOf([...'nguyen thi duoc', 'Enter'], (index) => (index % 3 === 0 ? 15 : 70))
    expect(scansOf(rolled)).toEqual([])
  })

  test('holding a key down, or moving about', () => {
    const held = strokesOf([...Array(40).fill('ArrowDown'), 'Enter'], () => 30)
    expect(scansOf(held)).toEqual([])
    expect(scansOf(strokesOf([...'0011850', 'ArrowDown', ...'00001', 'Enter'], () => 5))).toEqual([])
  })

  test('pressing Enter when a scanner that sends none has been still for a while', () => {
    const strokes = strokesOf([...'001185000001', 'Enter'], (index) => (index === 12 ? 220 : 5))
    expect(scansOf(strokes)).toEqual([])
  })
})
