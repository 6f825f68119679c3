/** The digits of a recovery sheet bring back the very key, and nothing that was mistyped passes for one. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  RECOVERY_CODE_DIGITS,
  RECOVERY_KINDS,
  readRecoveryCode,
  recoveryGroups,
  writeRecoveryCode,
} from '../../src/domain/recovery-code.ts'

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 })
const kind = fc.constantFrom(...RECOVERY_KINDS)

function refusalOf(reading: ReturnType<typeof readRecoveryCode>): string | null {
  return 'refusal' in reading ? reading.refusal.code : null
}

describe('A recovery code', () => {
  test('brings the very key back, however it is typed', () => {
    fc.assert(
      fc.property(secret, kind, fc.constantFrom('', ' ', '\n', ' - ', '.'), (key, of, between) => {
        const code = writeRecoveryCode(of, key)
        expect(code).toMatch(/^\d{96}$/)
        expect(readRecoveryCode(of, recoveryGroups(code).join(between))).toEqual({ secret: key })
      }),
    )
  })

  test('with any single wrong character is refused, and a wrong digit by the number of its group', () => {
    const place = fc.nat(RECOVERY_CODE_DIGITS - 1)
    const character = fc.constantFrom(...'0123456789 -.xOl')
    fc.assert(
      fc.property(secret, kind, place, character, (key, of, at, wrong) => {
        const code = writeRecoveryCode(of, key)
        fc.pre(code[at] !== wrong)
        const reading = readRecoveryCode(of, code.slice(0, at) + wrong + code.slice(at + 1))
        if (/\d/.test(wrong)) {
          const parameters = { kind: of, groups: [Math.floor(at / 6) + 1] }
          expect(reading).toEqual({ refusal: { code: 'recoverySheet.wrongGroups', parameters } })
        } else expect(refusalOf(reading)).toMatch(/^recoverySheet\.(incomplete|wrongGroups)$/)
      }),
      { numRuns: 2000 },
    )
  })

  test('with two groups in each other’s place is refused, or never the key it was', () => {
    fc.assert(
      fc.property(secret, fc.nat(15), fc.nat(15), (key, one, other) => {
        const groups = recoveryGroups(writeRecoveryCode('signingKey', key))
        fc.pre(groups[one]?.slice(0, 5) !== groups[other]?.slice(0, 5))
        const swapped = groups.with(one, groups[other] ?? '').with(other, groups[one] ?? '')
        const reading = readRecoveryCode('signingKey', swapped.join(''))
        if ('secret' in reading) expect(reading.secret).not.toEqual(key)
      }),
    )
  })

  test('says how much of it is missing, and when it is the other one of the sheet', () => {
    const code = writeRecoveryCode('signingKey', new Uint8Array(32))
    expect(readRecoveryCode('signingKey', code.slice(6))).toEqual({
      refusal: {
        code: 'recoverySheet.incomplete',
        parameters: { kind: 'signingKey', digits: 90, expected: 96 },
      },
    })
    expect(refusalOf(readRecoveryCode('recoveryIdentity', code))).toBe('recoverySheet.otherCode')
    expect(() => writeRecoveryCode('signingKey', new Uint8Array(31))).toThrow(RangeError)
  })

  test('of a number that no secret has is refused', () => {
    const digits = `11${'9'.repeat(78)}`
    const code = Array.from({ length: 16 }, (_, place) => groupOf(place, digits.slice(place * 5, place * 5 + 5))).join(
      '',
    )
    expect(refusalOf(readRecoveryCode('signingKey', code))).toBe('recoverySheet.otherFormat')
  })
})

/** The group with the one last digit that passes. */
function groupOf(place: number, digits: string): string {
  const before = recoveryGroups(writeRecoveryCode('signingKey', new Uint8Array(32)))
  const found = [...'0123456789'].find((last) => {
    const groups = before.with(place, digits + last)
    const reading = readRecoveryCode('signingKey', groups.join(''))
    return !('refusal' in reading) || reading.refusal.code !== 'recoverySheet.wrongGroups'
  })
  return digits + found
}
