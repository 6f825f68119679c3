/**
 * The streams of an OLE container ([MS-CFB]), in which old Excels keep a workbook. Chains of sectors are followed as
 * far as the file could have any, so a made-up one ends in a refusal.
 */

import { TableFault } from './table-source.ts'

const LAST_SECTOR = 0xfffffffa
const NO_ENTRY = 0xffffffff
const ENTRY_BYTES = 128
const HEADER_BYTES = 512
const ENTRIES_IN_HEADER = 109
const STORAGE = 1
const STREAM = 2
const MOST_ENTRIES = 100_000

export interface OleContainer {
  /** Whether the container has a stream of that name at its top. */
  has(name: string): boolean
  /** The stream's bytes; null where there is none of that name. */
  read(name: string): Buffer | null
}

interface Entry {
  name: string
  kind: number
  start: number
  size: number
}

/** A view of the file as sectors of a size. */
interface Sectors {
  bytes: Buffer
  size: number
  /** Where sector 0 begins. */
  offset: number
}

function broken(what: string): TableFault {
  return new TableFault('broken', `An OLE container: ${what}`)
}

/** A sector's bytes; the last one of a file may be short. */
function sector({ bytes, size, offset }: Sectors, number: number): Buffer {
  const start = offset + number * size
  if (start >= bytes.length) throw broken('it ends too early')
  return bytes.subarray(start, start + size)
}

/** The sectors of a chain, one after the other. */
function readChain(sectors: Sectors, table: Uint32Array, start: number, wanted = Number.POSITIVE_INFINITY): Buffer {
  const pieces: Buffer[] = []
  let length = 0
  for (let at = start; at < LAST_SECTOR && length < wanted; at = table[at] ?? LAST_SECTOR) {
    if (pieces.length > table.length) throw broken('a chain without end')
    const piece = sector(sectors, at)
    pieces.push(piece)
    length += piece.length
  }
  return Buffer.concat(pieces)
}

function numbersIn(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(index * 4))
}

/** The table of which sector follows which: its own sectors are listed in the header, then in a chain of lists. */
function readSectorTable(sectors: Sectors): Uint32Array {
  const { bytes } = sectors
  const listed = [...numbersIn(bytes.subarray(76, 76 + ENTRIES_IN_HEADER * 4))]
  const most = Math.ceil(bytes.length / sectors.size)
  let next = bytes.readUInt32LE(68)
  for (let read = 0; next < LAST_SECTOR; read++) {
    if (read > most) throw broken('a list without end')
    const numbers = [...numbersIn(sector(sectors, next))]
    next = numbers.pop() ?? NO_ENTRY
    listed.push(...numbers)
  }
  const used = listed.filter((number) => number < LAST_SECTOR)
  if (used.length > most) throw broken('more sectors than the file has')
  return numbersIn(Buffer.concat(used.map((number) => sector(sectors, number))))
}

function readEntry(directory: Buffer, index: number): Entry & { left: number; right: number; child: number } {
  const entry = directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES)
  if (entry.length < ENTRY_BYTES) throw broken('an entry that is not there')
  const nameBytes = Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2)
  return {
    name: entry.toString('utf16le', 0, nameBytes),
    kind: entry.readUInt8(66),
    left: entry.readUInt32LE(68),
    right: entry.readUInt32LE(72),
    child: entry.readUInt32LE(76),
    start: entry.readUInt32LE(116),
    size: entry.readUInt32LE(120),
  }
}

/** The entries at the top: an embedded object below may have a workbook of its own. */
function readTop(directory: Buffer): Map<string, Entry> {
  const found = new Map<string, Entry>()
  const seen = new Set<number>()
  const waiting = [readEntry(directory, 0).child]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === NO_ENTRY || seen.has(index)) continue
    if (seen.size > MOST_ENTRIES) throw broken('too many entries')
    seen.add(index)
    const entry = readEntry(directory, index)
    if (entry.kind === STREAM || entry.kind === STORAGE) found.set(entry.name, entry)
    waiting.push(entry.left, entry.right)
  }
  return found
}

/** Opens a container in memory. Throws a `TableFault` where it is broken, here or when a stream is read. */
export function openOle(bytes: Buffer): OleContainer {
  if (bytes.length < HEADER_BYTES) throw broken('it ends too early')
  const shift = bytes.readUInt16LE(30)
  const smallShift = bytes.readUInt16LE(32)
  if ((shift !== 9 && shift !== 12) || smallShift !== 6) throw broken('sectors of a strange size')
  const sectors = { bytes, size: 2 ** shift, offset: 2 ** shift }
  const table = readSectorTable(sectors)
  const directory = readChain(sectors, table, bytes.readUInt32LE(48))
  const root = readEntry(directory, 0)
  const entries = readTop(directory)
  return {
    has: (name) => entries.get(name)?.kind === STREAM,
    read(name) {
      const entry = entries.get(name)
      if (entry?.kind !== STREAM) return null
      const isSmall = entry.size < bytes.readUInt32LE(56)
      const stream = isSmall
        ? readChain(
            { bytes: readChain(sectors, table, root.start), size: 2 ** smallShift, offset: 0 },
            numbersIn(readChain(sectors, table, bytes.readUInt32LE(60))),
            entry.start,
            entry.size,
          )
        : readChain(sectors, table, entry.start, entry.size)
      if (stream.length < entry.size) throw broken(`${name} ends too early`)
      return stream.subarray(0, entry.size)
    },
  }
}
