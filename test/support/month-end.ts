/** Packages in folders: the good one's files, and what becomes of them when somebody changes and seals them. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { TABLE_NAMES, type TableName, tableFile } from '../../src/domain/package-tables.ts'
import { bagWriter, type WrittenFile } from '../../src/month-end/bag-writer.ts'
import { bagInfo, CLOSING_FILE, type ClosingDocument, trustedComment } from '../../src/month-end/closing-document.ts'
import { DATAPACKAGE_FILE, datapackageText } from '../../src/month-end/datapackage.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { contentOf, type Month, sampleMonth, scanOf, testKey } from './month-end-content.ts'

/** A folder that goes when the tests of the file are done. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'month-end-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The files of a good package of `sampleMonth`, by path inside the bag. */
export async function goodFiles(month: Month = sampleMonth()): Promise<Map<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'month-end-'))
  try {
    const outcome = await writePackage(contentOf(month, {}, scansOf(month, folder)), {
      folder,
      signingKey: testKey,
      recipients: [],
    })
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.faults))
    return unpacked(outcome.file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lays the pictures of a month's signed papers into a folder beside, and answers it. */
export function scansOf(month: Month, folder: string): string {
  const scans = join(folder, 'scans')
  mkdirSync(scans, { recursive: true })
  for (const { page_id } of month['signed-papers']) {
    const { sha256, picture } = scanOf(Number(page_id.slice(-12)))
    writeFileSync(join(scans, `${sha256}.jpg`), picture)
  }
  return scans
}

/** What unzip finds in a package, by path inside the bag. */
export function unpacked(file: string): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'month-end-'))
  try {
    execFileSync('unzip', ['-q', file, '-d', folder])
    return readFiles(join(folder, readdirSync(folder)[0] ?? ''))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readFiles(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = paths.filter((path) => statSync(join(folder, path)).isFile()).sort()
  return new Map(files.map((path) => [path, readFileSync(join(folder, path))]))
}

/** Lays files out as a folder, as they are. */
export function layOut(files: ReadonlyMap<string, Buffer>, folder: string): string {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}

/**
 * Seals changed payload anew, as an office would that meant it so: datapackage.json, manifests and signature agree with
 * the changes, and only what the changes themselves make wrong is wrong.
 */
export async function sealAnew(files: ReadonlyMap<string, Buffer>, folder: string, key = testKey): Promise<string> {
  const closing: ClosingDocument = JSON.parse(files.get(CLOSING_FILE)?.toString() ?? '')
  const bag = bagWriter(folder)
  const written = new Map<string, WrittenFile>()
  for (const [path, bytes] of files) {
    if (path.startsWith('data/') && path !== DATAPACKAGE_FILE) written.set(path, await bag.write(path, [bytes]))
  }
  const tables = new Map<TableName, WrittenFile>()
  for (const name of TABLE_NAMES) {
    const file = written.get(tableFile(name))
    if (file) tables.set(name, file)
  }
  await bag.write(DATAPACKAGE_FILE, [datapackageText(closing, tables)])
  await bag.seal({ info: bagInfo(closing), signingKey: key, comment: trustedComment(closing) })
  return folder
}

/** A new folder's path inside `folder`. */
export function inside(folder: string): string {
  return mkdtempSync(join(folder, 'case-'))
}
