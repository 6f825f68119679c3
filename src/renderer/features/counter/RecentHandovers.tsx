/** What was just handed over: printed again, voided with a reason, and the papers of the whole campaign. */

import { Group, SegmentedControl, Stack, Table, Title } from '@mantine/core'
import { useState } from 'react'
import type { Campaign, Handover } from '../../../contract/gifts.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeJob, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Counter.module.css'
import { PAPER_LAYOUTS, type PaperLayout, usePaperLayout } from './paper-layout.ts'
import { VoidHandoverDialog } from './VoidHandoverDialog.tsx'

const MOST_RECENT = 50

interface RecentHandoversProps {
  campaign: Campaign
  today: Day
  onDone: () => void
}

export function RecentHandovers({ campaign, today, onDone }: RecentHandoversProps) {
  const text = useText().counter
  const { campaignId } = campaign
  const { data } = useOfficeQuery('gifts.list', { campaignId, limit: MOST_RECENT }, { keeps: true })
  const [toVoid, setToVoid] = useState<Handover | null>(null)
  const handovers = data?.handovers ?? []
  const last = handovers.find(({ voidedOn }) => voidedOn === null)
  const closeVoid = (): void => {
    setToVoid(null)
    onDone()
  }
  return (
    <Stack gap={6} mt="xs" className={classes.finding ?? ''} flex={1}>
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Title order={2}>{text.recent}</Title>
        <LayoutChoice />
        <CommandButton
          ml="auto"
          size="compact-sm"
          variant="default"
          command={{
            id: 'counter.voidLast',
            keys: 'mod+Z',
            label: text.voidLast,
            isDisabled: !last,
            yieldsToFields: true,
            run: () => setToVoid(last ?? null),
          }}
        />
      </Group>
      <HandoverTable handovers={handovers} />
      <CampaignPapers campaignId={campaignId} last={last} />
      {toVoid && <VoidHandoverDialog handover={toVoid} today={today} onClose={closeVoid} />}
    </Stack>
  )
}

function LayoutChoice() {
  const { layout: text } = useText().counter
  const [layout, setLayout] = usePaperLayout()
  return (
    <SegmentedControl<PaperLayout>
      size="xs"
      aria-label={text.label}
      value={layout}
      onChange={setLayout}
      data={PAPER_LAYOUTS.map((value) => ({ value, label: text[value] }))}
    />
  )
}

/** The last receipt again, all receipts, and the list everybody signs. */
function CampaignPapers({ campaignId, last }: { campaignId: string; last: Handover | undefined }) {
  const text = useText().counter
  const receipts = useOfficeJob('papers.receipts')
  const signOff = useOfficeJob('papers.signOffList')
  const [layout] = usePaperLayout()
  const running = receipts.isRunning ? receipts : signOff.isRunning ? signOff : null

  async function printReceipts(handoverIds: string[] | null): Promise<void> {
    const printed = await receipts.run({ campaignId, handoverIds, layout })
    if (printed) await window.shell.openPaper(printed.file)
  }
  async function printSignOffList(): Promise<void> {
    const printed = await signOff.run({ campaignId })
    if (printed) await window.shell.openPaper(printed.file)
  }
  const printLast = () => void (last && printReceipts([last.handoverId]))
  const papers = [
    { id: 'counter.reprint', keys: 'mod+P', label: text.reprint, run: printLast },
    { id: 'counter.printAll', keys: 'mod+B', label: text.allReceipts, run: () => void printReceipts(null) },
    { id: 'counter.signOff', keys: 'mod+L', label: text.signOffList, run: () => void printSignOffList() },
  ]
  return (
    <>
      <FailureAlert failure={receipts.failure ?? signOff.failure} />
      {running && <JobProgress progress={running.progress} onCancel={running.cancel} />}
      <Group gap={6} wrap="nowrap">
        {papers.map((command) => (
          <CommandButton
            key={command.id}
            size="compact-sm"
            variant="default"
            command={{ ...command, isDisabled: !last || running !== null }}
          />
        ))}
      </Group>
    </>
  )
}

function HandoverTable({ handovers }: { handovers: readonly Handover[] }) {
  const { columns, recent, voided } = useText().counter
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section className={classes.recent} tabIndex={0} aria-label={recent}>
      <Table fz="sm" verticalSpacing={3} horizontalSpacing={8} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.document}</Table.Th>
            <Table.Th>{columns.on}</Table.Th>
            <Table.Th>{columns.name}</Table.Th>
            <Table.Th className={classes.hamlet ?? ''}>{columns.hamlet}</Table.Th>
            <Table.Th ta="right">{columns.value}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {handovers.map((handover) => (
            <Table.Tr
              key={handover.handoverId}
              className={handover.voidedOn ? (classes.voided ?? '') : ''}
              title={handover.voidedOn ? `${voided(formatDay(handover.voidedOn))}: ${handover.voidReason}` : ''}
            >
              <Table.Td className={classes.nowrap ?? ''}>{handover.documentNumber}</Table.Td>
              <Table.Td>{formatDay(handover.handedOverOn)}</Table.Td>
              <Table.Td>{handover.headOfHousehold}</Table.Td>
              <Table.Td className={classes.hamlet ?? ''}>{handover.hamlet}</Table.Td>
              <Table.Td ta="right" className={classes.nowrap ?? ''}>
                {showAmount(handover.valueDong)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
