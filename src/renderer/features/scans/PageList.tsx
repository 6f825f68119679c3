/** The pages of the stack: where each comes from, what it seems to be, and how sure that is. */

import { Text } from '@mantine/core'
import type { ScannedPage } from '../../../contract/scans.ts'
import { LineGrid } from '../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import classes from './Scans.module.css'

const COLORS: Record<ScannedPage['state'], string> = {
  matched: STATE_COLORS.good,
  unsure: STATE_COLORS.waiting,
  unreadable: STATE_COLORS.bad,
  duplicate: STATE_COLORS.quiet,
  foreign: 'grape.9',
}

interface PageListProps {
  pages: readonly ScannedPage[]
  /** How the waiting ones stand, in all. */
  states: Record<ScannedPage['state'], number> | undefined
  chosenId: string
  onChoose: (page: ScannedPage) => void
}

export function PageList({ pages, states, chosenId, onChoose }: PageListProps) {
  const text = useText()
  return (
    <div className={classes.list}>
      {states && (
        <Text size="xs" px="sm" py={4}>
          {text.scans.summary(states)}
        </Text>
      )}
      <LineGrid
        label={text.scans.list}
        lines={pages}
        keyOf={({ pageId }) => pageId}
        startKey={chosenId}
        onMove={onChoose}
        takesFocus
        columns={[
          {
            name: 'page',
            header: text.scans.page,
            width: 'minmax(0, 1fr)',
            kind: 'wraps',
            show: (page) => <PageName page={page} />,
          },
          {
            name: 'state',
            header: text.scans.state,
            width: '118px',
            show: ({ state }) => (
              <Text span size="xs" fw={600} c={COLORS[state]}>
                {text.trade.scanStates[state]}
              </Text>
            ),
          },
        ]}
      />
    </div>
  )
}

function PageName({ page: { paper, sourceName, pageNumber, signature } }: { page: ScannedPage }) {
  const text = useText()
  return (
    <>
      <Text size="sm" fw={600} lh={1.3}>
        {paper ? [paper.documentNumber, paper.headOfHousehold].filter(Boolean).join(' – ') : text.scans.noPaper}
      </Text>
      <Text size="xs" lh={1.35} c="gray.7">
        {text.scans.from(sourceName, pageNumber)}
        {signature === 'looksEmpty' && ` · ${text.trade.signatureLooks.looksEmpty}`}
      </Text>
    </>
  )
}
