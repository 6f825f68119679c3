/** Materials of a job drawn from a store into the crew's hands, and leftovers brought back; each by a numbered slip. */

import { Grid, NumberInput, Select, Table, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import type { RepairDetail } from '../../../../../contract/repairs.ts'
import type { StockPlaceLine } from '../../../../../contract/stock.ts'
import { type Day, isDay } from '../../../../../domain/day.ts'
import { DayInput } from '../../../../components/DayInput.tsx'
import { showQuantity } from '../../../../components/formats.ts'
import { useOfficeCommand, useOfficeQuery } from '../../../../office-port/asking.ts'
import { useText } from '../../../../text/language.ts'
import classes from '../../Repairs.module.css'
import { StepFrame, type StepProps, tellKept } from '../StepFrame.tsx'
import { type Drafts, useStepForm } from '../use-step-form.ts'

type Way = 'drawMaterials' | 'returnMaterials'
type CrewMaterial = RepairDetail['materials'][number]

interface MaterialsValues {
  on: string
  storeId: string
  /** By item; what is still to be drawn, or is still held. */
  quantities: Record<string, number | string>
}

const drafts: Drafts<MaterialsValues> = new Map()

/** What would be moved if nobody said otherwise: all that is missing, or all that is left. */
function usualQuantity(way: Way, { planned, drawn, withCrew }: CrewMaterial): number {
  return way === 'drawMaterials' ? Math.max(0, planned - drawn) : withCrew
}

export function MaterialsForm({ repair, today, printing, onClose, way }: StepProps & { way: Way }) {
  const text = useText().repairs.form
  const words = text.materials
  const draw = useOfficeCommand('repairs.drawMaterials')
  const bring = useOfficeCommand('repairs.returnMaterials')
  const { run, isRunning, failure } = way === 'drawMaterials' ? draw : bring
  const { repairId, household } = repair
  const materials = repair.materials.filter((material) => way === 'drawMaterials' || material.withCrew > 0)
  const stores = useStores()
  const [isNothingTyped, setNothingTyped] = useState(false)
  const { form, values, content, refuseMissing, settle } = useStepForm<MaterialsValues>({
    drafts,
    draftKey: `${way} ${repairId}`,
    begin: () => ({
      on: today,
      storeId: '',
      quantities: Object.fromEntries(materials.map((one) => [one.itemId, usualQuantity(way, one) || ''])),
    }),
    failure,
    pathOf: (path, { quantities }) => quantityPath(path, movedOf(quantities)),
  })
  // An office mostly has one store: where there is no choice, none is asked.
  const storeId = values.storeId || (stores.length === 1 ? (stores[0]?.placeId ?? '') : '')

  async function keep(isPrinted: boolean): Promise<void> {
    const lines = movedOf(values.quantities)
    setNothingTyped(lines.length === 0)
    const missing = [...(storeId ? [] : ['storeId']), ...(values.on ? [] : ['on'])]
    if (refuseMissing(missing) || lines.length === 0) return
    const slip = await run({ repairId, on: values.on as Day, storeId, lines })
    if (!slip) return
    settle()
    tellKept(words.kept(slip.documentNumber))
    onClose()
    if (isPrinted) await printing.slip(slip.slipId)
  }
  const title = way === 'drawMaterials' ? words.drawTitle : words.returnTitle
  return (
    <StepFrame
      title={title(household.headOfHousehold)}
      size={760}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void keep(false)}
      keepAndPrint={{ label: text.keepAndPrint, run: () => void keep(true) }}
      isDisabled={materials.length === 0}
    >
      {materials.length === 0 && <Text>{words.nothing}</Text>}
      <Ends {...{ form, stores, storeId, today }} on={values.on} />
      <Lines
        {...{ way, materials, storeId, on: values.on }}
        field={(itemId) => form.getInputProps(`quantities.${itemId}`)}
      />
      {isNothingTyped && (
        <Text size="sm" c="red.9" role="alert">
          {words.nothingTyped}
        </Text>
      )}
    </StepFrame>
  )
}

interface EndsProps {
  form: UseFormReturnType<MaterialsValues>
  stores: readonly StockPlaceLine[]
  storeId: string
  on: string
  today: Day
}

/** From which store, or into which, and when. */
function Ends({ form, stores, storeId, on, today }: EndsProps) {
  const text = useText().repairs.form
  const words = text.materials
  return (
    <Grid gap="xs">
      <Grid.Col span={8}>
        <Select
          label={words.store}
          withAsterisk
          allowDeselect={false}
          data={stores.map(({ placeId: value, name: label }) => ({ value, label }))}
          {...form.getInputProps('storeId')}
          value={storeId || null}
        />
      </Grid.Col>
      <Grid.Col span={4}>
        <DayInput label={text.on} withAsterisk today={today} {...form.getInputProps('on')} value={on} />
      </Grid.Col>
    </Grid>
  )
}

/** The lines that move anything, in the order of the form. */
function movedOf(quantities: MaterialsValues['quantities']): { itemId: string; quantity: number }[] {
  return Object.entries(quantities).flatMap(([itemId, quantity]) =>
    quantity === '' || Number(quantity) === 0 ? [] : [{ itemId, quantity: Number(quantity) }],
  )
}

function quantityPath(path: string, lines: readonly { itemId: string }[]): string {
  const at = /^lines\.(\d+)/.exec(path)?.[1]
  const line = at === undefined ? undefined : lines[Number(at)]
  return line ? `quantities.${line.itemId}` : path
}

function useStores() {
  const { data } = useOfficeQuery('stock.places', {})
  return (data?.places ?? []).filter(({ kind }) => kind === 'store')
}

interface LinesProps {
  way: Way
  materials: readonly CrewMaterial[]
  storeId: string
  on: string
  field: (itemId: string) => object
}

function Lines({ way, materials, storeId, on, field }: LinesProps) {
  const words = useText().repairs.form.materials
  const { data } = useOfficeQuery('stock.onHand', isDay(on) ? { on } : null, { keeps: true })
  const inStore = (itemId: string) =>
    data?.onHand.find((line) => line.placeId === storeId && line.item.itemId === itemId)?.quantity ?? 0
  const isDrawing = way === 'drawMaterials'
  const figure = classes.figure ?? ''
  if (materials.length === 0) return null
  return (
    <Table verticalSpacing={3} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.item}</Table.Th>
          <Table.Th className={figure}>{isDrawing ? words.planned : words.drawn}</Table.Th>
          <Table.Th className={figure}>{isDrawing ? words.drawn : words.held}</Table.Th>
          {isDrawing && <Table.Th className={figure}>{words.inStock}</Table.Th>}
          <Table.Th w={130}>{words.quantityShort}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {materials.map(({ itemId, itemName, unitOfMeasure, planned, drawn, withCrew }, at) => (
          <Table.Tr key={itemId}>
            <Table.Td>
              {itemName} ({unitOfMeasure})
            </Table.Td>
            <Table.Td className={figure}>{showQuantity(isDrawing ? planned : drawn)}</Table.Td>
            <Table.Td className={figure}>{showQuantity(isDrawing ? drawn : withCrew)}</Table.Td>
            {isDrawing && <Table.Td className={figure}>{showQuantity(inStore(itemId))}</Table.Td>}
            <Table.Td>
              <NumberInput
                aria-label={words.quantity(itemName)}
                hideControls
                decimalSeparator=","
                decimalScale={3}
                allowNegative={false}
                {...(at === 0 ? { 'data-autofocus': true } : {})}
                {...field(itemId)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
