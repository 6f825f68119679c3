/**
 * Makes the lists of test/intake/corpus, the same each time: one for each way in which communes' lists differ from what
 * a program would like. Everybody in them is invented. `node test/support/make-corpus.ts` writes them; a test holds the
 * committed files to it. What other programs make of them (.xls, .ods) is listed at the end.
 */

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Maker } from './corpus/builders.ts'
import { KINDS } from './corpus/kinds.ts'
import { LETTERS } from './corpus/letters.ts'
import { SHAPES } from './corpus/shapes.ts'
import { VALUES } from './corpus/values.ts'

export const CORPUS: Readonly<Record<string, Maker>> = { ...SHAPES, ...VALUES, ...LETTERS, ...KINDS }

/**
 * Made of the files above by other programs, and committed as these made them: LibreOffice 7 (`soffice --convert-to`), and
 * a library that locks with a password and a salt of its own.
 */
export const MADE_BY_OTHERS = ['excel-97.xls', 'excel-97-tcvn3.xls', 'open-document.ods', 'password.xlsx'] as const

/** Writes the files into a folder. */
export async function makeCorpus(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [fileName, make] of Object.entries(CORPUS)) await writeFile(join(folder, fileName), await make())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await makeCorpus(fileURLToPath(new URL('../intake/corpus', import.meta.url)))
}
