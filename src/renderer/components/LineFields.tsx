/** Lines of goods, material or work with quantity and price, as campaigns and repairs have them, and their sum. */

import { ActionIcon, Button, Grid, Group, NumberInput, Text, TextInput } from '@mantine/core'
import { type Dong, isDong, lineAmountDong, sumDong } from '../../domain/money.ts'
import { AmountInput } from './AmountInput.tsx'
import { showAmount } from './formats.ts'

/** A line while it is being typed. */
export interface LineValues {
  name: string
  unitOfMeasure: string
  quantity: number | string
  unitPriceDong: number | string
}

export const EMPTY_LINE: LineValues = { name: '', unitOfMeasure: '', quantity: 1, unitPriceDong: '' }

/** A line as the office takes it. What is no number goes as it is: the office names the field. */
export function lineOf({ quantity, unitPriceDong, ...line }: LineValues) {
  const price = unitPriceDong === '' ? Number.NaN : Number(unitPriceDong)
  return { ...line, quantity: Number(quantity), unitPriceDong: price as Dong }
}

/** The sum while it is being typed; what is no amount yet counts nothing. */
function sumOf(lines: readonly LineValues[]): number {
  const amounts = lines.map(({ quantity, unitPriceDong }) => Number(quantity) * Number(unitPriceDong))
  return sumDong(amounts.filter(isDong).map((amount) => lineAmountDong(1, amount)))
}

interface LineFieldsProps {
  words: { name: string; unitOfMeasure: string; quantity: string; unitPriceDong: string }
  addLine: string
  removeLine: (number: number) => string
  sum: string
  lines: readonly LineValues[]
  /** The properties of a line's field: `field(0, 'name')`. */
  field: (line: number, name: keyof LineValues) => object
  onAdd: () => void
  onRemove: (line: number) => void
}

export function LineFields({ words, addLine, removeLine, sum, lines, field, onAdd, onRemove }: LineFieldsProps) {
  return (
    <>
      {lines.map((_line, line) => {
        const named = (name: keyof LineValues) => ({
          label: line === 0 ? words[name] : null,
          'aria-label': words[name],
          autoComplete: 'off',
          ...field(line, name),
        })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and its fields are controlled.
          <Grid gap={6} key={line} align="flex-end" mb={4}>
            <Grid.Col span={5}>
              <TextInput {...named('name')} />
            </Grid.Col>
            <Grid.Col span={1.8}>
              <TextInput {...named('unitOfMeasure')} />
            </Grid.Col>
            <Grid.Col span={1.8}>
              <NumberInput hideControls decimalSeparator="," allowNegative={false} {...named('quantity')} />
            </Grid.Col>
            <Grid.Col span={2.6}>
              <AmountInput {...named('unitPriceDong')} />
            </Grid.Col>
            <Grid.Col span={0.8}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                tabIndex={-1}
                aria-label={removeLine(line + 1)}
                disabled={lines.length === 1}
                onClick={() => onRemove(line)}
              >
                ×
              </ActionIcon>
            </Grid.Col>
          </Grid>
        )
      })}
      <Group justify="space-between" mt={6}>
        <Button size="compact-sm" variant="default" onClick={onAdd}>
          {addLine}
        </Button>
        <Text size="sm">
          {sum}: <strong>{showAmount(sumOf(lines))}</strong>
        </Text>
      </Group>
    </>
  )
}
