import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import {
  type HeadOfficeKey,
  headOfficeFingerprint,
  readHeadOfficeKeyFile,
  writeHeadOfficeKeyFile,
} from '../../src/month-end/head-office-key-file.ts'
import {
  IDENTITY_FILE,
  makeHeadOfficeKeys,
  PUBLIC_KEY_FILE,
  SIGNING_KEY_FILE,
} from '../../src/month-end/head-office-keys.ts'
import { signingKey } from '../../src/month-end/signing-key.ts'
import { testKey } from '../support/month-end-content.ts'

const folder = mkdtempSync(join(tmpdir(), 'so-tri-an-keys-'))
const of = { name: 'Công ty Điện lực Hà Nam', madeOn: day('2026-11-02') }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const key: HeadOfficeKey = {
  ...of,
  signingKeyText: testKey.publicKeyText,
  ageRecipient: 'age1q73rqjf5ynnqmvkarakqsvlrmcjvsmlvc2ym0pj2kc2du3g0f4vqv9zwh3',
}

describe("Head office's public keys in a file", () => {
  test('come back as they were written', () => {
    expect(readHeadOfficeKeyFile(writeHeadOfficeKeyFile(key))).toEqual(key)
  })

  test('have a fingerprint that both keys are in', () => {
    const words = headOfficeFingerprint(key)
    expect(words).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
    expect(headOfficeFingerprint({ ...key, name: 'Ai khác', madeOn: day('2027-01-01') })).toBe(words)
    expect(headOfficeFingerprint({ ...key, ageRecipient: key.ageRecipient.replace('q73', 'q74') })).not.toBe(words)
  })

  test('are refused with any character of a key or of the format spoilt', () => {
    const text = writeHeadOfficeKeyFile(key)
    const spoilt = fc.tuple(fc.nat(text.length - 1), fc.constantFrom('!', 'é', '\u202e', ''))
    fc.assert(
      fc.property(spoilt, ([at, by]) => {
        const read = readHeadOfficeKeyFile(text.slice(0, at) + by + text.slice(at + 1))
        // What is left readable differs in the name or the layout alone, or shows in the fingerprint.
        if (!read || text[at] === by) return
        const isSameKey = headOfficeFingerprint(read) === headOfficeFingerprint(key)
        expect(isSameKey ? { ...read, name: '' } : null).toEqual({ ...key, name: '' })
      }),
      { numRuns: 2000 },
    )
    for (const rubbish of ['', 'null', '{}', '[]', testKey.publicKeyText, key.ageRecipient]) {
      expect(readHeadOfficeKeyFile(rubbish)).toBeNull()
    }
  })
})

describe("Making head office's keys", () => {
  test('writes two secret files and a public one, and never over others', async () => {
    const made = await makeHeadOfficeKeys(folder, of)
    expect(readHeadOfficeKeyFile(readFileSync(join(folder, PUBLIC_KEY_FILE), 'utf8'))).toEqual(made)
    const secret = readFileSync(join(folder, SIGNING_KEY_FILE), 'utf8')
    expect(signingKey(secret).publicKeyText).toBe(made.signingKeyText)
    for (const name of [SIGNING_KEY_FILE, IDENTITY_FILE]) {
      if (process.platform !== 'win32') expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    }
    await expect(makeHeadOfficeKeys(folder, of)).rejects.toMatchObject({ code: 'EEXIST' })
    expect(readFileSync(join(folder, SIGNING_KEY_FILE), 'utf8')).toBe(secret)
  })
})
