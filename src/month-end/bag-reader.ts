/**
 * Reads a bag's tag files (BagIt 1.0, RFC 8493, and the drafts 0.93 to 0.97) and says whether its files are complete:
 * every manifest is well formed, every file it names is there, every file there is named. Digests come elsewhere.
 */

import type { BagWarning, BagWarningCode } from '../domain/package-fault.ts'
import { bagWarnings } from './bag-warnings.ts'
import type { FaultList } from './fault-list.ts'
import { type PackageFiles, type PackageLimits, readWhole } from './package-files.ts'

export const BAG_ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const
export type BagAlgorithm = (typeof BAG_ALGORITHMS)[number]
const DIGEST_CHARACTERS: Record<BagAlgorithm, number> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
}

const VERSIONS = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'] as const
export type BagVersion = (typeof VERSIONS)[number]

export interface Manifest {
  file: string
  algorithm: BagAlgorithm
  /** Lower-case hex digest by path inside the bag. */
  digests: ReadonlyMap<string, string>
}

export interface Bag {
  version: BagVersion
  manifests: readonly Manifest[]
  tagManifests: readonly Manifest[]
  /** The labels and values of bag-info.txt in their order; empty where there is none. */
  info: readonly (readonly [string, string])[]
  warnings: readonly BagWarning[]
}

interface Reading {
  files: PackageFiles
  limits: PackageLimits
  faults: FaultList
  version: BagVersion
  /** A code is told once of a file. */
  warn: (code: BagWarningCode, file: string) => void
  decode: (bytes: Uint8Array) => string
}

/** The bag's tag files; null where no further check makes sense. */
export async function readBag(files: PackageFiles, limits: PackageLimits, faults: FaultList): Promise<Bag | null> {
  const bytes = await readWhole(files, 'bagit.txt', limits, faults)
  if (!bytes) {
    faults.add('bag.structure', 'bagit.txt', 'is missing or cannot be read')
    return null
  }
  const lines = /^BagIt-Version: (\d+\.\d+)\nTag-File-Character-Encoding: (\S+)[ \t]*(?:\n(?<more>[\s\S]*))?$/.exec(
    bytes.toString('latin1').replace(/\r\n?/g, '\n'),
  )
  const decode = decoder(lines?.[2] ?? '')
  const hasMore = (lines?.groups?.more ?? '').trim() !== ''
  if (!lines || !decode || (hasMore && lines[1] === '1.0')) {
    faults.add('bag.structure', 'bagit.txt', 'is not the two lines of a bag declaration')
    return null
  }
  const version = VERSIONS.find((known) => known === lines[1])
  if (!version) {
    faults.add('bag.version', 'bagit.txt', `BagIt ${lines[1]} is not known here, ${VERSIONS.join(', ')} are`)
    return null
  }
  const told = new Map<string, BagWarning>()
  const warn = (code: BagWarningCode, file: string) => told.set(`${code} ${file}`, { code, file })
  const reading: Reading = { files, limits, faults, version, warn, decode }
  if (hasMore) warn('bag.extraLines', 'bagit.txt')
  const manifests = await readManifests('manifest', reading)
  const tagManifests = await readManifests('tagmanifest', reading)
  if (manifests.length === 0) faults.add('bag.structure', null, 'has no payload manifest that can be checked')
  if (!files.folders.has('data')) faults.add('bag.structure', null, 'has no folder data')
  const bag = { version, manifests, tagManifests, info: await readInfo(reading) }
  await checkFetch(bag, reading)
  checkComplete(bag, reading)
  checkOxum(bag, reading)
  return { ...bag, warnings: [...told.values(), ...bagWarnings(bag, files)] }
}

export function isPayload(path: string): boolean {
  return path.startsWith('data/')
}

/** The one value of a label, or null where bag-info.txt has none or several. Labels differ not by capitals. */
export function infoValue(bag: Pick<Bag, 'info'>, label: string): string | null {
  const values = bag.info.filter(([name]) => name.toLowerCase() === label.toLowerCase())
  return values.length === 1 ? (values[0]?.[1] ?? null) : null
}

