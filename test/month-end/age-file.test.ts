import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, test } from 'vitest'
import { encrypted, openEncrypted } from '../../src/month-end/age-file.ts'
import { identitiesIn, recipientsIn } from '../../src/month-end/age-keys.ts'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { freshFolder, inside } from '../support/month-end.ts'
import { contentOf, sampleMonth, testKey } from '../support/month-end-content.ts'
import { knownKeys } from '../support/spoilt-package.ts'

const folder = freshFolder()
let headOffice: string
let office: string
let file: string

beforeAll(async () => {
  headOffice = await generateX25519Identity()
  office = await generateX25519Identity()
  const recipients = [await identityToRecipient(headOffice), await identityToRecipient(office)]
  const options = { folder: inside(folder), signingKey: testKey, recipients }
  const outcome = await writePackage(contentOf(sampleMonth()), options)
  if (outcome.kind === 'refused') throw new Error('refused')
  file = outcome.file
})

const codesWith = async (path: string, identities: string[]) =>
  (await verifyPackage(path, { knownKeys, identities })).faults.map(({ code }) => code)

function changed(change: (bytes: Buffer) => Buffer): string {
  const path = join(inside(folder), 'changed.zip.age')
  writeFileSync(path, change(readFileSync(file)))
  return path
}

describe('An encrypted package', () => {
  test('is named for what it is, and nothing in the clear lies beside it', () => {
    expect(readdirSync(join(file, '..'))).toEqual(['PC042_2026-11_r1.zip.age'])
    expect(readFileSync(file).includes('Source-Organization')).toBe(false)
  })

  test('opens for head office and for the office itself, with the same identity', async () => {
    const [one, other] = await Promise.all(
      [headOffice, office].map((identity) => verifyPackage(file, { knownKeys, identities: [identity] })),
    )
    expect(one?.faults).toEqual([])
    expect(one?.summary?.signature).toBe('good')
    expect(other).toEqual(one)
  })

  test('stays shut for anybody else, and says so', async () => {
    expect(await codesWith(file, [])).toEqual(['encryption.noKey'])
    expect(await codesWith(file, [await generateX25519Identity()])).toEqual(['encryption.noKey'])
    expect(await codesWith(file, [await generateX25519Identity(), office])).toEqual([])
  })

  test('is refused when it was cut anywhere, or a byte of it is another', async () => {
    const { length } = readFileSync(file)
    for (const end of [30, 150, 400, length - 70_000, length - 100, length - 1]) {
      expect(
        await codesWith(
          changed((bytes) => bytes.subarray(0, Math.max(22, end))),
          [office],
        ),
        `${end}`,
      ).toEqual(['encryption.broken'])
    }
    for (let at = 22; at < length; at += Math.ceil(length / 400)) {
      const flipped = changed((bytes) => {
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
        return bytes
      })
      const codes = await codesWith(flipped, [office])
      expect(codes.length, `byte ${at}`).toBeGreaterThan(0)
      expect(['encryption.broken', 'encryption.noKey'], `byte ${at}`).toContain(codes[0])
    }
  })

  test('is refused with anything behind it', async () => {
    expect(
      await codesWith(
        changed((bytes) => Buffer.concat([bytes, Buffer.from('x')])),
        [office],
      ),
    ).toEqual(['encryption.broken'])
  })
})

describe('Any place of an encrypted file is read by itself', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])('of %i bytes', async (length) => {
    const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 7) % 251))
    const parts: Uint8Array[] = []
    for await (const part of encrypted(pieces(bytes), [await identityToRecipient(office)])) parts.push(part)
    const source = inBuffer(Buffer.concat(parts))
    const opened = await openEncrypted(source, [office])
    expect(opened.size).toBe(length)
    for (const [from, count] of [
      [0, length],
      [0, 1],
      [65_530, 20],
      [length - 3, 10],
      [length, 5],
    ] as const) {
      const start = Math.max(0, from)
      expect((await opened.read(start, count)).equals(bytes.subarray(start, start + count))).toBe(true)
    }
  })
})

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000)
}

function inBuffer(bytes: Buffer) {
  return {
    size: bytes.length,
    read: async (position: number, length: number) => bytes.subarray(position, position + length),
  }
}

describe('Files of keys', () => {
  test('may hold remarks and empty lines, and nothing that is no key', async () => {
    const recipient = await identityToRecipient(office)
    expect(recipientsIn(`# head office\n\n${recipient}\r\n`)).toEqual([recipient])
    expect(identitiesIn(`# created: today\n${office}\n`)).toEqual([office])
    expect(recipientsIn('')).toEqual([])
    for (const wrong of [office, 'ssh-ed25519 AAAA', `${recipient}x`, 'age1qqq']) expect(recipientsIn(wrong)).toBeNull()
    expect(identitiesIn(recipient)).toBeNull()
  })
})

const hasAge = spawnSync('age', ['--version']).error === undefined
if (!hasAge) console.warn('age is not installed: nobody but ourselves has opened an encrypted package')

describe.runIf(hasAge)('The age command', () => {
  test('opens what we wrote', () => {
    const place = inside(folder)
    writeFileSync(join(place, 'key.txt'), `${headOffice}\n`)
    execFileSync('age', ['-d', '-i', 'key.txt', '-o', 'package.zip', file], { cwd: place })
    execFileSync('unzip', ['-tq', 'package.zip'], { cwd: place })
  })

  test('writes what we open', async () => {
    const place = inside(folder)
    writeFileSync(join(place, 'key.txt'), `${headOffice}\n`)
    const recipient = await identityToRecipient(office)
    execFileSync('age', ['-d', '-i', 'key.txt', '-o', 'package.zip', file], { cwd: place })
    execFileSync('age', ['-r', recipient, '-o', 'again.zip.age', 'package.zip'], { cwd: place })
    expect(await codesWith(join(place, 'again.zip.age'), [office])).toEqual([])
  })
})
