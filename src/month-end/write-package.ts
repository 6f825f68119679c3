/**
 * Writes the package of a closed month: the bag in a temporary folder beside the target, checked by the verifier's own
 * rules, zipped, fsynced and renamed. The same month gives the same bytes; a failure or a cancel leaves nothing behind.
 */

import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackageFault } from '../domain/package-fault.ts'
import { headerOf, type Row, TABLE_NAMES, type TableName, type TableRows, tableFile } from '../domain/package-tables.ts'
import { type BagWriter, bagWriter, type WrittenFile } from './bag-writer.ts'
import {
  bagInfo,
  CLOSING_FILE,
  type ClosingDocument,
  closingDay,
  closingText,
  packageName,
  readClosing,
  trustedComment,
} from './closing-document.ts'
import { type CsvCell, csvRecord } from './csv.ts'
import { DATAPACKAGE_FILE, datapackageText } from './datapackage.ts'
import type { SigningKey } from './signing-key.ts'
import { summaryCollector } from './summary-workbook.ts'
import { verifyPackage } from './verify-package.ts'
import { writeZip } from './zip-writer.ts'

const PIECE_CHARACTERS = 1 << 16

export interface PackageContent {
  /** Counts, totals and heads as the ledger knows them; they are recomputed from the tables and must agree. */
  closing: ClosingDocument
  tables: TableRows
  /** month-end-report.pdf: the minutes of closing and the official table, for people. */
  report: Uint8Array
}

export interface PackageProgress {
  step: 'tables' | 'check' | 'zip'
  /** Rows written of all rows, or bytes read or written so far; `total` is null where it is not known. */
  done: number
  total: number | null
}

export interface WriteOptions {
  /** An existing folder; the package of the same name in it is replaced. */
  folder: string
  signingKey: SigningKey
  onProgress?: ((progress: PackageProgress) => void) | undefined
  signal?: AbortSignal | undefined
}

/** The package, or why the content given is none: the faults its own verifier would find, and no file. */
export type PackageOutcome =
  | { kind: 'written'; file: string; identity: string; bytes: number }
  | { kind: 'refused'; faults: PackageFault[] }

/**
 * Writes `<officeId>_<period>_r<revision>.zip` (PACKAGE.md). Tables are read row by row, so memory does not grow with
 * them. Rejects where the folder cannot be written, or with the signal's reason when cancelled.
 */
export async function writePackage(content: PackageContent, options: WriteOptions): Promise<PackageOutcome> {
  const { folder, signal } = options
  const { closing, faults: malformed } = readClosing(closingText(content.closing))
  if (!closing) return { kind: 'refused', faults: malformed }
  const name = packageName(closing)
  const workplace = await mkdtemp(join(folder, `.${name}-`))
  try {
    const bagFolder = join(workplace, 'bag')
    const bag = bagWriter(bagFolder, signal)
    await writePayload(bag, closing, content, options)
    const { identity, paths } = await bag.seal({
      info: bagInfo(closing),
      signingKey: options.signingKey,
      comment: trustedComment(closing),
    })
    const faults = await checkBag(bagFolder, closing, options)
    if (faults.length > 0) return { kind: 'refused', faults }
    const zipped = join(workplace, `${name}.zip`)
    const onBytes = (done: number) => options.onProgress?.({ step: 'zip', done, total: null })
    await writeZip({
      folder: bagFolder,
      paths,
      topFolder: name,
      on: closingDay(closing),
      target: zipped,
      signal,
      onBytes,
    })
    const { size: bytes } = await stat(zipped)
    const file = join(folder, `${name}.zip`)
    await rename(zipped, file)
    await syncFolder(folder)
    return { kind: 'written', file, identity, bytes }
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
}

/** Everything under data/. */
async function writePayload(
  bag: BagWriter,
  closing: ClosingDocument,
  { tables, report }: PackageContent,
  { onProgress }: WriteOptions,
): Promise<void> {
  const summary = summaryCollector(closing)
  const total = TABLE_NAMES.reduce((sum, name) => sum + closing.counts[name], 0)
  let done = 0
  const onRows = (count: number) => {
    done += count
    onProgress?.({ step: 'tables', done, total })
  }
  const table = <Name extends TableName>(name: Name) =>
    bag.write(tableFile(name), tablePieces(name, tables[name], summary.watch[name], onRows))
  const written = {
    households: await table('households'),
    campaigns: await table('campaigns'),
    'gift-handovers': await table('gift-handovers'),
    'gift-lines': await table('gift-lines'),
    voids: await table('voids'),
    repairs: await table('repairs'),
    'repair-items': await table('repair-items'),
    'repair-checks': await table('repair-checks'),
    journal: await table('journal'),
  } satisfies Record<TableName, WrittenFile>
  await bag.write(CLOSING_FILE, [closingText(closing)])
  await bag.write(DATAPACKAGE_FILE, [datapackageText(closing, written)])
  await bag.write('data/month-end-report.pdf', [report])
  await bag.write('data/summary.xlsx', [await summary.workbook()])
}

/** A table's CSV in pieces of a few hundred kilobytes; `seen` is shown each row on the way. */
function* tablePieces<Name extends TableName>(
  name: Name,
  rows: Iterable<Row<Name>>,
  seen: ((row: Row<Name>) => void) | undefined,
  onRows: (count: number) => void,
): Generator<string> {
  const header = headerOf(name)
  let piece = csvRecord(header)
  let count = 0
  for (const row of rows) {
    seen?.(row)
    const cells: Readonly<Record<string, CsvCell>> = row
    piece += csvRecord(header.map((field) => kept(cells[field] ?? null)))
    count++
    if (piece.length < PIECE_CHARACTERS) continue
    yield piece
    onRows(count)
    piece = ''
    count = 0
  }
  yield piece
  onRows(count)
}

/** The package is a border: every text leaves in NFC. */
function kept(cell: CsvCell): CsvCell {
  return typeof cell === 'string' ? cell.normalize('NFC') : cell
}

async function checkBag(bagFolder: string, closing: ClosingDocument, options: WriteOptions): Promise<PackageFault[]> {
  const { signal, onProgress, signingKey } = options
  const { faults } = await verifyPackage(bagFolder, {
    knownKeys: new Map([[closing.officeId, signingKey.publicKeyText]]),
    signal,
    onProgress: (done) => onProgress?.({ step: 'check', done, total: null }),
  })
  return faults
}

/** So that the renamed file is still there after a power cut; Windows cannot and need not sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
