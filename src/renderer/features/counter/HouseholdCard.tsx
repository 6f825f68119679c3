/** The card of the household at the counter: what it gets, who takes it, and in red why it gets nothing. */

import { Badge, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Campaign } from '../../../contract/campaigns.ts'
import type { Output } from '../../../contract/contract.ts'
import type { DistributionEvent } from '../../../contract/distributions.ts'
import type { Handover } from '../../../contract/gifts.ts'
import type { OfficeDescription } from '../../../contract/office.ts'
import { isDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useCommands } from '../../commands/registry.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { type Recipient, RecipientChoice } from '../../components/RecipientChoice.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Counter.module.css'
import { GiftChoice } from './GiftChoice.tsx'
import { giftToGive, receiptFor, type ScannedReceipt } from './gift-to-give.ts'
import { HouseholdHandovers } from './HouseholdHandovers.tsx'
import type { Giving } from './hand-over.ts'
import { OverruleDialog } from './OverruleDialog.tsx'
import type { ReceiptPrinting } from './receipt-printing.ts'

interface HouseholdCardProps {
  campaign: Campaign
  event: DistributionEvent | null
  householdId: string
  handedOverOn: string
  receipt: ScannedReceipt | null
  giving: Giving
  printing: ReceiptPrinting
  rights: OfficeDescription['rights']
  onVoid: (handover: Handover) => void
  onLeave: () => void
}

export function HouseholdCard(props: HouseholdCardProps) {
  const { campaign, event, householdId, handedOverOn, onLeave } = props
  const text = useText()
  const place = { campaignId: campaign.campaignId, eventId: event?.eventId ?? null }
  const asked = isDay(handedOverOn) ? { ...place, householdId, handedOverOn } : null
  const { data: card, error } = useOfficeQuery('gifts.card', asked, { keeps: true })
  useCommands([{ id: 'counter.leave', keys: 'Escape', label: text.components.close, run: onLeave }])
  if (!card) return <FailureAlert failure={error?.failure} />
  return (
    <Stack gap={8}>
      <Who household={card.household} addressText={card.addressText} />
      <Serving {...props} card={card} asked={asked} />
      <HouseholdHandovers {...props} handovers={card.handovers} />
    </Stack>
  )
}

interface ServingProps extends HouseholdCardProps {
  card: Output<'gifts.card'>
  /** Null while the day is none. */
  asked: { campaignId: string; householdId: string; handedOverOn: CardDay; eventId: string | null } | null
}
type CardDay = Handover['handedOverOn']

function Serving({ card, asked, receipt, giving, rights }: ServingProps) {
  const text = useText().counter
  const { gifts, household, members } = card
  const { handOver, give } = giving
  const [chosenId, setChosenId] = useState<string>()
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'headOfHousehold' })
  const [isOverruling, setOverruling] = useState(false)
  const gift = giftToGive(gifts, receipt, chosenId)
  if (!gift) return null
  // While the gift is being written the card already says "given": to the clerk that is no refusal.
  const refusal = handOver.isRunning ? null : gift.refusal
  const mayGive = rights.includes('gift.handOver') && asked !== null && !handOver.isRunning
  const mayOverrule = gift.isOverrulable && rights.includes('gift.overrule') && mayGive
  const giveNow = async (isToPrint: boolean, overruledBecause: string | null) => {
    if (!asked) return false
    const paper = { receiptId: receiptFor(gift, receipt), overruledBecause }
    const whole = { ...asked, giftPackageId: gift.giftPackageId, recipient, ...paper }
    return give(whole, household.headOfHousehold, isToPrint)
  }
  const isDisabled = refusal !== null || !mayGive
  const isSpare = receipt?.household === null
  const firstLabel = gift.receipt ? text.handOverOnKitReceipt : isSpare ? text.handOverOnSpare : text.handOverAndPrint
  const first = { id: 'counter.print', keys: 'F9', label: firstLabel, run: () => void giveNow(true, null), isDisabled }
  const only = { id: 'counter.give', keys: 'F8', label: text.handOverOnly, run: () => void giveNow(false, null) }
  return (
    <>
      <GiftChoice gifts={gifts} gift={gift} onGift={setChosenId} />
      {refusal ? (
        <FailureAlert failure={{ family: 'refused', refusal }} p="xs" />
      ) : (
        <FormFlow onSubmit={first.run}>
          <RecipientChoice {...{ recipient, members }} failure={handOver.failure} onRecipient={setRecipient} />
        </FormFlow>
      )}
      {handOver.failure?.family !== 'invalid-input' && !isOverruling && <FailureAlert failure={handOver.failure} />}
      <Group gap="sm" className={classes.actions ?? ''}>
        {!mayOverrule && <CommandButton size="md" px="sm" command={first} />}
        {!refusal && <CommandButton size="md" px="sm" variant="default" command={{ ...only, isDisabled }} />}
        {mayOverrule && (
          <CommandButton
            size="md"
            px="sm"
            color="red.9"
            variant="outline"
            command={{
              id: 'counter.overrule',
              keys: 'mod+Enter',
              label: text.overrule,
              run: () => setOverruling(true),
            }}
          />
        )}
      </Group>
      {isOverruling && (
        <OverruleDialog
          giving={giving}
          headOfHousehold={household.headOfHousehold}
          giftName={gift.name}
          refusal={gift.refusal}
          onClose={() => setOverruling(false)}
          give={(reason) => giveNow(true, reason)}
        />
      )}
    </>
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
