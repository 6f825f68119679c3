/** Where a repair stands and what is urgent about it, in few words; the same on the list, the board and one repair. */

import { Badge, Text } from '@mantine/core'
import type { Repair } from '../../../contract/repairs.ts'
import type { Day } from '../../../domain/day.ts'
import type { RepairState } from '../../../domain/repair.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import classes from './Repairs.module.css'
import { marksOf } from './repair-marks.ts'

const COLORS: Record<RepairState, string> = {
  new: STATE_COLORS.quiet,
  surveyed: 'lake.8',
  confirmed: 'lake.8',
  inProgress: STATE_COLORS.waiting,
  awaitingAcceptance: STATE_COLORS.waiting,
  done: STATE_COLORS.good,
  unsafe: STATE_COLORS.bad,
  cancelled: STATE_COLORS.quiet,
}

export function StateWord({ state }: { state: RepairState }) {
  const { trade } = useText()
  return (
    <Text span size="sm" fw={600} c={COLORS[state]} td={state === 'cancelled' ? 'line-through' : ''}>
      {trade.repairStates[state]}
    </Text>
  )
}

export function StateBadge({ state }: { state: RepairState }) {
  const { trade } = useText()
  return (
    <Badge variant="outline" color={COLORS[state]} c={COLORS[state]} className={classes.badge ?? ''}>
      {trade.repairStates[state]}
    </Badge>
  )
}

export function Marks({ repair, today }: { repair: Repair; today: Day }) {
  const text = useText()
  return marksOf(repair, today, text).map(({ words, color }) => (
    <Text key={words} span size="xs" fw={600} c={color} className={classes.mark ?? ''}>
      {words}
    </Text>
  ))
}
