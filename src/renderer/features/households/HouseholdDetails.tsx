/** Hồ sơ hộ: what is known of a household, what it was given, what was repaired, and who wrote what when. */

import { Alert, Badge, Group, Stack, Tabs, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import type { HouseholdDetail } from '../../../contract/households.ts'
import { formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { SideDialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { tellHousehold } from '../../components/formats.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useScan } from '../../scanner/scans.ts'
import { useText } from '../../text/language.ts'
import { HouseholdFacts } from './HouseholdFacts.tsx'
import { HouseholdForm } from './HouseholdForm.tsx'
import { HouseholdHistory } from './HouseholdHistory.tsx'
import { HouseholdGifts, HouseholdRepairs } from './HouseholdPapers.tsx'
import { StatusDialog } from './StatusDialog.tsx'

interface HouseholdDetailsProps {
  householdId: string
  onClose: () => void
  /** Goes on to another household: its card was scanned, or it looks like this one. */
  onOpen: (householdId: string) => void
}

export function HouseholdDetails({ householdId, onClose, onOpen }: HouseholdDetailsProps) {
  const { data: household, error } = useOfficeQuery('households.get', { householdId })
  // Opened when there is something to show, so that the keys go to the first thing to do.
  if (!household && !error) return null
  return (
    <SideDialog opened onClose={onClose} size={640} title={household ? <Heading household={household} /> : ''}>
      <FailureAlert failure={error?.failure} />
      {household && <Content household={household} onOpen={onOpen} />}
    </SideDialog>
  )
}

function Heading({ household }: { household: HouseholdDetail }) {
  const { trade, households } = useText()
  const { status, statusOn, customerCode } = household
  const said = trade.householdStatuses[status]
  return (
    <Group gap="xs">
      <Text fw={700} size="lg">
        {household.headOfHousehold}
      </Text>
      {customerCode && (
        <Text size="sm" c="gray.7">
          {customerCode}
        </Text>
      )}
      {household.category && <Badge variant="light">{trade.categories[household.category]}</Badge>}
      {status !== 'active' && (
        <Badge color="red.9">{statusOn ? households.detail.statusSince(said, formatDay(statusOn)) : said}</Badge>
      )}
    </Group>
  )
}

interface ContentProps {
  household: HouseholdDetail
  onOpen: (householdId: string) => void
}

function Content({ household, onOpen }: ContentProps) {
  const { detail } = useText().households
  useScan((scan) => {
    if (scan.household) onOpen(scan.household.householdId)
    return scan.household !== null
  })
  const { data: repairs } = useOfficeQuery('repairs.ofHousehold', { householdId: household.householdId })
  const number = (count: number) => <Text size="xs">{count}</Text>
  return (
    <Stack gap="sm">
      <WhereItStands household={household} onOpen={onOpen} />
      <Actions household={household} onOpen={onOpen} />
      <Tabs defaultValue="facts" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="facts">{detail.facts}</Tabs.Tab>
          <Tabs.Tab value="gifts" rightSection={number(household.gifts.length)}>
            {detail.gifts}
          </Tabs.Tab>
          <Tabs.Tab value="repairs" rightSection={repairs && number(repairs.repairs.length)}>
            {detail.repairs}
          </Tabs.Tab>
          <Tabs.Tab value="history" rightSection={number(household.history.length)}>
            {detail.history}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="facts">
          <HouseholdFacts household={household} />
        </Tabs.Panel>
        <Tabs.Panel value="gifts">
          <HouseholdGifts household={household} />
        </Tabs.Panel>
        <Tabs.Panel value="repairs">
          <HouseholdRepairs household={household} repairs={repairs?.repairs ?? []} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HouseholdHistory household={household} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

/** Of a household that stands no more, or that may be in the registry twice: what that means and where to go. */
function WhereItStands({ household, onOpen }: ContentProps) {
  const { detail } = useText().households
  const navigate = useNavigate()
  const { householdId, mergedInto, duplicateCount, status, statusReason } = household
  if (mergedInto)
    return (
      <Alert color="red" variant="light" py={6}>
        <Group justify="space-between">
          <Text size="sm">{detail.mergedInto(tellHousehold(mergedInto))}</Text>
          <CommandButton
            size="compact-sm"
            variant="default"
            command={{
              id: 'household.openKept',
              keys: 'F4',
              label: detail.openKept,
              run: () => onOpen(mergedInto.householdId),
            }}
          />
        </Group>
      </Alert>
    )
  return (
    <>
      {status === 'erased' && <Text size="sm">{detail.erasedNote}</Text>}
      {statusReason && <Text size="sm">{statusReason}</Text>}
      {duplicateCount > 0 && (
        <Group>
          <CommandButton
            size="compact-sm"
            variant="default"
            c={STATE_COLORS.waiting}
            command={{
              id: 'household.duplicates',
              keys: 'F8',
              label: detail.duplicates(duplicateCount),
              run: () => void navigate({ to: '/duplicates', search: { about: householdId } }),
            }}
          />
        </Group>
      )}
    </>
  )
}

function Actions({ household, onOpen }: ContentProps) {
  const { households: text, repairs } = useText()
  const navigate = useNavigate()
  const { data: office } = useOfficeQuery('office.describe', {})
  const [isFormOpen, form] = useDisclosure(false)
  const [isStatusOpen, status] = useDisclosure(false)
  const { householdId } = household
  const isGone = household.status === 'merged' || household.status === 'erased'
  const mayWrite = office?.rights.includes('household.write') === true && !isGone
  const handOver = () => void navigate({ to: '/counter', search: { householdId } })
  const openRepair = () => void navigate({ to: '/repairs', search: { open: householdId } })
  return (
    <Group gap={6} wrap="nowrap">
      <CommandButton
        size="xs"
        command={{ id: 'household.amend', keys: 'F2', label: text.amend, run: form.open, isDisabled: !mayWrite }}
        variant="default"
      />
      <CommandButton
        size="xs"
        command={{
          id: 'household.handOver',
          keys: 'F9',
          label: text.detail.handOver,
          run: handOver,
          isDisabled: household.status !== 'active',
        }}
        data-autofocus
      />
      <CommandButton
        size="xs"
        command={{
          id: 'household.openRepair',
          keys: 'F7',
          label: repairs.open,
          run: openRepair,
          isDisabled: isGone,
        }}
        variant="default"
      />
      <CommandButton
        size="xs"
        command={{
          id: 'household.setStatus',
          keys: 'F6',
          label: text.status.open,
          run: status.open,
          isDisabled: !mayWrite,
        }}
        variant="default"
      />
      <HouseholdForm
        isOpen={isFormOpen}
        household={household}
        onClose={form.close}
        onKept={(keptId) => keptId !== householdId && onOpen(keptId)}
      />
      {isStatusOpen && office && <StatusDialog household={household} today={office.today} onClose={status.close} />}
    </Group>
  )
}
