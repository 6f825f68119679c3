/** A queue that took all has printed nothing yet: asks whether all came out, and prints again from a paper on. */

import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../text/language.ts'
import { PaperSelect } from './PreviewTools.tsx'
import type { PaperMark } from './print-parts.ts'

interface AllPrintedProps {
  papers: readonly PaperMark[]
  pages: { from: number; to: number }
  onAgain: (fromPage: number) => void
  onDone: () => void
}

export function AllPrinted({ papers, pages, onAgain, onDone }: AllPrintedProps) {
  const { papers: text } = useText()
  const [page, setPage] = useState<number | null>(null)
  const printed = papers.filter((paper) => paper.page >= pages.from && paper.page <= pages.to)
  return (
    <Stack gap="xs" role="status">
      <Text fw={600}>{text.allOut}</Text>
      <Text size="sm">{text.allOutNext}</Text>
      <Button onClick={onDone} data-autofocus>
        {text.allIsOut}
      </Button>
      {printed.length > 1 ? (
        <PaperSelect
          papers={printed}
          page={page}
          onChoose={setPage}
          label={text.againFromPaper}
          placeholder={text.toPaper}
        />
      ) : (
        <NumberInput
          label={text.againFromPage}
          value={page ?? ''}
          onChange={(value) => setPage(typeof value === 'number' ? value : null)}
          min={pages.from}
          max={pages.to}
          allowDecimal={false}
        />
      )}
      <Group>
        <Button variant="default" disabled={page === null} onClick={() => page !== null && onAgain(page)}>
          {text.printAgain}
        </Button>
      </Group>
    </Stack>
  )
}
