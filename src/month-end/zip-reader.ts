/**
 * Reads a zip that every tool would read in the same way, and no other: one directory, all of it used, entries side by
 * side without a gap, local and central headers of one mind, no link, no encryption of its own, zip64 only where places
 * pass 4 GiB or entries 65,535, sizes bounded before a byte is unpacked. yauzl parses the directory; it forgives more
 * than this does. A zip that age has sealed is read in the same way, through its chunks.
 */

import { open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import * as zlib from 'node:zlib'
import {
  type Entry,
  fromRandomAccessReaderPromise,
  type LocalFileHeader,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl'
import { isEncrypted, openEncrypted } from './age-file.ts'
import { type ByteSource, fileSource } from './byte-source.ts'
import { crc32 } from './crc32.ts'
import type { FaultList } from './fault-list.ts'
import {
  BrokenFile,
  foldersOf,
  nameRegister,
  type PackageFiles,
  type PackageLimits,
  unsafePath,
} from './package-files.ts'

const PIECE_BYTES = 1 << 17
const LOCAL_HEADER = 0x04034b50
const DESCRIPTOR = 0x08074b50
const END_RECORD = 0x06054b50
const END_RECORD_BYTES = 22
const END_RECORD_64 = 0x06064b50
const END_RECORD_64_BYTES = 56
const END_LOCATOR_64 = 0x07064b50
const END_LOCATOR_64_BYTES = 20
const MOST_16 = 0xffff
const MOST_32 = 0xffffffff
const CENTRAL_HEADER_BYTES = 46
const ZIP64_EXTRA = 0x0001
const UNICODE_PATH_EXTRA = 0x7075
const ENCRYPTED = 1
const HAS_DESCRIPTOR = 1 << 3
const UTF8_NAME = 1 << 11
const FILE_TYPE = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000

interface Range {
  entry: Entry
  dataStart: number
  /** Where the entry's last byte, its data descriptor included, ends. */
  end: number
}

interface Names {
  topFolder: string
  /** The paths of the files inside it. */
  paths: ReadonlyMap<Entry, string>
  folders: ReadonlySet<string>
}

interface Reading {
  source: ByteSource
  limits: PackageLimits
  faults: FaultList
}

/**
 * Opens a zip, in the clear or encrypted to one of the identities; null, with reasons in `faults`, where it may not be
 * read. Throws where the file cannot be opened.
 */
export async function openContainer(
  path: string,
  identities: readonly string[],
  limits: PackageLimits,
  faults: FaultList,
): Promise<PackageFiles | null> {
  const handle = await open(path, 'r')
  try {
    const file = await fileSource(handle)
    if (file.size > limits.containerBytes) {
      faults.add('container.tooLarge', null, `${file.size} bytes, at most ${limits.containerBytes}`)
    } else {
      const source = (await isEncrypted(file)) ? await openEncrypted(file, identities) : file
      const files = await readDirectory({ source, limits, faults })
      if (files && faults.isEmpty) return { ...files, close: () => handle.close() }
    }
  } catch (error) {
    const code = error instanceof BrokenFile ? error.code : 'container.unreadable'
    faults.add(code, null, error instanceof Error ? error.message : String(error))
  }
  await handle.close()
  return null
}

/** The directory and nothing of the content. */
async function readDirectory(reading: Reading): Promise<Omit<PackageFiles, 'close'> | null> {
  const { source, limits, faults } = reading
  const directory = await readEndRecord(reading)
  if (!directory) return null
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false }
  const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, options)
  const entries: Entry[] = []
  let directoryBytes = 0
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    directoryBytes += CENTRAL_HEADER_BYTES + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
  }
  if (directoryBytes !== directory.bytes) {
    faults.add(
      'container.unreadable',
      null,
      `the directory holds ${directory.bytes} bytes, its entries ${directoryBytes}`,
    )
  }
  boundSizes(entries, limits, faults)
  const names = checkNames(entries, faults)
  if (!faults.isEmpty) return null
  const ranges = await layOut(zip, entries, directory.start, reading)
  if (!faults.isEmpty) return null
  return packageFiles(source, ranges, names)
}

