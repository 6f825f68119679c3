/** The list of repairs: one line each with where it stands; Space picks several, Enter opens one. */

import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { Repair } from '../../../contract/repairs.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import { showAmount } from '../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../components/LineGrid.tsx'
import { useText } from '../../text/language.ts'
import type { Text as Words } from '../../text/texts.ts'
import { Marks, StateWord } from './RepairMarks.tsx'
import classes from './Repairs.module.css'

export interface RepairsShown {
  repairs: readonly Repair[]
  today: Day
  activeId: string | undefined
  picked: ReadonlySet<string>
  takesFocus: boolean
  onMove: (repair: Repair) => void
  onOpen: (repair: Repair) => void
  onPick: (repair: Repair) => void
}

export function RepairList({ repairs, today, activeId, picked, takesFocus, onMove, onOpen, onPick }: RepairsShown) {
  const text = useText()
  const [activeKey, setActiveKey] = useState(activeId)
  const active = repairs.find(({ repairId }) => repairId === activeKey) ?? repairs[0]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid in it has the focus; one key more is heard here.
    <div
      className={classes.fills}
      onKeyDown={(event) => {
        if (event.key !== ' ' || !active) return
        event.preventDefault()
        onPick(active)
      }}
    >
      <LineGrid
        label={text.repairs.title}
        columns={columnsOf({ today, picked, onPick }, text)}
        lines={repairs}
        keyOf={({ repairId }) => repairId}
        startKey={activeId}
        takesFocus={takesFocus}
        onMove={(repair) => {
          setActiveKey(repair.repairId)
          onMove(repair)
        }}
        onOpen={onOpen}
      />
    </div>
  )
}

function columnsOf(
  { today, picked, onPick }: Pick<RepairsShown, 'today' | 'picked' | 'onPick'>,
  { repairs: words }: Words,
): LineColumn<Repair>[] {
  const { columns: headers, marks } = words
  return [
    {
      name: 'pick',
      header: '',
      width: '22px',
      show: (repair) => <Pick repair={repair} isPicked={picked.has(repair.repairId)} onPick={onPick} />,
    },
    {
      name: 'number',
      header: headers.number,
      width: '66px',
      show: ({ documentNumber }) => (
        <span title={documentNumber ?? ''}>{shortNumber(documentNumber) ?? marks.noNumber}</span>
      ),
    },
    {
      name: 'name',
      header: headers.name,
      width: 'minmax(130px, 1fr)',
      show: ({ household }) => <strong>{household.headOfHousehold}</strong>,
    },
    {
      name: 'place',
      header: headers.place,
      width: 'minmax(110px, 1fr)',
      show: ({ household }) => placeOf(household),
    },
    { name: 'cost', header: headers.cost, width: '92px', kind: 'figure', show: ({ costDong }) => showCost(costDong) },
    { name: 'since', header: headers.since, width: '76px', show: ({ since }) => formatDay(since) },
    {
      name: 'state',
      header: headers.state,
      width: 'minmax(236px, 1.8fr)',
      show: (repair) => (
        <span className={classes.stateCell}>
          <StateWord state={repair.state} /> <Marks repair={repair} today={today} />
        </span>
      ),
    },
  ]
}

/** "07/2026" of "07/2026/PKS-PC042": on a screen of one office the rest says nothing. */
export function shortNumber(documentNumber: string | null): string | undefined {
  return documentNumber?.split('/').slice(0, 2).join('/')
}

/** Nothing is estimated yet where it is nothing. */
export const showCost = (costDong: number) => (costDong > 0 ? showAmount(costDong) : '')

export function placeOf({ hamlet, communeName }: Repair['household']): string {
  return [hamlet, communeName].filter(Boolean).join(', ')
}

interface PickProps {
  repair: Repair
  isPicked: boolean
  onPick: (repair: Repair) => void
}

function Pick({ repair, isPicked, onPick }: PickProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the box in it is what is clicked.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Space does it where the keys are.
    <span onClick={(event) => event.stopPropagation()}>
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={repair.household.headOfHousehold}
        checked={isPicked}
        onChange={() => onPick(repair)}
      />
    </span>
  )
}
