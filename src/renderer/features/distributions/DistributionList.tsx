/** The list of distributions: one line each with how its papers stand; Enter opens it. */

import { Text } from '@mantine/core'
import type { DistributionEvent } from '../../../contract/distributions.ts'
import { formatDay } from '../../../domain/day.ts'
import { showAmount, showCount } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'

interface DistributionListProps {
  events: readonly DistributionEvent[]
  onOpen: (event: DistributionEvent) => void
}

export function DistributionList({ events, onOpen }: DistributionListProps) {
  const text = useText().distributions
  const { columns: headers } = text
  const columns: readonly LineColumn<DistributionEvent>[] = [
    { name: 'on', header: headers.on, width: '84px', show: ({ heldOn }) => formatDay(heldOn) },
    {
      name: 'place',
      header: headers.place,
      width: 'minmax(150px, 2fr)',
      show: ({ placeName }) => <strong>{placeName}</strong>,
    },
    {
      name: 'campaign',
      header: headers.campaign,
      width: 'minmax(80px, 1fr)',
      show: ({ campaignName }) => <span title={campaignName}>{campaignName}</span>,
    },
    {
      name: 'households',
      header: headers.households,
      width: '56px',
      kind: 'figure',
      show: ({ householdCount }) => showCount(householdCount),
    },
    {
      name: 'value',
      header: headers.value,
      width: '98px',
      kind: 'figure',
      show: ({ valueDong }) => showAmount(valueDong),
    },
    {
      name: 'kit',
      header: headers.kit,
      width: '146px',
      show: ({ kit }) => kit?.documentNumber ?? <Quiet words={text.noKit} />,
    },
    { name: 'balance', header: headers.balance, width: '100px', show: (event) => <Papers event={event} /> },
    { name: 'back', header: headers.back, width: '70px', kind: 'figure', show: (event) => <Back event={event} /> },
  ]
  return (
    <LineGrid
      label={text.title}
      columns={columns}
      lines={events}
      keyOf={({ eventId }) => eventId}
      takesFocus
      onOpen={onOpen}
    />
  )
}

function Quiet({ words }: { words: string }) {
  return (
    <Text span size="sm" c={STATE_COLORS.quiet}>
      {words}
    </Text>
  )
}

/** Whether every paper is accounted for. */
function Papers({ event: { kit, balance } }: { event: DistributionEvent }) {
  const text = useText().distributions
  if (!kit) return null
  return (
    <Text span size="sm" fw={600} c={balance.isBalanced ? STATE_COLORS.good : STATE_COLORS.bad}>
      {balance.isBalanced ? text.balanced : text.open(showCount(balance.open))}
    </Text>
  )
}

function Back({ event: { kit, balance, backCount } }: { event: DistributionEvent }) {
  const text = useText().distributions
  if (!kit) return null
  const [back, signed] = [showCount(backCount), showCount(balance.signed)]
  return <span title={text.backTitle(back, signed)}>{text.backOf(back, signed)}</span>
}
