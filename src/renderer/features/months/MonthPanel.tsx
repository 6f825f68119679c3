/** One month: the step that comes next, what stands in its way, its figures and the numbers of its papers. */

import { Group, Stack, Table, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { MonthCheck, MonthLine } from '../../../contract/months.ts'
import type { OfficeDescription } from '../../../contract/office.ts'
import { tellFailure } from '../../../contract/wording/failure-wording.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import { spokenCheckCode } from '../../../domain/month-close.ts'
import { formatPeriod, type Period } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount, showCount, showInstant } from '../../components/formats.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeJob, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { CloseMonthDialog, type ClosingStep } from './CloseMonthDialog.tsx'
import { Corrections } from './Corrections.tsx'
import { IndicatorSection } from './indicators/IndicatorSection.tsx'
import { MonthChecklist } from './MonthChecklist.tsx'
import { MonthPackage } from './MonthPackage.tsx'
import classes from './Months.module.css'
import { ReopenMonthDialog } from './ReopenMonthDialog.tsx'

interface MonthPanelProps {
  month: MonthLine
  today: Day
  rights: OfficeDescription['rights']
  /** Months that are closed, newest first. */
  closed: readonly Period[]
  /** The sheet of indicators stands open over the month. */
  isSheetOpen: boolean
  onSheet: (isOpen: boolean) => void
}

export function MonthPanel({ month, today, rights, closed, isSheetOpen, onSheet }: MonthPanelProps) {
  const { period, state, packageFile } = month
  const panel = useRef<HTMLDivElement>(null)
  const { data: check, error } = useOfficeQuery('months.check', { period })
  const backUp = useOfficeJob('ledger.backUp')
  const [step, setStep] = useState<ClosingStep | null>(null)
  const [isReopening, reopening] = useDisclosure(false)
  // With a step done its button is gone: the next one gets the keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two say which step comes next.
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.querySelector<HTMLElement>('[data-next-step]')?.focus()
  }, [state, packageFile])
  const isOpen = state !== 'closed'
  return (
    <Stack gap="sm" ref={panel}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <MonthHead month={month} />
        {isOpen && check && <ClosingButton {...{ month, check, rights }} onStep={setStep} />}
        {!isOpen && rights.includes('month.reopen') && <ReopenButton month={month} onReopen={reopening.open} />}
      </Group>
      <FailureAlert failure={error?.failure ?? backUp.failure} />
      {check && isOpen && <MonthChecklist check={check} onBackUp={() => void backUp.run({ folder: null })} />}
      {!isOpen && <MonthPackage month={month} />}
      {check && <Figures check={check} />}
      {check && check.documentNumbers.length > 0 && <Numbers check={check} />}
      <IndicatorSection {...{ period, rights, isSheetOpen, onSheet }} />
      <Corrections {...{ period, today, closed }} />
      {step && check && <CloseMonthDialog {...{ month, check, step }} onClose={() => setStep(null)} />}
      {isReopening && <ReopenMonthDialog month={month} onClose={reopening.close} />}
    </Stack>
  )
}

function MonthHead({ month }: { month: MonthLine }) {
  const text = useText().months
  const { period, revision, proposal, closedOn, closedBy, drawnUpBy, checkCode, reopenings } = month
  return (
    <div>
      <Title order={2}>
        {text.monthTitle(formatPeriod(period))}
        {revision > 1 && ` · ${text.revisionOf(revision)}`}
      </Title>
      {proposal && (
        <Text size="sm" c={STATE_COLORS.waiting}>
          {text.proposedBy(proposal.proposedBy, showInstant(proposal.proposedAt))}
        </Text>
      )}
      {closedOn && (
        <Text size="sm" c="gray.7">
          {drawnUpBy
            ? text.closedByTwo(formatDay(closedOn), drawnUpBy, closedBy ?? '')
            : text.closedBy(formatDay(closedOn), closedBy ?? '')}
          {checkCode && ` · ${text.checkCode(spokenCheckCode(checkCode))}`}
        </Text>
      )}
      {reopenings.map((one) => (
        <Text key={one.revision} size="sm" c="gray.7">
          {text.reopenedBy(formatDay(one.reopenedOn), one.reopenedBy, one.reason)}
        </Text>
      ))}
    </div>
  )
}

interface ClosingButtonProps {
  month: MonthLine
  check: MonthCheck
  rights: OfficeDescription['rights']
  onStep: (step: ClosingStep) => void
}

/** Closes alone or approves where the one who looks may; otherwise draws the closing up for another to approve. */
function ClosingButton({ month, check, rights, onStep }: ClosingButtonProps) {
  const text = useText().months
  const { approvalRefusal, refusal } = check
  const mayClose = rights.includes('month.close') && approvalRefusal === null
  const step: ClosingStep = mayClose ? 'close' : 'propose'
  const label = mayClose && month.proposal ? text.approve : text.steps[step]
  return (
    <Stack gap={4} align="flex-end">
      <CommandButton
        data-next-step
        command={{
          id: 'months.close',
          keys: 'F8',
          label,
          run: () => onStep(step),
          isDisabled: refusal !== null || (!mayClose && !rights.includes('month.propose')),
        }}
      />
      {!mayClose && month.proposal && (
        <Text size="xs" c="gray.7">
          {text.waitsForAnother}
        </Text>
      )}
    </Stack>
  )
}

function ReopenButton({ month, onReopen }: { month: MonthLine; onReopen: () => void }) {
  const text = useText().months.reopen
  const { failures } = useText()
  const { reopenRefusal } = month
  return (
    <Stack gap={4} align="flex-end" maw={300}>
      <CommandButton
        variant="default"
        command={{
          id: 'months.reopen',
          keys: 'F2',
          label: text.button,
          run: onReopen,
          isDisabled: reopenRefusal !== null,
        }}
      />
      {reopenRefusal && (
        <Text size="xs" c="gray.7" ta="right">
          {tellFailure(failures, { family: 'refused', refusal: reopenRefusal }).what}
        </Text>
      )}
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
