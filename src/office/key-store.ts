/**
 * Where an office keeps what is secret, each under a name. In the window the system's own key store protects it: the
 * shell keeps one sealing key there, and with it everything in `secrets.sealed` is sealed. Elsewhere each secret is a
 * file that its owner alone may read.
 */

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { environmentFailure } from '../contract/failure.ts'
import type { KeyProtection, SealingKey } from '../contract/sealing.ts'
import { syncFolder, writeDurably } from '../ledger/durable-file.ts'
import { Unavailable } from './failures.ts'

export interface KeyStore {
  readonly protection: KeyProtection
  /** Null where there is none of that name. Throws Unavailable where this computer, or a terminal, cannot unseal it. */
  read(name: string): string | null
  /**
   * Is on the disk when this returns. A name ends in one of SECRET_ENDINGS, so that no secret is taken for another
   * file.
   */
  keep(name: string, secret: string): void
  names(): string[]
}

const SECRET_ENDINGS = ['.key.pem', '.identity.txt', '.secret']
const SEALED_FILE = 'secrets.sealed'
const OWNER_ALONE = 0o600

const sealedFile = z.object({
  format: z.literal('so-tri-an-secrets/1'),
  /** The sealing key as the system's key store sealed it. */
  wrappedKey: z.string(),
  /** Base64 of nonce, ciphertext and tag by name. */
  secrets: z.record(z.string(), z.string()),
})
type SealedFile = z.infer<typeof sealedFile>

function isSecret(name: string): boolean {
  return SECRET_ENDINGS.some((ending) => name.endsWith(ending))
}

function refuseOtherNames(name: string): void {
  if (!isSecret(name)) throw new RangeError(`The name of a secret ends in ${SECRET_ENDINGS.join(', ')}, not ${name}`)
}

/**
 * Null where there is none, or it is damaged: then it is set aside like one of another computer. A file that cannot be
 * read just now is neither, and its error is thrown.
 */
function readSealed(folder: string): SealedFile | null {
  const file = join(folder, SEALED_FILE)
  if (!existsSync(file)) return null
  const text = readFileSync(file, 'utf8')
  try {
    return sealedFile.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** The sealing key of a folder as it lies there, for the shell to unwrap; null where nothing was sealed yet. */
export function wrappedKeyIn(folder: string): string | null {
  return readSealed(folder)?.wrappedKey ?? null
}

/** `sealing` is null where no system keeps a key: in a terminal, and on a desktop without a key store. */
export function openKeyStore(folder: string, sealing: SealingKey | null): KeyStore {
  if (sealing) return sealedKeyStore(folder, sealing)
  return existsSync(join(folder, SEALED_FILE)) ? shutKeyStore(folder) : fileKeyStore(folder)
}

function fileKeyStore(folder: string): KeyStore {
  return {
    protection: 'file',
    read(name) {
      refuseOtherNames(name)
      const file = join(folder, name)
      return existsSync(file) ? readFileSync(file, 'utf8') : null
    },
    keep(name, secret) {
      refuseOtherNames(name)
      mkdirSync(folder, { recursive: true })
      writeDurably(join(folder, name), secret, OWNER_ALONE)
    },
    names: () => (existsSync(folder) ? readdirSync(folder).filter(isSecret).sort() : []),
  }
}

/** The window sealed what is here; who has no sealing key can neither read it nor add to it. */
function shutKeyStore(folder: string): KeyStore {
  const refuse = (): never => {
    throw new Unavailable(environmentFailure('key.sealed', { path: join(folder, SEALED_FILE) }))
  }
  return { protection: 'shut', read: refuse, keep: refuse, names: () => Object.keys(readSealed(folder)?.secrets ?? {}) }
}

/**
 * A file sealed with another key came from another computer or another user of this one: nothing of it can be read
 * here. It is set aside, never removed, once there is something new to keep.
 */
function sealedKeyStore(folder: string, { key, wrapped, protection }: SealingKey): KeyStore {
  const sealingKey = Buffer.from(key, 'base64')
  const own = (): SealedFile => {
    const found = readSealed(folder)
    return found?.wrappedKey === wrapped ? found : { format: 'so-tri-an-secrets/1', wrappedKey: wrapped, secrets: {} }
  }
  function write(added: Record<string, string>): void {
    mkdirSync(folder, { recursive: true })
    const { secrets, ...file } = own()
    if (existsSync(join(folder, SEALED_FILE)) && readSealed(folder)?.wrappedKey !== wrapped) setAside(folder)
    for (const [name, secret] of Object.entries(added)) secrets[name] = seal(sealingKey, name, secret)
    writeDurably(join(folder, SEALED_FILE), `${JSON.stringify({ ...file, secrets }, null, 1)}\n`, OWNER_ALONE)
  }
  const store: KeyStore = {
    protection,
    read(name) {
      refuseOtherNames(name)
      const sealed = own().secrets[name]
      return sealed === undefined ? null : unseal(sealingKey, name, sealed)
    },
    keep(name, secret) {
      refuseOtherNames(name)
      write({ [name]: secret })
    },
    names: () => Object.keys(own().secrets).sort(),
  }
  sealPlainFiles(folder, store, write)
  return store
}

/** What lay here readable is sealed, read back, and only then removed. What is sealed already is not written over. */
function sealPlainFiles(folder: string, sealed: KeyStore, write: (added: Record<string, string>) => void): void {
  const plain = fileKeyStore(folder)
  const names = plain.names()
  if (names.length === 0) return
  const unsealed = names.filter((name) => sealed.read(name) === null)
  if (unsealed.length > 0) write(Object.fromEntries(unsealed.map((name) => [name, plain.read(name) ?? ''])))
  for (const name of names) if (sealed.read(name) === plain.read(name)) rmSync(join(folder, name))
  syncFolder(folder)
}

function setAside(folder: string): void {
  let name = `${SEALED_FILE}.old`
  for (let another = 2; existsSync(join(folder, name)); another += 1) name = `${SEALED_FILE}.old-${another}`
  renameSync(join(folder, SEALED_FILE), join(folder, name))
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The name is authenticated along with the secret: one cannot be put in another's place. */
function seal(key: Buffer, name: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** Null where the text was changed. */
function unseal(key: Buffer, name: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
