/** Head office answers a package: it is checked once more, and the answer is written and signed beside it. */

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackageFault } from '../domain/package-fault.ts'
import {
  ACKNOWLEDGEMENT_FORMAT,
  type Acknowledgement,
  acknowledgementFile,
  type Conflict,
  readAcknowledgement,
  writeAcknowledgement,
} from './acknowledgement.ts'
import { readPublicKey, type SigningKey } from './signing-key.ts'
import { verifyPackage } from './verify-package.ts'

export interface Answering {
  verdict: Acknowledgement['verdict']
  /** Why it is rejected, in words; the codes of the check's faults are added. */
  reason: string | null
  decidedBy: string
  /** An ISO instant in UTC. */
  decidedAt: string
  /** What the offices of the same company or of others did for the same households, for this package. */
  conflictsOf: (packageName: string) => Promise<readonly Conflict[]>
  /** Head office's own. */
  key: SigningKey
  /** A folder of `<officeId>.pub`: an answer is given only to a package whose signature could be checked. */
  keysFolder: string
  /** age keys that open the package. */
  identities: readonly string[]
  /** Where the answer goes. */
  folder: string
  signal?: AbortSignal | undefined
}

export type Answer =
  /** `known`: the same was answered before, and that file stays as it is. */
  | { kind: 'given' | 'known'; file: string; acknowledgement: Acknowledgement }
  /** Accepting a package with faults, or answering one that cannot be read and so has no identity. */
  | { kind: 'faulty'; faults: PackageFault[] }
  /** A masked package is no link of an office's chain: nothing waits for an answer to it. */
  | { kind: 'masked' }
  /** Another answer to the same package lies there: it is never written over. */
  | { kind: 'otherAnswer'; file: string }

/**
 * Checks the package at `path` and writes `<package>.receipt.json` and its `.minisig`. A package with faults cannot be
 * accepted; one without may still be rejected. Rejects where a file cannot be read or written.
 */
export async function answerPackage(path: string, answering: Answering): Promise<Answer> {
  const { verdict, keysFolder, identities, signal } = answering
  const { faults, summary } = await verifyPackage(path, { keysFolder, identities, signal })
  if (summary?.profile === 'masked') return { kind: 'masked' }
  if (!summary || (verdict === 'accepted' && faults.length > 0)) return { kind: 'faulty', faults }
  const reasons = [...(answering.reason ? [answering.reason] : []), ...new Set(faults.map(({ code }) => code))]
  const acknowledgement: Acknowledgement = {
    format: ACKNOWLEDGEMENT_FORMAT,
    packageName: summary.packageName,
    packageIdentity: summary.identity,
    verdict,
    reasons: verdict === 'rejected' ? reasons : [],
    conflicts: [...(await answering.conflictsOf(summary.packageName))],
    decidedAt: answering.decidedAt,
    decidedBy: answering.decidedBy,
  }
  await mkdir(answering.folder, { recursive: true })
  const file = join(answering.folder, acknowledgementFile(summary.packageName))
  const earlier = await answerThere(file, answering.key)
  if (earlier === null) {
    await write(file, acknowledgement, answering.key)
    return { kind: 'given', file, acknowledgement }
  }
  const isSame = earlier !== 'other' && decision(earlier) === decision(acknowledgement)
  return isSame ? { kind: 'known', file, acknowledgement: earlier } : { kind: 'otherAnswer', file }
}

/** What the answer says, whoever gave it and whenever. */
function decision({ decidedAt: _at, decidedBy: _by, ...said }: Acknowledgement): string {
  return JSON.stringify(said)
}

/** The answer that lies there, if it is one of ours. */
async function answerThere(file: string, key: SigningKey): Promise<Acknowledgement | 'other' | null> {
  const json = await readFile(file).catch(() => null)
  if (!json) return null
  const minisig = await readFile(`${file}.minisig`, 'utf8').catch(() => '')
  const publicKey = readPublicKey(key.publicKeyText)
  const reading = readAcknowledgement(json, minisig, publicKey ? [publicKey] : [])
  return reading.kind === 'good' ? reading.acknowledgement : 'other'
}

/** The signature first: an answer that lies there has one. */
async function write(file: string, acknowledgement: Acknowledgement, key: SigningKey): Promise<void> {
  const { json, minisig } = writeAcknowledgement(acknowledgement, key)
  await writeFile(`${file}.minisig`, minisig, { flush: true })
  await writeFile(`${file}.new`, json, { flush: true })
  await rename(`${file}.new`, file)
}