/** What yauzl asks for the bytes; it reads headers only, content is read here. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource

  constructor(source: ByteSource) {
    super()
    this.#source = source
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#source.read(position, length).then(
      (bytes) => callback(bytes.copy(buffer, offset) === length ? null : new Error('ends too early')),
      (error: Error) => callback(error),
    )
  }
}

interface Directory {
  start: number
  bytes: number
}

/** The end record must be the last 22 bytes, without comment or second disk, right behind the directory. */
async function readEndRecord({ source, limits, faults }: Reading): Promise<Directory | null> {
  const refuse = (detail: string) => {
    faults.add('container.unreadable', null, detail)
    return null
  }
  const { size } = source
  const head = await readAt(source, 0, 4)
  if (size < END_RECORD_BYTES || head.readUInt32LE(0) !== LOCAL_HEADER) return refuse('is not a zip')
  const end = await readAt(source, size - END_RECORD_BYTES, END_RECORD_BYTES)
  if (end.readUInt32LE(0) !== END_RECORD || end.readUInt16LE(20) !== 0) return refuse('does not end as a zip does')
  const [disk, startDisk, count = 0, total = 0] = [4, 6, 8, 10].map((at) => end.readUInt16LE(at))
  const near = { start: end.readUInt32LE(16), bytes: end.readUInt32LE(12), count: total }
  if (disk !== 0 || startDisk !== 0 || count !== total) return refuse('is one part of several')
  const isFar = near.count === MOST_16 || near.start === MOST_32
  const said = isFar ? await readEndRecord64(source, near) : near
  if (!said) return refuse('does not end as a zip64 does')
  const tail = END_RECORD_BYTES + (isFar ? END_RECORD_64_BYTES + END_LOCATOR_64_BYTES : 0)
  if (said.start + said.bytes !== size - tail) return refuse('has bytes around its directory, or is of kind zip64')
  if (said.count > limits.files) {
    faults.add('container.tooLarge', null, `${said.count} entries`)
    return null
  }
  return said
}

type EndRecord = Directory & { count: number }

/** The record of zip64 before the last one, of one mind with it; null where it is none or was not needed. */
async function readEndRecord64(source: ByteSource, near: EndRecord): Promise<EndRecord | null> {
  const at = source.size - END_RECORD_BYTES - END_LOCATOR_64_BYTES - END_RECORD_64_BYTES
  if (at < 0) return null
  const end = await readAt(source, at, END_RECORD_64_BYTES + END_LOCATOR_64_BYTES)
  const locator = end.subarray(END_RECORD_64_BYTES)
  const isWhole =
    end.readUInt32LE(0) === END_RECORD_64 &&
    end.readBigUInt64LE(4) === 44n &&
    end.readBigUInt64LE(16) === 0n &&
    end.readBigUInt64LE(24) === end.readBigUInt64LE(32) &&
    locator.readUInt32LE(0) === END_LOCATOR_64 &&
    locator.readUInt32LE(4) === 0 &&
    locator.readBigUInt64LE(8) === BigInt(at) &&
    locator.readUInt32LE(16) === 1
  const [count = 0, bytes = 0, start = 0] = [32, 40, 48].map((place) => Number(end.readBigUInt64LE(place)))
  const isSame =
    near.count === Math.min(count, MOST_16) && near.start === Math.min(start, MOST_32) && near.bytes === bytes
  return isWhole && isSame && (count >= MOST_16 || start >= MOST_32) ? { start, bytes, count } : null
}

function boundSizes(entries: readonly Entry[], limits: PackageLimits, faults: FaultList): void {
  let total = 0
  for (const entry of entries) {
    const { compressedSize, uncompressedSize } = entry
    const name = entry.fileNameRaw.toString()
    total += uncompressedSize
    if (uncompressedSize > limits.fileBytes) faults.add('container.tooLarge', name, `${uncompressedSize} bytes`)
    if (uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.ratio) {
      faults.add('container.bomb', name, `${compressedSize} bytes would become ${uncompressedSize}`)
    }
  }
  if (total > limits.totalBytes) faults.add('container.bomb', null, `would unpack to ${total} bytes in all`)
}

