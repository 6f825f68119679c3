/** Kiểm kê: what the books say beside what was counted; the differences are booked as slips. */

import { Grid, Group, NumberInput, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { StockItem, StockPlaceLine } from '../../../contract/stock.ts'
import { type Day, isDay } from '../../../domain/day.ts'
import { isCounted } from '../../../domain/stock.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { showQuantity } from '../../components/formats.ts'
import { useQuietPrinting } from '../../components/printing/use-quiet-printing.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeCommand, useOfficeJob, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { type Counted, type CountLine, countedLines, countLines, differenceOf } from './counting.ts'
import classes from './Stock.module.css'

interface CountFormProps {
  today: Day
  /** The day whose stock was looked at. */
  on: Day
  places: readonly StockPlaceLine[]
  items: readonly StockItem[]
  onClose: () => void
}

export function CountForm(props: CountFormProps) {
  const { counting } = useText().stock
  return (
    <Dialog opened onClose={props.onClose} size={820} yOffset={24} title={counting.title} closeOnClickOutside={false}>
      <Content {...props} />
    </Dialog>
  )
}

function Content({ today, on, places, items, onClose }: CountFormProps) {
  const text = useText()
  const words = text.stock.counting
  const count = useCount({ places, items, on, onClose })
  const sheet = useCountSheet()
  const { placeId, countedOn, lines, counted, failure } = count
  const canPrint = placeId !== null && isDay(countedOn) && lines.length > 0
  return (
    <FormFlow onSubmit={() => void count.book()}>
      <Stack gap="xs">
        {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
        <FailureAlert failure={sheet.failure} />
        <CountHead count={count} places={places} today={today} />
        {lines.length === 0 ? (
          <Text size="sm">{words.nothing}</Text>
        ) : (
          <div className={classes.counted}>
            <CountTable lines={lines} counted={counted} onCount={count.setCounted} />
          </div>
        )}
        <FoundItem items={items} lines={lines} onFound={count.addFound} />
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" c={count.isEmpty ? STATE_COLORS.bad : 'gray.7'} role={count.isEmpty ? 'alert' : undefined}>
            {count.isEmpty ? words.notCounted : words.note}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <CommandButton
              variant="default"
              isRunning={sheet.isRunning}
              command={{
                id: 'stock.printSheet',
                keys: 'mod+P',
                label: text.stock.printSheet,
                run: () => canPrint && void sheet.print(placeId, countedOn),
                isDisabled: !canPrint,
              }}
            />
            <KeepButton label={text.components.keep} run={() => void count.book()} isRunning={count.isRunning} />
          </Group>
        </Group>
      </Stack>
    </FormFlow>
  )
}

/** What is counted where and when, and booking it. */
function useCount({ places, items, on, onClose }: Omit<CountFormProps, 'today'>) {
  const text = useText()
  const words = text.stock.counting
  const [placeId, setPlaceId] = useState(() => places.find(({ kind }) => kind === 'store')?.placeId ?? null)
  const [countedOn, setCountedOn] = useState<string>(on)
  const [reason, setReason] = useState('')
  const [counted, setAllCounted] = useState<Counted>({})
  const [foundIds, setFoundIds] = useState<readonly string[]>([])
  const [isEmpty, setEmpty] = useState(false)
  const { run, isRunning, failure } = useOfficeCommand('stock.count')
  const { data } = useOfficeQuery('stock.onHand', isDay(countedOn) ? { on: countedOn } : null, { keeps: true })
  const booked = (data?.onHand ?? []).filter((line) => line.placeId === placeId)
  const lines = countLines(booked, items, foundIds)

  function choosePlace(chosen: string | null): void {
    setPlaceId(chosen)
    setAllCounted({})
    setFoundIds([])
  }
  const setCounted = (itemId: string, figure: number | string) =>
    setAllCounted((before) => ({ ...before, [itemId]: figure }))
  async function book(): Promise<void> {
    const found = countedLines(lines, counted)
    setEmpty(found.length === 0)
    if (placeId === null || found.length === 0) return
    const kept = await run({ placeId, countedOn: countedOn as Day, reason, lines: found })
    if (!kept) return
    const numbers = kept.slips.map(({ documentNumber }) => documentNumber).join(', ')
    notifications.show({ message: numbers ? words.booked(numbers) : words.agrees, color: 'teal' })
    onClose()
  }
  const addFound = (itemId: string) => setFoundIds((before) => [...before, itemId])
  const errors = fieldErrors(text, failure)
  const typed = { placeId, countedOn, reason, counted, lines }
  return {
    ...typed,
    choosePlace,
    addFound,
    setCountedOn,
    setReason,
    setCounted,
    book,
    isEmpty,
    isRunning,
    failure,
    errors,
  }
}

interface CountHeadProps {
  count: ReturnType<typeof useCount>
  places: readonly StockPlaceLine[]
  today: Day
}

function CountHead({ count, places, today }: CountHeadProps) {
  const words = useText().stock.counting
  const { placeId, countedOn, reason, errors, choosePlace, setCountedOn, setReason } = count
  return (
    <Grid gap="xs">
      <Grid.Col span={5}>
        <Select
          label={words.place}
          searchable
          allowDeselect={false}
          filter={withoutDiacritics}
          data={places.filter(({ kind }) => isCounted(kind)).map((one) => ({ value: one.placeId, label: one.name }))}
          value={placeId}
          onChange={choosePlace}
        />
      </Grid.Col>
      <Grid.Col span={2.6}>
        <DayInput label={words.on} today={today} value={countedOn} onChange={setCountedOn} error={errors.countedOn} />
      </Grid.Col>
      <Grid.Col span={4.4}>
        <TextInput
          label={words.reason}
          autoComplete="off"
          value={reason}
          error={errors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Grid.Col>
    </Grid>
  )
}

interface FoundItemProps {
  items: readonly StockItem[]
  lines: readonly CountLine[]
  onFound: (itemId: string) => void
}

/** Goods that lie there without any book saying so are counted like the others. */
function FoundItem({ items, lines, onFound }: FoundItemProps) {
  const words = useText().stock.counting
  const others = items.filter(({ itemId }) => !lines.some((line) => line.item.itemId === itemId))
  if (others.length === 0) return null
  return (
    <Select
      w="50%"
      label={words.found}
      placeholder={words.chooseFound}
      searchable
      filter={withoutDiacritics}
      data={others.map(({ itemId, name, unitOfMeasure }) => ({ value: itemId, label: `${name} (${unitOfMeasure})` }))}
      value={null}
      onChange={(itemId) => itemId && onFound(itemId)}
    />
  )
}

interface CountTableProps {
  lines: readonly CountLine[]
  counted: Counted
  onCount: (itemId: string, figure: number | string) => void
}

function CountTable({ lines, counted, onCount }: CountTableProps) {
  const { stock, components } = useText()
  const words = stock.counting
  return (
    <Table stickyHeader verticalSpacing={3}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.item}</Table.Th>
          <Table.Th className={classes.figure ?? ''}>{words.books}</Table.Th>
          <Table.Th className={classes.figure ?? ''}>{words.counted}</Table.Th>
          <Table.Th className={classes.figure ?? ''}>{words.difference}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ item: { itemId, name, unitOfMeasure }, quantity }, at) => {
          const difference = differenceOf(counted[itemId], quantity)
          return (
            <Table.Tr key={itemId}>
              <Table.Td>
                {name} ({unitOfMeasure})
              </Table.Td>
              <Table.Td className={classes.figure ?? ''}>{showQuantity(quantity)}</Table.Td>
              <Table.Td align="right">
                <NumberInput
                  {...(at === 0 ? { 'data-autofocus': true } : {})}
                  aria-label={`${words.counted}: ${name} (${unitOfMeasure})`}
                  hideControls
                  thousandSeparator="."
                  decimalSeparator=","
                  decimalScale={3}
                  allowNegative={false}
                  autoComplete="off"
                  value={counted[itemId] ?? ''}
                  onChange={(figure) => onCount(itemId, figure)}
                />
              </Table.Td>
              <Table.Td className={classes.figure ?? ''} c={difference ? STATE_COLORS.bad : STATE_COLORS.quiet}>
                {difference === null ? components.unknown : `${difference > 0 ? '+' : ''}${showQuantity(difference)}`}
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

function useCountSheet() {
  const { run, isRunning, failure } = useOfficeJob('papers.countSheet')
  const printQuietly = useQuietPrinting()
  async function print(placeId: string, on: Day): Promise<void> {
    const printed = await run({ placeId, on })
    if (printed) await printQuietly(printed)
  }
  return { print, isRunning, failure }
}
