/** Where a repair stands and what is urgent about it, in few words; the same on the list, the board and one repair. */

import { Badge, Text } from '@mantine/core'
import type { Repair } from '../../../contract/repairs.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import type { RepairState } from '../../../domain/repair.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import type { Text as Words } from '../../text/texts.ts'
import classes from './Repairs.module.css'

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

export interface Mark {
  words: string
  color: string
}

/** What a person must know before opening it, the most urgent first. */
export function marksOf(repair: Repair, today: Day, { repairs }: Words): Mark[] {
  const { marks: words } = repairs
  const { state, dangerous, failedChecks, isAccepted, isChecked, isOnList, openComplaints, dueOn } = repair
  const isOpen = state !== 'done' && state !== 'cancelled'
  const all: (Mark | false)[] = [
    isOpen && dangerous.length > 0 && { words: words.dangerous(dangerous.length), color: STATE_COLORS.bad },
    openComplaints > 0 && { words: words.complaints(openComplaints), color: STATE_COLORS.bad },
    dueOn !== null && dueMark(dueOn, today, repairs),
    isOnList && state === 'surveyed' && { words: words.onList, color: STATE_COLORS.waiting },
    state === 'awaitingAcceptance' && workMark({ failedChecks, isAccepted, isChecked }, repairs),
  ]
  return all.filter((mark) => mark !== false)
}

function dueMark(dueOn: Day, today: Day, { marks: words }: Words['repairs']): Mark {
  const isOver = dueOn <= today
  const on = formatDay(dueOn)
  return { words: isOver ? words.overdue(on) : words.due(on), color: isOver ? STATE_COLORS.bad : STATE_COLORS.quiet }
}

/** What of checks, acceptance and certificate is awaited. */
function workMark(
  { failedChecks, isAccepted, isChecked }: Pick<Repair, 'failedChecks' | 'isAccepted' | 'isChecked'>,
  { marks: words }: Words['repairs'],
): Mark {
  if (failedChecks.length > 0) return { words: words.failed, color: STATE_COLORS.bad }
  if (isAccepted) return { words: words.toCertify, color: STATE_COLORS.good }
  return { words: isChecked ? words.toAccept : words.notChecked, color: STATE_COLORS.waiting }
}

export function Marks({ repair, today }: { repair: Repair; today: Day }) {
  const text = useText()
  return marksOf(repair, today, text).map(({ words, color }) => (
    <Text key={words} span size="xs" fw={600} c={color} className={classes.mark ?? ''}>
      {words}
    </Text>
  ))
}
