/** Drawing up the list of a commune: everybody surveyed there is on it until left out; it is numbered and printed. */

import { Checkbox, Text } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../../contract/contract.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { ALL_REPAIRS, type Repair } from '../../../../contract/repairs.ts'
import type { Day } from '../../../../domain/day.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { showAmount } from '../../../components/formats.ts'
import { useOfficeCommand, useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { StepFrame, tellKept } from '../forms/StepFrame.tsx'
import type { RepairPrinting } from '../use-repair-printing.ts'
import classes from './Confirmations.module.css'

interface DrawUpDialogProps {
  waiting: Output<'confirmations.list'>['waiting'][number]
  office: OfficeDescription
  printing: RepairPrinting
  onClose: () => void
}

export function DrawUpDialog({ waiting, office, printing, onClose }: DrawUpDialogProps) {
  const { repairs: text } = useText()
  const words = text.confirmations
  const { run, isRunning, failure } = useOfficeCommand('confirmations.drawUp')
  const filter = { ...ALL_REPAIRS, states: ['surveyed' as const], communeName: waiting.communeName }
  const { data } = useOfficeQuery('repairs.list', { filter, limit: 5000 }, { keeps: true })
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set<string>())
  const [drawnUpOn, setDrawnUpOn] = useState<string>(office.today)
  const repairs = (data?.repairs ?? []).filter(({ repairId }) => waiting.repairIds.includes(repairId))
  const chosen = waiting.repairIds.filter((repairId) => !leftOut.has(repairId))

  async function keep(isPrinted: boolean): Promise<void> {
    if (chosen.length === 0) return
    const drawn = await run({ repairIds: chosen, drawnUpOn: drawnUpOn as Day })
    if (!drawn) return
    tellKept(words.drawnUp(drawn.documentNumber))
    onClose()
    if (isPrinted) await printing.confirmationList(drawn.listId)
  }
  function turn(repairId: string): void {
    const next = new Set(leftOut)
    if (!next.delete(repairId)) next.add(repairId)
    setLeftOut(next)
  }
  return (
    <StepFrame
      title={words.drawUpTitle(waiting.communeName ?? words.noCommune)}
      size={760}
      {...{ failure, isRunning, onClose }}
      keep={() => void keep(false)}
      keepLabel={words.drawUp}
      keepAndPrint={{ label: words.drawUpAndPrint, run: () => void keep(true) }}
      isDisabled={chosen.length === 0}
    >
      <DayInput
        label={words.drawnUpOn}
        withAsterisk
        data-autofocus
        w={160}
        today={office.today}
        value={drawnUpOn}
        onChange={setDrawnUpOn}
      />
      <Entries repairs={repairs} leftOut={leftOut} onTurn={turn} />
      {chosen.length === 0 && (
        <Text size="sm" c="red.9" role="alert">
          {words.nobodyPicked}
        </Text>
      )}
    </StepFrame>
  )
}

interface EntriesProps {
  repairs: readonly Repair[]
  leftOut: ReadonlySet<string>
  onTurn: (repairId: string) => void
}

function Entries({ repairs, leftOut, onTurn }: EntriesProps) {
  const { columns, pickOne } = useText().repairs.confirmations
  return (
    <section className={classes.entries} aria-label={columns.name}>
      <table className={classes.table}>
        <thead>
          <tr>
            <td aria-hidden />
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.hamlet}</th>
            <th scope="col" data-figure>
              {columns.estimate}
            </th>
          </tr>
        </thead>
        <tbody>
          {repairs.map(({ repairId, household, costDong }) => (
            <tr key={repairId}>
              <td>
                <Checkbox
                  size="xs"
                  aria-label={pickOne(household.headOfHousehold)}
                  checked={!leftOut.has(repairId)}
                  onChange={() => onTurn(repairId)}
                />
              </td>
              <td>{household.headOfHousehold}</td>
              <td>{household.hamlet}</td>
              <td data-figure>{showAmount(costDong)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
