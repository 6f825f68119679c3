/**
 * Writes the package of a closed month: the bag in a temporary folder beside the target, checked by the verifier's own
 * rules, zipped and encrypted in one go, fsynced and renamed. The same month gives the same bytes, but for what age
 * draws by lot; a failure or a cancel leaves nothing behind.
 */

import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type PackageFault, packageFault } from '../domain/package-fault.ts'
import { packageForm, scanFile } from '../domain/package-format.ts'
import { headerOf, type Row, type Table, type TableName, type TableRows, tableFile } from '../domain/package-tables.ts'
import { encrypted } from './age-file.ts'
import { AGE_FILE_ENDING } from './age-keys.ts'
import { type BagWriter, bagWriter, type WrittenFile } from './bag-writer.ts'
import { isScan } from './check-scans.ts'
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
import { disclosureOf, householdCells } from './profile.ts'
import type { SigningKey } from './signing-key.ts'
import { summaryCollector } from './summary-workbook.ts'
import { verifyPackage } from './verify-package.ts'
import { zipped } from './zip-writer.ts'

const PIECE_CHARACTERS = 1 << 16

export interface PackageContent {
  /** Counts, totals and heads as the ledger knows them; they are recomputed from the tables and must agree. */
  closing: ClosingDocument
  tables: TableRows
  /** month-end-report.pdf: the minutes of closing and the official table, for people. */
  report: Uint8Array
  /** The folder where the picture of each signed paper lies as `<sha256>.jpg`; asked only for a form with scans. */
  scansFolder: string
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
  /** age X25519 recipients: head office's and the office's own. Without any the package stays in the clear. */
  recipients: readonly string[]
  /** 32 bytes or more, for a masked package only: what its hashes of ID numbers are keyed with. */
  programmeKey?: Uint8Array | undefined
  onProgress?: ((progress: PackageProgress) => void) | undefined
  signal?: AbortSignal | undefined
}

/** The package, or why the content given is none: the faults its own verifier would find, and no file. */
export type PackageOutcome =
  | { kind: 'written'; file: string; identity: string; bytes: number }
  | { kind: 'refused'; faults: PackageFault[] }

/**
 * Writes `<officeId>_<period>_r<revision>.zip`, with `.age` behind it where it is encrypted, for the profile its
 * closing document names. Tables are read row by row and pictures piece by piece. Rejects where the folder cannot be
 * written, or with the signal's reason when cancelled.
 */
