/** One list as it was frozen: its entries, its seal, and what may be done with it. */

import { Alert, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { GiftList } from '../../../../contract/campaigns.ts'
import type { Output } from '../../../../contract/contract.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { tellFailure } from '../../../../contract/wording/failure-wording.ts'
import { refuseApproval } from '../../../../domain/gift-list.ts'
import { type Refusal, refusal } from '../../../../domain/refusal.ts'
import { rolesWith } from '../../../../domain/role.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { JobProgress } from '../../../components/JobProgress.tsx'
import { type LineColumn, LineGrid } from '../../../components/LineGrid.tsx'
import { PrintDialog } from '../../../components/printing/PrintDialog.tsx'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useOfficeJob, useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import type { Text as Words } from '../../../text/texts.ts'
import classes from '../Campaigns.module.css'
import { ApproveDialog, DeclineDialog } from './DecideDialogs.tsx'

type Entry = Output<'giftLists.entries'>['entries'][number]

interface ListEntriesProps {
  list: GiftList
  office: OfficeDescription
}

export function ListEntries({ list, office }: ListEntriesProps) {
  const text = useText()
  const { data, error } = useOfficeQuery('giftLists.entries', { listId: list.listId })
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data) return null
  return (
    <div className={classes.entries}>
      <Group justify="space-between" wrap="nowrap" px="sm" py={4} gap="xs">
        <Seal sha256={list.sha256} isIntact={data.isIntact} />
        <PrintList list={list} />
      </Group>
      {list.state === 'drawnUp' && <Deciding list={list} office={office} />}
      <LineGrid
        label={text.giftLists.list}
        columns={columnsOf(data.entries, text)}
        lines={data.entries}
        keyOf={({ position }) => String(position)}
        takesFocus
      />
    </div>
  )
}

function Seal({ sha256, isIntact }: { sha256: string; isIntact: boolean }) {
  const text = useText().giftLists
  return (
    <Group gap={6} wrap="nowrap" miw={0} title={isIntact ? text.intactHint : text.broken}>
      <Text span c={isIntact ? STATE_COLORS.good : STATE_COLORS.bad} lh={1}>
        <Icon name={isIntact ? 'done' : 'warning'} />
      </Text>
      <Text size="sm" fw={600} c={isIntact ? STATE_COLORS.good : STATE_COLORS.bad} flex="none">
        {isIntact ? text.intact : text.broken}
      </Text>
      <Text size="xs" c="gray.7" truncate title={sha256}>
        {text.hash}: {sha256.slice(0, 16)}…
      </Text>
    </Group>
  )
}

function PrintList({ list }: { list: GiftList }) {
  const text = useText().giftLists
  const { run, isRunning, progress, cancel, pausing, failure } = useOfficeJob('papers.giftList')
  const [printed, setPrinted] = useState<Output<'papers.giftList'> | null>(null)
  async function print(): Promise<void> {
    const made = await run({ listId: list.listId })
    if (made) setPrinted(made)
  }
  return (
    <div className={classes.printing}>
      {isRunning && progress ? (
        <JobProgress progress={progress} onCancel={cancel} pausing={pausing} />
      ) : (
        <CommandButton
          size="compact-sm"
          variant="default"
          isRunning={isRunning}
          command={{ id: 'giftLists.print', keys: 'mod+P', label: text.print, run: () => void print() }}
        />
      )}
      <FailureAlert failure={failure} />
      <PrintDialog printed={printed} onClose={() => setPrinted(null)} />
    </div>
  )
}

/** Approving or sending back; who may not is told why before they try. */
function Deciding({ list, office }: ListEntriesProps) {
  const text = useText().giftLists
  const [dialog, setDialog] = useState<'approve' | 'decline' | null>(null)
  const close = () => setDialog(null)
  const refused = refuseDeciding(list, office)
  if (refused) return <WhyNot refusal={refused} />
  return (
    <Group px="sm" pb={6} gap="xs">
      <CommandButton
        command={{ id: 'giftLists.approve', keys: 'F8', label: text.approve, run: () => setDialog('approve') }}
      />
      <CommandButton
        variant="default"
        command={{ id: 'giftLists.decline', keys: 'F7', label: text.decline, run: () => setDialog('decline') }}
      />
      {dialog === 'approve' && <ApproveDialog list={list} onClose={close} />}
      {dialog === 'decline' && <DeclineDialog list={list} onClose={close} />}
    </Group>
  )
}

function WhyNot({ refusal: refused }: { refusal: Refusal }) {
  const { failures } = useText()
  const { what, next } = tellFailure(failures, { family: 'refused', refusal: refused })
  return (
    <Alert color="orange" variant="light" mx="sm" mb={6} p="xs" role="status">
      <Text size="sm" fw={600}>
        {what}
      </Text>
      <Text size="sm">{next}</Text>
    </Alert>
  )
}

function refuseDeciding(list: GiftList, { rights, person }: OfficeDescription): Refusal | null {
  if (!rights.includes('giftList.approve')) {
    return refusal('right.missing', { right: 'giftList.approve', roles: rolesWith('giftList.approve') })
  }
  return refuseApproval({ ...list, campaignName: '' }, person?.personId ?? '')
}

function columnsOf(entries: readonly Entry[], { giftLists, trade }: Words): LineColumn<Entry>[] {
  const { columns, actions } = giftLists
  const changes = entries.some(({ action, reason }) => action === 'withdraw' || reason !== null)
  const change: LineColumn<Entry>[] = [
    { name: 'action', header: columns.action, width: '64px', show: ({ action }) => actions[action] },
    { name: 'reason', header: columns.reason, width: 'minmax(70px, 1fr)', kind: 'wraps', show: ({ reason }) => reason },
  ]
  const category: LineColumn<Entry>[] = [
    {
      name: 'category',
      header: columns.category,
      width: 'minmax(70px, 1fr)',
      show: ({ household }) => household.category && trade.categories[household.category],
    },
  ]
  return [
    { name: 'position', header: columns.position, width: '36px', kind: 'figure', show: ({ position }) => position },
    {
      name: 'name',
      header: columns.name,
      width: 'minmax(120px, 1.4fr)',
      show: ({ household }) => household.headOfHousehold,
    },
    { name: 'hamlet', header: columns.hamlet, width: 'minmax(70px, 1fr)', show: ({ household }) => household.hamlet },
    { name: 'gift', header: columns.gift, width: 'minmax(80px, 1fr)', show: ({ giftPackageName }) => giftPackageName },
    ...(changes ? change : category),
  ]
}
