/** What lies where at the end of a day: items in rows, places in columns; Enter opens an item's ledger card. */

import { Box } from '@mantine/core'
import type { StockPlaceLine } from '../../../contract/stock.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { showQuantity } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { useText } from '../../text/language.ts'
import { type OnHandLine, onHandTable } from './stock-view.ts'

interface OnHandProps {
  places: readonly StockPlaceLine[]
  onHand: Parameters<typeof onHandTable>[1]
  takesFocus: boolean
  onOpen: (itemId: string) => void
}

export function OnHand({ places, onHand, takesFocus, onOpen }: OnHandProps) {
  const text = useText()
  const words = text.stock.onHand
  const table = onHandTable(places, onHand)
  if (table.lines.length === 0) return <EmptyNote title={words.empty} next={words.emptyNext} />
  const columns: LineColumn<OnHandLine>[] = [
    {
      name: 'item',
      header: words.item,
      width: 'minmax(170px, 2fr)',
      show: ({ item }) => <strong title={item.name}>{item.name}</strong>,
    },
    { name: 'unit', header: words.unit, width: '64px', show: ({ item }) => item.unitOfMeasure },
    ...table.places.map(
      ({ placeId, name }): LineColumn<OnHandLine> => ({
        name: placeId,
        header: name,
        width: 'minmax(104px, 1fr)',
        kind: 'figure',
        show: ({ quantities }) => {
          const quantity = quantities.get(placeId)
          return quantity === undefined ? text.components.unknown : showQuantity(quantity)
        },
      }),
    ),
    {
      name: 'total',
      header: words.total,
      width: 'minmax(104px, 1fr)',
      kind: 'figure',
      show: ({ total }) => <strong>{showQuantity(total)}</strong>,
    },
  ]
  return (
    <Box style={{ display: 'contents' }} title={words.hint}>
      <LineGrid
        label={words.list}
        columns={columns}
        lines={table.lines}
        keyOf={({ item }) => item.itemId}
        takesFocus={takesFocus}
        onOpen={({ item }) => onOpen(item.itemId)}
      />
    </Box>
  )
}
