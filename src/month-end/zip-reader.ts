/**
 * Reads a zip that every tool would read in the same way, and no other: one directory, all of it used, entries side by
 * side without a gap, local and central headers of one mind, no link, no encryption, no zip64, sizes bounded before a
 * byte is unpacked. yauzl parses the directory; it forgives more than this does.
 */

import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import * as zlib from 'node:zlib'
import { type Entry, fromFdPromise, type LocalFileHeader, type ZipFile } from 'yauzl'
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

const PIECE_BYTES = 1 << 16
const LOCAL_HEADER = 0x04034b50
const DESCRIPTOR = 0x08074b50
const END_RECORD = 0x06054b50
const END_RECORD_BYTES = 22
const CENTRAL_HEADER_BYTES = 46
const ZIP64_EXTRA = 0x0001
const UNICODE_PATH_EXTRA = 0x7075
const ENCRYPTED = 1
const HAS_DESCRIPTOR = 1 << 3
const UTF8_NAME = 1 << 11
const FILE_TYPE = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000
const AGE_HEADER = 'age-encryption.org/v1'

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
  handle: FileHandle
  limits: PackageLimits
  faults: FaultList
}

/** Opens a zip; null, with reasons in `faults`, where it may not be read. Throws where the file cannot be opened. */
export async function openZip(path: string, limits: PackageLimits, faults: FaultList): Promise<PackageFiles | null> {
  const handle = await open(path, 'r')
  try {
    const files = await readDirectory({ handle, limits, faults })
    if (files && faults.isEmpty) return files
  } catch (error) {
    faults.add('container.unreadable', null, error instanceof Error ? error.message : String(error))
  }
  await handle.close()
  return null
}

async function readDirectory(reading: Reading): Promise<PackageFiles | null> {
  const { handle, limits, faults } = reading
  const directory = await readEndRecord(reading)
  if (!directory) return null
  const zip = await fromFdPromise(handle.fd, { lazyEntries: true, decodeStrings: false, autoClose: false })
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
  return packageFiles(handle, ranges, names)
}

/** The end record must be the last 22 bytes, without comment, second disk or zip64, right behind the directory. */
async function readEndRecord({ handle, limits, faults }: Reading): Promise<{ start: number; bytes: number } | null> {
  const refuse = (detail: string) => {
    faults.add('container.unreadable', null, detail)
    return null
  }
  const { size } = await handle.stat()
  const head = await readAt(handle, 0, AGE_HEADER.length)
  if (head.toString('latin1') === AGE_HEADER) return refuse('is encrypted with age: decrypt it first (age -d)')
  if (size > limits.containerBytes) {
    faults.add('container.tooLarge', null, `${size} bytes, at most ${limits.containerBytes}`)
    return null
  }
  if (size < END_RECORD_BYTES || head.readUInt32LE(0) !== LOCAL_HEADER) return refuse('is not a zip')
  const end = await readAt(handle, size - END_RECORD_BYTES, END_RECORD_BYTES)
  if (end.readUInt32LE(0) !== END_RECORD || end.readUInt16LE(20) !== 0) return refuse('does not end as a zip does')
  const [disk, startDisk, count, total] = [4, 6, 8, 10].map((at) => end.readUInt16LE(at))
  const bytes = end.readUInt32LE(12)
  const start = end.readUInt32LE(16)
  if (disk !== 0 || startDisk !== 0 || count !== total) return refuse('is one part of several')
  if (start + bytes !== size - END_RECORD_BYTES) return refuse('has bytes around its directory, or is of kind zip64')
  if ((total ?? 0) > limits.files) {
    faults.add('container.tooLarge', null, `${total} entries`)
    return null
  }
  return { start, bytes }
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
  const { handle, faults } = reading
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
    expected = dataEnd + (await descriptorBytes(handle, entry, dataEnd))
    ranges.push({ entry, dataStart: local.fileDataStart, end: expected })
  }
  if (expected !== end)
    faults.add('container.unreadable', null, `entries end at ${expected}, the directory starts at ${end}`)
  return ranges
}

/** Version 2.0 of the format brought deflate and folders; unzip refuses an entry that asks for more than it knows. */
const NEWEST_VERSION = 20

function headerProblem(entry: Entry, local: LocalFileHeader): string | null {
  const { generalPurposeBitFlag: flags, compressionMethod: method } = entry
  if ((flags & ENCRYPTED) !== 0) return 'is encrypted'
  const version = Math.max(entry.versionNeededToExtract, local.versionNeededToExtract)
  if (version > NEWEST_VERSION) return `asks for version ${version} of the format`
  if (method !== 0 && method !== 8) return `is packed by method ${method}`
  if (method === 0 && (flags & HAS_DESCRIPTOR) !== 0) return 'is stored without a size before it'
  if (method === 0 && entry.compressedSize !== entry.uncompressedSize) return 'is stored in another size'
  if (entry.extraFields.some(({ id }) => id === ZIP64_EXTRA)) return 'is of kind zip64'
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
async function descriptorBytes(handle: FileHandle, entry: Entry, at: number): Promise<number> {
  if ((entry.generalPurposeBitFlag & HAS_DESCRIPTOR) === 0) return 0
  const bytes = await readAt(handle, at, 16)
  const isSigned = bytes.readUInt32LE(0) === DESCRIPTOR
  const [crc, packed, unpacked] = [0, 4, 8].map((place) => bytes.readUInt32LE(place + (isSigned ? 4 : 0)))
  if (crc === entry.crc32 && packed === entry.compressedSize && unpacked === entry.uncompressedSize) {
    return isSigned ? 16 : 12
  }
  throw new BrokenFile(`${entry.fileNameRaw.toString()} has other sizes behind it than in the directory`)
}

function packageFiles(
  handle: FileHandle,
  ranges: readonly Range[],
  { topFolder, paths, folders }: Names,
): PackageFiles {
  const byPath = new Map<string, Range>()
  for (const range of ranges) {
    const path = paths.get(range.entry)
    if (path !== undefined) byPath.set(path, range)
  }
  return {
    sizes: new Map([...byPath].map(([path, { entry }]) => [path, entry.uncompressedSize])),
    topFolder,
    folders,
    read(path) {
      const range = byPath.get(path)
      if (!range) throw new BrokenFile('is not in the zip')
      return unpacked(handle, range)
    },
    close: () => handle.close(),
  }
}

async function* unpacked(handle: FileHandle, { entry, dataStart }: Range): AsyncGenerator<Uint8Array> {
  let size = 0
  let crc = 0
  for await (const piece of inflated(handle, entry, dataStart)) {
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

async function* inflated(handle: FileHandle, entry: Entry, start: number): AsyncGenerator<Uint8Array> {
  if (entry.compressedSize === 0) return
  const end = start + entry.compressedSize - 1
  const source = createReadStream('', { fd: handle.fd, start, end, autoClose: false, highWaterMark: PIECE_BYTES })
  if (entry.compressionMethod === 0) {
    yield* source
    return
  }
  const inflate = zlib.createInflateRaw({ chunkSize: PIECE_BYTES })
  pipeline(source, inflate, () => {})
  try {
    yield* inflate
  } catch (error) {
    throw new BrokenFile(error instanceof Error ? error.message : 'cannot be unpacked')
  }
  if (inflate.bytesWritten !== entry.compressedSize) throw new BrokenFile('has bytes behind its packed content')
}

/** So many bytes from a place; zeros where the file ends before them. */
async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  return (await handle.read(Buffer.alloc(length), 0, length, position)).buffer
}
