/** Hồ sơ hộ: what is known of a household, what it was given, what was repaired, and who wrote what when. */

import { Badge, Button, Group, Loader, Stack, Table, Tabs, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { HouseholdDetail } from '../../../contract/households.ts'
import { formatDay } from '../../../domain/day.ts'
import type { HouseholdField } from '../../../domain/household.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { SideDialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount, showInstant } from '../../components/formats.ts'
import { useOfficeCommand, useOfficeQuery } from '../../office-port/asking.ts'
import { useScan } from '../../scanner/scans.ts'
import { useText } from '../../text/language.ts'
import { HouseholdForm } from './HouseholdForm.tsx'

interface HouseholdDetailsProps {
  householdId: string
  onClose: () => void
  /** Goes on to another household, whose card was scanned. */
  onOpen: (householdId: string) => void
}

export function HouseholdDetails({ householdId, onClose, onOpen }: HouseholdDetailsProps) {
  const { data: household, error } = useOfficeQuery('households.get', { householdId })
  return (
    <SideDialog opened onClose={onClose} size={560} title={household ? <Heading household={household} /> : ''}>
      <FailureAlert failure={error?.failure} />
      {household ? <Content household={household} onOpen={onOpen} /> : !error && <Loader />}
    </SideDialog>
  )
}

function Heading({ household }: { household: HouseholdDetail }) {
  const { trade } = useText()
  return (
    <Group gap="xs">
      <Text fw={700} size="lg">
        {household.headOfHousehold}
      </Text>
      {household.category && <Badge variant="light">{trade.categories[household.category]}</Badge>}
      {household.status !== 'active' && <Badge color="red">{trade.householdStatuses[household.status]}</Badge>}
    </Group>
  )
}

function Content({ household, onOpen }: { household: HouseholdDetail; onOpen: (householdId: string) => void }) {
  const { households: text, repairs } = useText()
  const navigate = useNavigate()
  const [isFormOpen, form] = useDisclosure(false)
  const { householdId } = household
  useScan((scan) => {
    if (scan.household) onOpen(scan.household.householdId)
    return scan.household !== null
  })
  const handOver = () => void navigate({ to: '/counter', search: { householdId } })
  const recordRepair = () => void navigate({ to: '/repairs', search: { record: householdId } })
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <CommandButton
          command={{ id: 'household.amend', keys: 'F2', label: text.amend, run: form.open }}
          variant="default"
        />
        <CommandButton
          command={{ id: 'household.handOver', keys: 'F9', label: text.detail.handOver, run: handOver }}
          data-autofocus
        />
        <CommandButton
          command={{ id: 'household.recordRepair', keys: 'F7', label: repairs.record, run: recordRepair }}
          variant="default"
        />
      </Group>
      <Tabs defaultValue="facts" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="facts">{text.detail.facts}</Tabs.Tab>
          <Tabs.Tab value="gifts" rightSection={<Text size="xs">{household.gifts.length}</Text>}>
            {text.detail.gifts}
          </Tabs.Tab>
          <Tabs.Tab value="repairs" rightSection={<Text size="xs">{household.repairs.length}</Text>}>
            {text.detail.repairs}
          </Tabs.Tab>
          <Tabs.Tab value="history">{text.detail.history}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="facts">
          <Facts household={household} />
        </Tabs.Panel>
        <Tabs.Panel value="gifts">
          <Gifts household={household} />
        </Tabs.Panel>
        <Tabs.Panel value="repairs">
          <Repairs household={household} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History household={household} />
        </Tabs.Panel>
      </Tabs>
      <HouseholdForm isOpen={isFormOpen} household={household} onClose={form.close} onKept={form.close} />
    </Stack>
  )
}

