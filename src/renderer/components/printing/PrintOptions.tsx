/** How a file is printed: printer, paper, copies, sides and pages. A system's dialog asks for all but the pages. */

import { Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import {
  DUPLEX_MODES,
  type DuplexMode,
  MOST_COPIES,
  PAPER_SIZES,
  type PaperSize,
  type Printer,
} from '../../../contract/printing.ts'
import { useText } from '../../text/language.ts'
import { PrinterSelect } from './PrinterSelect.tsx'
import type { PageRange, SizedPages } from './print-parts.ts'

export interface PrintChoices {
  /** For each size of paper; null is the system's dialog. */
  printers: Record<PaperSize, string | null>
  copies: number
  duplex: DuplexMode
  pages: PageRange
}

interface PrintOptionsProps {
  choices: PrintChoices
  printers: readonly Printer[]
  pageCount: number
  parts: readonly SizedPages[]
  onChange: (change: Partial<PrintChoices>) => void
  onPrinter: (size: PaperSize, printer: string | null) => void
}

export function PrintOptions({ choices, printers, pageCount, parts, onChange, onPrinter }: PrintOptionsProps) {
  const { papers: text } = useText()
  const { pages } = choices
  const sizes = PAPER_SIZES.filter((size) => parts.some(({ paperSize }) => paperSize === size))
  const asksSystem = sizes.some((size) => choices.printers[size] === null)
  const isChosen = sizes.some((size) => choices.printers[size] !== null)
  return (
    <Stack gap="xs">
      {sizes.map((size) => (
        <PrinterSelect
          key={size}
          label={text.printerFor(text.paperSizes[size])}
          printers={printers}
          value={choices.printers[size]}
          onChange={(chosen) => onPrinter(size, chosen)}
        />
      ))}
      {asksSystem && (
        <Text size="sm" c="gray.7">
          {text.systemAsks}
        </Text>
      )}
      {isChosen && <CopiesAndSides choices={choices} onChange={onChange} />}
      <Group gap="xs" grow>
        <NumberInput
          label={text.fromPage}
          value={pages.from}
          onChange={(value) => onChange({ pages: { ...pages, from: within(value, 1, pages.to) } })}
          {...{ min: 1, max: pages.to, allowDecimal: false, clampBehavior: 'blur' as const }}
        />
        <NumberInput
          label={text.toPage}
          value={pages.to}
          onChange={(value) => onChange({ pages: { ...pages, to: within(value, pages.from, pageCount) } })}
          {...{ min: pages.from, max: pageCount, allowDecimal: false, clampBehavior: 'blur' as const }}
        />
      </Group>
      {isChosen && parts.length > 1 && (
        <Text size="sm" c="gray.7">
          {text.inParts(parts.length)}
        </Text>
      )}
    </Stack>
  )
}

function CopiesAndSides({ choices, onChange }: Pick<PrintOptionsProps, 'choices' | 'onChange'>) {
  const { papers: text } = useText()
  const { copies, duplex } = choices
  return (
    <Group gap="xs" grow preventGrowOverflow={false} wrap="nowrap">
      <NumberInput
        label={text.copies}
        w={90}
        value={copies}
        onChange={(value) => onChange({ copies: within(value, 1, MOST_COPIES) })}
        {...{ min: 1, max: MOST_COPIES, allowDecimal: false, clampBehavior: 'blur' as const }}
      />
      <Select
        label={text.sides}
        data={DUPLEX_MODES.map((value) => ({ value, label: text.duplex[value] }))}
        value={duplex}
        onChange={(value) => onChange({ duplex: DUPLEX_MODES.find((mode) => mode === value) ?? duplex })}
        allowDeselect={false}
      />
    </Group>
  )
}

/** What was typed, as a number that can be printed; an empty field is the smallest. */
function within(typed: number | string, least: number, most: number): number {
  const number = typeof typed === 'number' ? typed : least
  return Math.max(least, Math.min(most, number))
}
