/**
 * A private key as a recovery sheet has it: decimal digits alone, for a Vietnamese keyboard garbles letters, in groups
 * of six whose last digit checks the group and its place. A wrong digit is always found and told by its group's number;
 * whatever else was mistyped and slips through gives a key that is none of the office's.
 */

import { hasCheckDigit, withCheckDigit } from './digits.ts'
import { type Refusal, refusal } from './refusal.ts'

/** What a code holds: the key that signs packages, or the one that opens them. Its number is the code's first digit. */
export const RECOVERY_KINDS = ['signingKey', 'recoveryIdentity'] as const
export type RecoveryKind = (typeof RECOVERY_KINDS)[number]

const SECRET_BYTES = 32
/** 2^256 has 78 digits. */
const SECRET_DIGITS = 78
const FORMAT = '1'
const GROUP_DIGITS = 5
export const RECOVERY_GROUPS = (2 + SECRET_DIGITS) / GROUP_DIGITS
export const RECOVERY_GROUP_CHARACTERS = GROUP_DIGITS + 1
export const RECOVERY_CODE_DIGITS = RECOVERY_GROUPS * RECOVERY_GROUP_CHARACTERS

/** The group's place is checked along with it, and not written. */
function placed(place: number, group: string): string {
  return `${String(place + 1).padStart(2, '0')}${group}`
}

/** 96 digits for a secret of 32 bytes. Throws a RangeError for one of another length. */
export function writeRecoveryCode(kind: RecoveryKind, secret: Uint8Array): string {
  if (secret.length !== SECRET_BYTES) throw new RangeError(`A secret has ${SECRET_BYTES} bytes, not ${secret.length}`)
  const value = secret.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const digits = `${RECOVERY_KINDS.indexOf(kind) + 1}${FORMAT}${String(value).padStart(SECRET_DIGITS, '0')}`
  return Array.from({ length: RECOVERY_GROUPS }, (_, place) => {
    const group = digits.slice(place * GROUP_DIGITS, (place + 1) * GROUP_DIGITS)
    return withCheckDigit(placed(place, group)).slice(2)
  }).join('')
}

/** Groups of six, as they are printed. */
export function recoveryGroups(code: string): string[] {
  return code.match(/.{6}/g) ?? []
}

export type RecoveryReading = { secret: Uint8Array } | { refusal: Refusal }

/**
 * Reads a code as it was scanned, or typed with spaces or hyphens between groups. Refuses another number of digits,
 * groups whose check digit is wrong, and a code of the other kind.
 */
export function readRecoveryCode(kind: RecoveryKind, typed: string): RecoveryReading {
  const code = typed.replace(/[\s.-]/g, '')
  if (code.length !== RECOVERY_CODE_DIGITS) {
    const parameters = { kind, digits: code.length, expected: RECOVERY_CODE_DIGITS }
    return { refusal: refusal('recoverySheet.incomplete', parameters) }
  }
  const groups = recoveryGroups(code)
  const wrong = groups.flatMap((group, place) => (hasCheckDigit(placed(place, group)) ? [] : [place + 1]))
  if (wrong.length > 0) return { refusal: refusal('recoverySheet.wrongGroups', { kind, groups: wrong }) }
  const digits = groups.map((group) => group.slice(0, GROUP_DIGITS)).join('')
  if (digits[0] !== String(RECOVERY_KINDS.indexOf(kind) + 1)) {
    return { refusal: refusal('recoverySheet.otherCode', { kind }) }
  }
  const value = BigInt(digits.slice(2))
  if (digits[1] !== FORMAT || value >> 256n > 0n) return { refusal: refusal('recoverySheet.otherFormat', { kind }) }
  return { secret: bytesOf(value) }
}

function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.from({ length: SECRET_BYTES }, (_, at) =>
    Number((value >> BigInt(8 * (SECRET_BYTES - 1 - at))) & 255n),
  )
}
