/** One month: its figures, what is unfinished with a way to it, and the step that comes next. */

import { Alert, Group, List, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import type { MonthCheck, MonthLine } from '../../../contract/months.ts'
import { formatDay } from '../../../domain/day.ts'
import { formatPeriod } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount, showCount } from '../../components/formats.ts'
import { Icon } from '../../components/Icon.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { CloseMonthDialog } from './CloseMonthDialog.tsx'
import { MonthPackage } from './MonthPackage.tsx'
import classes from './Months.module.css'

export function MonthPanel({ month }: { month: MonthLine }) {
  const text = useText().months
  const { period, state, closedOn, closedBy } = month
  const { data: check, error } = useOfficeQuery('months.check', { period })
  const [isClosing, closing] = useDisclosure(false)
  return (
    <Stack className={classes.panel ?? ''} gap="sm">
      <Title order={2}>{text.monthTitle(formatPeriod(period))}</Title>
      {closedOn && <Text size="sm">{text.closedBy(formatDay(closedOn), closedBy ?? '')}</Text>}
      <FailureAlert failure={error?.failure} />
      {check && <Figures check={check} />}
      {check && state === 'open' && (
        <>
          <Checklist check={check} />
          <Group>
            <CommandButton
              size="md"
              command={{
                id: 'months.close',
                keys: 'F8',
                label: text.close,
                run: closing.open,
                isDisabled: check.refusal !== null,
              }}
            />
          </Group>
        </>
      )}
      {state === 'closed' && <MonthPackage month={month} />}
      {isClosing && <CloseMonthDialog period={period} onClose={closing.close} />}
    </Stack>
  )
}

function Figures({ check }: { check: MonthCheck }) {
  const { months, trade } = useText()
  const { figures: text } = months
  const { handoverCount, giftsDong, repairCount, repairsDong, voidCount, voidedDong } = check.figures
  return (
    <List size="sm" spacing={2}>
      <List.Item>{text.handovers(showCount(handoverCount), showAmount(giftsDong))}</List.Item>
      <List.Item>{text.repairs(showCount(repairCount), showAmount(repairsDong))}</List.Item>
      {voidCount > 0 && <List.Item>{text.voids(showCount(voidCount), showAmount(voidedDong))}</List.Item>}
      {check.documentNumbers.map(({ kind, first, last }) => (
        <List.Item key={kind}>{text.numbers(trade.documentKinds[kind], first, last)}</List.Item>
      ))}
    </List>
  )
}

/** What must be finished, each with a way to it; then what is worth a look. */
function Checklist({ check }: { check: MonthCheck }) {
  const { months: text, trade } = useText()
  const navigate = useNavigate()
  const { refusal, warnings } = check
  const items = refusal?.code === 'month.unfinished' ? refusal.parameters.items : []
  return (
    <Stack gap="xs">
      <Title order={3}>{text.check}</Title>
      {refusal ? (
        <FailureAlert failure={{ family: 'refused', refusal }} />
      ) : (
        <Group gap={6} c="teal.9">
          <Icon name="done" />
          <Text fw={600}>{text.ready}</Text>
        </Group>
      )}
      {items.length > 0 && (
        <>
          <List size="sm" spacing={2}>
            {items.slice(0, 20).map((item) => (
              <List.Item key={item.repairId}>
                {trade.repairNotCertified(item.headOfHousehold, formatDay(item.on))}
              </List.Item>
            ))}
          </List>
          <Group>
            <CommandButton
              command={{
                id: 'months.mend',
                keys: 'F9',
                label: text.mendNow,
                run: () => void navigate({ to: '/repairs', search: { state: 'recorded' } }),
              }}
            />
          </Group>
        </>
      )}
      {warnings.map(({ code, count }) => (
        <Alert key={code} color="orange" variant="light" p="xs">
          {trade.monthWarnings[code](count)}
        </Alert>
      ))}
    </Stack>
  )
}
