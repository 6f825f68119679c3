/** An import's figures in one line: what was done, and what was left undone where there is any. */

import type { ImportBatch } from '../../../contract/imports.ts'
import { showCount } from '../../components/formats.ts'
import type { Text } from '../../text/texts.ts'

const FIGURES = ['inserted', 'changed', 'same', 'blocked', 'declined', 'ended'] as const
const ALWAYS_TOLD: readonly string[] = ['inserted', 'changed']

export function resultOf({ results }: Text['imports'], batch: ImportBatch): string {
  const told = FIGURES.filter((figure) => batch[figure] > 0 || ALWAYS_TOLD.includes(figure))
  return told.map((figure) => results[figure](showCount(batch[figure]))).join(' · ')
}
