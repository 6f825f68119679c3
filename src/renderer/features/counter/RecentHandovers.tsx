/** What was handed over last, with its papers: the last receipt again, all of them, and the list everybody signs. */

import { Group, SegmentedControl, Stack, Table, Title, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Campaign } from '../../../contract/campaigns.ts'
import type { DistributionEvent } from '../../../contract/distributions.ts'
import type { Handover } from '../../../contract/gifts.ts'
import type { OfficeDescription } from '../../../contract/office.ts'
import type { PrintedPapers } from '../../../contract/papers.ts'
import { formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { PrintDialog } from '../../components/printing/PrintDialog.tsx'
import { useOfficeJob } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Counter.module.css'
import { PAPER_LAYOUTS, type PaperLayout, usePaperLayout } from './paper-layout.ts'
import type { ReceiptPrinting } from './receipt-printing.ts'
import { useRecent } from './use-recent.ts'

interface RecentHandoversProps {
  campaign: Campaign
  event: DistributionEvent | null
  rights: OfficeDescription['rights']
  printing: ReceiptPrinting
  onVoid: (handover: Handover) => void
  onOpen: (handover: Handover) => void
}

export function RecentHandovers({ campaign, event, rights, printing, onVoid, onOpen }: RecentHandoversProps) {
  const text = useText().counter
  const handovers = useRecent(campaign, event)?.handovers ?? []
  const last = handovers.find(({ voidedOn }) => voidedOn === null)
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
            isDisabled: !last || !rights.includes('gift.void'),
            yieldsToFields: true,
            run: () => last && onVoid(last),
          }}
        />
      </Group>
      <HandoverTable handovers={handovers} onOpen={onOpen} />
      <CampaignPapers campaign={campaign} event={event} last={last} printing={printing} />
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

interface CampaignPapersProps extends Pick<RecentHandoversProps, 'campaign' | 'event' | 'printing'> {
  last: Handover | undefined
}

function CampaignPapers({ campaign, event, last, printing }: CampaignPapersProps) {
  const text = useText().counter
  const { campaignId } = campaign
  const receipts = useOfficeJob('papers.receipts')
  const signOff = useOfficeJob('papers.signOffList')
  const [layout] = usePaperLayout()
  const [toPrint, setToPrint] = useState<PrintedPapers | null>(null)
  const running = receipts.isRunning ? receipts : signOff.isRunning ? signOff : null

  async function printReceipts(): Promise<void> {
    const eventId = event?.eventId ?? null
    const printed = await receipts.run({
      campaignId,
      eventId,
      receiptIds: null,
      fromNumber: null,
      toNumber: null,
      layout,
    })
    if (printed) setToPrint(printed)
  }
  async function printSignOffList(): Promise<void> {
    const printed = await signOff.run({ campaignId })
    if (printed) setToPrint(printed)
  }
  const reprint = () => last && printing.print(campaignId, last.receiptId)
  const papers = [
    { id: 'counter.reprint', keys: 'mod+P', label: text.reprint, run: reprint },
    { id: 'counter.printAll', keys: 'mod+B', label: text.allReceipts, run: () => void printReceipts() },
    { id: 'counter.signOff', keys: 'mod+L', label: text.signOffList, run: () => void printSignOffList() },
  ]
  return (
    <>
      <FailureAlert failure={receipts.failure ?? signOff.failure} />
      {running && (
        <JobProgress
          progress={running.progress}
          onCancel={running.cancel}
          {...(running === receipts ? { pausing: receipts.pausing } : {})}
        />
      )}
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
      <PrintDialog printed={toPrint} onClose={() => setToPrint(null)} />
    </>
  )
}

function HandoverTable({
  handovers,
  onOpen,
}: Pick<RecentHandoversProps, 'onOpen'> & { handovers: readonly Handover[] }) {
  const { columns, recent, voided, openCard } = useText().counter
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
              <Table.Td>
                <UnstyledButton
                  className={classes.open ?? ''}
                  title={openCard(handover.headOfHousehold)}
                  onClick={() => onOpen(handover)}
                >
                  {handover.headOfHousehold}
                </UnstyledButton>
              </Table.Td>
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
