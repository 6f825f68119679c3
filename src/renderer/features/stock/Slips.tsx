/** The slips, the one that is open, and what can be done to the one the clerk is at. */

import { Text } from '@mantine/core'
import { useState } from 'react'
import type { StockSlip } from '../../../contract/stock.ts'
import type { Day } from '../../../domain/day.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { SlipActions } from './SlipActions.tsx'
import { SlipDetails } from './SlipDetails.tsx'
import { SlipList } from './SlipList.tsx'
import classes from './Stock.module.css'
import { useSlipPrinting } from './use-slip-form.ts'

/** As many as the office lists at once: years of slips of one office. */
const MOST_SHOWN = 2000

interface SlipsProps {
  today: Day
  mayMove: boolean
  takesFocus: boolean
}

export function Slips({ today, mayMove, takesFocus }: SlipsProps) {
  const words = useText().stock.slips
  const { data, error } = useOfficeQuery('stock.slips', { limit: MOST_SHOWN })
  const printing = useSlipPrinting()
  const [activeId, setActiveId] = useState<string>()
  const [openedId, setOpenedId] = useState<string>()
  const slips = data?.slips ?? []
  const active = slips.find(({ slipId }) => slipId === activeId) ?? slips[0]
  const opened = slips.find(({ slipId }) => slipId === openedId)
  const actions = (slip: StockSlip | undefined) => (
    <SlipActions
      slip={slip}
      today={today}
      mayMove={mayMove}
      isPrinting={printing.isRunning}
      onPrint={(slipId) => void printing.print(slipId)}
    />
  )
  return (
    <>
      <FailureAlert failure={error?.failure ?? printing.failure} m="md" />
      {data && (
        <SlipList
          slips={slips}
          activeId={activeId}
          takesFocus={takesFocus}
          onMove={setActiveId}
          onOpen={(slipId) => {
            setActiveId(slipId)
            setOpenedId(slipId)
          }}
        />
      )}
      <div className={classes.bar}>
        <Text size="xs" c="gray.7">
          {data && words.shown(showCount(slips.length), showCount(data.count))}
        </Text>
        {actions(active)}
      </div>
      {opened && <SlipDetails slip={opened} actions={actions(opened)} onClose={() => setOpenedId(undefined)} />}
    </>
  )
}
