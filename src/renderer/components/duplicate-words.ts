/** Why two entries may be one household, in words. */

import type { DuplicateReason } from '../../domain/duplicate.ts'
import type { Text } from '../text/texts.ts'

/** "cùng số định danh, tên gần giống"; that the names agree is not said twice. */
export function tellReasons(reasons: readonly DuplicateReason[], { trade }: Text): string {
  const isSaid = (reason: DuplicateReason) => reason === 'sameName' && reasons.includes('sameMeterAndName')
  return reasons
    .filter((reason) => !isSaid(reason))
    .map((reason) => trade.duplicateReasons[reason])
    .join(', ')
}
