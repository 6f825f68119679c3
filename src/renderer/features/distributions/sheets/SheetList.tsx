/** Every paper of a kit in its order, with what became of it. */

import { Text } from '@mantine/core'
import type { Sheet } from '../../../../contract/distributions.ts'
import type { SheetFate } from '../../../../domain/distribution.ts'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { LineGrid } from '../../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useText } from '../../../text/language.ts'

const FATE_COLORS: Record<SheetFate, string> = {
  open: STATE_COLORS.waiting,
  signed: STATE_COLORS.good,
  void: STATE_COLORS.quiet,
  spare: STATE_COLORS.quiet,
  missing: STATE_COLORS.bad,
}

interface SheetListProps {
  sheets: readonly Sheet[]
  activeId: string | undefined
  onMove: (sheet: Sheet) => void
  onEnter: (sheet: Sheet) => void
}

export function SheetList({ sheets, activeId, onMove, onEnter }: SheetListProps) {
  const words = useText().distributions.sheets
  if (sheets.length === 0) return <EmptyNote title={words.none} next={words.noneNext} />
  return (
    <LineGrid
      label={words.list}
      lines={sheets}
      keyOf={({ receiptId }) => receiptId}
      startKey={activeId}
      onMove={onMove}
      onEnter={onEnter}
      columns={[
        { name: 'position', header: words.position, width: '40px', kind: 'figure', show: ({ position }) => position },
        { name: 'number', header: words.number, width: '146px', show: ({ documentNumber }) => documentNumber },
        {
          name: 'name',
          header: words.name,
          width: 'minmax(140px, 1.3fr)',
          show: ({ household }) =>
            household ? (
              <strong>{household.headOfHousehold}</strong>
            ) : (
              <Text span size="sm" fs="italic" c={STATE_COLORS.quiet}>
                {words.blank}
              </Text>
            ),
        },
        {
          name: 'place',
          header: words.place,
          width: 'minmax(70px, 0.8fr)',
          show: ({ household }) => household?.hamlet,
        },
        {
          name: 'gift',
          header: words.gift,
          width: 'minmax(80px, 0.8fr)',
          show: ({ giftPackageName }) => giftPackageName,
        },
        {
          name: 'fate',
          header: words.fate,
          width: 'minmax(150px, 1.5fr)',
          show: (sheet) => <Fate sheet={sheet} />,
        },
        { name: 'back', header: words.back, width: '78px', show: ({ isBack }) => (isBack ? words.isBack : '') },
      ]}
    />
  )
}

/** That the head of the household took it goes without saying. */
function Fate({ sheet: { fate, detail, household } }: { sheet: Sheet }) {
  const { trade } = useText()
  const told = detail === household?.headOfHousehold ? null : detail
  return (
    <span title={told ?? ''}>
      <Text span size="sm" fw={600} c={FATE_COLORS[fate]}>
        {trade.sheetFates[fate]}
      </Text>
      {told && ` · ${told}`}
    </span>
  )
}
