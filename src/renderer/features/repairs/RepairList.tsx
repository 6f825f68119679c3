/** The list of repairs: one line each with where it stands; Enter opens it. */

import { Text } from '@mantine/core'
import type { Repair } from '../../../contract/repairs.ts'
import { formatDay } from '../../../domain/day.ts'
import { showAmount } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'

export interface RepairListProps {
  repairs: readonly Repair[]
  activeId: string | undefined
  takesFocus: boolean
  onMove: (repair: Repair) => void
  onOpen: (repair: Repair) => void
}

export function RepairList({ repairs, activeId, takesFocus, onMove, onOpen }: RepairListProps) {
  const { columns: headers, title } = useText().repairs
  const columns: readonly LineColumn<Repair>[] = [
    { name: 'on', header: headers.on, width: '84px', show: ({ doneOn }) => formatDay(doneOn) },
    {
      name: 'name',
      header: headers.name,
      width: 'minmax(150px, 1.4fr)',
      show: ({ headOfHousehold }) => <strong>{headOfHousehold}</strong>,
    },
    {
      name: 'place',
      header: headers.place,
      width: 'minmax(90px, 1.2fr)',
      show: ({ hamlet, communeName }) => [hamlet, communeName].filter(Boolean).join(', '),
    },
    {
      name: 'condition',
      header: headers.condition,
      width: 'minmax(80px, 2fr)',
      show: ({ conditionFound }) => <span title={conditionFound}>{conditionFound}</span>,
    },
    { name: 'crew', header: headers.crew, width: 'minmax(80px, 0.9fr)', show: ({ crew }) => crew },
    {
      name: 'cost',
      header: headers.cost,
      width: '92px',
      kind: 'figure',
      show: ({ costDong }) => showAmount(costDong),
    },
    { name: 'state', header: headers.state, width: '176px', show: (repair) => <RepairState repair={repair} /> },
  ]
  return (
    <LineGrid
      label={title}
      columns={columns}
      lines={repairs}
      keyOf={({ repairId }) => repairId}
      startKey={activeId}
      takesFocus={takesFocus}
      onMove={onMove}
      onOpen={onOpen}
    />
  )
}

/** Where a repair stands, in a word or two. */
export function RepairState({ repair }: { repair: Repair }) {
  const { repairs: text, trade } = useText()
  const { state, voidedOn, documentNumber, failedChecks } = repair
  if (state === 'voided') {
    return (
      <Text span size="sm" c={STATE_COLORS.quiet} td="line-through">
        {documentNumber ? text.certificateOf(documentNumber) : text.voidedOn(voidedOn ? formatDay(voidedOn) : '')}
      </Text>
    )
  }
  if (state === 'certified') {
    return (
      <Text span size="sm" c={STATE_COLORS.good}>
        {text.certificateOf(documentNumber ?? '')}
      </Text>
    )
  }
  const failed = failedChecks.map((check) => trade.repairChecks[check]).join('; ')
  return (
    <Text span size="sm" fw={600} c={failed ? STATE_COLORS.bad : STATE_COLORS.waiting} title={failed}>
      {failed ? text.failedChecks(failed) : text.states.recorded}
    </Text>
  )
}
