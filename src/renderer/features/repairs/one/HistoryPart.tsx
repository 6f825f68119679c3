/** Every step of a repair, the latest first: what happened on which day, why, and who recorded it. */

import type { RepairDetail } from '../../../../contract/repairs.ts'
import { formatDay } from '../../../../domain/day.ts'
import { showInstant } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import classes from './OneRepair.module.css'
import { Part } from './Part.tsx'

export function HistoryPart({ repair: { steps } }: { repair: RepairDetail }) {
  const { repairs: text } = useText()
  const { one } = text
  if (steps.length === 0) return null
  return (
    <Part title={one.history}>
      <ol className={classes.history} reversed>
        {steps.toReversed().map(({ stepId, event, happenedOn, reason, dueOn, recordedBy, recordedAt }) => (
          <li key={stepId}>
            <strong>{text.events[event]}</strong> {formatDay(happenedOn)}
            {(reason ?? dueOn) && (
              <div>{[reason, dueOn && one.dueOn(formatDay(dueOn))].filter(Boolean).join(' · ')}</div>
            )}
            <div className={classes.quiet}>{one.recordedBy(recordedBy, showInstant(recordedAt))}</div>
          </li>
        ))}
      </ol>
    </Part>
  )
}