/**
 * A reader of text in a tag file's encoding, without its BOM; it throws on bytes that are none. Null where unknown.
 * UTF-16 says by its mark which way round it is, and without one the higher byte comes first (RFC 2781).
 */
function decoder(encoding: string): ((bytes: Uint8Array) => string) | null {
  try {
    const label = /^utf-?16$/i.test(encoding) ? 'utf-16be' : encoding
    new TextDecoder(label)
    return (bytes) => {
      const isTurned = label === 'utf-16be' && bytes[0] === 0xff && bytes[1] === 0xfe
      return new TextDecoder(isTurned ? 'utf-16le' : label, { fatal: true }).decode(bytes)
    }
  } catch {
    return null
  }
}

async function readLines(path: string, reading: Reading): Promise<string[] | null> {
  const bytes = await readWhole(reading.files, path, reading.limits, reading.faults)
  if (!bytes) return null
  try {
    const lines = reading.decode(bytes).split(/\r\n|\n|\r/)
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines
  } catch {
    reading.faults.add('manifest.malformed', path, 'is not text in the encoding bagit.txt names')
    return null
  }
}

async function readManifests(kind: 'manifest' | 'tagmanifest', reading: Reading): Promise<Manifest[]> {
  const manifests: Manifest[] = []
  for (const file of [...reading.files.sizes.keys()].sort()) {
    const name = new RegExp(`^${kind}-([A-Za-z0-9-]+)\\.txt$`).exec(file)?.[1]
    if (name === undefined) continue
    const algorithm = BAG_ALGORITHMS.find((known) => known === name.toLowerCase().replaceAll('-', ''))
    const lines = algorithm ? await readLines(file, reading) : null
    if (!algorithm) reading.faults.add('bag.structure', file, `algorithm ${name} cannot be checked here`)
    if (!algorithm || !lines) continue
    manifests.push({ file, algorithm, digests: readDigests(file, algorithm, lines, kind, reading) })
  }
  return manifests
}

function readDigests(
  file: string,
  algorithm: BagAlgorithm,
  lines: readonly string[],
  kind: 'manifest' | 'tagmanifest',
  reading: Reading,
): Map<string, string> {
  const { files, faults, version, warn } = reading
  const digests = new Map<string, string>()
  const spellings = new Map([...files.sizes.keys()].map((path) => [path.normalize('NFC'), path]))
  for (const [index, line] of lines.entries()) {
    const refuse = (detail: string) => faults.add('manifest.malformed', file, `line ${index + 1} ${detail}`)
    const [, digest = '', mark = '', written = ''] = /^([0-9A-Fa-f]+)[ \t]+(\*?)(.+)$/.exec(line) ?? []
    const named = namedPath(written, reading)
    // The same name may be spelt in two ways of Unicode: a file system may have respelt it on the way.
    const path = files.sizes.has(named) ? named : (spellings.get(named.normalize('NFC')) ?? named)
    const known = digests.get(path)
    if (path !== named) warn('bag.respeltName', file)
    if (mark !== '' || written.startsWith('./')) warn('bag.foreignMarks', file)
    if (known === digest.toLowerCase() && version !== '1.0') warn('bag.repeatedEntry', file)
    if (digest.length !== DIGEST_CHARACTERS[algorithm]) refuse(`is not a digest of ${algorithm} and a path`)
    else if (isOutside(named)) faults.add('name.unsafe', file, `line ${index + 1} names ${named}`)
    else if (isPayload(path) !== (kind === 'manifest')) refuse(`names ${path}, which is not for this manifest`)
    else if (path.startsWith('tagmanifest-')) refuse('names a tag manifest')
    else if (known !== undefined && (version === '1.0' || known !== digest.toLowerCase())) refuse(`names ${path} again`)
    else digests.set(path, digest.toLowerCase())
  }
  return digests
}

