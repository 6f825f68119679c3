/** Khoá sổ: the months, what stands in the way of closing one, closing it, and its package. */

import { Group, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { MonthLine } from '../../../contract/months.ts'
import type { Day } from '../../../domain/day.ts'
import { formatPeriod, type Period, periodEnd } from '../../../domain/period.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { Journal } from './Journal.tsx'
import { MonthPanel } from './MonthPanel.tsx'
import classes from './Months.module.css'
import { VerifyPackage } from './VerifyPackage.tsx'

const route = getRouteApi('/months')

export function Months() {
  const text = useText().months
  const { period, verify, sheet } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data, error } = useOfficeQuery('months.list', {})
  const panel = useRef<HTMLDivElement>(null)
  const months = data?.months ?? []
  const month = months.find((one) => one.period === period) ?? (office && firstToClose(months, office.today))
  // The month of the screen's first sight stays, whatever becomes of it here.
  const shownPeriod = month?.period
  useEffect(() => {
    if (period === undefined && shownPeriod) {
      void navigate({ search: (now) => ({ ...now, period: shownPeriod }), replace: true })
    }
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
        <VerifyPackage
          path={null}
          opened={verify ?? null}
          onOpened={() => void navigate({ search: { period }, replace: true })}
        />
      </Group>
      {month ? (
        <div className={classes.columns}>
          <div className={classes.list}>
            <MonthList
              months={months}
              chosen={month.period}
              onChoose={choose}
              onGoOn={() => panel.current?.querySelector<HTMLElement>('[data-next-step]')?.click()}
            />
          </div>
          <div ref={panel} className={classes.panel}>
            <MonthPanel
              key={month.period}
              month={month}
              today={office.today}
              rights={office.rights}
              isSheetOpen={sheet === 'indicators'}
              onSheet={(isOpen) =>
                void navigate({
                  search: { period: month.period, sheet: isOpen ? 'indicators' : undefined },
                  replace: true,
                })
              }
              closed={months.filter(({ state }) => state === 'closed').map((one) => one.period)}
            />
          </div>
        </div>
      ) : (
        <EmptyNote title={text.none} next={text.noneNext} />
      )}
      <Journal />
    </section>
  )
}

/** The earliest open month that is over, else the newest: what a clerk comes here for. */
function firstToClose(months: readonly MonthLine[], today: Day): MonthLine | undefined {
  const over = months.filter(({ state, period }) => state !== 'closed' && periodEnd(period) < today)
  return over.at(-1) ?? months[0]
}

interface MonthListProps {
  months: readonly MonthLine[]
  chosen: Period
  onChoose: (period: Period) => void
  /** The step that comes next for the chosen month. */
  onGoOn: () => void
}

function MonthList({ months, chosen, onChoose, onGoOn }: MonthListProps) {
  const text = useText().months
  const columns: readonly LineColumn<MonthLine>[] = [
    {
      name: 'month',
      header: text.columns.month,
      width: '64px',
      show: ({ period }) => <strong>{formatPeriod(period)}</strong>,
    },
    {
      name: 'gifts',
      header: text.columns.gifts,
      width: '48px',
      kind: 'figure',
      show: ({ figures }) => showCount(figures.handoverCount),
    },
    {
      name: 'repairs',
      header: text.columns.repairs,
      width: '40px',
      kind: 'figure',
      show: ({ figures }) => showCount(figures.repairCount),
    },
    { name: 'state', header: text.columns.state, width: 'minmax(84px, 1fr)', show: (month) => <State month={month} /> },
  ]
  return (
    <LineGrid
      label={text.list}
      columns={columns}
      lines={months}
      keyOf={({ period }) => period}
      startKey={chosen}
      takesFocus
      onMove={({ period }) => onChoose(period)}
      onEnter={onGoOn}
    />
  )
}

function State({ month }: { month: MonthLine }) {
  const {
    states,
    delivery: { short: deliveries },
  } = useText().months
  const { state, packageFile, delivery } = month
  if (state !== 'closed') {
    return (
      <Text span size="sm" c={STATE_COLORS.waiting}>
        {states[state]}
      </Text>
    )
  }
  const isAway = delivery !== 'notSent'
  return (
    <Text span size="sm" c={delivery === 'rejected' ? 'red.9' : STATE_COLORS.good}>
      {isAway ? deliveries[delivery] : packageFile ? states.packed : states.closed}
    </Text>
  )
}
