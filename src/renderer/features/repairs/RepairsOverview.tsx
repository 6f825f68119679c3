/** The repairs a shelf holds, as a list or a board, and what can be done with the active one or with those picked. */

import { Loader, Scroller, Tabs, Text } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../contract/contract.ts'
import type { Repair } from '../../../contract/repairs.ts'
import { REPAIR_STATES, type RepairState } from '../../../domain/repair.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount, showCount } from '../../components/formats.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { boardColumns } from './board/board-keys.ts'
import { RepairBoard } from './board/RepairBoard.tsx'
import { nextAction } from './next-step.ts'
import { PickedActions } from './PickedActions.tsx'
import { RepairActions } from './RepairActions.tsx'
import { RepairList } from './RepairList.tsx'
import classes from './Repairs.module.css'
import type { RepairsScreenProps } from './Repairs.tsx'
import { filterCount, filterOf, type RepairLook } from './repairs-view.ts'

/** As many as the office lists at once: years of repairs of one office. */
const MOST_SHOWN = 5000

/** The line the clerk was at, for coming back from one repair to the list. */
let lastActiveId: string | undefined

export function RepairsOverview(props: RepairsScreenProps & { look: RepairLook }) {
  const { view, office, printing, show, look } = props
  const filter = filterOf(view, office.today)
  const asked = look === 'board' ? { ...filter, states: [] } : filter
  const { data, error } = useOfficeQuery('repairs.list', { filter: asked, limit: MOST_SHOWN }, { keeps: true })
  const [activeId, setActiveId] = useState(lastActiveId)
  const [pickedIds, setPicked] = useState<ReadonlySet<string>>(new Set<string>())
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data) return <Loader m="md" />
  const { repairs } = data
  const picked = repairs.filter(({ repairId }) => pickedIds.has(repairId))
  const inOrder = look === 'board' ? boardColumns(repairs, data.counts).flatMap(({ cards }) => cards) : repairs
  const active = inOrder.find(({ repairId }) => repairId === activeId) ?? inOrder[0]

  function move({ repairId }: Repair): void {
    lastActiveId = repairId
    setActiveId(repairId)
  }
  function pick({ repairId }: Repair): void {
    const next = new Set(pickedIds)
    if (!next.delete(repairId)) next.add(repairId)
    setPicked(next)
  }
  const shown = {
    repairs,
    today: office.today,
    activeId: active?.repairId,
    picked: pickedIds,
    takesFocus: !view.open,
    onMove: move,
    onOpen: ({ repairId }: Repair) => show({ repairId }),
    onPick: pick,
  }
  return (
    <>
      {look === 'list' && (view.shelf ?? 'all') === 'all' && (
        <StateTabs counts={data.counts} value={view.state} onChange={(state) => show({ state })} />
      )}
      {repairs.length === 0 && <Nothing {...props} />}
      {repairs.length > 0 &&
        (look === 'board' ? (
          <RepairBoard {...shown} counts={data.counts} />
        ) : (
          <RepairList key={JSON.stringify(asked)} {...shown} />
        ))}
      <div className={classes.bar}>
        <Tally data={data} picked={picked} look={look} />
        {picked.length > 0 ? (
          <PickedActions {...{ picked, office, printing }} onClear={() => setPicked(new Set())} />
        ) : (
          <RepairActions
            repair={active}
            next={active ? nextAction(active, office.today) : null}
            office={office}
            printing={printing}
            show={show}
            batch={repairs}
            campaignId={view.campaignId}
          />
        )}
      </div>
    </>
  )
}

function Nothing({ view }: RepairsScreenProps) {
  const text = useText().repairs
  if (filterCount(view) > 0 || view.text || view.state) {
    return <EmptyNote title={text.nothingFound} next={text.nothingFoundNext} />
  }
  if (view.shelf === 'unsafe') return <EmptyNote title={text.noUnsafe} />
  if (view.shelf === 'recheck') return <EmptyNote title={text.noRecheck} />
  return <EmptyNote title={text.empty} next={text.emptyNext} />
}

interface StateTabsProps {
  counts: Record<RepairState, number>
  value: RepairState | undefined
  onChange: (state: RepairState | undefined) => void
}

function StateTabs({ counts, value, onChange }: StateTabsProps) {
  const { repairs: text, trade } = useText()
  const all = REPAIR_STATES.reduce((sum, state) => sum + counts[state], 0)
  return (
    <div className={classes.states}>
      <Scroller edgeGradientColor="var(--mantine-color-gray-0)" controlSize={28}>
        <Tabs
          variant="pills"
          value={value ?? 'all'}
          onChange={(tab) => onChange(REPAIR_STATES.find((state) => state === tab))}
        >
          <Tabs.List className={classes.stateList ?? ''}>
            {(['all', ...REPAIR_STATES] as const).map((state) => (
              <Tabs.Tab key={state} value={state} className={classes.state ?? ''}>
                {state === 'all' ? text.allStates : trade.repairStates[state]}{' '}
                <span className={classes.stateCount}>{showCount(state === 'all' ? all : counts[state])}</span>
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </Scroller>
    </div>
  )
}

interface TallyProps {
  data: Output<'repairs.list'>
  picked: readonly Repair[]
  look: RepairLook
}

function Tally({ data: { repairs, count }, picked, look }: TallyProps) {
  const text = useText().repairs
  const costDong = picked.reduce((sum, repair) => sum + repair.costDong, 0)
  const told =
    repairs.length < count ? text.countOf(showCount(repairs.length), showCount(count)) : text.count(showCount(count))
  return (
    <Text size="xs" c="gray.7" role="status" truncate>
      {picked.length > 0 ? text.picked(showCount(picked.length), showAmount(costDong)) : `${told} · ${text.keys[look]}`}
    </Text>
  )
}
