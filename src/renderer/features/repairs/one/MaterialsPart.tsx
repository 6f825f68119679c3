/**
 * Materials of the store: planned, drawn, used, returned, and what the crew still holds, which must come to nothing.
 */

import type { RepairDetail } from '../../../../contract/repairs.ts'
import { showQuantity } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import { Part, SmallTable } from './Part.tsx'

export function MaterialsPart({ repair: { materials } }: { repair: RepairDetail }) {
  const { one } = useText().repairs
  const { materialColumns: columns } = one
  if (materials.length === 0) return null
  return (
    <Part title={one.materials}>
      <SmallTable
        columns={[
          { name: columns.name },
          { name: columns.planned, isFigure: true },
          { name: columns.drawn, isFigure: true },
          { name: columns.used, isFigure: true },
          { name: columns.returned, isFigure: true },
          { name: columns.withCrew, isFigure: true },
        ]}
        rows={materials.map(({ itemId, itemName, unitOfMeasure, planned, drawn, used, returned, withCrew }) => ({
          key: itemId,
          cells: [
            `${itemName} (${unitOfMeasure})`,
            ...[planned, drawn, used, returned].map(showQuantity),
            withCrew > 0 ? <strong key="held">{showQuantity(withCrew)}</strong> : showQuantity(withCrew),
          ],
        }))}
      />
    </Part>
  )
}
