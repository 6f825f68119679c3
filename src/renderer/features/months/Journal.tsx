/** The journal: how long it is, what came last, and on asking whether it is one chain, with its newest rows. */

import { Alert, Loader, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { JournalRow } from '../../../contract/months.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { SideDialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount, showInstant } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import type { Text as Words } from '../../text/texts.ts'
import classes from './Months.module.css'

const MOST_SHOWN = 500

function wordsOf({ trade }: Words, { command }: JournalRow): string {
  const commands: Record<string, string> = trade.commands
  return commands[command] ?? command
}

/** What was done, by whom and when. */
function toldOf(text: Words, row: JournalRow): [string, string, string] {
  return [wordsOf(text, row), row.personName ?? text.components.unknown, showInstant(row.recordedAt)]
}

export function Journal() {
  const text = useText()
  const words = text.months.journal
  const [isOpen, journal] = useDisclosure(false)
  const { data } = useOfficeQuery('journal.page', { before: null, limit: 1 }, { keeps: true })
  const newest = data?.rows[0]
  return (
    <div className={classes.journal}>
      <Text size="sm" c="gray.8" truncate>
        {[data && words.rows(showCount(data.count)), newest && words.newest(...toldOf(text, newest))]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <CommandButton
        size="compact-sm"
        variant="default"
        command={{ id: 'months.journal', keys: 'mod+J', label: words.open, run: journal.open }}
      />
      <SideDialog opened={isOpen} onClose={journal.close} size={680} title={words.open}>
        <div className={classes.rows}>
          <JournalVerdict />
          <NewestRows />
        </div>
      </SideDialog>
    </div>
  )
}

/** Reads every row, so it is asked only while somebody looks. */
function JournalVerdict() {
  const text = useText().months.journal
  const { data, error } = useOfficeQuery('journal.verify', {})
  if (error) return <FailureAlert failure={error.failure} />
  if (!data) {
    return (
      <Text size="sm" role="status">
        <Loader size="xs" aria-hidden /> {text.checking}
      </Text>
    )
  }
  if (!data.firstBroken) {
    return (
      <Alert color="teal" p="xs" role="status" className={classes.fixed ?? ''}>
        <Text size="sm" fw={600} c={STATE_COLORS.good}>
          {text.good(showCount(data.rowCount))}
        </Text>
      </Alert>
    )
  }
  const { sequence, reason } = data.firstBroken
  return (
    <Alert color="red" p="xs" role="alert" title={text.broken(showCount(sequence))} className={classes.fixed ?? ''}>
      {text.reasons[reason]} {text.brokenNext}
    </Alert>
  )
}

function NewestRows() {
  const text = useText()
  const { columns: headers, mostRows, open } = text.months.journal
  const { data } = useOfficeQuery('journal.page', { before: null, limit: MOST_SHOWN }, { keeps: true })
  if (!data) return null
  const columns: readonly LineColumn<JournalRow>[] = [
    {
      name: 'sequence',
      header: headers.sequence,
      width: '56px',
      kind: 'figure',
      show: ({ sequence }) => showCount(sequence),
    },
    { name: 'at', header: headers.at, width: '128px', show: ({ recordedAt }) => showInstant(recordedAt) },
    {
      name: 'person',
      header: headers.person,
      width: 'minmax(110px, 1fr)',
      show: ({ personName }) => personName ?? text.components.unknown,
    },
    { name: 'did', header: headers.did, width: 'minmax(150px, 1.4fr)', show: (row) => wordsOf(text, row) },
    {
      name: 'hash',
      header: headers.hash,
      width: '86px',
      show: ({ hash }) => (
        <span className={classes.code} title={hash}>
          {hash.slice(0, 8)}
        </span>
      ),
    },
  ]
  return (
    <>
      <div className={classes.rowsList}>
        <LineGrid label={open} columns={columns} lines={data.rows} keyOf={({ sequence }) => String(sequence)} />
      </div>
      {data.count > data.rows.length && (
        <Text size="xs" c="gray.7">
          {mostRows(showCount(data.rows.length), showCount(data.count))}
        </Text>
      )}
    </>
  )
}
