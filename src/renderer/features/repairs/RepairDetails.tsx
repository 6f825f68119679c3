/** One repair: what was found and done, where it stands, and the steps that are left. */

import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Repair } from '../../../contract/repairs.ts'
import { formatDay } from '../../../domain/day.ts'
import { SideDialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import { RepairState } from './RepairList.tsx'
import { RepairWork } from './RepairWork.tsx'

interface RepairDetailsProps {
  /** Undefined where the list does not hold it. */
  repair: Repair | undefined
  onClose: () => void
  onRecordAnother: (householdId: string) => void
  /** The buttons that act on it. */
  actions: ReactNode
}

export function RepairDetails({ repair, onClose, onRecordAnother, actions }: RepairDetailsProps) {
  const text = useText().repairs.details
  const title = repair && (
    <Group gap="sm">
      <Text fw={700} size="lg">
        {repair.headOfHousehold}
      </Text>
      <RepairState repair={repair} />
    </Group>
  )
  return (
    <SideDialog opened onClose={onClose} size={520} title={title ?? ''}>
      {repair ? (
        <Stack gap="sm">
          {actions}
          {repair.state === 'recorded' && repair.failedChecks.length > 0 && (
            <FailureAlert
              failure={{
                family: 'refused',
                refusal: { code: 'repair.checksFailed', parameters: { failed: repair.failedChecks } },
              }}
            />
          )}
          <Facts repair={repair} />
          <RepairWork repairId={repair.repairId} />
          <Group gap="xs">
            <HouseholdButton householdId={repair.householdId} />
            <Button size="compact-sm" variant="default" onClick={() => onRecordAnother(repair.householdId)}>
              {text.recordAnother}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Text>{text.notHere}</Text>
      )}
    </SideDialog>
  )
}

function HouseholdButton({ householdId }: { householdId: string }) {
  const text = useText().repairs.details
  const navigate = useNavigate()
  const open = () => void navigate({ to: '/households', search: { householdId } })
  return (
    <Button size="compact-sm" variant="default" onClick={open}>
      {text.openHousehold}
    </Button>
  )
}

function Facts({ repair }: { repair: Repair }) {
  const { repairs: text, components } = useText()
  const dayOrNone = (day: Repair['voidedOn']) => (day ? formatDay(day) : components.unknown)
  const facts: [string, ReactNode][] = [
    [text.columns.on, formatDay(repair.doneOn)],
    [text.columns.place, [repair.hamlet, repair.communeName].filter(Boolean).join(', ') || components.unknown],
    [text.columns.condition, repair.conditionFound],
    [text.columns.crew, repair.crew],
    [text.columns.cost, showAmount(repair.costDong)],
    [text.details.documentNumber, repair.documentNumber ?? components.unknown],
    [text.certifiedOn, dayOrNone(repair.certifiedOn)],
    ...(repair.voidedOn ? [[text.voidDate, dayOrNone(repair.voidedOn)] as [string, ReactNode]] : []),
  ]
  return (
    <Table variant="vertical" layout="fixed" withRowBorders={false} verticalSpacing={4}>
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th w={170} fw={400}>
              {name}
            </Table.Th>
            <Table.Td fw={500}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
