/** How many parts are in the printer's queue; while they go, they can be held or stopped. */

import { Progress as Bar, Button, Group, Stack, Text } from '@mantine/core'
import { useText } from '../../text/language.ts'
import type { PrintRun } from './print-run.ts'

interface PrintProgressProps {
  run: Extract<PrintRun, { state: 'sending' }>
  printerName: string
  onPause: (isOn: boolean) => void
  onCancel: () => void
}

export function PrintProgress({ run, printerName, onPause, onCancel }: PrintProgressProps) {
  const { papers: text } = useText()
  const { parts, sent, isPaused } = run
  const next = parts[sent]
  const isOnePart = parts.length === 1
  return (
    <Stack gap={6} role="status">
      <Text size="sm" fw={600}>
        {isPaused ? text.paused : text.sending(printerName)}
      </Text>
      {next && <Text size="sm">{text.part(sent + 1, parts.length, next.from, next.to)}</Text>}
      <Bar
        value={isOnePart ? 100 : (sent / parts.length) * 100}
        animated={isOnePart}
        aria-label={text.sending(printerName)}
        transitionDuration={200}
      />
      <Group gap="xs">
        {!isOnePart && (
          <Button size="compact-sm" variant="default" onClick={() => onPause(!isPaused)}>
            {isPaused ? text.goOn : text.hold}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {text.stop}
        </Button>
      </Group>
    </Stack>
  )
}
