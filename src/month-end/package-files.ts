/** The files of a package wherever they lie, in a zip or in a folder: their sizes, and their bytes piece by piece. */

import type { FaultList } from './fault-list.ts'

export interface PackageFiles {
  /** Size in bytes of each file by its path inside the bag. */
  readonly sizes: ReadonlyMap<string, number>
  /** Every folder inside the bag, empty ones too. */
  readonly folders: ReadonlySet<string>
  /** The one folder inside a zip; null for a bag that lies unpacked. */
  readonly topFolder: string | null
  /** Throws a BrokenFile where the container does not hold what it declared. */
  read(path: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** A file whose bytes cannot be had as declared. */
export class BrokenFile extends Error {
  readonly code: 'encryption.broken' | 'encryption.noKey' | 'container.unreadable' | 'container.bomb'
  constructor(message: string, code: BrokenFile['code'] = 'container.unreadable') {
    super(message)
    this.code = code
  }
}

export interface PackageLimits {
  /** Size of the zip itself. */
  containerBytes: number
  files: number
  totalBytes: number
  fileBytes: number
  /** A file read whole: tag files and JSON. */
  smallFileBytes: number
  /** Unpacked to packed size of one file, from `ratioFromBytes` on. */
  ratio: number
  ratioFromBytes: number
}

export const PACKAGE_LIMITS: PackageLimits = {
  containerBytes: 2 ** 34,
  files: 100_000,
  totalBytes: 2 ** 34,
  fileBytes: 2 ** 31,
  smallFileBytes: 2 ** 24,
  ratio: 200,
  ratioFromBytes: 2 ** 16,
}

/** Windows opens a device, whatever the extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd\\:*?"<>|]/

/** Why a path may not be unpacked on every machine to the same file inside the folder, or null where it may. */
export function unsafePath(path: string): string | null {
  if (UNSAFE.test(path)) return 'holds a backslash, a drive, a control character or one that some system forbids'
  if (path !== path.normalize('NFC')) return 'is not NFC'
  if (Buffer.byteLength(path) > 240) return 'is too long'
  for (const part of path.split('/')) {
    if (part === '') return 'is absolute or has an empty part'
    if (part === '.' || part === '..') return 'has a part . or ..'
    if (/[. ]$/.test(part)) return 'has a part that ends in a dot or a space'
    if (DEVICE.test(part)) return 'names a device'
  }
  return null
}

/** Tells names apart as the least careful file system does; each file and folder may be spelt in one way only. */
export function nameRegister(faults: FaultList) {
  const spellings = new Map<string, { path: string; isFile: boolean }>()
  return (path: string, isFile: boolean): void => {
    const parts = path.split('/')
    for (let length = 1; length <= parts.length; length++) {
      const spelt = parts.slice(0, length).join('/')
      const asFile = isFile && length === parts.length
      const key = spelt.normalize('NFC').toLowerCase()
      const known = spellings.get(key)
      if (!known) spellings.set(key, { path: spelt, isFile: asFile })
      else if (known.path !== spelt) faults.add('name.duplicate', path, `differs from ${known.path} only in spelling`)
      else if (asFile || known.isFile) faults.add('name.duplicate', path, 'is there more than once')
    }
  }
}

/** A small file's bytes, or null, with the reason in `faults`, where it is absent, too large or broken. */
export async function readWhole(
  files: PackageFiles,
  path: string,
  limits: PackageLimits,
  faults: FaultList,
): Promise<Buffer | null> {
  const size = files.sizes.get(path)
  if (size === undefined) return null
  if (size > limits.smallFileBytes) {
    faults.add('container.tooLarge', path, `${size} bytes, at most ${limits.smallFileBytes} for a file of its kind`)
    return null
  }
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of files.read(path)) pieces.push(piece)
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
    faults.add(error.code, path, error.message)
    return null
  }
  return Buffer.concat(pieces)
}

/** The folders a path lies in, the outermost first. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}
