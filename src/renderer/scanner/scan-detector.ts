/**
 * Tells a scanner that types like a keyboard from a person, by time alone: a scanner's keys come within a few
 * milliseconds of each other and end with Enter or Tab. Nobody types eight letters like that; Unikey does send a whole
 * syllable at once, but between the single keys of a person, and no syllable has eight letters.
 */

export type ScannerKey =
  /** A letter, digit or sign; `text` is empty where the keyboard does not say which. */
  | { kind: 'character'; text: string; atMs: number }
  | { kind: 'backspace'; atMs: number }
  /** Enter or Tab. */
  | { kind: 'end'; atMs: number }
  /** Shift and its like: part of what comes after. */
  | { kind: 'silent'; atMs: number }
  /** Ctrl+C, arrows, a key held down: no scanner sends them. */
  | { kind: 'other'; atMs: number }

export type Verdict<Before> =
  | { kind: 'typing' }
  /** So many keys so fast that no person is at them; how it ends is not known yet. */
  | { kind: 'burst'; text: string }
  /** `before` is what was looked at before the first key. */
  | { kind: 'scan'; text: string; before: Before }
  /** Another Enter or Tab of the scan that was just told. */
  | { kind: 'echo' }

/** Scanners take 1 to 30 ms from key to key; the fastest typists about 60. */
const FAST_MILLISECONDS = 35
/** A busy computer hands a scan over in pieces; so long it may take between two of them. */
const STALL_MILLISECONDS = 200
const MOST_PIECES = 5
const FEWEST_CHARACTERS = 8

/** Keys that came fast one after the other. */
interface Piece<Before> {
  text: string
  characters: number
  beginsWithBackspace: boolean
  before: Before
}

export interface ScanDetector<Before> {
  /** Takes the next key; `look` is called before a key that may be the first of a scan has had its effect. */
  press(key: ScannerKey, look: () => Before): Verdict<Before>
}

export function createScanDetector<Before>(): ScanDetector<Before> {
  let pieces: Piece<Before>[] = []
  let lastAtMs = Number.NEGATIVE_INFINITY
  /** The longest pause since the last key that was not silent. */
  let pauseMs = Number.POSITIVE_INFINITY
  let hasJustScanned = false

  function type(key: Extract<ScannerKey, { kind: 'character' | 'backspace' }>, look: () => Before): Verdict<Before> {
    hasJustScanned = false
    if (pauseMs >= STALL_MILLISECONDS) pieces = []
    if (pieces.length === 0 || pauseMs >= FAST_MILLISECONDS) {
      const beginsWithBackspace = key.kind === 'backspace'
      pieces = [...pieces.slice(1 - MOST_PIECES), { text: '', characters: 0, beginsWithBackspace, before: look() }]
    }
    const piece = pieces.at(-1)
    if (!piece) return { kind: 'typing' }
    piece.text = key.kind === 'backspace' ? piece.text.slice(0, -1) : piece.text + key.text
    piece.characters += key.kind === 'backspace' ? 0 : key.text.length
    pauseMs = 0
    const burst = burstOf(pieces)
    return burst ? { kind: 'burst', text: burst.text } : { kind: 'typing' }
  }

  function end(): Verdict<Before> {
    if (hasJustScanned && pauseMs < FAST_MILLISECONDS) {
      pauseMs = 0
      return { kind: 'echo' }
    }
    const burst = pauseMs < STALL_MILLISECONDS ? burstOf(pieces) : null
    pieces = []
    pauseMs = 0
    hasJustScanned = burst !== null
    return burst ? { kind: 'scan', ...burst } : { kind: 'typing' }
  }

  return {
    press(key, look) {
      pauseMs = Math.max(pauseMs, key.atMs - lastAtMs)
      lastAtMs = key.atMs
      switch (key.kind) {
        case 'character':
        case 'backspace':
          return type(key, look)
        case 'end':
          return end()
        case 'silent':
          return { kind: 'typing' }
        case 'other':
          pieces = []
          hasJustScanned = false
          return { kind: 'typing' }
      }
    },
  }
}

/** The last pieces as one scan; null where they are none. */
function burstOf<Before>(pieces: readonly Piece<Before>[]): { text: string; before: Before } | null {
  const scan = pieces.reduce<Piece<Before> | null>(joined, null)
  return scan && scan.characters >= FEWEST_CHARACTERS ? { text: scan.text, before: scan.before } : null
}

/**
 * A piece and what stands before it. A piece of a single key is a person's, and one that begins with Backspace is
 * Unikey's for a person, unless it is the rest of what was a scan already.
 */
function joined<Before>(before: Piece<Before> | null, piece: Piece<Before>): Piece<Before> | null {
  const mayBelong = piece.characters > 1 && !piece.beginsWithBackspace
  if (!before || !(mayBelong || before.characters >= FEWEST_CHARACTERS)) return mayBelong ? piece : null
  return { ...before, text: before.text + piece.text, characters: before.characters + piece.characters }
}
