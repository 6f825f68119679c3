/** The card of the household at the counter: what it gets, who takes it, and in red why it gets nothing. */

import { Badge, Group, SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import type { Input } from '../../../contract/contract.ts'
import type { Campaign } from '../../../contract/gifts.ts'
import { isDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useCommands } from '../../commands/registry.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeCommand, useOfficeJob, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.tsx'
import classes from './Counter.module.css'
import { usePaperLayout } from './paper-layout.ts'

interface HouseholdCardProps {
  campaign: Campaign
  householdId: string
  handedOverOn: string
  onLeave: () => void
}

type Recipient = Input<'gifts.handOver'>['recipient']

export function HouseholdCard({ campaign, householdId, handedOverOn, onLeave }: HouseholdCardProps) {
  const text = useText()
  const { campaignId, giftPackages } = campaign
  const card = useOfficeQuery('gifts.card', isDay(handedOverOn) ? { campaignId, householdId, handedOverOn } : null, {
    keeps: true,
  })
  const handOver = useOfficeCommand('gifts.handOver')
  const print = useOfficeJob('papers.receipts')
  const [layout] = usePaperLayout()
  const [giftPackageId, setGiftPackageId] = useState(giftPackages[0]?.giftPackageId ?? '')
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'headOfHousehold' })
  const proxyName = useRef<HTMLInputElement>(null)
  const isProxy = recipient.kind === 'proxy'

  const switchRecipient = () =>
    setRecipient(isProxy ? { kind: 'headOfHousehold' } : { kind: 'proxy', fullName: '', relation: '', paper: '' })
  useEffect(() => {
    if (isProxy) proxyName.current?.focus()
  }, [isProxy])

  async function give(isPrinted: boolean): Promise<void> {
    if (!isDay(handedOverOn)) return
    const given = await handOver.run({ campaignId, giftPackageId, householdId, handedOverOn, recipient })
    if (!given) return
    const name = card.data?.household.headOfHousehold ?? ''
    notifications.show({ message: text.counter.done(given.documentNumber, name), color: 'teal' })
    if (isPrinted) {
      const printed = await print.run({ campaignId, handoverIds: [given.handoverId], layout })
      if (!printed) return
      await window.shell.openPaper(printed.file)
    }
    onLeave()
  }

  const refusal = handOver.isRunning || print.isRunning ? null : (card.data?.refusal ?? null)
  const canGive = card.data !== undefined && refusal === null && isDay(handedOverOn)
  useCommands([
    { id: 'counter.recipient', keys: 'F4', label: text.counter.switchRecipient, run: switchRecipient },
    { id: 'counter.leave', keys: 'Escape', label: text.components.close, run: onLeave },
  ])
  if (!card.data) return <FailureAlert failure={card.error?.failure} />
  return (
    <Stack gap="sm">
      <Who household={card.data.household} addressText={card.data.addressText} />
      {refusal && (
        <FailureAlert
          failure={{ family: 'refused', refusal }}
          title={text.counter.cannotGive}
          variant="filled"
          color="red.8"
        />
      )}
      {!refusal && (
        <>
          <Group align="flex-end" gap="sm">
            <Select
              flex={1}
              label={text.counter.giftPackage}
              data={giftPackages.map(({ giftPackageId: value, name, valueDong }) => ({
                value,
                label: `${name} – ${showAmount(valueDong)}`,
              }))}
              value={giftPackageId}
              allowDeselect={false}
              onChange={(id) => id && setGiftPackageId(id)}
            />
            <SegmentedControl
              aria-label={text.counter.recipient}
              value={recipient.kind}
              onChange={switchRecipient}
              data={[
                { value: 'headOfHousehold', label: text.counter.head },
                { value: 'proxy', label: `${text.counter.proxy} (F4)` },
              ]}
            />
          </Group>
          {isProxy && (
            <SimpleGrid cols={2} spacing="xs">
              <TextInput
                ref={proxyName}
                label={text.counter.proxyName}
                withAsterisk
                autoComplete="off"
                spellCheck={false}
                value={recipient.fullName}
                onChange={(event) => setRecipient({ ...recipient, fullName: event.currentTarget.value })}
              />
              <TextInput
                label={text.counter.proxyRelation}
                withAsterisk
                autoComplete="off"
                value={recipient.relation}
                onChange={(event) => setRecipient({ ...recipient, relation: event.currentTarget.value })}
              />
              <TextInput
                label={text.counter.proxyPaper}
                autoComplete="off"
                value={recipient.paper ?? ''}
                onChange={(event) => setRecipient({ ...recipient, paper: event.currentTarget.value })}
              />
            </SimpleGrid>
          )}
        </>
      )}
      <FailureAlert failure={handOver.failure ?? print.failure} />
      {print.isRunning && <JobProgress progress={print.progress} onCancel={print.cancel} />}
      <Group gap="sm">
        <CommandButton
          size="md"
          isRunning={handOver.isRunning || print.isRunning}
          command={{
            id: 'counter.giveAndPrint',
            keys: 'F9',
            label: text.counter.handOverAndPrint,
            run: () => void give(true),
            isDisabled: !canGive,
          }}
        />
        <CommandButton
          size="md"
          variant="default"
          command={{
            id: 'counter.give',
            keys: 'F8',
            label: text.counter.handOverOnly,
            run: () => void give(false),
            isDisabled: !canGive || handOver.isRunning,
          }}
        />
      </Group>
    </Stack>
  )
}

type CardHousehold = NonNullable<ReturnType<typeof useOfficeQuery<'gifts.card'>>['data']>['household']

function Who({ household, addressText }: { household: CardHousehold; addressText: string | null }) {
  const { trade } = useText()
  const { headOfHousehold, birthYear, maskedCitizenId, customerCode, hamlet, communeName, category, memberCount } =
    household
  const place = [hamlet, communeName].filter(Boolean).join(', ') || addressText
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <h2 className={classes.name}>{headOfHousehold}</h2>
        {category && (
          <Badge size="lg" variant="light">
            {trade.categories[category]}
          </Badge>
        )}
      </Group>
      <Text size="sm">{place}</Text>
      <Text size="sm" c="gray.7">
        {[
          birthYear && `${trade.householdFields.birthYear}: ${birthYear}`,
          maskedCitizenId && `CCCD: ${maskedCitizenId}`,
          customerCode && `${trade.householdFields.customerCode}: ${customerCode}`,
          memberCount !== null && `${trade.householdFields.memberCount}: ${memberCount}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  )
}
