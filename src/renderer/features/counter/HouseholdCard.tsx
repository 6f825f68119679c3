/** The card of the household at the counter: what it gets, who takes it, and in red why it gets nothing. */

import { Badge, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../contract/contract.ts'
import type { Campaign } from '../../../contract/gifts.ts'
import { isDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useCommands } from '../../commands/registry.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Counter.module.css'
import { GiftChoice, type Recipient } from './GiftChoice.tsx'
import { useHandOver } from './hand-over.ts'

interface HouseholdCardProps {
  campaign: Campaign
  householdId: string
  handedOverOn: string
  onLeave: () => void
}

export function HouseholdCard({ campaign, householdId, handedOverOn, onLeave }: HouseholdCardProps) {
  const text = useText()
  const { campaignId, giftPackages } = campaign
  const asked = isDay(handedOverOn) ? { campaignId, householdId, handedOverOn } : null
  const card = useOfficeQuery('gifts.card', asked, { keeps: true })
  const [giftPackageId, setGiftPackageId] = useState(giftPackages[0]?.giftPackageId ?? '')
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'headOfHousehold' })
  const { handOver, print, isRunning, give } = useHandOver(onLeave)
  useCommands([{ id: 'counter.leave', keys: 'Escape', label: text.components.close, run: onLeave }])

  if (!card.data) return <FailureAlert failure={card.error?.failure} />
  const { household, addressText } = card.data
  // While the gift is being written the card already says "given": to the clerk that is no refusal.
  const refusal = isRunning ? null : card.data.refusal
  const canGive = refusal === null && asked !== null && !isRunning
  const giveNow = (isPrinted: boolean) => {
    if (asked) void give({ ...asked, giftPackageId, recipient }, household.headOfHousehold, isPrinted)
  }
  const giveAndPrint = () => giveNow(true)
  const giveOnly = () => giveNow(false)
  const { handOverAndPrint, handOverOnly, cannotGive } = text.counter
  return (
    <Stack gap="sm">
      <Who household={household} addressText={addressText} />
      {refusal ? (
        <FailureAlert failure={{ family: 'refused', refusal }} title={cannotGive} />
      ) : (
        <GiftChoice
          giftPackages={giftPackages}
          giftPackageId={giftPackageId}
          recipient={recipient}
          failure={handOver.failure}
          onPackage={setGiftPackageId}
          onRecipient={setRecipient}
        />
      )}
      {handOver.failure?.family !== 'invalid-input' && <FailureAlert failure={handOver.failure} />}
      <FailureAlert failure={print.failure} />
      {print.isRunning && <JobProgress progress={print.progress} onCancel={print.cancel} />}
      <Group gap="sm" className={classes.actions ?? ''}>
        <CommandButton
          size="md"
          command={{
            id: 'counter.print',
            keys: 'F9',
            label: handOverAndPrint,
            run: giveAndPrint,
            isDisabled: !canGive,
          }}
        />
        <CommandButton
          size="md"
          variant="default"
          command={{ id: 'counter.give', keys: 'F8', label: handOverOnly, run: giveOnly, isDisabled: !canGive }}
        />
      </Group>
    </Stack>
  )
}

function Who({ household, addressText }: Pick<Output<'gifts.card'>, 'household' | 'addressText'>) {
  const text = useText()
  const { trade } = text
  const { birthYear, maskedCitizenId, customerCode, hamlet, communeName, category, memberCount } = household
  const { householdFields } = trade
  const place = [hamlet, communeName].filter(Boolean).join(', ') || addressText
  const facts = [
    birthYear && `${householdFields.birthYear}: ${birthYear}`,
    maskedCitizenId && `${text.households.columns.citizenId}: ${maskedCitizenId}`,
    customerCode && `${text.households.columns.customerCode}: ${customerCode}`,
    memberCount !== null && `${householdFields.memberCount}: ${memberCount}`,
  ]
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <h2 className={classes.name}>{household.headOfHousehold}</h2>
        {category && (
          <Badge size="lg" variant="light" tt="none" className={classes.category ?? ''}>
            {trade.categories[category]}
          </Badge>
        )}
      </Group>
      <Text size="sm">{place}</Text>
      <Text size="sm" c="gray.7">
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </div>
  )
}
