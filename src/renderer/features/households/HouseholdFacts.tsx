/** What is known of a household, field by field; numbers of its person masked until somebody asks for them. */

import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { type ReactNode, useState } from 'react'
import type { Output } from '../../../contract/contract.ts'
import type { HouseholdDetail } from '../../../contract/households.ts'
import { isInForce } from '../../../domain/household-category.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { tellCategory, tellFact } from '../../components/fact-words.ts'
import { showInstant, tellHousehold } from '../../components/formats.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeCommand, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { EraseDialog } from './EraseDialog.tsx'

const TOLD = ['birthYear', 'phone', 'customerCode', 'meterNumber', 'hamlet', 'communeName', 'addressText'] as const
const TOLD_AFTER = ['memberCount', 'members', 'legalBasis', 'note'] as const

export function HouseholdFacts({ household }: { household: HouseholdDetail }) {
  const text = useText()
  const { data: office } = useOfficeQuery('office.describe', {})
  const reveal = useOfficeCommand('households.revealCitizenId')
  const [seen, setSeen] = useState<Output<'households.revealCitizenId'> | null>(null)
  const mayReveal = office?.rights.includes('household.revealCitizenId') === true
  const { householdId, maskedCitizenId, maskedOldIdNumber } = household
  const show = mayReveal && !seen ? () => void reveal.run({ householdId }).then(setSeen) : null
  return (
    <Stack gap="sm">
      <FailureAlert failure={reveal.failure} />
      <Table variant="vertical" layout="fixed" withRowBorders={false} verticalSpacing={4}>
        <Table.Tbody>
          <Fact name={text.trade.householdFields.citizenId}>
            <Revealed masked={maskedCitizenId} whole={seen?.citizenId} onReveal={show} isRunning={reveal.isRunning} />
          </Fact>
          <Fact name={text.trade.householdFields.oldIdNumber}>
            <Revealed
              masked={maskedOldIdNumber}
              whole={seen?.oldIdNumber}
              onReveal={maskedCitizenId ? null : show}
              isRunning={reveal.isRunning}
            />
          </Fact>
          <Told household={household} fields={TOLD} />
          <Fact name={text.trade.householdFields.categories}>
            <Categories household={household} />
          </Fact>
          <Told household={household} fields={TOLD_AFTER} />
        </Table.Tbody>
      </Table>
      <MergedHouseholds household={household} />
      {office?.rights.includes('household.erase') && <Erasing household={household} today={office.today} />}
    </Stack>
  )
}

type ToldField = (typeof TOLD)[number] | (typeof TOLD_AFTER)[number]

function Told({ household, fields }: { household: HouseholdDetail; fields: readonly ToldField[] }) {
  const text = useText()
  return fields.map((field) => (
    <Fact key={field} name={text.trade.householdFields[field]}>
      {tellFact(field, household[field], text)}
    </Fact>
  ))
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { components } = useText()
  return (
    <Table.Tr>
      <Table.Th w={170} fw={400}>
        {name}
      </Table.Th>
      <Table.Td fw={500}>{children ?? components.unknown}</Table.Td>
    </Table.Tr>
  )
}

interface RevealedProps {
  masked: string | null
  whole: string | null | undefined
  /** Asks for both numbers; who asked is kept in the journal. */
  onReveal: (() => void) | null
  isRunning: boolean
}

function Revealed({ masked, whole, onReveal, isRunning }: RevealedProps) {
  const { components, households } = useText()
  if (!masked) return components.unknown
  return (
    <Group gap="xs">
      <span>{whole ?? masked}</span>
      {onReveal && (
        <Button
          size="compact-xs"
          variant="default"
          title={households.detail.revealNote}
          loading={isRunning}
          onClick={onReveal}
        >
          {households.detail.reveal}
        </Button>
      )}
    </Group>
  )
}

/** One to a line, those that have ended or not begun paler. */
function Categories({ household }: { household: HouseholdDetail }) {
  const text = useText()
  const { data: office } = useOfficeQuery('office.describe', {})
  if (household.categories.length === 0) return text.components.unknown
  return household.categories.map((granted, at) => (
    <Text
      // biome-ignore lint/suspicious/noArrayIndexKey: one category may have been granted twice.
      key={at}
      size="sm"
      fw={500}
      c={office && !isInForce(granted, office.today) ? 'gray.7' : ''}
    >
      {tellCategory(granted, text)}
    </Text>
  ))
}

/** Those that are kept under this household, each to be parted again. */
function MergedHouseholds({ household }: { household: HouseholdDetail }) {
  const { detail } = useText().households
  const { data: office } = useOfficeQuery('office.describe', {})
  const { run, isRunning, failure } = useOfficeCommand('households.undoMerge')
  if (household.merged.length === 0) return null
  async function part(mergeId: string, name: string): Promise<void> {
    if (await run({ mergeId })) notifications.show({ message: detail.parted(name) })
  }
  return (
    <div>
      <Title order={3}>{detail.merged}</Title>
      <FailureAlert failure={failure} />
      {household.merged.map(({ mergeId, mergedAt, household: other }) => (
        <Group key={mergeId} justify="space-between" wrap="nowrap" py={4}>
          <Text size="sm">
            {[tellHousehold(other), other.customerCode, detail.mergedAt(showInstant(mergedAt))]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {office?.rights.includes('household.write') && (
            <Button
              size="compact-sm"
              variant="default"
              loading={isRunning}
              onClick={() => void part(mergeId, other.headOfHousehold)}
            >
              {detail.part}
            </Button>
          )}
        </Group>
      ))}
    </div>
  )
}

function Erasing({ household, today }: { household: HouseholdDetail; today: Output<'office.describe'>['today'] }) {
  const { erase } = useText().households
  const [isOpen, dialog] = useDisclosure(false)
  if (household.status === 'merged' || household.status === 'erased') return null
  return (
    <Group>
      <Button size="compact-sm" variant="subtle" color="red" c={STATE_COLORS.bad} onClick={dialog.open}>
        {erase.open}…
      </Button>
      {isOpen && <EraseDialog household={household} today={today} onClose={dialog.close} />}
    </Group>
  )
}
