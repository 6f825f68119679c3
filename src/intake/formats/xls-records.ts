/** The records of an old Excel's workbook stream (BIFF5 and BIFF8, [MS-XLS]) and the texts in them. */

import { TableFault } from './table-source.ts'

/** The records that matter to a reader of lists, by their numbers. */
export const RECORD = {
  beginning: 0x0809,
  end: 0x000a,
  filePassword: 0x002f,
  codePage: 0x0042,
  dateMode: 0x0022,
  boundSheet: 0x0085,
  font: 0x0031,
  format: 0x041e,
  cellFormat: 0x00e0,
  sharedTexts: 0x00fc,
  row: 0x0208,
  number: 0x0203,
  shortNumber: 0x027e,
  shortNumbers: 0x00bd,
  sharedText: 0x00fd,
  label: 0x0204,
  richLabel: 0x00d6,
  booleanOrError: 0x0205,
  formula: 0x0006,
  formulaText: 0x0207,
  mergedCells: 0x00e5,
} as const

const CONTINUE = 0x003c

export interface XlsRecord {
  id: number
  data: Buffer
  /** The data of the records that continue it; texts may be cut between them. */
  continued: readonly Buffer[]
}

const NOTHING: readonly Buffer[] = []

function broken(what: string): TableFault {
  return new TableFault('broken', `An old workbook: ${what}`)
}

/** The records of a part of the stream, from its beginning at `offset` to its own end; those of charts in it too. */
export function* recordsFrom(stream: Buffer, offset: number): Generator<XlsRecord> {
  let at = offset
  let depth = 0
  const idAt = () => (at + 4 <= stream.length ? stream.readUInt16LE(at) : null)
  const takeData = () => {
    const start = at + 4
    at = start + stream.readUInt16LE(at + 2)
    if (at > stream.length) throw broken('a record ends too early')
    return stream.subarray(start, at)
  }
  for (let id = idAt(); id !== null; id = idAt()) {
    const data = takeData()
    let continued: Buffer[] | null = null
    while (idAt() === CONTINUE) {
      continued ??= []
      continued.push(takeData())
    }
    if (id === RECORD.beginning) depth += 1
    if (id === RECORD.end) depth -= 1
    if (depth === 0) return
    if (depth === 1) yield { id, data, continued: continued ?? NOTHING }
  }
  throw broken('it ends too early')
}

/** A place in the data of a record and of those that continue it. */
export interface Cursor {
  segments: readonly Buffer[]
  index: number
  at: number
}

export function cursorOf({ data, continued }: XlsRecord, at: number): Cursor {
  return { segments: continued.length === 0 ? [data] : [data, ...continued], index: 0, at }
}

/** Whether something is left to read. */
export function hasMore(cursor: Cursor): boolean {
  while (cursor.index < cursor.segments.length && cursor.at >= (cursor.segments[cursor.index]?.length ?? 0)) {
    cursor.index += 1
    cursor.at = 0
  }
  return cursor.index < cursor.segments.length
}

function readNumber(cursor: Cursor, bytes: 1 | 2 | 4): number {
  const segment = cursor.segments[cursor.index]
  if (segment && cursor.at + bytes <= segment.length) {
    cursor.at += bytes
    return segment.readUIntLE(cursor.at - bytes, bytes)
  }
  let number = 0
  for (let place = 0; place < bytes; place++) {
    if (!hasMore(cursor)) throw broken('a text ends too early')
    number += (cursor.segments[cursor.index]?.[cursor.at] ?? 0) * 256 ** place
    cursor.at += 1
  }
  return number
}

function skip(cursor: Cursor, bytes: number): void {
  let left = bytes
  while (left > 0) {
    if (!hasMore(cursor)) throw broken('a text ends too early')
    const step = Math.min(left, (cursor.segments[cursor.index]?.length ?? 0) - cursor.at)
    cursor.at += step
    left -= step
  }
}

/** Characters of one or two bytes; where they are cut, the next record says anew of how many. */
function readCharacters(cursor: Cursor, count: number, isWideAtFirst: boolean): string {
  let text = ''
  let left = count
  let isWide = isWideAtFirst
  for (;;) {
    const segment = cursor.segments[cursor.index] ?? Buffer.alloc(0)
    const width = isWide ? 2 : 1
    const length = Math.min(left, Math.floor((segment.length - cursor.at) / width)) * width
    text += segment.toString(isWide ? 'utf16le' : 'latin1', cursor.at, cursor.at + length)
    cursor.at += length
    left -= length / width
    if (left === 0) return text
    cursor.index += 1
    cursor.at = 0
    isWide = (readNumber(cursor, 1) & 1) === 1
  }
}

/** A text of BIFF8 whose length takes that many bytes: its runs of fonts and its readings aloud are passed over. */
export function readUnicodeText(cursor: Cursor, lengthBytes: 1 | 2): string {
  const count = readNumber(cursor, lengthBytes)
  if (count === 0 && !hasMore(cursor)) return ''
  const flags = readNumber(cursor, 1)
  const runs = flags & 8 ? readNumber(cursor, 2) : 0
  const readingBytes = flags & 4 ? readNumber(cursor, 4) : 0
  const text = readCharacters(cursor, count, (flags & 1) === 1)
  skip(cursor, runs * 4 + readingBytes)
  return text
}

/** A text of BIFF5: bytes of a code page. */
export function readByteText(cursor: Cursor, lengthBytes: 1 | 2): Buffer {
  const count = readNumber(cursor, lengthBytes)
  const bytes: Buffer[] = []
  for (let left = count; left > 0; ) {
    if (!hasMore(cursor)) throw broken('a text ends too early')
    const piece = (cursor.segments[cursor.index] ?? Buffer.alloc(0)).subarray(cursor.at, cursor.at + left)
    bytes.push(piece)
    cursor.at += piece.length
    left -= piece.length
  }
  return Buffer.concat(bytes)
}
