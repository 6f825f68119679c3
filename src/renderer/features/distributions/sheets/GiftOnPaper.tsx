/** Booking the gift that was handed over on one printed paper: which gift, when, and who took it. */

import { Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../../../contract/contract.ts'
import type { DistributionEvent, Sheet } from '../../../../contract/distributions.ts'
import type { Failure } from '../../../../contract/failure.ts'
import type { CardGift } from '../../../../contract/gifts.ts'
import type { HouseholdLine } from '../../../../contract/households.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { isDay } from '../../../../domain/day.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { DayInput } from '../../../components/DayInput.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow } from '../../../components/FormFlow.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { showAmount } from '../../../components/formats.ts'
import { type Recipient, RecipientChoice } from '../../../components/RecipientChoice.tsx'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

export interface Booking {
  run: (gift: Input<'gifts.handOver'>) => Promise<{ documentNumber: string } | null>
  isRunning: boolean
  failure: Failure | null
}

interface GiftOnPaperProps {
  event: DistributionEvent
  office: OfficeDescription
  sheet: Sheet
  household: HouseholdLine
  label: string
  /** How it is booked: handed over by itself, or in the place of another household. */
  booking: Booking
  onGiven: (given: { documentNumber: string }) => void
}

export function GiftOnPaper(props: GiftOnPaperProps) {
  const { office, label } = props
  const { single } = useText().distributions
  const giving = useGivingOnPaper(props)
  const { on, setOn, gifts, gift, mayOverrule, give, isRunning, failure, errors } = giving
  return (
    <FormFlow onSubmit={() => void give()}>
      <Stack gap="sm">
        <FailureAlert failure={giving.otherFailure} />
        {gifts.length > 1 && <GiftRadios gifts={gifts} chosen={gift} onChoose={giving.chooseGift} />}
        {gifts.length === 1 && gift && (
          <Text size="sm">
            {gift.name} · {showAmount(gift.valueDong)}
          </Text>
        )}
        {gift?.refusal && !isRunning && (
          <FailureAlert failure={{ family: 'refused', refusal: gift.refusal }} title={single.cannot} p="xs" />
        )}
        {mayOverrule && (
          <TextInput
            label={single.overrule}
            autoComplete="off"
            value={giving.overruledBecause}
            onChange={(event) => giving.setOverruledBecause(event.currentTarget.value)}
          />
        )}
        <RecipientChoice
          recipient={giving.recipient}
          members={giving.members}
          failure={failure}
          onRecipient={giving.setRecipient}
        />
        <DayInput
          w={140}
          label={single.on}
          today={office.today}
          value={on}
          error={errors.handedOverOn}
          onChange={setOn}
        />
        <CommandButton
          data-submit
          data-autofocus
          isRunning={isRunning}
          command={{
            id: 'distributions.giveOnPaper',
            keys: 'F9',
            label,
            run: () => void give(),
            isDisabled: !giving.isAllowed,
          }}
        />
      </Stack>
    </FormFlow>
  )
}

function useGivingOnPaper({ event, office, sheet, household, booking, onGiven }: GiftOnPaperProps) {
  const text = useText()
  const { campaignId, eventId, heldOn } = event
  const { householdId } = household
  const { run, isRunning, failure } = booking
  const [on, setOn] = useState<string>(heldOn < office.today ? heldOn : office.today)
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'headOfHousehold' })
  const [chosenGift, chooseGift] = useState<string | null>(sheet.giftPackageId)
  const [overruledBecause, setOverruledBecause] = useState('')
  const asked = isDay(on) ? { campaignId, householdId, handedOverOn: on, eventId } : null
  const card = useOfficeQuery('gifts.card', asked, { keeps: true })
  const gifts = (card.data?.gifts ?? []).filter(
    ({ giftPackageId }) => sheet.giftPackageId === null || giftPackageId === sheet.giftPackageId,
  )
  const gift = gifts.find(({ giftPackageId }) => giftPackageId === chosenGift) ?? gifts[0]
  const mayOverrule = gift?.isOverrulable === true && office.rights.includes('gift.overrule')
  const isGranted = gift !== undefined && (gift.refusal === null || (mayOverrule && overruledBecause.trim() !== ''))

  async function give(): Promise<void> {
    if (!asked || !gift || !isGranted) return
    const { giftPackageId, refusal } = gift
    const given = await run({
      ...asked,
      giftPackageId,
      recipient,
      receiptId: sheet.receiptId,
      overruledBecause: refusal === null ? null : overruledBecause,
    })
    if (given) onGiven(given)
  }
  return {
    ...{ on, setOn, recipient, setRecipient, gifts, gift, chooseGift, overruledBecause, setOverruledBecause },
    ...{ mayOverrule, give, isRunning, failure },
    isAllowed: isGranted && asked !== null,
    members: card.data?.members ?? [],
    otherFailure: failure?.family === 'invalid-input' ? null : (failure ?? card.error?.failure),
    errors: fieldErrors(text, failure),
  }
}

interface GiftRadiosProps {
  gifts: readonly CardGift[]
  chosen: CardGift | undefined
  onChoose: (giftPackageId: string) => void
}

function GiftRadios({ gifts, chosen, onChoose }: GiftRadiosProps) {
  const { single } = useText().distributions
  return (
    <Radio.Group label={single.gift} value={chosen?.giftPackageId ?? ''} onChange={onChoose}>
      <Stack gap={4} mt={4}>
        {gifts.map(({ giftPackageId, name, valueDong }) => (
          <Radio key={giftPackageId} value={giftPackageId} label={`${name} · ${showAmount(valueDong)}`} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
