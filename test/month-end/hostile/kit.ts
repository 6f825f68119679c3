/** What hostile packages are made from: one small good package, and the ways to spoil it. */

import type { PackageFaultCode } from '../../../src/domain/package-fault.ts'
import { type ClosingDocument, trustedComment } from '../../../src/month-end/closing-document.ts'
import { buildZip, type ZipEntry, type ZipLies } from '../../support/hostile-zip.ts'
import { type Files, seal, signAnew } from '../../support/sealed-bag.ts'

export const TOP = 'PC042_2026-11_r1'

export interface HostileCase {
  name: string
  /** The fault that must be among those found. */
  code: PackageFaultCode
  /** A container's bytes, or the files of a bag. */
  make: (good: ReadonlyMap<string, Buffer>) => Buffer | Files
}

export function entriesOf(files: ReadonlyMap<string, Buffer>): ZipEntry[] {
  return [...files].map(([path, bytes]) => ({ name: `${TOP}/${path}`, bytes }))
}

/** A zip of the good package with lies in its frame. */
export const lying =
  (lies: ZipLies): HostileCase['make'] =>
  (good) =>
    buildZip(entriesOf(good), lies)

/** A zip one of whose entries lies. */
export const lyingEntry =
  (change: Partial<ZipEntry>): HostileCase['make'] =>
  (good) =>
    buildZip(entriesOf(good).map((entry, index) => (index === 3 ? { ...entry, ...change } : entry)))

/** A zip with one entry more. */
export const withEntry =
  (entry: ZipEntry): HostileCase['make'] =>
  (good) =>
    buildZip([...entriesOf(good), entry])

/** Files changed behind the office's back. */
export const changed =
  (change: (files: Files) => void): HostileCase['make'] =>
  (good) => {
    const files = new Map(good)
    change(files)
    return files
  }

/** Payload changed, then sealed and signed anew by whoever has the office's key. */
export const resealed =
  (change: (files: Files) => void): HostileCase['make'] =>
  (good) => {
    const files = new Map(good)
    change(files)
    return seal(files)
  }

/** closing.json changed and all signed anew; the label says what the good one says. */
export const restated =
  (changes: (closing: ClosingDocument) => Record<string, unknown>): HostileCase['make'] =>
  (good) => {
    const closing = closingIn(good)
    const files = new Map(good)
    files.set('data/closing.json', Buffer.from(JSON.stringify({ ...closing, ...changes(closing) })))
    return seal(files, closing)
  }

/** A tag file changed, then listed and signed anew. */
export const retagged =
  (path: string, change: (text: string) => string): HostileCase['make'] =>
  (good) => {
    const files = new Map(good)
    edit(files, path, change)
    return signAnew(files, trustedComment(closingIn(good)))
  }

export function closingIn(files: ReadonlyMap<string, Buffer>): ClosingDocument {
  return JSON.parse(files.get('data/closing.json')?.toString() ?? '') as ClosingDocument
}

/** Changes a file's text; a change that changes nothing would be no case. */
export function edit(files: Files, path: string, change: (text: string) => string): void {
  const before = files.get(path)?.toString() ?? ''
  const after = change(before)
  if (after === before) throw new Error(`${path} was not changed`)
  files.set(path, Buffer.from(after))
}

/** Changes one record of a table, 0 being the header. */
export const record = (table: string, index: number, change: (line: string) => string): HostileCase['make'] =>
  resealed((files) =>
    edit(files, `data/${table}.csv`, (text) => {
      const lines = text.split('\r\n')
      lines[index] = change(lines[index] ?? '')
      return lines.join('\r\n')
    }),
  )

/** Changes one cell of a record without quotes, by the name of its column. */
export const cell =
  (table: string, index: number, column: string, value: string): HostileCase['make'] =>
  (good) => {
    const header = good.get(`data/${table}.csv`)?.toString().split('\r\n')[0] ?? ''
    const at = header.split(',').indexOf(column)
    if (at < 0) throw new Error(`${table} has no ${column}`)
    return record(table, index, (line) => line.split(',').with(at, value).join())(good)
  }
