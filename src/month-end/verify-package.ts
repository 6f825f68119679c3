/**
 * Checks a month-end package in the order of PACKAGE.md: container, names, bag, manifests, hashes, signature, closing
 * document, tables, journal, place in the sequence. Each fault has its code and its file; nothing is written anywhere.
 */

import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { BagWarning, PackageFault } from '../domain/package-fault.ts'
import { PACKAGE_FORMAT, type PackageForm, packageForm } from '../domain/package-format.ts'
import { type TableName, tableFile } from '../domain/package-tables.ts'
import { type Bag, infoValue, readBag } from './bag-reader.ts'
import { correctionsCheck } from './check-corrections.ts'
import { checkDigests } from './check-digests.ts'
import { indicatorCheck } from './check-indicators.ts'
import { journalCheck } from './check-journal.ts'
import { papersCheck } from './check-papers.ts'
import { isScan, SCANS_FOLDER, scansCheck } from './check-scans.ts'
import { checkSignature, SIGNATURE_FILE } from './check-signature.ts'
import { noKeys, type TableCheck, tableCheck } from './check-table.ts'
import { bagInfo, CLOSING_FILE, type ClosingDocument, packageName, readClosing } from './closing-document.ts'
import { DATAPACKAGE_FILE, datapackageProblems } from './datapackage.ts'
import { type FaultList, faultList } from './fault-list.ts'
import { openFolder } from './folder-reader.ts'
import type { KnownKey } from './keys-folder.ts'
import { PACKAGE_LIMITS, type PackageFiles, type PackageLimits, readWhole } from './package-files.ts'
import type { PackageSummary } from './package-summary.ts'
import { openContainer } from './zip-reader.ts'

const MANIFEST = 'manifest-sha256.txt'
const TAG_MANIFEST = 'tagmanifest-sha256.txt'
const SIGNED_TAG_FILES = ['bag-info.txt', 'bagit.txt', MANIFEST]
const REPORTS = ['data/month-end-report.pdf', 'data/summary.xlsx']

/** What head office knows of the package before: from its summary, or from the acknowledgement it gave. */
export interface PreviousPackage {
  identity: string
  ledgerId: string
  sequence: number
  lastJournal: number
  closingHead: string
}