export async function writePackage(content: PackageContent, options: WriteOptions): Promise<PackageOutcome> {
  const { folder, signal, recipients } = options
  const { closing, faults: malformed } = readClosing(closingText(content.closing))
  if (!closing) return { kind: 'refused', faults: malformed }
  const name = packageName(closing)
  const workplace = await mkdtemp(join(folder, `.${name}-`))
  try {
    const bagFolder = join(workplace, 'bag')
    const bag = bagWriter(bagFolder, signal)
    const missing = await writePayload(bag, closing, content, options)
    if (missing.length > 0) return { kind: 'refused', faults: missing }
    const { identity, files } = await bag.seal({
      info: bagInfo(closing),
      signingKey: options.signingKey,
      comment: trustedComment(closing),
    })
    const faults = await checkBag(bagFolder, closing, options)
    if (faults.length > 0) return { kind: 'refused', faults }
    const zip = zipped({
      files: files.map(([path, sums]) => ({ ...sums, path, source: join(bagFolder, path), isDeflated: !isScan(path) })),
      topFolder: name,
      on: closingDay(closing),
      signal,
      onBytes: (done) => options.onProgress?.({ step: 'zip', done, total: null }),
    })
    const fileName = recipients.length > 0 ? `${name}.zip${AGE_FILE_ENDING}` : `${name}.zip`
    const made = join(workplace, fileName)
    const bytes = await writeSynced(made, recipients.length > 0 ? encrypted(zip, recipients) : zip)
    const file = join(folder, fileName)
    await rename(made, file)
    await syncFolder(folder)
    return { kind: 'written', file, identity, bytes }
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
}

/** Answers how many bytes there are, once they are safe on the disk. */
async function writeSynced(target: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  await pipeline(Readable.from(pieces), createWriteStream(target, { flags: 'wx', flush: true }))
  return (await stat(target)).size
}

/** Everything under data/; answers which pictures are not where they should be. */
async function writePayload(
  bag: BagWriter,
  closing: ClosingDocument,
  { tables, report, scansFolder }: PackageContent,
  { onProgress, programmeKey }: WriteOptions,
): Promise<PackageFault[]> {
  const form = packageForm(closing.format, closing.profile)
  const disclosure = disclosureOf(closing.profile, programmeKey ?? null)
  const summary = summaryCollector(closing)
  const scans = new Set<string>()
  const total = [...form.tables.keys()].reduce((sum, name) => sum + (closing.counts[name] ?? 0), 0)
  let done = 0
  const onRows = (count: number) => {
    done += count
    onProgress?.({ step: 'tables', done, total })
  }
  const written = new Map<TableName, WrittenFile>()
  const write = async <Name extends TableName>(
    name: Name,
    seen: (row: Row<Name>) => void = () => {},
    cellsOf: (row: Row<Name>) => Cells = (row) => row,
  ) => {
    const table = form.tables.get(name)
    if (!table) return
    const rows = tables[name] as Iterable<Row<Name>> | AsyncIterable<Row<Name>>
    written.set(name, await bag.write(tableFile(name), tablePieces(table, rows, { seen, cellsOf, onRows })))
  }
  await write('households', summary.watch.households, (row) => householdCells(row, disclosure))
  await write('campaigns', summary.watch.campaigns)
  await write('gift-handovers', summary.watch['gift-handovers'])
  await write('gift-lines')
  await write('voids', summary.watch.voids)
  await write('stock-movements')
  await write('repairs', summary.watch.repairs)
  await write('repair-items')
  await write('repair-checks')
  await write('signed-papers', (row) => scans.add(row.scan_sha256))
  await write('corrections', summary.watch.corrections)
  await write('indicators', summary.watch.indicators)
  await write('journal')
  await bag.write(CLOSING_FILE, [closingText(closing)])
  await bag.write(DATAPACKAGE_FILE, [datapackageText(closing, written)])
  await bag.write('data/month-end-report.pdf', [report])
  await bag.write('data/summary.xlsx', [await summary.workbook()])
  return form.hasScans ? takeScans(bag, scans, scansFolder) : []
}

/** Takes in the pictures; one that is gone from the ledger's folder is a fault. Its content is checked with the bag. */
async function takeScans(bag: BagWriter, scans: ReadonlySet<string>, folder: string): Promise<PackageFault[]> {
  const missing: PackageFault[] = []
  for (const sha256 of scans) {
    try {
      await bag.take(scanFile(sha256), join(folder, `${sha256}.jpg`))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
      missing.push(packageFault('scan.missing', scanFile(sha256), 'is not in the folder of scans'))
    }
  }
  return missing
}

type Cells = Readonly<Record<string, CsvCell>>

interface RowWriting<Name extends TableName> {
  /** Is shown each row on the way. */
  seen: (row: Row<Name>) => void
  cellsOf: (row: Row<Name>) => Cells
  onRows: (count: number) => void
}

/** A table's CSV in pieces of a few hundred kilobytes. */
async function* tablePieces<Name extends TableName>(
  table: Table,
  rows: Iterable<Row<Name>> | AsyncIterable<Row<Name>>,
  { seen, cellsOf, onRows }: RowWriting<Name>,
): AsyncGenerator<string> {
  const header = headerOf(table)
  let piece = csvRecord(header)
  let count = 0
  for await (const row of rows) {
    seen(row)
    const cells = cellsOf(row)
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
    knownKeys: [{ officeId: closing.officeId, publicKeyText: signingKey.publicKeyText, revokedAt: null }],
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
