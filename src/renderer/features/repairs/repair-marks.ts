/** What is urgent about a repair, in few words with their colours. */

import type { Repair } from '../../../contract/repairs.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import type { Text as Words } from '../../text/texts.ts'

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
    state === 'inProgress' && plannedMark(repair, repairs),
    state === 'awaitingAcceptance' && workMark({ failedChecks, isAccepted, isChecked }, repairs),
  ]
  return all.filter((mark) => mark !== false)
}

function dueMark(dueOn: Day, today: Day, { marks: words }: Words['repairs']): Mark {
  const isOver = dueOn <= today
  const on = formatDay(dueOn)
  return { words: isOver ? words.overdue(on) : words.due(on), color: isOver ? STATE_COLORS.bad : STATE_COLORS.quiet }
}

/** Who comes when. */
function plannedMark({ crew, plannedFor }: Repair, { marks: words }: Words['repairs']): Mark | false {
  if (crew === null || plannedFor === null) return false
  return { words: words.planned(crew, formatDay(plannedFor).slice(0, 5)), color: STATE_COLORS.quiet }
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