/** Before 1.0 nothing said that a percent sign is escaped, so a name that is there as it is written means itself. */
function namedPath(written: string, { files, version }: Reading): string {
  const path = unescapePath(written, version)
  return version !== '1.0' && !files.sizes.has(path) && files.sizes.has(written) ? written : path
}

/** Line breaks in names are written %0A and %0D, and since 1.0 the percent sign %25. */
function unescapePath(written: string, version: BagVersion): string {
  const escapes = version === '1.0' ? /%(0A|0D|25)/gi : /%(0A|0D)/gi
  const path = written.replace(escapes, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return path.replace(/^(\.\/)+/, '')
}

function isOutside(path: string): boolean {
  return /^[/~\\]|^[A-Za-z]:/.test(path) || path.split(/[/\\]/).includes('..')
}

async function readInfo(reading: Reading): Promise<[string, string][]> {
  const file = ['bag-info.txt', 'package-info.txt'].find((name) => reading.files.sizes.has(name))
  const info: [string, string][] = []
  if (file === undefined) return info
  for (const line of (await readLines(file, reading)) ?? []) {
    const last = info.at(-1)
    const labelled = /^([^\s:][^:]*?)\s*:\s*(.*)$/.exec(line)
    if (/^\s+\S/.test(line) && last) last[1] += ` ${line.trim()}`
    else if (labelled) info.push([labelled[1] ?? '', labelled[2] ?? ''])
    else if (line.trim() !== '')
      reading.faults.add('bag.info', file, `has a line without a label: ${line.slice(0, 40)}`)
  }
  return info
}

/** fetch.txt: URL, length or -, path. A file still to be fetched is missing; that is found with the manifests. */
async function checkFetch({ manifests, version }: Pick<Bag, 'manifests' | 'version'>, reading: Reading): Promise<void> {
  if (!reading.files.sizes.has('fetch.txt')) return
  const refuse = (detail: string) => reading.faults.add('manifest.malformed', 'fetch.txt', detail)
  for (const line of (await readLines('fetch.txt', reading)) ?? []) {
    const written = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line)?.[1]
    if (written === undefined) {
      refuse(`has a line that is not URL, length and path: ${line.slice(0, 40)}`)
      continue
    }
    const path = namedPath(written, reading)
    if (isOutside(path)) reading.faults.add('name.unsafe', 'fetch.txt', `names ${path}`)
    else if (version === '1.0' && !manifests.every(({ digests }) => digests.has(path))) {
      refuse(`names ${path}, which is not in every payload manifest`)
    }
  }
}

function checkComplete(
  { manifests, tagManifests, version }: Omit<Bag, 'info' | 'warnings'>,
  { files, faults }: Reading,
): void {
  for (const { file, digests } of [...manifests, ...tagManifests]) {
    for (const path of digests.keys()) {
      if (!files.sizes.has(path)) faults.add('file.missing', path, `is named in ${file}`)
    }
  }
  for (const path of files.sizes.keys()) {
    if (!isPayload(path)) continue
    const holders = manifests.filter(({ digests }) => digests.has(path)).length
    if (holders === 0) faults.add('file.extra', path, 'is in no payload manifest')
    else if (version === '1.0' && holders < manifests.length) {
      faults.add('file.extra', path, 'is not in every payload manifest')
    }
  }
}

function checkOxum({ info }: Pick<Bag, 'info'>, { files, faults }: Reading): void {
  if (!info.some(([label]) => label.toLowerCase() === 'payload-oxum')) return
  const payload = [...files.sizes].filter(([path]) => isPayload(path))
  const expected = `${payload.reduce((sum, [, size]) => sum + size, 0)}.${payload.length}`
  const found = infoValue({ info }, 'Payload-Oxum')
  if (found !== expected) faults.add('bag.info', 'bag-info.txt', `Payload-Oxum is ${found}, the payload is ${expected}`)
}
