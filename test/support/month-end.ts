/** Packages in folders: the good one's files, and what becomes of them when somebody changes and seals them. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { type TableName, tableFile } from '../../src/domain/package-tables.ts'
import { bagWriter, type WrittenFile } from '../../src/month-end/bag-writer.ts'
import { bagInfo, CLOSING_FILE, type ClosingDocument, trustedComment } from '../../src/month-end/closing-document.ts'
import { DATAPACKAGE_FILE, datapackageText } from '../../src/month-end/datapackage.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { contentOf, type Month, sampleMonth, testKey } from './month-end-content.ts'

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
    const outcome = await writePackage(contentOf(month), { folder, signingKey: testKey })
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.faults))
    execFileSync('unzip', ['-q', outcome.file, '-d', folder])
    return readFiles(outcome.file.replace(/\.zip$/, ''))
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
  const table = (name: TableName) => written.get(tableFile(name)) ?? { bytes: 0, sha256: '' }
  const tables = {
    households: table('households'),
    campaigns: table('campaigns'),
    'gift-handovers': table('gift-handovers'),
    'gift-lines': table('gift-lines'),
    voids: table('voids'),
    repairs: table('repairs'),
    'repair-items': table('repair-items'),
    'repair-checks': table('repair-checks'),
    journal: table('journal'),
  }
  await bag.write(DATAPACKAGE_FILE, [datapackageText(closing, tables)])
  await bag.seal({ info: bagInfo(closing), signingKey: key, comment: trustedComment(closing) })
  return folder
}

/** A new folder's path inside `folder`. */
export function inside(folder: string): string {
  return mkdtempSync(join(folder, 'case-'))
}
