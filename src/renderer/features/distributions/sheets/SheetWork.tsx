/** The papers of an issued kit: their balance, the line they are entered in, their list, and what is done with one. */

import { Group } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Campaign } from '../../../../contract/campaigns.ts'
import type { Output } from '../../../../contract/contract.ts'
import type { DistributionEvent, Sheet } from '../../../../contract/distributions.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import type { SheetFate } from '../../../../domain/distribution.ts'
import { useCommands } from '../../../commands/registry.ts'
import { useScan } from '../../../scanner/scans.ts'
import { useText } from '../../../text/language.ts'
import classes from '../Distributions.module.css'
import { BalancePanel } from './BalancePanel.tsx'
import { CarryTargetDialog } from './CarryTargetDialog.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { MissingPapers } from './MissingPapers.tsx'
import { SheetActions, type SheetDialog } from './SheetActions.tsx'
import { SheetEntry } from './SheetEntry.tsx'
import { SheetList } from './SheetList.tsx'
import { SubstituteDialog } from './SubstituteDialog.tsx'
import { CHOICE_KEYS, isEnteredAtOnce, isUnused, SHEET_CHOICES, type SheetChoice } from './sheet-entry.ts'
import { useSheetEntry } from './use-sheet-entry.ts'
import { VoidSlips } from './VoidSlips.tsx'

interface SheetWorkProps {
  found: Output<'distributions.get'>
  campaign: Campaign
  events: readonly DistributionEvent[]
  office: OfficeDescription
  shownFate: SheetFate | undefined
  onFate: (fate: SheetFate | undefined) => void
}

export function SheetWork({ found, campaign, events, office, shownFate, onFate }: SheetWorkProps) {
  const { event, sheets } = found
  const list = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState<string>()
  const [dialog, setDialog] = useState<SheetDialog | null>(null)
  const entering = useSheetEntry(found, office, (sheet) => setDialog({ what: 'handOver', sheet }))
  const shown = shownFate ? sheets.filter(({ fate }) => fate === shownFate) : sheets
  const active = shown.find(({ receiptId }) => receiptId === activeId) ?? shown[0]
  const mayEnter = office.rights.includes('gift.handOver')
  const targets = events.filter(
    ({ campaignId, eventId, kit }) => campaignId === event.campaignId && eventId !== event.eventId && kit === null,
  )

  const toList = () => list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  /** In the list a key enters the one paper and goes on to the next; elsewhere it says what is meant by the typing. */
  function choose(choice: SheetChoice): void {
    if (!active || !list.current?.contains(document.activeElement)) return void entering.choose(choice)
    if (!isEnteredAtOnce(active, choice)) return void entering.askFor(active, choice)
    const next = shown[shown.indexOf(active) + 1] ?? shown[shown.indexOf(active) - 1]
    setActiveId(next?.receiptId)
    entering.enterOne(active, choice)
  }
  useChoiceKeys(mayEnter, choose)
  useScan(({ reading }) => {
    const scanned = reading.kind === 'paperCode' ? sheets.find(({ code }) => code === reading.code) : undefined
    if (!scanned) return false
    if (shownFate && scanned.fate !== shownFate) onFate(undefined)
    setActiveId(scanned.receiptId)
    toList()
    return true
  })
  return (
    <>
      <BalancePanel balance={event.balance} shown={shownFate} onShow={onFate} />
      {mayEnter && (
        <SheetEntry
          entering={entering}
          today={office.today}
          last={Math.max(0, ...sheets.map(({ position }) => position ?? 0))}
          targets={targets}
          onNewTarget={() => setDialog({ what: 'carryTarget' })}
          onDown={toList}
        />
      )}
      <div ref={list} className={classes.fills}>
        <SheetList
          sheets={shown}
          activeId={activeId}
          onMove={({ receiptId }) => setActiveId(receiptId)}
          onEnter={(sheet) => mayEnter && isUnused(sheet) && setDialog({ what: 'handOver', sheet })}
        />
      </div>
      <Group className={classes.bar ?? ''} gap="xs">
        <SheetActions sheet={active} event={event} office={office} onAsk={setDialog} />
        <VoidSlips sheet={active} sheets={sheets} mayPrint={office.rights.includes('paper.print')} />
      </Group>
      <Dialogs
        {...{ dialog, found, campaign, office }}
        onClose={() => setDialog(null)}
        onTarget={(eventId) => entering.setCarryTo(eventId)}
        onGiven={() => entering.setTyped('')}
      />
    </>
  )
}

function useChoiceKeys(mayEnter: boolean, choose: (choice: SheetChoice) => void): void {
  const { entry } = useText().distributions
  useCommands(
    SHEET_CHOICES.map((choice) => ({
      id: `distributions.${choice}`,
      keys: CHOICE_KEYS[choice],
      label: entry.choices[choice],
      run: () => choose(choice),
      isDisabled: !mayEnter,
    })),
  )
}

interface DialogsProps extends Pick<SheetWorkProps, 'found' | 'campaign' | 'office'> {
  dialog: SheetDialog | null
  onClose: () => void
  onTarget: (eventId: string) => void
  onGiven: () => void
}

function Dialogs({ dialog, found: { event, sheets }, campaign, office, ...on }: DialogsProps) {
  const { onClose, onTarget, onGiven } = on
  if (dialog === null) return null
  const common = { event, campaign, office, onClose }
  switch (dialog.what) {
    case 'handOver':
      return <HandOverDialog {...common} sheet={dialog.sheet} onGiven={onGiven} />
    case 'substitute':
      return <SubstituteDialog {...common} sheet={dialog.sheet} blanks={sheets.filter(isUnusedBlank)} />
    case 'carryTarget':
      return <CarryTargetDialog {...common} onPlanned={onTarget} />
    case 'missing':
      return <MissingPapers event={event} onClose={onClose} />
  }
}

function isUnusedBlank(sheet: Sheet): boolean {
  return sheet.household === null && isUnused(sheet)
}
