/** The first rows of a difference in words: what was changed one a line, what came or went one line for all. */

import type { PackagePreview } from '../../../contract/inbox.ts'
import { formatDay, isDay } from '../../../domain/day.ts'
import { HOUSEHOLD_STATUSES } from '../../../domain/household.ts'
import { showAmount, showCount, showInstant } from '../../components/formats.ts'
import type { Text } from '../../text/texts.ts'

type TableDifference = PackagePreview['difference'][number]
type Words = Pick<Text, 'inbox' | 'trade'>

export function linesOf(difference: TableDifference, text: Words): string[] {
  const words = text.inbox.difference
  const { lines } = difference
  const changed = lines.filter(({ kind }) => kind === 'changed')
  const told = changed.map(({ label, cells }) => {
    const changes = cells
      .filter(({ field }) => field !== 'recipient_kind')
      .map(({ field, before, after }) => `${cellWords(field, before, text)} → ${cellWords(field, after, text)}`)
    return [`${words.kinds.changed} ${label}`, changes.join('; ')].filter(Boolean).join(': ')
  })
  const more = difference.changed - changed.length
  if (changed.length > 0 && more > 0) told.push(words.more(showCount(more)))
  for (const kind of ['removed', 'added'] as const) {
    const labels = lines.filter((line) => line.kind === kind && line.label !== '').map(({ label }) => label)
    if (labels.length === 0) continue
    const rest = difference[kind] - labels.length
    const names = labels.join(', ')
    told.push(`${words.kinds[kind]} ${rest > 0 ? `${names} ${words.more(showCount(rest))}` : names}`)
  }
  return told
}

/** A cell as people write it: days, amounts, instants, how a household stands. */
function cellWords(field: string, cell: string | null, { inbox, trade }: Words): string {
  if (cell === null) return inbox.difference.empty
  const status = HOUSEHOLD_STATUSES.find((one) => field === 'status' && one === cell)
  if (status) return trade.householdStatuses[status]
  if (isDay(cell)) return formatDay(cell)
  if (field.endsWith('_dong')) return showAmount(Number(cell))
  return field.endsWith('_at') ? showInstant(cell) : cell
}
