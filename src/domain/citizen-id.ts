/**
 * Citizen IDs (số định danh cá nhân): PPP G YY NNNNNN, twelve digits without a check digit.
 * A strange number is told, never refused: the person stands at the counter all the same.
 */

/** What of a written citizen ID may be kept, and what the clerk must be told about it. */
export type CitizenIdReading =
  | { kind: 'valid'; citizenId: string }
  | { kind: 'mended'; citizenId: string; missingZeros: number }
  | { kind: 'oldNumber'; oldIdNumber: string }
  | { kind: 'strange'; text: string }

const SHAPE = /^\d{12}$/

/** Province of birth registration: codes run from 001 to 096. */
function hasProvince(digits: string): boolean {
  const province = Number(digits.slice(0, 3))
  return province >= 1 && province <= 96
}

export function isCitizenId(text: string): boolean {
  return SHAPE.test(text) && hasProvince(text) && Number(text[3]) <= 3
}

/**
 * Reads what a list or a clerk wrote. Excel turns 001185000001 into 1185000001 (or 1185000001.0): with 10 or 11 digits
 * the lost zeros are put back when the result is a citizen ID. Nine digits, or eight and a lost zero, are an old CMND.
 */
export function readCitizenId(text: string): CitizenIdReading {
  const digits = text.replace(/\.0$/, '').replace(/[\s.\-'‘’]/g, '')
  if (isCitizenId(digits)) return { kind: 'valid', citizenId: digits }
  if (/^\d{10,11}$/.test(digits)) {
    const padded = digits.padStart(12, '0')
    if (isCitizenId(padded)) return { kind: 'mended', citizenId: padded, missingZeros: 12 - digits.length }
  }
  if (/^(\d{9}|[1-9]\d{7})$/.test(digits)) return { kind: 'oldNumber', oldIdNumber: digits.padStart(9, '0') }
  return { kind: 'strange', text }
}

/** Birth year and sex as the number carries them; null where it is no citizen ID. */
export function citizenIdFacts(citizenId: string): { birthYear: number; sex: 'male' | 'female' } | null {
  if (!isCitizenId(citizenId)) return null
  const century = Number(citizenId[3])
  const birthYear = 1900 + Math.floor(century / 2) * 100 + Number(citizenId.slice(4, 6))
  return { birthYear, sex: century % 2 === 0 ? 'male' : 'female' }
}

/**
 * 001******001: the first and last three digits, as lists and papers show it. An old number of nine digits shows only
 * its last three, for six of nine would tell too much; less than seven show nothing.
 */
export function maskCitizenId(citizenId: string): string {
  const { length } = citizenId
  if (length < 7) return '*'.repeat(length)
  const shown = length < 12 ? '' : citizenId.slice(0, 3)
  return shown + '*'.repeat(length - shown.length - 3) + citizenId.slice(-3)
}
