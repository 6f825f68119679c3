/** One month: the step that comes next, what stands in its way, its figures and the numbers of its papers. */

import { Group, Stack, Table, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { MonthCheck, MonthLine } from '../../../contract/months.ts'
import { formatDay } from '../../../domain/day.ts'
import { formatPeriod } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount, showCount } from '../../components/formats.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { CloseMonthDialog } from './CloseMonthDialog.tsx'
import { MonthChecklist } from './MonthChecklist.tsx'
import { MonthPackage } from './MonthPackage.tsx'
import classes from './Months.module.css'

export function MonthPanel({ month }: { month: MonthLine }) {
  const text = useText().months
  const { period, state, closedOn, closedBy, packageFile } = month
  const panel = useRef<HTMLDivElement>(null)
  const { data: check, error } = useOfficeQuery('months.check', { period })
  const [isClosing, closing] = useDisclosure(false)
  // With a step done its button is gone: the next one gets the keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two say which step comes next.
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.querySelector<HTMLElement>('[data-next-step]')?.focus()
  }, [state, packageFile])
  return (
    <Stack gap="sm" ref={panel}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2}>{text.monthTitle(formatPeriod(period))}</Title>
          {closedOn && (
            <Text size="sm" c="gray.7">
              {text.closedBy(formatDay(closedOn), closedBy ?? '')}
            </Text>
          )}
        </div>
        {state === 'open' && (
          <CommandButton
            data-next-step
            command={{
              id: 'months.close',
              keys: 'F8',
              label: text.close,
              run: closing.open,
              isDisabled: !check || check.refusal !== null,
            }}
          />
        )}
      </Group>
      <FailureAlert failure={error?.failure} />
      {check && state === 'open' && <MonthChecklist check={check} />}
      {state === 'closed' && <MonthPackage month={month} />}
      {check && <Figures check={check} />}
      {check && check.documentNumbers.length > 0 && <Numbers check={check} />}
      {isClosing && check && <CloseMonthDialog check={check} onClose={closing.close} />}
    </Stack>
  )
}

function Figures({ check }: { check: MonthCheck }) {
  const { figures: text } = useText().months
  const { handoverCount, giftsDong, repairCount, repairsDong, voidCount, voidedDong } = check.figures
  const rows: [string, number, number][] = [
    [text.handovers, handoverCount, giftsDong],
    [text.repairs, repairCount, repairsDong],
    [text.voids, voidCount, voidedDong],
  ]
  return (
    <Table fz="sm" verticalSpacing={4} withTableBorder className={classes.figures ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.title}</Table.Th>
          <Table.Th ta="right">{text.count}</Table.Th>
          <Table.Th ta="right">{text.amount}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([name, count, amountDong]) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right">{showCount(count)}</Table.Td>
            <Table.Td ta="right">{showAmount(amountDong)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Numbers({ check }: { check: MonthCheck }) {
  const { months, trade } = useText()
  const { numbers: text } = months
  return (
    <Table fz="sm" verticalSpacing={4} withTableBorder className={classes.figures ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.kind}</Table.Th>
          <Table.Th>{text.range}</Table.Th>
          <Table.Th ta="right">{text.issued}</Table.Th>
          <Table.Th ta="right">{text.voided}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {check.documentNumbers.map(({ kind, first, last, issued, voided }) => (
          <Table.Tr key={kind}>
            <Table.Td>{trade.documentKinds[kind]}</Table.Td>
            <Table.Td className={classes.nowrap ?? ''}>
              {first}
              <br />
              {last}
            </Table.Td>
            <Table.Td ta="right">{showCount(issued)}</Table.Td>
            <Table.Td ta="right">{showCount(voided)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
