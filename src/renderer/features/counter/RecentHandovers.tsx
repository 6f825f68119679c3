/** What was just handed over: printed again, voided with a reason, and the papers of the whole campaign. */

import { Group, SegmentedControl, Stack, Table, Text, Textarea, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { JobName, Output } from '../../../contract/contract.ts'
import type { Campaign, Handover } from '../../../contract/gifts.ts'
import type { PrintedPapers } from '../../../contract/papers.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { showAmount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { type RunningJob, useOfficeCommand, useOfficeJob, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.tsx'
import classes from './Counter.module.css'
import { type PaperLayout, usePaperLayout } from './paper-layout.ts'

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
  const receipts = useOfficeJob('papers.receipts')
  const signOff = useOfficeJob('papers.signOffList')
  const [layout, setLayout] = usePaperLayout()
  const [toVoid, setToVoid] = useState<Handover | null>(null)
  const handovers = data?.handovers ?? []
  const last = handovers.find(({ voidedOn }) => voidedOn === null)

  const show = async (made: Promise<PrintedPapers | null>): Promise<void> => {
    const printed = await made
    if (printed) await window.shell.openPaper(printed.file)
  }
  const print = (handoverIds: string[] | null) => void show(receipts.run({ campaignId, handoverIds, layout }))
  const running: RunningJob<JobName> | undefined = [receipts, signOff].find(({ isRunning }) => isRunning)
  const closeVoid = (): void => {
    setToVoid(null)
    onDone()
  }
  return (
    <Stack gap={6} mt="sm" className={classes.finding ?? ''} flex={1}>
      <Group gap={6} justify="space-between">
        <Title order={2}>{text.recent}</Title>
        <Group gap={6}>
          <CommandButton
            size="compact-sm"
            variant="default"
            command={{
              id: 'counter.reprint',
              keys: 'mod+P',
              label: text.reprint,
              isDisabled: !last,
              run: () => last && print([last.handoverId]),
            }}
          />
          <CommandButton
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
      </Group>
      <FailureAlert failure={receipts.failure ?? signOff.failure} />
      {running && <JobProgress progress={running.progress} onCancel={running.cancel} />}
      <HandoverTable handovers={handovers} />
      <Group gap={6}>
        <SegmentedControl<PaperLayout>
          size="xs"
          aria-label={text.layout.label}
          value={layout}
          onChange={setLayout}
          data={[
            { value: 'A5TwoUp', label: text.layout.A5TwoUp },
            { value: 'A4', label: text.layout.A4 },
          ]}
        />
        <CommandButton
          size="compact-sm"
          variant="default"
          isRunning={receipts.isRunning}
          command={{
            id: 'counter.printAll',
            keys: 'mod+B',
            label: text.allReceipts,
            isDisabled: !last,
            run: () => print(null),
          }}
        />
        <CommandButton
          size="compact-sm"
          variant="default"
          isRunning={signOff.isRunning}
          command={{
            id: 'counter.signOff',
            keys: 'mod+L',
            label: text.signOffList,
            isDisabled: !last,
            run: () => void show(signOff.run({ campaignId })),
          }}
        />
      </Group>
      {toVoid && <VoidDialog handover={toVoid} today={today} onClose={closeVoid} />}
    </Stack>
  )
}

function HandoverTable({ handovers }: { handovers: readonly Handover[] }) {
  const text = useText().counter
  const { columns } = text
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <div className={classes.recent} tabIndex={0} role="region" aria-label={text.recent}>
      <Table fz="sm" verticalSpacing={3} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.document}</Table.Th>
            <Table.Th>{columns.on}</Table.Th>
            <Table.Th>{columns.name}</Table.Th>
            <Table.Th>{columns.hamlet}</Table.Th>
            <Table.Th ta="right">{columns.value}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {handovers.map((handover) => (
            <Table.Tr
              key={handover.handoverId}
              className={handover.voidedOn ? (classes.voided ?? '') : ''}
              title={handover.voidReason ?? ''}
            >
              <Table.Td>{handover.documentNumber}</Table.Td>
              <Table.Td>{formatDay(handover.handedOverOn)}</Table.Td>
              <Table.Td>{handover.headOfHousehold}</Table.Td>
              <Table.Td>{handover.hamlet}</Table.Td>
              <Table.Td ta="right">{showAmount(handover.valueDong)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function VoidDialog({ handover, today, onClose }: { handover: Handover; today: Day; onClose: () => void }) {
  const text = useText()
  const { run, isRunning, failure } = useOfficeCommand('gifts.void')
  const [reason, setReason] = useState('')
  const [voidedOn, setVoidedOn] = useState<string>(today)
  const errors = fieldErrors(text, failure)

  async function doVoid(): Promise<void> {
    const voided: Output<'gifts.void'> | null = await run({
      handoverId: handover.handoverId,
      voidedOn: voidedOn as Day,
      reason,
    })
    if (!voided) return
    notifications.show({ message: text.counter.voidDone(voided.documentNumber) })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={text.counter.voidTitle(handover.documentNumber)}>
      <FormFlow onSubmit={() => void doVoid()}>
        <Stack gap="sm">
          <Text size="sm">{text.counter.voidText(handover.headOfHousehold)}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <Textarea
            label={text.components.reason}
            withAsterisk
            data-autofocus
            value={reason}
            error={errors['reason']}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DayInput
            label={text.counter.voidOn}
            value={voidedOn}
            today={today}
            error={errors['voidedOn']}
            onChange={setVoidedOn}
          />
          <Group justify="flex-end">
            <CommandButton
              color="red.8"
              isRunning={isRunning}
              command={{ id: 'counter.void', keys: 'mod+S', label: text.counter.voidDo, run: () => void doVoid() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
