/** An import's figures in one line. */

import type { ImportBatch } from '../../../contract/imports.ts'
import { showCount } from '../../components/formats.ts'
import type { Text } from '../../text/texts.ts'

export function resultOf(text: Text['imports'], { inserted, changed, same, blocked }: ImportBatch): string {
  return text.doneText(showCount(inserted), showCount(changed), showCount(same), showCount(blocked))
}
