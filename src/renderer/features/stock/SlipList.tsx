/** The slips of the store, newest first, each with what corrected it or what it corrects; Enter opens one. */

import { Text } from '@mantine/core'
import type { StockSlip } from '../../../contract/stock.ts'
import { formatDay } from '../../../domain/day.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { showAmount } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'

interface SlipListProps {
  slips: readonly StockSlip[]
  activeId: string | undefined
  takesFocus: boolean
  onMove: (slipId: string) => void
  onOpen: (slipId: string) => void
}

export function SlipList({ slips, activeId, takesFocus, onMove, onOpen }: SlipListProps) {
  const text = useText()
  const words = text.stock.slips
  if (slips.length === 0) return <EmptyNote title={words.empty} next={words.emptyNext} />
  const columns: readonly LineColumn<StockSlip>[] = [
    {
      name: 'number',
      header: words.number,
      width: '158px',
      show: ({ documentNumber }) => <strong>{documentNumber}</strong>,
    },
    { name: 'on', header: words.on, width: '80px', show: ({ movedOn }) => formatDay(movedOn) },
    {
      name: 'route',
      header: words.route,
      width: 'minmax(160px, 1.6fr)',
      show: ({ fromName, toName }) => {
        const route = text.stock.card.route(fromName, toName)
        return <span title={route}>{route}</span>
      },
    },
    {
      name: 'goods',
      header: words.goods,
      width: 'minmax(120px, 1.2fr)',
      show: ({ lines }) => lines.map(({ name }) => name).join(', '),
    },
    {
      name: 'value',
      header: words.value,
      width: '104px',
      kind: 'figure',
      show: ({ valueDong }) => (valueDong === 0 ? text.components.unknown : showAmount(valueDong)),
    },
    {
      name: 'state',
      header: words.state,
      width: 'minmax(130px, 1fr)',
      kind: 'wraps',
      show: (slip) => <SlipState slip={slip} />,
    },
  ]
  return (
    <LineGrid
      label={words.list}
      columns={columns}
      lines={slips}
      keyOf={({ slipId }) => slipId}
      startKey={activeId}
      takesFocus={takesFocus}
      onMove={({ slipId }) => onMove(slipId)}
      onOpen={({ slipId }) => onOpen(slipId)}
    />
  )
}

/** Whether a slip still counts, and what it came from, in a word or two. */
export function SlipState({ slip: { isCount, corrects, correctedBy, reason } }: { slip: StockSlip }) {
  const words = useText().stock.slips
  const what = correctedBy ? words.correctedBy(correctedBy) : corrects ? words.corrects(corrects) : null
  const told = what ?? ([isCount ? words.counted : null, reason].filter(Boolean).join(': ') || null)
  return (
    <Text span size="sm" c={correctedBy ? STATE_COLORS.waiting : 'inherit'} title={told ?? ''}>
      {told}
    </Text>
  )
}
