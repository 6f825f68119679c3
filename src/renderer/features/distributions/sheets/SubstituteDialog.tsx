/**
 * Another household gets what one did not take (thay hộ): it signs on a spare blank, and the first household's paper is
 * void, both in one entry. What a list campaign needs for it is said first.
 */

import { Alert, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Sheet } from '../../../../contract/distributions.ts'
import type { HouseholdLine } from '../../../../contract/households.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { HouseholdSearch } from '../../../components/HouseholdSearch.tsx'
import { RouteLink } from '../../../components/RouteLink.tsx'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { GiftOnPaper } from './GiftOnPaper.tsx'
import { ChosenHousehold, type SheetDialogProps } from './HandOverDialog.tsx'

export function SubstituteDialog(props: SheetDialogProps & { blanks: readonly Sheet[] }) {
  const { campaign, sheet, blanks, onClose } = props
  const { substitute } = useText().distributions
  const { position, documentNumber, household } = sheet
  return (
    <Dialog opened onClose={onClose} title={substitute.title(household?.headOfHousehold ?? '')} size={640}>
      <Stack gap="sm">
        <Text size="sm">{substitute.text(String(position ?? ''), documentNumber)}</Text>
        {campaign.grantedBy === 'list' && (
          <Alert color="orange" variant="light" p="xs">
            <Text size="sm">{substitute.listNeeded}</Text>
            <RouteLink
              to="/campaigns"
              search={{ campaignId: campaign.campaignId }}
              label={substitute.toLists}
              py={2}
              px={0}
            />
          </Alert>
        )}
        {blanks.length === 0 ? <EmptyNote title={substitute.noBlank} /> : <Substitution {...props} />}
      </Stack>
    </Dialog>
  )
}

function Substitution({ event, office, sheet, blanks, onClose }: SheetDialogProps & { blanks: readonly Sheet[] }) {
  const text = useText()
  const { substitute } = text.distributions
  const { run, isRunning, failure } = useOfficeCommand('distributions.substitute')
  const [reason, setReason] = useState(text.trade.voidKinds.notCollected)
  const [blankId, setBlankId] = useState(blanks[0]?.receiptId)
  const [chosen, setChosen] = useState<HouseholdLine | null>(null)
  const blank = blanks.find(({ receiptId }) => receiptId === blankId) ?? blanks[0]

  if (!blank) return null
  return (
    <>
      <TextInput
        label={substitute.reason}
        withAsterisk
        autoComplete="off"
        value={reason}
        error={fieldErrors(text, failure).reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Select
        label={substitute.blank}
        allowDeselect={false}
        data={blanks.map(({ receiptId, position, documentNumber }) => ({
          value: receiptId,
          label: `${position} · ${documentNumber}`,
        }))}
        value={blank.receiptId}
        onChange={(one) => setBlankId(one ?? blank.receiptId)}
      />
      {chosen ? (
        <>
          <ChosenHousehold household={chosen} onAnother={() => setChosen(null)} />
          <GiftOnPaper
            key={`${chosen.householdId} ${blank.receiptId}`}
            event={event}
            office={office}
            sheet={blank}
            household={chosen}
            label={substitute.enter}
            booking={{ run: (gift) => run({ ...gift, insteadOf: sheet.receiptId, reason }), isRunning, failure }}
            onGiven={({ documentNumber }) => {
              notifications.show({ message: substitute.done(chosen.headOfHousehold, documentNumber), color: 'teal' })
              onClose()
            }}
          />
        </>
      ) : (
        <Stack gap={4} mih={220}>
          <Text size="sm" fw={500}>
            {substitute.household}
          </Text>
          <HouseholdSearch autoFocus onChoose={setChosen} height={180} />
        </Stack>
      )}
    </>
  )
}
