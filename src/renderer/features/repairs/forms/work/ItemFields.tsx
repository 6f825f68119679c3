/** Materials, whose names the store offers, and work; both pasted out of a sheet, with what they come to. */

import { Fieldset, Text } from '@mantine/core'
import { useId } from 'react'
import type { StockItem } from '../../../../../contract/stock.ts'
import { showAmount, showQuantity } from '../../../../components/formats.ts'
import { LineFields } from '../../../../components/LineFields.tsx'
import { EMPTY_LINE, type LineField, type LineValues } from '../../../../components/pasted-lines.ts'
import { unitOfName } from '../../../../components/stock-items.ts'
import { useOfficeQuery } from '../../../../office-port/asking.ts'
import { useText } from '../../../../text/language.ts'
import { ITEM_LISTS, type ItemList, type ItemValues, namesFromStock, typedCostDong } from './item-values.ts'

/** The parts of a form that holds items; its type has more in it. */
export interface ItemForm {
  getInputProps: (path: string) => object
  setFieldValue: (path: ItemList, lines: LineValues[]) => void
}

interface ItemFieldsProps {
  form: ItemForm
  values: ItemValues
  known: readonly StockItem[]
}

export function ItemFields({ form, values, known }: ItemFieldsProps) {
  const words = useText().repairs.form.items
  const namesId = useId()
  const fromStock = namesFromStock(values, known)
  const costDong = typedCostDong(values)
  return (
    <>
      <StockNames id={namesId} known={known} />
      {ITEM_LISTS.map((list) => (
        <Fieldset key={list} legend={words[list]} p="xs" pt={2}>
          <Lines {...{ form, list, namesId, known }} lines={values[list]} />
        </Fieldset>
      ))}
      <Text size="sm" role="status">
        {costDong !== null && <strong>{words.cost(showAmount(costDong))}</strong>}
        {fromStock.length > 0 && ` · ${words.fromStock(fromStock.join(', '))}`}
      </Text>
    </>
  )
}

interface LinesProps {
  form: ItemForm
  list: ItemList
  lines: readonly LineValues[]
  namesId: string
  known: readonly StockItem[]
}

function Lines({ form, list, lines, namesId, known }: LinesProps) {
  const words = useText().repairs.form.items
  const isMaterial = list === 'materials'
  const set = (next: LineValues[]) => form.setFieldValue(list, next)
  function findUnit(at: number): void {
    const line = lines[at]
    const unit = line && line.unitOfMeasure.trim() === '' ? unitOfName(line.name, known) : null
    if (unit) set(lines.map((one, index) => (index === at ? { ...one, unitOfMeasure: unit } : one)))
  }
  const fieldOf = (at: number, name: LineField) => {
    const props = { spellCheck: false, ...form.getInputProps(`${list}.${at}.${name}`) }
    return isMaterial && name === 'name' ? { ...props, list: namesId, onBlur: () => findUnit(at) } : props
  }
  return (
    <LineFields
      words={isMaterial ? words.material : words.work}
      addLine={isMaterial ? words.addMaterial : words.addWork}
      removeLine={words.removeLine}
      sum={words.sum}
      lines={lines}
      field={fieldOf}
      onAdd={() => set([...lines, { ...EMPTY_LINE }])}
      onRemove={(at) => set(lines.filter((_line, index) => index !== at))}
      onPaste={set}
    />
  )
}

/** What the store has, offered while a name is typed. */
function StockNames({ id, known }: { id: string; known: readonly StockItem[] }) {
  const words = useText().repairs.form.items
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data: places } = useOfficeQuery('stock.places', {})
  const { data } = useOfficeQuery('stock.onHand', office ? { on: office.today } : null, { keeps: true })
  const stores = new Set((places?.places ?? []).filter(({ kind }) => kind === 'store').map(({ placeId }) => placeId))
  const leftOf = (itemId: string) =>
    (data?.onHand ?? [])
      .filter(({ placeId, item }) => stores.has(placeId) && item.itemId === itemId)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <datalist id={id}>
      {known.map(({ itemId, name, unitOfMeasure }) => (
        <option key={itemId} value={name}>
          {words.inStock(showQuantity(leftOf(itemId)), unitOfMeasure)}
        </option>
      ))}
    </datalist>
  )
}

/** The items of the store. */
export function useStockItems(): readonly StockItem[] {
  const { data } = useOfficeQuery('stock.places', {})
  return data?.items ?? []
}
