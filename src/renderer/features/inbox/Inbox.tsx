/** Gói nhận: what the offices of a company sent, month by month, what is missing, and whom two of them helped. */

import { Alert, Group, List, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '../../../contract/contract.ts'
import { formatPeriod, type Period } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { Conflicts } from './Conflicts.tsx'
import classes from './Inbox.module.css'
import { KeyDialog } from './KeyDialog.tsx'
import { type InboxMonth, MonthOffices } from './MonthOffices.tsx'
import { TakeInDialog } from './TakeInDialog.tsx'

const route = getRouteApi('/inbox')

type Overview = Output<'inbox.overview'>

export function Inbox() {
  const text = useText().inbox
  const { period } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data, error } = useOfficeQuery('inbox.overview', {})
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data || !office) return null
  const { months } = data
  const month = months.find((one) => one.period === period) ?? months[0]
  const mayTakeIn = office.rights.includes('package.takeIn')
  return (
    <section className={classes.screen} aria-labelledby="inbox-title">
      <Group justify="space-between" wrap="nowrap">
        <Title order={1} id="inbox-title">
          {text.title}
        </Title>
        <Actions mayTakeIn={mayTakeIn} mayTakeInKeys={office.rights.includes('people.manage')} />
      </Group>
      {month ? (
        <div className={classes.columns}>
          <div className={classes.list}>
            <MonthList
              months={months}
              chosen={month.period}
              onChoose={(next) => void navigate({ search: { period: next }, replace: true })}
            />
          </div>
          <div className={classes.panel}>
            <MonthTitle month={month} overview={data} />
            <MonthOffices month={month} />
            <Missing overview={data} />
            <Conflicts period={month.period} hasKey={data.programmeKey !== null} mayWrite={mayTakeIn} />
          </div>
        </div>
      ) : (
        <EmptyNote title={text.none} next={mayTakeIn ? text.noneNext : text.noneForClerk} />
      )}
    </section>
  )
}

function Actions({ mayTakeIn, mayTakeInKeys }: { mayTakeIn: boolean; mayTakeInKeys: boolean }) {
  const text = useText().inbox
  const { files = [] } = route.useSearch()
  const navigate = route.useNavigate()
  const [keyPath, setKeyPath] = useState<string | null>(null)
  const look = (paths: readonly string[]) =>
    void navigate({ search: (view) => ({ ...view, files: paths.length > 0 ? [...paths] : undefined }), replace: true })
  const choosePackages = async () => look(await window.shell.chooseFiles('package'))
  const chooseKey = async () => setKeyPath(await window.shell.chooseFile('key'))
  return (
    <Group gap="xs" wrap="nowrap">
      {mayTakeInKeys && (
        <CommandButton
          variant="default"
          command={{ id: 'inbox.takeInKey', keys: 'F7', label: text.takeInKey, run: () => void chooseKey() }}
        />
      )}
      {mayTakeIn && (
        <CommandButton
          command={{ id: 'inbox.takeIn', keys: 'mod+O', label: text.takeIn, run: () => void choosePackages() }}
        />
      )}
      {!mayTakeIn && files.length > 0 && (
        <Text size="sm" role="alert">
          {text.noneForClerk}
        </Text>
      )}
      {mayTakeIn && files.length > 0 && <TakeInDialog paths={files} onClose={() => look([])} />}
      {keyPath && <KeyDialog path={keyPath} onClose={() => setKeyPath(null)} />}
    </Group>
  )
}

interface MonthListProps {
  months: readonly InboxMonth[]
  chosen: Period
  onChoose: (period: Period) => void
}

function MonthList({ months, chosen, onChoose }: MonthListProps) {
  const text = useText().inbox
  const columns: readonly LineColumn<InboxMonth>[] = [
    {
      name: 'month',
      header: text.columns.month,
      width: 'minmax(76px, 1fr)',
      show: ({ period }) => <strong>{formatPeriod(period)}</strong>,
    },
    {
      name: 'received',
      header: text.columns.received,
      width: '62px',
      kind: 'figure',
      show: ({ receivedCount }) => showCount(receivedCount),
    },
    {
      name: 'missing',
      header: text.columns.missing,
      width: '44px',
      kind: 'figure',
      show: ({ missingCount }) =>
        missingCount > 0 && (
          <Text span size="sm" fw={600} c={STATE_COLORS.bad}>
            {showCount(missingCount)}
          </Text>
        ),
    },
  ]
  return (
    <LineGrid
      label={text.months}
      columns={columns}
      lines={months}
      keyOf={({ period }) => period}
      startKey={chosen}
      takesFocus
      onMove={({ period }) => onChoose(period)}
    />
  )
}

function MonthTitle({ month, overview }: { month: InboxMonth; overview: Overview }) {
  const text = useText().inbox
  const { period, receivedCount, missingCount } = month
  const { programmeKey, officeKeys } = overview
  return (
    <Group justify="space-between" gap="xs">
      <Title order={2} size="h4">
        {text.monthTitle(formatPeriod(period))}
      </Title>
      <Text size="sm">{text.receivedOf(showCount(receivedCount), showCount(receivedCount + missingCount))}</Text>
      <Text size="xs" c="gray.7">
        {programmeKey === null ? text.key.none : text.key.inUse(programmeKey)} ·{' '}
        {text.key.offices(showCount(officeKeys.length))}
      </Text>
    </Group>
  )
}

/** Of all months: what was written and never came, and offices that began anew. */
function Missing({ overview: { missingSequences, newLedgers } }: { overview: Overview }) {
  const text = useText().inbox
  if (missingSequences.length + newLedgers.length === 0) return null
  return (
    <Alert color="yellow" p="xs" role="status">
      <List size="sm">
        {missingSequences.map(({ officeId, ledgerId, first, last }) => (
          <List.Item key={`${ledgerId} ${first}`}>{text.sequences(officeId, first, last)}</List.Item>
        ))}
        {newLedgers.map(({ officeId, count }) => (
          <List.Item key={officeId}>{text.newLedger(officeId, count)}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
