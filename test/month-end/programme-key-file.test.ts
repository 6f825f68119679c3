import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citizenIdHmac } from '../../src/month-end/profile.ts'
import {
  makeProgrammeKey,
  programmeKeyFingerprint,
  readProgrammeKeyFile,
  writeProgrammeKeyFile,
} from '../../src/month-end/programme-key-file.ts'

const key = new Uint8Array(32).fill(9)

describe('the programme key', () => {
  test('comes back from its file as it was', () => {
    const drawn = makeProgrammeKey()
    expect(readProgrammeKeyFile(writeProgrammeKeyFile(drawn))).toEqual(drawn)
  })

  test('is another one each time it is drawn', () => {
    expect(makeProgrammeKey()).not.toEqual(makeProgrammeKey())
  })

  test('is compared by a fingerprint that does not show it', () => {
    expect(programmeKeyFingerprint(key)).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/)
    expect(programmeKeyFingerprint(key)).not.toBe(programmeKeyFingerprint(makeProgrammeKey()))
    expect(Buffer.from(key).toString('hex')).not.toContain(
      programmeKeyFingerprint(key).replaceAll(' ', '').toLowerCase(),
    )
  })

  test('is not read where one digit of it is another', () => {
    const text = writeProgrammeKeyFile(key)
    const start = text.indexOf('keyHex": "') + 'keyHex": "'.length
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 63 }), fc.constantFrom(...'0123456789abcdef'), (place, digit) => {
        const at = start + place
        fc.pre(text[at] !== digit)
        expect(readProgrammeKeyFile(text.slice(0, at) + digit + text.slice(at + 1))).toBeNull()
      }),
    )
  })

  test.each(['', '{}', 'AGE-SECRET-KEY-1', '{"format":"so-tri-an-programme-key/2"}'])('is not %j', (text) => {
    expect(readProgrammeKeyFile(text)).toBeNull()
  })

  test('has 32 bytes', () => {
    expect(() => writeProgrammeKeyFile(new Uint8Array(31))).toThrow(RangeError)
    expect(() => citizenIdHmac(new Uint8Array(31), '001085000001')).toThrow(RangeError)
  })

  test('hashes an ID number as any other tool does', () => {
    // printf %s 001085000001 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0909…09
    expect(citizenIdHmac(key, '001085000001')).toBe('e02e2fe506285c0683d70d14487ca9b9a1081a96361ea4e7268a4699467d4b3b')
  })
})
