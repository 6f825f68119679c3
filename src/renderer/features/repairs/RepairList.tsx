/** The list of repairs: one line each with where it stands. */

import type { Repair } from '../../../contract/repairs.ts'
import { formatDay } from '../../../domain/day.ts'
import { showAmount } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { useText } from '../../text/language.ts'

export interface RepairListProps {
  repairs: readonly Repair[]
  activeId: string | undefined
  onOpen: (repair: Repair) => void
}

export function RepairList({ repairs, activeId, onOpen }: RepairListProps) {
  const { repairs: text, trade } = useText()
  const headers = text.columns
  const columns: readonly LineColumn<Repair>[] = [
    { name: 'on', header: headers.on, width: '84px', show: ({ doneOn }) => (doneOn ? formatDay(doneOn) : '') },
    {
      name: 'name',
      header: headers.name,
      width: 'minmax(150px, 1.4fr)',
      show: ({ household }) => <strong>{household.headOfHousehold}</strong>,
    },
    {
      name: 'place',
      header: headers.place,
      width: 'minmax(90px, 1.2fr)',
      show: ({ household: { hamlet, communeName } }) => [hamlet, communeName].filter(Boolean).join(', '),
    },
    { name: 'crew', header: headers.crew, width: 'minmax(80px, 0.9fr)', show: ({ crew }) => crew },
    {
      name: 'cost',
      header: headers.cost,
      width: '92px',
      kind: 'figure',
      show: ({ costDong }) => showAmount(costDong),
    },
    { name: 'state', header: headers.state, width: '176px', show: ({ state }) => trade.repairStates[state] },
  ]
  return (
    <LineGrid
      label={text.title}
      columns={columns}
      lines={repairs}
      keyOf={({ repairId }) => repairId}
      startKey={activeId}
      takesFocus
      onOpen={onOpen}
    />
  )
}