/** Every name must be safe, in one top folder, and differ from the others by more than capitals. */
function checkNames(entries: readonly Entry[], faults: FaultList): Names {
  const register = nameRegister(faults)
  const paths = new Map<Entry, string>()
  const folders = new Set<string>()
  const topFolders = new Set<string>()
  for (const entry of entries) {
    const name = entry.fileNameRaw.toString()
    const isFolder = name.endsWith('/')
    const path = isFolder ? name.slice(0, -1) : name
    const problem = entryProblem(entry, name, isFolder) ?? unsafePath(path)
    if (problem) faults.add('name.unsafe', name, problem)
    register(path, !isFolder)
    const slash = path.indexOf('/')
    topFolders.add(slash < 0 ? path : path.slice(0, slash))
    if (slash < 0 && !isFolder) faults.add('name.unsafe', name, 'lies outside the one folder')
    if (slash < 0) continue
    const inside = path.slice(slash + 1)
    if (!isFolder) paths.set(entry, inside)
    for (const folder of foldersOf(isFolder ? `${inside}/` : inside)) folders.add(folder)
  }
  if (topFolders.size > 1) faults.add('name.unsafe', null, `has ${topFolders.size} folders at the top instead of one`)
  return { topFolder: topFolders.values().next().value ?? '', paths, folders }
}

function entryProblem(entry: Entry, name: string, isFolder: boolean): string | null {
  const isPlain = /^[\x20-\x7e]*$/.test(name)
  if (!isPlain && (entry.generalPurposeBitFlag & UTF8_NAME) === 0) return 'is not marked as UTF-8'
  if (!Buffer.from(name).equals(entry.fileNameRaw)) return 'is not UTF-8'
  if (entry.extraFields.some(({ id }) => id === UNICODE_PATH_EXTRA)) return 'has a second name'
  const mode = entry.externalFileAttributes >>> 16
  const type = mode & FILE_TYPE
  if (type !== 0 && type !== (isFolder ? FOLDER : REGULAR)) return 'is a link or a device'
  if ((mode & 0o7000) !== 0) return 'would run with the rights of another'
  if (isFolder && entry.uncompressedSize !== 0) return 'is a folder with content'
  return null
}

/** Reads every local header: entries must agree with the directory and lie side by side from the first byte to it. */
async function layOut(zip: ZipFile, entries: readonly Entry[], end: number, reading: Reading): Promise<Range[]> {
  const { source, faults } = reading
  const ranges: Range[] = []
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let expected = 0
  for (const entry of inOrder) {
    const name = entry.fileNameRaw.toString()
    if (entry.relativeOffsetOfLocalHeader !== expected) {
      faults.add('container.unreadable', name, `starts at ${entry.relativeOffsetOfLocalHeader} instead of ${expected}`)
      return ranges
    }
    const local = await zip.readLocalFileHeaderPromise(entry, {})
    const problem = headerProblem(entry, local)
    if (problem) faults.add('container.unreadable', name, problem)
    const dataEnd = local.fileDataStart + entry.compressedSize
    expected = dataEnd + (await descriptorBytes(source, entry, dataEnd))
    ranges.push({ entry, dataStart: local.fileDataStart, end: expected })
  }
  if (expected !== end)
    faults.add('container.unreadable', null, `entries end at ${expected}, the directory starts at ${end}`)
  return ranges
}

/** Version 2.0 of the format brought deflate and folders; unzip refuses an entry that asks for more than it knows. */
const NEWEST_VERSION = 20
/** Version 4.5 brought places past 4 GiB. */
const NEWEST_FAR_VERSION = 45

