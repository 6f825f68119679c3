/**
 * Codes for scanners that type: digits only, because an active Unikey garbles letters, with a check digit at the end.
 * The check digit is Damm's (H. M. Damm, Total anti-symmetrische Quasigruppen, 2004): it finds every single wrong
 * digit and every swap of two neighbours.
 */

const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
]

function interim(digits: string): number {
  let state = 0
  for (const digit of digits) state = DAMM[state]?.[Number(digit)] ?? 0
  return state
}

/** Appends the check digit. Throws where the text is not digits alone. */
export function withCheckDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError(`Not digits alone: ${digits}`)
  return digits + interim(digits)
}

export function hasCheckDigit(code: string): boolean {
  return /^\d{2,}$/.test(code) && interim(code) === 0
}

/** 2611 0000 0317: in groups of four, as printed below a code for people to read. */
export function groupDigits(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ')
}
