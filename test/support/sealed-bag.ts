/** Packages in memory: files sealed anew after a change, as an office would that meant it so, and read without a disk. */

import { createHash } from 'node:crypto'
import { TABLE_NAMES, type TableName, tableFile } from '../../src/domain/package-tables.ts'
import { bagInfo, CLOSING_FILE, type ClosingDocument, trustedComment } from '../../src/month-end/closing-document.ts'
import { DATAPACKAGE_FILE, datapackageText } from '../../src/month-end/datapackage.ts'
import { foldersOf, type PackageFiles } from '../../src/month-end/package-files.ts'
import { signMinisig } from '../../src/month-end/signing-key.ts'
import { testKey } from './month-end-content.ts'

export type Files = Map<string, Buffer>

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const manifestOf = (files: Files, paths: readonly string[]) =>
  Buffer.from(paths.map((path) => `${sha256(files.get(path) ?? Buffer.alloc(0))}  ${path}\n`).join(''))

/** Writes the tag files of a bag over what is under data/; `info` of another closing where the payload's is spoilt. */
export function seal(files: ReadonlyMap<string, Buffer>, closing?: ClosingDocument): Files {
  const said = closing ?? (JSON.parse(files.get(CLOSING_FILE)?.toString() ?? '') as ClosingDocument)
  const sealed: Files = new Map([...files].filter(([path]) => path.startsWith('data/')))
  const tables = new Map<TableName, { bytes: number; sha256: string }>()
  for (const name of TABLE_NAMES) {
    const bytes = sealed.get(tableFile(name))
    if (bytes) tables.set(name, { bytes: bytes.length, sha256: sha256(bytes) })
  }
  if (!closing) sealed.set(DATAPACKAGE_FILE, Buffer.from(datapackageText(said, tables)))
  const payload = [...sealed.keys()].sort()
  const bytes = payload.reduce((sum, path) => sum + (sealed.get(path)?.length ?? 0), 0)
  const info = [...bagInfo(said), ['Payload-Oxum', `${bytes}.${payload.length}`]]
  sealed.set('bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'))
  sealed.set('bag-info.txt', Buffer.from(info.map(([label, value]) => `${label}: ${value}\n`).join('')))
  sealed.set('manifest-sha256.txt', manifestOf(sealed, payload))
  return signAnew(sealed, trustedComment(said))
}

/** Lists and signs the tag files as they are now. */
export function signAnew(files: Files, comment: string, key = testKey): Files {
  const tagManifest = manifestOf(files, ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'])
  files.set('tagmanifest-sha256.txt', tagManifest)
  files.set('tagmanifest-sha256.txt.minisig', Buffer.from(signMinisig(tagManifest, key, comment)))
  return files
}

/** Files as a check reads them. */
export function inMemory(files: ReadonlyMap<string, Buffer>): PackageFiles {
  return {
    sizes: new Map([...files].map(([path, bytes]) => [path, bytes.length])),
    folders: new Set([...files.keys()].flatMap(foldersOf)),
    topFolder: null,
    async *read(path) {
      yield files.get(path) ?? Buffer.alloc(0)
    },
    async close() {},
  }
}