function headerProblem(entry: Entry, local: LocalFileHeader): string | null {
  const { generalPurposeBitFlag: flags, compressionMethod: method } = entry
  if ((flags & ENCRYPTED) !== 0) return 'is encrypted'
  const version = Math.max(entry.versionNeededToExtract, local.versionNeededToExtract)
  const isFar = entry.relativeOffsetOfLocalHeader >= MOST_32
  if (version > (isFar ? NEWEST_FAR_VERSION : NEWEST_VERSION)) return `asks for version ${version} of the format`
  if (method !== 0 && method !== 8) return `is packed by method ${method}`
  if (method === 0 && (flags & HAS_DESCRIPTOR) !== 0) return 'is stored without a size before it'
  if (method === 0 && entry.compressedSize !== entry.uncompressedSize) return 'is stored in another size'
  const wide = entry.extraFields.filter(({ id }) => id === ZIP64_EXTRA)
  if (isFar ? wide.length !== 1 || wide[0]?.data.length !== 8 : wide.length > 0) return 'is of kind zip64'
  const isSame =
    local.fileName.equals(entry.fileNameRaw) &&
    local.generalPurposeBitFlag === flags &&
    local.compressionMethod === method
  if (!isSame) return 'is another file in its own header than in the directory'
  if ((flags & HAS_DESCRIPTOR) !== 0) return null
  const { crc32, compressedSize, uncompressedSize } = entry
  if (local.crc32 === crc32 && local.compressedSize === compressedSize && local.uncompressedSize === uncompressedSize) {
    return null
  }
  return 'has other sizes in its own header than in the directory'
}

/** Bytes of the data descriptor that repeats checksum and sizes, with its optional signature; 0 where there is none. */
async function descriptorBytes(source: ByteSource, entry: Entry, at: number): Promise<number> {
  if ((entry.generalPurposeBitFlag & HAS_DESCRIPTOR) === 0) return 0
  const bytes = await readAt(source, at, 16)
  const isSigned = bytes.readUInt32LE(0) === DESCRIPTOR
  const [crc, packed, unpacked] = [0, 4, 8].map((place) => bytes.readUInt32LE(place + (isSigned ? 4 : 0)))
  if (crc === entry.crc32 && packed === entry.compressedSize && unpacked === entry.uncompressedSize) {
    return isSigned ? 16 : 12
  }
  throw new BrokenFile(`${entry.fileNameRaw.toString()} has other sizes behind it than in the directory`)
}

function packageFiles(source: ByteSource, ranges: readonly Range[], { topFolder, paths, folders }: Names) {
  const byPath = new Map<string, Range>()
  for (const range of ranges) {
    const path = paths.get(range.entry)
    if (path !== undefined) byPath.set(path, range)
  }
  return {
    sizes: new Map([...byPath].map(([path, { entry }]) => [path, entry.uncompressedSize])),
    topFolder,
    folders,
    read(path: string) {
      const range = byPath.get(path)
      if (!range) throw new BrokenFile('is not in the zip')
      return unpacked(source, range)
    },
  }
}

async function* unpacked(source: ByteSource, { entry, dataStart }: Range): AsyncGenerator<Uint8Array> {
  let size = 0
  let crc = 0
  for await (const piece of inflated(source, entry, dataStart)) {
    size += piece.length
    if (size > entry.uncompressedSize) {
      throw new BrokenFile(`unpacks to more than the ${entry.uncompressedSize} bytes declared`, 'container.bomb')
    }
    crc = crc32(piece, crc)
    yield piece
  }
  if (size !== entry.uncompressedSize) throw new BrokenFile(`unpacks to ${size} bytes of ${entry.uncompressedSize}`)
  if (crc !== entry.crc32) throw new BrokenFile('does not have the checksum its zip says')
}

async function* inflated(source: ByteSource, entry: Entry, start: number): AsyncGenerator<Uint8Array> {
  if (entry.compressedSize === 0) return
  const packed = pieces(source, start, start + entry.compressedSize)
  if (entry.compressionMethod === 0) {
    yield* packed
    return
  }
  const inflate = zlib.createInflateRaw({ chunkSize: PIECE_BYTES })
  pipeline(Readable.from(packed, { highWaterMark: 2 }), inflate, () => {})
  try {
    yield* inflate
  } catch (error) {
    if (error instanceof BrokenFile) throw error
    throw new BrokenFile(error instanceof Error ? error.message : 'cannot be unpacked')
  }
  if (inflate.bytesWritten !== entry.compressedSize) throw new BrokenFile('has bytes behind its packed content')
}

async function* pieces(source: ByteSource, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += PIECE_BYTES) yield source.read(at, Math.min(PIECE_BYTES, end - at))
}

/** So many bytes from a place; zeros where the file ends before them. */
async function readAt(source: ByteSource, position: number, length: number): Promise<Buffer> {
  const bytes = await source.read(position, length)
  return bytes.length === length ? bytes : Buffer.concat([bytes, Buffer.alloc(length - bytes.length)])
}
