/** Reads every file of a bag once and compares its digests with the manifests; others may have the bytes, too. */

import { createHash } from 'node:crypto'
import type { Bag } from './bag-reader.ts'
import type { FaultList } from './fault-list.ts'
import { BrokenFile, type PackageFiles } from './package-files.ts'

export interface DigestOrder {
  files: PackageFiles
  bag: Bag
  faults: FaultList
  /** Paths to read, in order; those in no manifest are read only for `taps`. */
  paths: readonly string[]
  /** Is given the bytes of a path piece by piece. */
  taps?: ReadonlyMap<string, (bytes: Uint8Array) => void>
  signal?: AbortSignal | undefined
  onProgress?: ((bytes: number) => void) | undefined
}

/** Answers the SHA-256 of each path that a sha256 manifest names and that could be read. */
export async function checkDigests(order: DigestOrder): Promise<Map<string, string>> {
  const { files, bag, faults, taps, signal, onProgress } = order
  const manifests = [...bag.manifests, ...bag.tagManifests]
  const found = new Map<string, string>()
  let bytes = 0
  for (const path of order.paths) {
    const naming = manifests.filter(({ digests }) => digests.has(path))
    const tap = taps?.get(path)
    if (!files.sizes.has(path) || (naming.length === 0 && !tap)) continue
    const hashes = new Map(naming.map(({ algorithm }) => [algorithm, createHash(algorithm)]))
    try {
      for await (const piece of files.read(path)) {
        signal?.throwIfAborted()
        for (const hash of hashes.values()) hash.update(piece)
        tap?.(piece)
        bytes += piece.length
        onProgress?.(bytes)
      }
    } catch (error) {
      if (!(error instanceof BrokenFile)) throw error
      faults.add(error.code, path, error.message)
      continue
    }
    const digests = new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest('hex')]))
    for (const { file, algorithm, digests: stated } of naming) {
      if (stated.get(path) === digests.get(algorithm)) continue
      faults.add('file.changed', path, `${file} says ${stated.get(path)}, the file has ${digests.get(algorithm)}`)
    }
    const sha256 = digests.get('sha256')
    if (sha256 !== undefined) found.set(path, sha256)
  }
  return found
}