function Facts({ household }: { household: HouseholdDetail }) {
  const { trade, components } = useText()
  const facts: [HouseholdField, ReactNode][] = [
    ['citizenId', <CitizenId key="citizenId" household={household} />],
    ['birthYear', household.birthYear],
    ['oldIdNumber', household.oldIdNumber],
    ['phone', household.phone],
    ['customerCode', household.customerCode],
    ['meterNumber', household.meterNumber],
    ['hamlet', household.hamlet],
    ['communeName', household.communeName],
    ['addressText', household.addressText],
    ['category', household.category && trade.categories[household.category]],
    ['categoryDecision', household.categoryDecision],
    ['memberCount', household.memberCount],
    ['note', household.note],
  ]
  return (
    <Table variant="vertical" layout="fixed" withRowBorders={false} verticalSpacing={4}>
      <Table.Tbody>
        {facts.map(([field, value]) => (
          <Table.Tr key={field}>
            <Table.Th w={170} fw={400}>
              {trade.householdFields[field]}
            </Table.Th>
            <Table.Td fw={500}>{value ?? components.unknown}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Masked until somebody asks for it; who asked is kept in the journal. */
function CitizenId({ household }: { household: HouseholdDetail }) {
  const text = useText()
  const { run, isRunning, failure } = useOfficeCommand('households.revealCitizenId')
  const [citizenId, setCitizenId] = useState<string | null>(null)
  if (!household.maskedCitizenId) return text.components.unknown
  const reveal = () =>
    void run({ householdId: household.householdId }).then((seen) => setCitizenId(seen?.citizenId ?? null))
  return (
    <>
      <Group gap="xs">
        <span>{citizenId ?? household.maskedCitizenId}</span>
        {!citizenId && (
          <Button
            size="compact-xs"
            variant="default"
            title={text.households.detail.revealNote}
            loading={isRunning}
            onClick={reveal}
          >
            {text.households.detail.reveal}
          </Button>
        )}
      </Group>
      <FailureAlert failure={failure} mt={4} />
    </>
  )
}

function Gifts({ household }: { household: HouseholdDetail }) {
  const { detail } = useText().households
  const { giftColumns } = detail
  if (household.gifts.length === 0) return <Text c="gray.7">{detail.noGifts}</Text>
  return (
    <Listing
      columns={[giftColumns.document, giftColumns.on, giftColumns.campaign, giftColumns.recipient, giftColumns.value]}
    >
      {household.gifts.map((gift) => (
        <Table.Tr key={gift.handoverId}>
          <Table.Td>{gift.documentNumber}</Table.Td>
          <Table.Td>{gift.voidedOn ? detail.voided(formatDay(gift.voidedOn)) : formatDay(gift.handedOverOn)}</Table.Td>
          <Table.Td>{gift.campaignName}</Table.Td>
          <Table.Td>{gift.recipientName}</Table.Td>
          <Table.Td ta="right">{showAmount(gift.valueDong)}</Table.Td>
        </Table.Tr>
      ))}
    </Listing>
  )
}

function Repairs({ household }: { household: HouseholdDetail }) {
  const { components, households } = useText()
  const { detail } = households
  const { repairColumns } = detail
  if (household.repairs.length === 0) return <Text c="gray.7">{detail.noRepairs}</Text>
  return (
    <Listing columns={[repairColumns.document, repairColumns.on, repairColumns.cost]}>
      {household.repairs.map((repair) => (
        <Table.Tr key={repair.repairId}>
          <Table.Td>{repair.documentNumber ?? components.unknown}</Table.Td>
          <Table.Td>{repair.voidedOn ? detail.voided(formatDay(repair.voidedOn)) : formatDay(repair.doneOn)}</Table.Td>
          <Table.Td ta="right">{showAmount(repair.costDong)}</Table.Td>
        </Table.Tr>
      ))}
    </Listing>
  )
}

function History({ household }: { household: HouseholdDetail }) {
  const { households, trade } = useText()
  const { historyColumns } = households.detail
  const commands: Record<string, string> = trade.commands
  return (
    <Listing columns={[historyColumns.at, historyColumns.person, historyColumns.did]}>
      {household.history.map((row) => (
        <Table.Tr key={`${row.recordedAt} ${row.command}`}>
          <Table.Td>{showInstant(row.recordedAt)}</Table.Td>
          <Table.Td>{row.personName}</Table.Td>
          <Table.Td>{commands[row.command] ?? row.command}</Table.Td>
        </Table.Tr>
      ))}
    </Listing>
  )
}

function Listing({ columns, children }: { columns: readonly string[]; children: ReactNode }) {
  return (
    <Table fz="sm" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column}>{column}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  )
}
