/** One signed paper for itself: whose it was where it is a blank, and who took the gift where it was not the head. */

import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Campaign } from '../../../../contract/campaigns.ts'
import type { DistributionEvent, Sheet } from '../../../../contract/distributions.ts'
import type { HouseholdLine } from '../../../../contract/households.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { tellHousehold } from '../../../components/formats.ts'
import { HouseholdSearch } from '../../../components/HouseholdSearch.tsx'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { GiftOnPaper } from './GiftOnPaper.tsx'

export interface SheetDialogProps {
  event: DistributionEvent
  campaign: Campaign
  office: OfficeDescription
  sheet: Sheet
  onClose: () => void
}

export function HandOverDialog({ event, office, sheet, onClose, onGiven }: SheetDialogProps & { onGiven: () => void }) {
  const { single } = useText().distributions
  const booking = useOfficeCommand('gifts.handOver')
  const [chosen, setChosen] = useState<HouseholdLine | null>(null)
  const household = sheet.household ?? chosen
  const { position, documentNumber } = sheet
  const title = sheet.household
    ? single.title(String(position ?? ''), sheet.household.headOfHousehold)
    : single.blankTitle(String(position ?? ''), documentNumber)
  return (
    <Dialog opened onClose={onClose} title={title} size={620}>
      {household ? (
        <Stack gap="sm">
          <ChosenHousehold household={household} {...(sheet.household ? {} : { onAnother: () => setChosen(null) })} />
          <GiftOnPaper
            key={household.householdId}
            event={event}
            office={office}
            sheet={sheet}
            household={household}
            label={single.enter}
            booking={booking}
            onGiven={() => {
              const name = household.headOfHousehold
              notifications.show({ message: single.entered(documentNumber, name), color: 'teal' })
              onClose()
              onGiven()
            }}
          />
        </Stack>
      ) : (
        <Stack gap={4} mih={260}>
          <Text size="sm">{single.whose}</Text>
          <HouseholdSearch autoFocus onChoose={setChosen} />
        </Stack>
      )}
    </Dialog>
  )
}

interface ChosenHouseholdProps {
  household: HouseholdLine
  /** Absent where the paper bears its name. */
  onAnother?: () => void
}

export function ChosenHousehold({ household, onAnother }: ChosenHouseholdProps) {
  const { single } = useText().distributions
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" fw={600}>
        {tellHousehold(household)}
      </Text>
      {onAnother && (
        <Button size="compact-sm" variant="default" onClick={onAnother}>
          {single.another}
        </Button>
      )}
    </Group>
  )
}
