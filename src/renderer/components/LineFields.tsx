/**
 * Lines of goods, material or work with quantity and price, as campaigns and repairs have them, and their sum.
 * Enter on the last price begins a line, Enter on an empty name goes on; rows copied from a sheet can be pasted.
 */

import { ActionIcon, Button, Grid, Group, NumberInput, Text, TextInput } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { amountInWords } from '../../domain/amount-in-words.ts'
import { useText } from '../text/language.ts'
import { AmountInput } from './AmountInput.tsx'
import { showAmount } from './formats.ts'
import {
  isBlankLine,
  type LineField,
  type LineValues,
  readPastedLines,
  typedAmountDong,
  typedSumDong,
  withPasted,
} from './pasted-lines.ts'

interface LineFieldsProps {
  words: Record<LineField, string>
  addLine: string
  removeLine: (number: number) => string
  sum: string
  lines: readonly LineValues[]
  /** The properties of a line's field: `field(0, 'name')`. */
  field: (line: number, name: LineField) => object
  onAdd: () => void
  onRemove: (line: number) => void
  /** Gets all lines as they are after a paste. */
  onPaste: (lines: LineValues[]) => void
}

export function LineFields(props: LineFieldsProps) {
  const { addLine, sum, lines, onAdd, onPaste } = props
  const { components } = useText()
  const list = useRef<HTMLDivElement>(null)
  const focusesNew = useRef(false)
  const sumDong = typedSumDong(lines)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that was begun by a key gets the keys.
  useEffect(() => {
    if (focusesNew.current) list.current?.querySelector<HTMLElement>('[data-line]:last-child input')?.focus()
    focusesNew.current = false
  }, [lines.length])

  function onEnter(event: KeyboardEvent, line: number, name: LineField): void {
    const isPlain = event.key === 'Enter' && !event.ctrlKey && !event.shiftKey && !event.nativeEvent.isComposing
    const values = lines[line]
    if (!isPlain || !values || line !== lines.length - 1) return
    if (name === 'unitPriceDong' && !isBlankLine(values)) {
      event.preventDefault()
      focusesNew.current = true
      onAdd()
    } else if (name === 'name' && line > 0 && isBlankLine(values)) {
      event.preventDefault()
      focusAfter(list.current)
    }
  }
  function paste(event: ClipboardEvent, line: number, name: LineField): void {
    const pasted = readPastedLines(event.clipboardData.getData('text/plain'), name)
    if (!pasted) return
    event.preventDefault()
    onPaste(withPasted(lines, line, pasted))
  }
  return (
    <>
      <div ref={list}>
        {lines.map((values, line) => (
          <OneLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and its fields are controlled.
            key={line}
            {...props}
            line={line}
            values={values}
            onKeyDown={(event, name) => onEnter(event, line, name)}
            onPasteInto={(event, name) => paste(event, line, name)}
          />
        ))}
      </div>
      <Group justify="space-between" mt={6} wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={onAdd} title={components.lines.pasteHint}>
          {addLine}
        </Button>
        <Text size="sm" ta="right">
          {sum}: <strong>{sumDong === null ? components.unknown : showAmount(sumDong)}</strong>
          {sumDong !== null && sumDong > 0 && (
            <Text span size="sm" c="gray.7">
              {` (${amountInWords(sumDong)})`}
            </Text>
          )}
        </Text>
      </Group>
    </>
  )
}

interface OneLineProps extends LineFieldsProps {
  line: number
  values: LineValues
  onKeyDown: (event: KeyboardEvent, name: LineField) => void
  onPasteInto: (event: ClipboardEvent, name: LineField) => void
}

function OneLine({ line, values, words, lines, removeLine, field, onRemove, onKeyDown, onPasteInto }: OneLineProps) {
  const { components } = useText()
  const amountDong = typedAmountDong(values)
  const named = (name: LineField) => ({
    label: line === 0 ? words[name] : null,
    'aria-label': words[name],
    autoComplete: 'off',
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, name),
    onPaste: (event: ClipboardEvent) => onPasteInto(event, name),
    ...field(line, name),
  })
  return (
    <Grid gap={6} align="flex-start" mb={4} data-line>
      <Grid.Col span={4.7}>
        <TextInput {...named('name')} />
      </Grid.Col>
      <Grid.Col span={1.4}>
        <TextInput {...named('unitOfMeasure')} />
      </Grid.Col>
      <Grid.Col span={1.4}>
        <NumberInput hideControls decimalSeparator="," decimalScale={3} allowNegative={false} {...named('quantity')} />
      </Grid.Col>
      <Grid.Col span={2}>
        <AmountInput {...named('unitPriceDong')} />
      </Grid.Col>
      <Grid.Col span={2}>
        {line === 0 && (
          <Text size="sm" fw={500} ta="right">
            {components.lines.amount}
          </Text>
        )}
        <Text size="sm" ta="right" lh="36px">
          {amountDong === null ? components.unknown : showAmount(amountDong)}
        </Text>
      </Grid.Col>
      <Grid.Col span={0.5}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          mt={line === 0 ? 22 : 1}
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
}

/** Goes on with the first field behind the lines. */
function focusAfter(list: HTMLElement | null): void {
  const inputs = [...(list?.closest('form')?.querySelectorAll('input') ?? [])]
  const last = inputs.findLastIndex((input) => list?.contains(input))
  inputs
    .slice(last + 1)
    .find((input) => input.offsetParent !== null)
    ?.focus()
}
