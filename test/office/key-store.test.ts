/** Where secrets lie: sealed with the system's key, or in files of their owner; never lost on the way from one to other. */

import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { environmentFailure } from '../../src/contract/failure.ts'
import type { SealingKey } from '../../src/contract/sealing.ts'
import { Unavailable } from '../../src/office/failures.ts'
import { openKeyStore, wrappedKeyIn } from '../../src/office/key-store.ts'
import { temporaryFolder } from '../support/office-place.ts'

const SECRET = '-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----\n'
const NAME = 'PC042.key.pem'

/** The key of a computer, as the shell hands it over. */
function computer(): SealingKey {
  const key = randomBytes(32).toString('base64')
  return { key, wrapped: `wrapped by ${key.slice(0, 8)}`, protection: 'system' }
}

const everything = (folder: string) =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

describe('Without a key store of the system', () => {
  test('a secret is a file of its owner alone', () => {
    const folder = join(temporaryFolder(), 'keys')
    const store = openKeyStore(folder, null)
    expect(store.protection).toBe('file')
    expect(store.names()).toEqual([])
    expect(store.read(NAME)).toBeNull()
    store.keep(NAME, SECRET)
    expect(store.read(NAME)).toBe(SECRET)
    expect(statSync(join(folder, NAME)).mode & 0o777).toBe(0o600)
  })

  test('only names that nobody takes for another file are secrets', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'PC042.pub'), 'public')
    for (const store of [openKeyStore(folder, null), openKeyStore(folder, computer())]) {
      expect(() => store.keep('PC042.pub', SECRET)).toThrow(RangeError)
      expect(() => store.read('PC042.pub')).toThrow(RangeError)
      expect(store.names()).toEqual([])
    }
  })
})

describe('With a key store of the system', () => {
  test('a secret is sealed, and read again after a restart', () => {
    const folder = join(temporaryFolder(), 'keys')
    const sealing = computer()
    openKeyStore(folder, sealing).keep(NAME, SECRET)
    openKeyStore(folder, sealing).keep('programme.secret', 'another')
    expect(everything(folder)).not.toContain('PRIVATE KEY')
    expect(everything(folder)).not.toContain(sealing.key)
    expect(wrappedKeyIn(folder)).toBe(sealing.wrapped)
    const again = openKeyStore(folder, sealing)
    expect(again.protection).toBe('system')
    expect(again.read(NAME)).toBe(SECRET)
    expect(again.names()).toEqual([NAME, 'programme.secret'])
  })

  test('what lay there readable is sealed and only then removed', () => {
    const folder = temporaryFolder()
    openKeyStore(folder, null).keep(NAME, SECRET)
    writeFileSync(join(folder, 'PC042.pub'), 'public')
    const store = openKeyStore(folder, computer())
    expect(store.read(NAME)).toBe(SECRET)
    expect(readdirSync(folder).sort()).toEqual(['PC042.pub', 'secrets.sealed'])
    expect(everything(folder)).not.toContain('PRIVATE KEY')
  })

  test('what is sealed is not written over by another file of its name, and neither is lost', () => {
    const folder = temporaryFolder()
    const sealing = computer()
    openKeyStore(folder, sealing).keep(NAME, SECRET)
    writeFileSync(join(folder, NAME), 'another key')
    expect(openKeyStore(folder, sealing).read(NAME)).toBe(SECRET)
    expect(readFileSync(join(folder, NAME), 'utf8')).toBe('another key')
  })

  test('a terminal says that the window holds it, and spoils nothing', () => {
    const folder = temporaryFolder()
    const sealing = computer()
    openKeyStore(folder, sealing).keep(NAME, SECRET)
    const terminal = openKeyStore(folder, null)
    expect(terminal.protection).toBe('shut')
    const failure = environmentFailure('key.sealed', { path: join(folder, 'secrets.sealed') })
    expect(() => terminal.read(NAME)).toThrow(new Unavailable(failure))
    expect(() => terminal.keep(NAME, 'other')).toThrow()
    expect(openKeyStore(folder, sealing).read(NAME)).toBe(SECRET)
  })

  test('another computer reads nothing, and sets aside what it cannot read before it keeps its own', () => {
    const folder = temporaryFolder()
    const [old, fresh] = [computer(), computer()]
    openKeyStore(folder, old).keep(NAME, SECRET)
    const before = readFileSync(join(folder, 'secrets.sealed'), 'utf8')
    const store = openKeyStore(folder, fresh)
    expect(store.read(NAME)).toBeNull()
    expect(readFileSync(join(folder, 'secrets.sealed'), 'utf8')).toBe(before)
    store.keep('PC042.identity.txt', 'restored')
    expect(readFileSync(join(folder, 'secrets.sealed.old'), 'utf8')).toBe(before)
    expect(store.names()).toEqual(['PC042.identity.txt'])
  })

  test('a changed or damaged file gives no secret away, and none is taken for another', () => {
    const folder = temporaryFolder()
    const sealing = computer()
    const store = openKeyStore(folder, sealing)
    store.keep(NAME, SECRET)
    store.keep('PC042.2.key.pem', 'second')
    const file = join(folder, 'secrets.sealed')
    const sealed = JSON.parse(readFileSync(file, 'utf8'))
    const [first, second] = [sealed.secrets[NAME], sealed.secrets['PC042.2.key.pem']]
    writeFileSync(file, JSON.stringify({ ...sealed, secrets: { [NAME]: second, 'PC042.2.key.pem': first.slice(4) } }))
    expect(openKeyStore(folder, sealing).read(NAME)).toBeNull()
    expect(openKeyStore(folder, sealing).read('PC042.2.key.pem')).toBeNull()
    writeFileSync(file, '{"torn')
    expect(wrappedKeyIn(folder)).toBeNull()
    openKeyStore(folder, sealing).keep(NAME, SECRET)
    expect(openKeyStore(folder, sealing).read(NAME)).toBe(SECRET)
    expect(existsSync(`${file}.old`)).toBe(true)
  })
})
