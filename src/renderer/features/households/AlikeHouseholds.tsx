/** Tells while a household is typed which of the registry look like it, how much and why, each one key away. */

import { Alert, Group, Text } from '@mantine/core'
import type { Input } from '../../../contract/contract.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { tellReasons } from '../../components/duplicate-words.ts'
import { tellHousehold } from '../../components/formats.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

const MOST_SHOWN = 3

export interface AlikeHouseholdsProps {
  likeness: Input<'duplicates.like'>['facts'] | null
  /** The household that is amended, which is like itself. */
  exceptId: string | null
  onOpen: (householdId: string) => void
}

export function AlikeHouseholds({ likeness, exceptId, onOpen }: AlikeHouseholdsProps) {
  const text = useText()
  const words = text.households.form
  const { data } = useOfficeQuery('duplicates.like', likeness && { facts: likeness, exceptId }, { keeps: true })
  const alike = (likeness && data?.households.slice(0, MOST_SHOWN)) || []
  if (alike.length === 0) return null
  return (
    <Alert role="status" color="orange" variant="light" py={6} px="sm">
      <Text size="sm" fw={600} c={STATE_COLORS.waiting}>
        {words.looksLike}
      </Text>
      {alike.map(({ household, score, reasons }, at) => (
        <Group key={household.householdId} gap="xs" wrap="nowrap" justify="space-between">
          <Text size="sm" span>
            <strong>{[tellHousehold(household), household.customerCode].filter(Boolean).join(', ')}</strong>
            {` – ${words.score(score)}: ${tellReasons(reasons, text)}`}
          </Text>
          <CommandButton
            size="compact-xs"
            variant="default"
            flex="none"
            command={{
              id: `household.openAlike.${at}`,
              keys: at === 0 ? 'F4' : null,
              label: words.openThis,
              run: () => onOpen(household.householdId),
            }}
          />
        </Group>
      ))}
    </Alert>
  )
}
