/** Thẻ kho: every movement of an item to and from a place between two days, and what lay there after each. */

import { Grid, Group, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { StockItem, StockMovementLine, StockPlaceLine } from '../../../contract/stock.ts'
import { type Day, day, formatDay, isDay } from '../../../domain/day.ts'
import { isCounted } from '../../../domain/stock.ts'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { SideDialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showQuantity } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Stock.module.css'

interface ItemCardProps {
  item: StockItem
  places: readonly StockPlaceLine[]
  /** Where it is looked at first. */
  placeId: string | null
  on: Day
  today: Day
  onClose: () => void
}

export function ItemCard(props: ItemCardProps) {
  const { card } = useText().stock
  const { name, unitOfMeasure } = props.item
  return (
    <SideDialog opened onClose={props.onClose} size={760} title={card.title(name, unitOfMeasure)}>
      <Card {...props} />
    </SideDialog>
  )
}

function Card({ item, places, placeId: firstPlaceId, on, today }: ItemCardProps) {
  const { stock, components } = useText()
  const words = stock.card
  const [placeId, setPlaceId] = useState(firstPlaceId)
  const [from, setFrom] = useState<string>(day(`${on.slice(0, 4)}-01-01`))
  const [to, setTo] = useState<string>(on)
  const isAsked = placeId !== null && isDay(from) && isDay(to)
  const { data, error } = useOfficeQuery('stock.card', isAsked ? { placeId, itemId: item.itemId, from, to } : null, {
    keeps: true,
  })
  const lines = (data?.movements ?? []).map((movement, at) => ({ ...movement, at }))
  return (
    <div className={classes.card}>
      <Grid gap="xs">
        <Grid.Col span={6}>
          <Select
            label={words.place}
            searchable
            allowDeselect={false}
            filter={withoutDiacritics}
            data={places.filter(({ kind }) => isCounted(kind)).map((one) => ({ value: one.placeId, label: one.name }))}
            value={placeId}
            onChange={setPlaceId}
          />
        </Grid.Col>
        <Grid.Col span={3}>
          <DayInput label={words.from} today={today} value={from} onChange={setFrom} />
        </Grid.Col>
        <Grid.Col span={3}>
          <DayInput label={words.to} today={today} value={to} onChange={setTo} />
        </Grid.Col>
      </Grid>
      <FailureAlert failure={error?.failure} />
      {data && (
        <Group justify="space-between">
          <Balance label={words.opening} quantity={data.opening} unit={item.unitOfMeasure} />
          <Balance label={words.closing} quantity={data.closing} unit={item.unitOfMeasure} />
        </Group>
      )}
      {data && lines.length === 0 && <Text size="sm">{words.nothing}</Text>}
      {lines.length > 0 && (
        <LineGrid
          label={words.list}
          columns={columnsOf(words, components.unknown)}
          lines={lines}
          keyOf={({ at }) => String(at)}
          startKey="0"
        />
      )}
    </div>
  )
}

function Balance({ label, quantity, unit }: { label: string; quantity: number; unit: string }) {
  return (
    <Text size="sm">
      {label}: <strong>{showQuantity(quantity)}</strong> {unit}
    </Text>
  )
}

type Words = ReturnType<typeof useText>['stock']['card']

function columnsOf(words: Words, none: string): readonly LineColumn<StockMovementLine & { at: number }>[] {
  const figure = (quantity: number) => (quantity === 0 ? '' : showQuantity(quantity))
  return [
    { name: 'on', header: words.on, width: '80px', show: ({ movedOn }) => formatDay(movedOn) },
    {
      name: 'document',
      header: words.document,
      width: '160px',
      show: ({ documentNumber }) => documentNumber ?? none,
    },
    {
      name: 'what',
      header: words.what,
      width: 'minmax(120px, 1fr)',
      kind: 'wraps',
      show: ({ headOfHousehold, fromName, toName, out }) =>
        headOfHousehold ? words.household(headOfHousehold) : out > 0 ? words.sentTo(toName) : words.cameFrom(fromName),
    },
    { name: 'in', header: words.in, width: '78px', kind: 'figure', show: (line) => figure(line.in) },
    { name: 'out', header: words.out, width: '78px', kind: 'figure', show: ({ out }) => figure(out) },
    {
      name: 'balance',
      header: words.balance,
      width: '86px',
      kind: 'figure',
      show: ({ balance }) => <strong>{showQuantity(balance)}</strong>,
    },
  ]
}
