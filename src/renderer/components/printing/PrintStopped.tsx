/** A printing that stopped on its way: why, at which paper, and going on from there, on another printer if need be. */

import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { Printer } from '../../../contract/printing.ts'
import { useText } from '../../text/language.ts'
import { FailureAlert } from '../FailureAlert.tsx'
import { Icon } from '../Icon.tsx'
import { PrinterSelect } from './PrinterSelect.tsx'
import { type PaperMark, paperAt } from './print-parts.ts'
import type { PrintRun } from './print-run.ts'

interface PrintStoppedProps {
  run: Extract<PrintRun, { state: 'stopped' }>
  papers: readonly PaperMark[]
  printers: readonly Printer[]
  printer: string | null
  onPrinter: (printer: string | null) => void
  /** Goes on with the first part that is not in the queue. */
  onGoOn: () => void
  onLeave: () => void
}

export function PrintStopped({ run, papers, printers, printer, onPrinter, onGoOn, onLeave }: PrintStoppedProps) {
  const { papers: text } = useText()
  const { parts, sent, reply } = run
  const next = parts[sent]
  const paper = next ? paperAt(papers, next.from) : null
  if (reply.reason === 'refused') {
    return (
      <Stack gap="xs">
        <FailureAlert failure={reply.failure} />
        <Button variant="default" onClick={onLeave} data-autofocus>
          {text.leave}
        </Button>
      </Stack>
    )
  }
  return (
    <Stack gap="xs">
      <Alert role="alert" color="red" variant="light" icon={<Icon name="warning" />} title={text.stopped[reply.reason]}>
        {next && <Text size="sm">{text.part(sent + 1, parts.length, next.from, next.to)}</Text>}
        {paper && <Text size="sm">{text.stoppedAt(paper.title)}</Text>}
        <Text size="sm" fw={500}>
          {text.stoppedNext[reply.reason]}
        </Text>
        {reply.detail && (
          <Text size="xs" c="gray.7">
            {reply.detail}
          </Text>
        )}
      </Alert>
      <PrinterSelect label={text.printer} printers={printers} value={printer} onChange={onPrinter} />
      <Group gap="xs">
        <Button onClick={onGoOn} data-autofocus>
          {text.sendAgain}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {text.leave}
        </Button>
      </Group>
    </Stack>
  )
}