export interface VerifyOptions {
  /** Public keys of offices. Without any, and without a folder of them, the signature is not checked. */
  knownKeys?: readonly KnownKey[] | undefined
  /** A folder of more of them (keys-folder.ts). */
  keysFolder?: string | null | undefined
  /** The latest package known of the same office; null where none should be; left out where nothing is known. */
  expectedPrevious?: PreviousPackage | null | undefined
  /** Keys that may open an encrypted package: age's `AGE-SECRET-KEY-1…`. */
  identities?: readonly string[] | undefined
  /** Is given a package that has no faults while it is open; the answer waits for it. */
  whileOpen?: ((content: PackageReading) => Promise<void>) | undefined
  /** Judges any bag by BagIt alone. */
  bagOnly?: boolean | undefined
  limits?: Partial<PackageLimits> | undefined
  onProgress?: ((bytes: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/** A package without faults, to be read. */
export interface PackageReading {
  summary: PackageSummary
  /** A table's CSV piece by piece, its header first; null where this package has no such table. */
  csvOf(name: TableName): AsyncIterable<Uint8Array> | null
}

export interface Verification {
  faults: PackageFault[]
  /** What is allowed but better otherwise; only a bag judged by BagIt alone has any. */
  warnings: readonly BagWarning[]
  /** What the package says of itself, to be believed only without faults; null where it could not be read. */
  summary: PackageSummary | null
}

/**
 * Checks a .zip, plain or encrypted with age, or an unpacked bag's folder; nothing is written anywhere. All faults that
 * can be told apart are reported, in the order above; an unsafe container stops the check. Rejects where the path
 * cannot be opened, or with the signal's reason.
 */
export async function verifyPackage(path: string, options: VerifyOptions = {}): Promise<Verification> {
  const faults = faultList()
  const limits = { ...PACKAGE_LIMITS, ...options.limits }
  const isFolder = (await stat(path)).isDirectory()
  const files = isFolder
    ? await openFolder(path, { limits, faults, anyNames: options.bagOnly ?? false })
    : await openContainer(path, options.identities ?? [], limits, faults)
  if (!files) return { faults: faults.all(), warnings: [], summary: null }
  try {
    return await verifyFiles(files, options, faults)
  } finally {
    await files.close()
  }
}

/** Checks a package's files, wherever they lie; `faults` are those their container had. */
export async function verifyFiles(
  files: PackageFiles,
  options: VerifyOptions = {},
  faults: FaultList = faultList(),
): Promise<Verification> {
  const limits = { ...PACKAGE_LIMITS, ...options.limits }
  const bag = await readBag(files, limits, faults)
  const summary = bag && (await checkContent({ files, bag, limits, faults, options }))
  if (summary && faults.isEmpty) await options.whileOpen?.(reading(files, summary))
  return { faults: faults.all(), warnings: options.bagOnly && bag ? bag.warnings : [], summary }
}

function reading(files: PackageFiles, summary: PackageSummary): PackageReading {
  return { summary, csvOf: (name) => (files.sizes.has(tableFile(name)) ? files.read(tableFile(name)) : null) }
}

interface Checking {
  files: PackageFiles
  bag: Bag
  limits: PackageLimits
  faults: FaultList
  options: VerifyOptions
}

async function checkContent(checking: Checking): Promise<PackageSummary | null> {
  const { files, bag, faults, options } = checking
  const { signal, onProgress } = options
  if (options.bagOnly) {
    await checkDigests({ files, bag, faults, paths: [...files.sizes.keys()], signal, onProgress })
    return null
  }
  const small = async (path: string) => (await readWhole(files, path, checking.limits, faults)) ?? null
  const closingJson = await small(CLOSING_FILE)
  const { closing, faults: closingFaults } = closingJson
    ? readClosing(closingJson.toString())
    : { closing: null, faults: [] }
  for (const { code, file, detail } of closingFaults) faults.add(code, file, detail)
  const form = packageForm(closing?.format ?? PACKAGE_FORMAT, closing?.profile ?? 'full')
  checkLayout(checking, form)
  await checkTables(checking, form, closing, (await small(DATAPACKAGE_FILE))?.toString() ?? null)
  const tagManifest = await small(TAG_MANIFEST)
  if (!tagManifest) return null
  const officeId = /^([A-Z0-9]{2,12})_/.exec(infoValue(bag, 'External-Identifier') ?? '')?.[1] ?? null
  const minisig = (await small(SIGNATURE_FILE))?.toString() ?? null
  const signature = await checkSignature({ tagManifest, minisig, officeId, closing }, options, faults)
  if (!closing) return null
  checkNames(closing, checking)
  const identity = createHash('sha256').update(tagManifest).digest('hex')
  if (options.expectedPrevious !== undefined) checkSequence(closing, identity, options.expectedPrevious, faults)
  const { officeId: statedId, officeName, period, sequence, revision, profile, counts, totals } = closing
  const stated = { officeId: statedId, officeName, period, sequence, revision, profile, counts, totals }
  return { packageName: packageName(closing), identity, ...stated, signature, closing }
}

/** A package is a BagIt 1.0 bag with SHA-256 manifests, every tag file signed, and no file but those of the format. */
function checkLayout({ bag, files, faults }: Checking, form: PackageForm): void {
  const payload = [CLOSING_FILE, DATAPACKAGE_FILE, ...[...form.tables.keys()].map(tableFile), ...REPORTS]
  if (bag.version !== '1.0') faults.add('bag.version', 'bagit.txt', `BagIt ${bag.version} instead of 1.0`)
  for (const file of [MANIFEST, TAG_MANIFEST]) {
    if (!files.sizes.has(file)) faults.add('file.missing', file, 'every package has it')
  }
  const signed = bag.tagManifests.find(({ file }) => file === TAG_MANIFEST)?.digests
  for (const file of SIGNED_TAG_FILES) {
    if (signed && !signed.has(file)) faults.add('manifest.malformed', TAG_MANIFEST, `does not name ${file}`)
  }
  for (const file of payload) if (!files.sizes.has(file)) faults.add('file.missing', file, 'every package has it')
  const known = new Set([...payload, ...SIGNED_TAG_FILES, TAG_MANIFEST, SIGNATURE_FILE])
  for (const file of files.sizes.keys()) {
    if (!known.has(file) && !(form.hasScans && isScan(file)))
      faults.add('file.extra', file, 'is no file of this format')
  }
  for (const folder of files.folders) {
    const isOfScans = folder === SCANS_FOLDER && form.hasScans && [...files.sizes.keys()].some(isScan)
    if (folder !== 'data' && !isOfScans) faults.add('file.extra', folder, 'is no folder of this format')
  }
}

/** Reads every file once: its digest, and if it is a table, its rows. */
async function checkTables(
  { files, bag, faults, options }: Checking,
  form: PackageForm,
  closing: ClosingDocument | null,
  datapackage: string | null,
): Promise<void> {
  const papers = papersCheck(form, closing, faults)
  const journal = journalCheck(closing, faults)
  const scans = scansCheck(form, files, faults)
  const keys = noKeys()
  const corrections = correctionsCheck(closing, faults)
  const onRows = new Map(papers.rows)
    .set('journal', journal.row)
    .set('signed-papers', scans.row)
    .set('corrections', corrections.row)
    .set('indicators', indicatorCheck(faults))
  const checks = new Map<TableName, TableCheck>()
  for (const [name, table] of form.tables) {
    checks.set(name, tableCheck(name, table, keys, faults, onRows.get(name) ?? (() => {})))
  }
  const taps = new Map([...checks].map(([name, check]) => [tableFile(name), check.push]))
  const paths = [...taps.keys(), ...[...files.sizes.keys()].filter((path) => !taps.has(path))]
  const { signal, onProgress } = options
  const digests = await checkDigests({ files, bag, faults, paths, taps, signal, onProgress })
  for (const [name, check] of checks) {
    if (!files.sizes.has(tableFile(name))) continue
    const count = check.end()
    if (closing && closing.counts[name] !== count) {
      faults.add('counts.wrong', CLOSING_FILE, `${name} has ${count} rows, stated are ${closing.counts[name]}`)
    }
  }
  papers.end()
  journal.end()
  scans.end(digests)
  corrections.end()
  const written = new Map<TableName, { bytes: number; sha256: string }>()
  for (const name of form.tables.keys()) {
    const sha256 = digests.get(tableFile(name))
    if (sha256 !== undefined) written.set(name, { bytes: files.sizes.get(tableFile(name)) ?? 0, sha256 })
  }
  const problems = datapackage === null ? [] : datapackageProblems(datapackage, written, form)
  for (const problem of problems) faults.add('table.malformed', DATAPACKAGE_FILE, problem)
}

/** The folder's name and bag-info.txt say what the closing document says. */
function checkNames(closing: ClosingDocument, { files, bag, faults }: Checking): void {
  const name = packageName(closing)
  if (files.topFolder !== null && files.topFolder !== name) {
    faults.add('bag.structure', null, `the folder is ${files.topFolder} instead of ${name}`)
  }
  for (const [label, value] of bagInfo(closing)) {
    const found = infoValue(bag, label)
    if (found !== value) faults.add('bag.info', 'bag-info.txt', `${label} is ${found} instead of ${value}`)
  }
  if (infoValue(bag, 'Payload-Oxum') === null) faults.add('bag.info', 'bag-info.txt', 'has no Payload-Oxum')
}

/**
 * A gap is a lost package; a fork is two packages in one place, or another installation. The chain of identities is
 * that of full packages; whoever has only masked ones follows the journal.
 */
function checkSequence(
  closing: ClosingDocument,
  identity: string,
  previous: PreviousPackage | null,
  faults: FaultList,
): void {
  if (previous?.identity === identity) return
  const expected = (previous?.sequence ?? 0) + 1
  const { sequence, ledgerId, previousPackage, profile, supersedes, openingHead, firstJournal } = closing
  const fork = (detail: string) => faults.add('sequence.fork', CLOSING_FILE, detail)
  if (previous && previous.ledgerId !== ledgerId) fork('comes of another ledger')
  else if (sequence < expected) fork(`sequence ${sequence} is known with other content`)
  else if (sequence > expected) faults.add('sequence.gap', CLOSING_FILE, `sequence ${sequence}, expected ${expected}`)
  else if (previous && profile === 'full' && previousPackage !== previous.identity)
    fork(`does not follow ${previous.identity}`)
  else if (previous && supersedes === null) {
    const goesOn = openingHead === previous.closingHead && firstJournal === previous.lastJournal + 1
    if (!goesOn) fork('its journal does not go on from the package before')
  }
}
