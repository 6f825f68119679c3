/** A slip in, out or back: from where to where, on which day, and the lines, typed or pasted out of a sheet. */

import { Fieldset, Grid, Group, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useId, useRef } from 'react'
import type { StockItem, StockPlaceLine } from '../../../contract/stock.ts'
import { type Day, isDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { showQuantity } from '../../components/formats.ts'
import { LineFields } from '../../components/LineFields.tsx'
import { PlaceSelect } from '../../components/PlaceSelect.tsx'
import { EMPTY_LINE, type LineField } from '../../components/pasted-lines.ts'
import { unitOfName } from '../../components/stock-items.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { ENDS, placesFor, type SlipValues } from './slip-values.ts'
import type { SlipRoute } from './stock-view.ts'
import { useSlipForm } from './use-slip-form.ts'

interface SlipFormProps {
  route: SlipRoute
  today: Day
  places: readonly StockPlaceLine[]
  items: readonly StockItem[]
  onClose: () => void
}

export function SlipForm(props: SlipFormProps) {
  const { title } = useText().stock.form
  return (
    <Dialog
      opened
      onClose={props.onClose}
      size={900}
      yOffset={24}
      title={title[props.route]}
      closeOnClickOutside={false}
    >
      <Content {...props} />
    </Dialog>
  )
}

function Content({ route, today, places, items, onClose }: SlipFormProps) {
  const text = useText()
  const words = text.stock.form
  const { form, values, book, added, attempts, failure, isRunning } = useSlipForm({
    route,
    today,
    places,
    items,
    onBooked: onClose,
  })
  const content = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each attempt that went wrong.
  useEffect(() => {
    content.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempts])
  return (
    <FormFlow onSubmit={() => void book(false)}>
      <Stack gap="xs" ref={content}>
        {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
        <Ends {...{ route, today, places, form, values }} />
        <Fieldset legend={words.items} p="xs">
          <GoodsLines {...{ items, form, values }} />
        </Fieldset>
        {added.length > 0 && (
          <Text size="sm" role="status">
            {words.newItems(added.map(({ name, unitOfMeasure }) => `${name} (${unitOfMeasure})`).join(', '))}
          </Text>
        )}
        <Group justify="flex-end">
          <KeepButton label={text.components.keep} run={() => void book(false)} isRunning={isRunning} />
          <CommandButton
            variant="default"
            isRunning={isRunning}
            command={{ id: 'stock.keepAndPrint', keys: 'F9', label: words.keepAndPrint, run: () => void book(true) }}
          />
        </Group>
      </Stack>
    </FormFlow>
  )
}

interface PartProps {
  form: UseFormReturnType<SlipValues>
  values: SlipValues
}

function Ends({ route, today, places, form, values }: PartProps & Pick<SlipFormProps, 'route' | 'today' | 'places'>) {
  const words = useText().stock.form
  const endOf = (end: 'from' | 'to') => {
    const some = placesFor(route, end, places, values.fromPlaceId)
    const path = end === 'from' ? 'fromPlaceId' : 'toPlaceId'
    return {
      label: words[end][route],
      places: some,
      value: values[path],
      adds: ENDS[route][end].adds,
      error: typeof form.errors[path] === 'string' ? form.errors[path] : null,
      onChange: (placeId: string) => form.setFieldValue(path, placeId),
    }
  }
  const field = (path: string) => ({ autoComplete: 'off', spellCheck: false, ...form.getInputProps(path) })
  return (
    <Grid gap="xs">
      <Grid.Col span={4.8}>
        <PlaceSelect {...endOf('from')} isFirst />
      </Grid.Col>
      <Grid.Col span={4.8}>
        <PlaceSelect {...endOf('to')} />
      </Grid.Col>
      <Grid.Col span={2.4}>
        <DayInput
          label={words.movedOn}
          withAsterisk
          today={today}
          {...form.getInputProps('movedOn')}
          value={values.movedOn}
        />
      </Grid.Col>
      <Grid.Col span={4.8}>
        <TextInput label={words.counterpart[route]} {...field('counterpart')} />
      </Grid.Col>
      <Grid.Col span={7.2}>
        <TextInput label={words.reason} {...field('reason')} />
      </Grid.Col>
    </Grid>
  )
}

/** Names are offered as they are typed; with what is left of them where the goods come out of a store. */
function GoodsLines({ items, form, values }: PartProps & Pick<SlipFormProps, 'items'>) {
  const words = useText().stock.form
  const listId = useId()
  const left = useLeft(values)
  const known = left ? items.filter(({ itemId }) => (left.get(itemId) ?? 0) > 0) : items
  const fieldOf = (line: number, name: LineField) => {
    const props = form.getInputProps(`lines.${line}.${name}`)
    if (name !== 'name') return props
    const findUnit = () => {
      const { name: typed = '', unitOfMeasure = '' } = form.getValues().lines[line] ?? {}
      const unit = unitOfMeasure.trim() === '' ? unitOfName(typed, known) : null
      if (unit) form.setFieldValue(`lines.${line}.unitOfMeasure`, unit)
    }
    return { ...props, spellCheck: false, list: listId, onBlur: findUnit }
  }
  return (
    <>
      <datalist id={listId}>
        {known.map(({ itemId, name, unitOfMeasure }) => (
          <option key={itemId} value={name}>
            {left ? words.available(showQuantity(left.get(itemId) ?? 0), unitOfMeasure) : unitOfMeasure}
          </option>
        ))}
      </datalist>
      <LineFields
        words={words.lines}
        addLine={words.addLine}
        removeLine={words.removeLine}
        sum={words.sum}
        lines={values.lines}
        field={fieldOf}
        onAdd={() => form.insertListItem('lines', { ...EMPTY_LINE, quantity: '' })}
        onRemove={(line) => form.removeListItem('lines', line)}
        onPaste={(lines) => form.setFieldValue('lines', lines)}
      />
    </>
  )
}

/** What lies at the place the goods come from, by item; null where that place is not counted. */
function useLeft({ fromPlaceId, movedOn }: SlipValues): ReadonlyMap<string, number> | null {
  const { data } = useOfficeQuery('stock.onHand', isDay(movedOn) ? { on: movedOn } : null, { keeps: true })
  const lying = (data?.onHand ?? []).filter(({ placeId }) => placeId === fromPlaceId)
  return lying.length > 0 ? new Map(lying.map(({ item, quantity }) => [item.itemId, quantity])) : null
}
