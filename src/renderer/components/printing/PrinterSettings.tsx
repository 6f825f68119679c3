/** The printer for each size of paper on this computer; with one chosen, the counter prints without asking. */

import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { PAPER_SIZES } from '../../../contract/printing.ts'
import { useText } from '../../text/language.ts'
import { NoPrinter } from './NoPrinter.tsx'
import { PrinterSelect } from './PrinterSelect.tsx'
import { usePrinters } from './use-printers.ts'

export function PrinterSettings() {
  const { papers: text } = useText()
  const { printers, chosen, choose, lookAgain } = usePrinters()
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {text.printersTitle}
        </Title>
        <Text size="sm" c="gray.7">
          {text.printersIntro}
        </Text>
        {printers?.length === 0 && <NoPrinter onLookAgain={lookAgain} />}
        {printers !== null && printers.length > 0 && (
          <>
            {PAPER_SIZES.map((size) => (
              <PrinterSelect
                key={size}
                label={text.paperSizes[size]}
                printers={printers}
                value={chosen[size] ?? null}
                onChange={(printer) => void choose(size, printer)}
              />
            ))}
            <Button variant="default" onClick={lookAgain}>
              {text.lookAgain}
            </Button>
          </>
        )}
      </Stack>
    </Paper>
  )
}
