/** Khoá sổ: the months, what stands in the way of closing one, closing it, and its package. */

import { Badge, Group, NavLink, Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { MonthLine } from '../../../contract/months.ts'
import type { Day } from '../../../domain/day.ts'
import { formatPeriod, type Period, periodEnd } from '../../../domain/period.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount } from '../../components/formats.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { JournalCheck } from './JournalCheck.tsx'
import { MonthPanel } from './MonthPanel.tsx'
import classes from './Months.module.css'
import { VerifyPackage } from './VerifyPackage.tsx'

const route = getRouteApi('/months')

export function Months() {
  const text = useText().months
  const { period } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data, error } = useOfficeQuery('months.list', {})
  const months = data?.months ?? []
  const month = months.find((one) => one.period === period) ?? (office && firstToClose(months, office.today))
  // The month of the screen's first sight stays, whatever becomes of it here.
  const shownPeriod = month?.period
  useEffect(() => {
    if (period === undefined && shownPeriod) void navigate({ search: { period: shownPeriod }, replace: true })
  }, [period, shownPeriod, navigate])
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data || !office) return null
  const choose = (next: Period) => void navigate({ search: { period: next }, replace: true })
  return (
    <section className={classes.screen} aria-labelledby="months-title">
      <Group justify="space-between" wrap="nowrap">
        <Title order={1} id="months-title">
          {text.title}
        </Title>
        <Group gap="xs" wrap="nowrap">
          <JournalCheck />
          <VerifyPackage />
        </Group>
      </Group>
      <div className={classes.columns}>
        <Stack gap={2} component="nav" aria-label={text.columns.month} className={classes.list ?? ''}>
          {data.months.map((line) => (
            <MonthLink key={line.period} line={line} isActive={line === month} onChoose={() => choose(line.period)} />
          ))}
        </Stack>
        {month && <MonthPanel key={month.period} month={month} />}
      </div>
    </section>
  )
}

/** The earliest open month that is over, else the newest: what a clerk comes here for. */
function firstToClose(months: readonly MonthLine[], today: Day): MonthLine | undefined {
  const over = months.filter(({ state, period }) => state === 'open' && periodEnd(period) < today)
  return over.at(-1) ?? months[0]
}

function MonthLink({ line, isActive, onChoose }: { line: MonthLine; isActive: boolean; onChoose: () => void }) {
  const text = useText().months
  return (
    <NavLink
      component="button"
      active={isActive}
      aria-current={isActive ? 'true' : undefined}
      label={<Text fw={700}>{formatPeriod(line.period)}</Text>}
      description={showAmount(line.figures.giftsDong + line.figures.repairsDong)}
      rightSection={
        <Badge variant="light" color={line.state === 'closed' ? 'teal' : 'orange'} c="dark" size="sm">
          {text.states[line.state]}
        </Badge>
      }
      onClick={onChoose}
    />
  )
}
