/** The work of a repair as its acceptance record and its certificate tell it: all of it, taken together. */

import type { Day } from '../domain/day.ts'
import type { RepairItem } from '../domain/repair-cost.ts'
import type { Reader } from '../ledger/connection.ts'
import type { RepairLine } from '../ledger/repairs/repair-lines.ts'
import { surveyOf, worksOf } from '../ledger/repairs/repair-work.ts'

export interface WorkOnPaper {
  conditionFound: string
  workDone: string
  /** The last day of it. */
  doneOn: Day
  crew: string
  /** Null where nobody counted. */
  hours: number | null
  items: RepairItem[]
}

export function workOnPaper(reader: Reader, { repairId, need }: RepairLine): WorkOnPaper {
  const works = worksOf(reader, repairId)
  const last = works.at(-1)
  if (!last) throw new Error('A repair without work was let through')
  const counted = works.flatMap(({ hours }) => hours ?? [])
  return {
    conditionFound: surveyOf(reader, repairId)?.conditionFound ?? need ?? '',
    workDone: works.map(({ workDone }) => workDone).join('; '),
    doneOn: last.happenedOn,
    crew: [...new Set(works.map(({ crew }) => crew))].join(', '),
    hours: counted.length === 0 ? null : counted.reduce((sum, hours) => sum + hours, 0),
    items: works.flatMap(({ items }) => items),
  }
}
