/** The states a repair goes through, those behind it with their day; one that left the way shows where it ended. */

import type { RepairDetail } from '../../../../contract/repairs.ts'
import { formatDay } from '../../../../domain/day.ts'
import type { RepairState } from '../../../../domain/repair.ts'
import { useText } from '../../../text/language.ts'
import classes from './OneRepair.module.css'

const WAY: readonly RepairState[] = ['new', 'surveyed', 'confirmed', 'inProgress', 'awaitingAcceptance', 'done']

export function Trail({ repair }: { repair: RepairDetail }) {
  const { repairs: text, trade } = useText()
  const { state, steps, openedOn } = repair
  const isOff = !WAY.includes(state)
  const shown = isOff ? [...WAY.filter((one) => dayOf(one) !== null), state] : WAY
  const at = shown.indexOf(state)

  function dayOf(one: RepairState) {
    if (one === 'new') return openedOn
    return steps.findLast((step) => step.state === one)?.happenedOn ?? null
  }
  return (
    <ol className={classes.trail} aria-label={text.one.trail}>
      {shown.map((one, index) => {
        const on = index <= at ? dayOf(one) : null
        return (
          <li
            key={one}
            data-behind={index < at || undefined}
            data-state={one}
            aria-current={index === at ? 'step' : undefined}
          >
            <span>{trade.repairStates[one]}</span>
            {on && <span className={classes.trailDay}>{formatDay(on)}</span>}
          </li>
        )
      })}
    </ol>
  )
}
