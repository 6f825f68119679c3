/** How a list, its columns and its file of findings are called. */

import { type ListSource, PASTED_NAME } from '../../../domain/household-list.ts'
import type { Text } from '../../text/texts.ts'

/** A, B … Z, AA, as sheets name their columns. */
export function columnLetters(columnNumber: number): string {
  const rest = Math.floor((columnNumber - 1) / 26)
  const letter = String.fromCharCode(65 + ((columnNumber - 1) % 26))
  return rest > 0 ? columnLetters(rest) + letter : letter
}

/** The name of a file without its folder; null for what was pasted. */
export function fileNameOf(source: ListSource): string | null {
  return 'file' in source ? (source.file.split(/[\\/]/).at(-1) ?? source.file) : null
}

/** A list by its file, or by the words for one that was pasted. */
export function nameOfList(fileName: string, text: Text['imports']): string {
  return fileName === PASTED_NAME ? text.formats.pasted : fileName
}

/** Kinds of files that go back as they came; all others go back as a workbook. */
const KEPT_EXTENSIONS = /\.(xlsx|xlsm|csv|tsv|txt)$/i

/** "danh sách - kèm lỗi.xlsx" */
export function findingsFileName(fileName: string, suffix: string): string {
  const [extension = '.xlsx'] = fileName.match(KEPT_EXTENSIONS) ?? []
  return `${fileName.replace(/\.[^. ]{1,5}$/, '')} - ${suffix}${extension}`
}
