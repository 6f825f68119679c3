/** Checks the pictures of signed papers: each is the one its name says, and each is named by a signed paper. */

import { type PackageForm, scanFile } from '../domain/package-format.ts'
import { cellOf, TABLES, tableFile } from '../domain/package-tables.ts'
import type { FaultList } from './fault-list.ts'
import type { PackageFiles } from './package-files.ts'

export const SCANS_FOLDER = 'data/scans'

const scanOf = cellOf(TABLES['signed-papers'], 'scan_sha256')

export function isScan(path: string): boolean {
  return path.startsWith(`${SCANS_FOLDER}/`)
}

/** Takes the rows of signed-papers; only a form with scans must have their pictures. */
export function scansCheck(form: PackageForm, files: PackageFiles, faults: FaultList) {
  const named = new Set<string>()
  return {
    row(cells: readonly string[], row: number): void {
      if (!form.hasScans) return
      const file = scanFile(scanOf(cells))
      named.add(file)
      if (!files.sizes.has(file))
        faults.add('scan.missing', file, `is named in ${tableFile('signed-papers')} row ${row}`)
    },
    /** `digests`: the SHA-256 of each file that could be read. */
    end(digests: ReadonlyMap<string, string>): void {
      if (!form.hasScans) return
      for (const file of files.sizes.keys()) {
        if (!isScan(file)) continue
        const sha256 = digests.get(file)
        if (!named.has(file)) faults.add('scan.wrong', file, 'no signed paper names it')
        else if (sha256 !== undefined && scanFile(sha256) !== file) {
          faults.add('scan.wrong', file, `is another picture: ${sha256}`)
        }
      }
    },
  }
}
