/** One repair as a card of the board. A click opens it, with Ctrl it is picked. */

import type { Repair } from '../../../../contract/repairs.ts'
import type { Day } from '../../../../domain/day.ts'
import { useText } from '../../../text/language.ts'
import { placeOf, shortNumber, showCost } from '../RepairList.tsx'
import { Marks } from '../RepairMarks.tsx'
import classes from './Board.module.css'

interface RepairCardProps {
  id: string
  repair: Repair
  today: Day
  isActive: boolean
  isPicked: boolean
  onOpen: () => void
  onPick: () => void
}

export function RepairCard({ id, repair, today, isActive, isPicked, onOpen, onPick }: RepairCardProps) {
  const { marks } = useText().repairs
  const { household, documentNumber, costDong } = repair
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the board around it holds the focus and has the keys.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isPicked}
      className={classes.card}
      data-active={isActive || undefined}
      data-picked={isPicked || undefined}
      onClick={(event) => (event.ctrlKey ? onPick() : onOpen())}
    >
      <strong className={classes.cut}>{household.headOfHousehold}</strong>
      <span className={classes.quiet}>{placeOf(household)}</span>
      <span className={classes.marks}>
        <Marks repair={repair} today={today} />
      </span>
      <span className={classes.foot}>
        <span>{shortNumber(documentNumber) ?? marks.noNumber}</span>
        <span>{showCost(costDong)}</span>
      </span>
    </div>
  )
}
