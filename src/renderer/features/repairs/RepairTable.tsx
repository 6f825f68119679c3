/** The list of repairs; arrows choose a line, and the keys act on the chosen one. */

import { Badge, Group, Table, Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { Repair } from '../../../contract/repairs.ts'
import { formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { showAmount } from '../../components/formats.ts'
import { useText } from '../../text/language.tsx'
import classes from './Repairs.module.css'

interface RepairTableProps {
  repairs: readonly Repair[]
  onCertify: (repair: Repair) => void
  onVoid: (repair: Repair) => void
  onPrint: (repair: Repair) => void
}

export function RepairTable({ repairs, onCertify, onVoid, onPrint }: RepairTableProps) {
  const { repairs: text } = useText()
  const [activeId, setActiveId] = useState<string | null>(null)
  const index = Math.max(
    0,
    repairs.findIndex(({ repairId }) => repairId === activeId),
  )
  const active = repairs[index]

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    setActiveId(repairs[Math.max(0, Math.min(repairs.length - 1, index + step))]?.repairId ?? null)
  }
  const act = (does: (repair: Repair) => void) => () => active && does(active)
  const canCertify = active?.state === 'recorded' && active.failedChecks.length === 0
  return (
    <>
      <Group px="md" pb="xs" gap="xs">
        <CommandButton
          size="compact-sm"
          command={{
            id: 'repairs.certify',
            keys: 'F8',
            label: text.certify,
            run: act(onCertify),
            isDisabled: !canCertify,
          }}
        />
        <CommandButton
          size="compact-sm"
          variant="default"
          command={{
            id: 'repairs.print',
            keys: 'mod+P',
            label: text.print,
            run: act(onPrint),
            isDisabled: active?.state !== 'certified',
          }}
        />
        <CommandButton
          size="compact-sm"
          variant="default"
          command={{
            id: 'repairs.void',
            keys: 'mod+Delete',
            label: text.voidIt,
            run: act(onVoid),
            isDisabled: !active || active.state === 'voided',
          }}
        />
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls, and answers to arrows, must be reached by keys. */}
      <section className={classes.list} tabIndex={0} aria-label={text.title} onKeyDown={onKeyDown}>
        <Table fz="sm" verticalSpacing={4} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.columns.on}</Table.Th>
              <Table.Th>{text.columns.name}</Table.Th>
              <Table.Th>{text.columns.place}</Table.Th>
              <Table.Th>{text.columns.condition}</Table.Th>
              <Table.Th>{text.columns.crew}</Table.Th>
              <Table.Th ta="right">{text.columns.cost}</Table.Th>
              <Table.Th>{text.columns.state}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {repairs.map((repair) => (
              <RepairLine
                key={repair.repairId}
                repair={repair}
                isActive={repair === active}
                onChoose={() => setActiveId(repair.repairId)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </>
  )
}

function RepairLine({ repair, isActive, onChoose }: { repair: Repair; isActive: boolean; onChoose: () => void }) {
  const { hamlet, communeName } = repair
  return (
    <Table.Tr aria-current={isActive || undefined} data-active={isActive || undefined} onClick={onChoose}>
      <Table.Td className={classes.nowrap ?? ''}>{formatDay(repair.doneOn)}</Table.Td>
      <Table.Td fw={600}>{repair.headOfHousehold}</Table.Td>
      <Table.Td>{[hamlet, communeName].filter(Boolean).join(', ')}</Table.Td>
      <Table.Td maw={260}>
        <Text size="sm" lineClamp={1}>
          {repair.conditionFound}
        </Text>
      </Table.Td>
      <Table.Td>{repair.crew}</Table.Td>
      <Table.Td ta="right" className={classes.nowrap ?? ''}>
        {showAmount(repair.costDong)}
      </Table.Td>
      <Table.Td>
        <State repair={repair} />
      </Table.Td>
    </Table.Tr>
  )
}

function State({ repair }: { repair: Repair }) {
  const { repairs: text, trade } = useText()
  if (repair.state === 'voided') {
    return <Badge color="gray.7">{text.voidedOn(repair.voidedOn ? formatDay(repair.voidedOn) : '')}</Badge>
  }
  if (repair.state === 'certified') {
    const on = repair.certifiedOn ? formatDay(repair.certifiedOn) : ''
    return <Text size="sm">{text.certificateOf(repair.documentNumber ?? '', on)}</Text>
  }
  if (repair.failedChecks.length > 0) {
    return (
      <Text size="sm" c="red.9" fw={600}>
        {text.failedChecks(repair.failedChecks.map((check) => trade.repairChecks[check]).join('; '))}
      </Text>
    )
  }
  return (
    <Badge variant="light" color="orange" c="orange.9">
      {text.states.recorded}
    </Badge>
  )
}
