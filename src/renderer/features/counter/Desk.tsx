/** The desk: one household after the other is found, served and left; then the search has the keys again, empty. */

import { Alert, CloseButton, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { getRouteApi } from '@tanstack/react-router'
import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Campaign } from '../../../contract/campaigns.ts'
import type { DistributionEvent } from '../../../contract/distributions.ts'
import type { Handover } from '../../../contract/gifts.ts'
import type { OfficeDescription } from '../../../contract/office.ts'
import type { Day } from '../../../domain/day.ts'
import { useCommands } from '../../commands/registry.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { HouseholdSearch } from '../../components/HouseholdSearch.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { useScan } from '../../scanner/scans.ts'
import { useText } from '../../text/language.ts'
import classes from './Counter.module.css'
import { type CounterView, dayToBeginWith, NO_EVENT } from './counter-view.ts'
import type { ScannedReceipt } from './gift-to-give.ts'
import { HouseholdCard } from './HouseholdCard.tsx'
import { useGiving } from './hand-over.ts'
import { RecentHandovers } from './RecentHandovers.tsx'
import { useReceiptPrinting } from './receipt-printing.ts'
import { VoidHandoverDialog } from './VoidHandoverDialog.tsx'

const route = getRouteApi('/counter')

/** "31", "31/2026", "31/2026/BBBG-PC042", or the digits under the code of a paper. */
const RECEIPT_NUMBER = /^\d[\d ]*(?:\/|$)/

interface DeskProps {
  campaign: Campaign
  event: DistributionEvent | null
  today: Day
  rights: OfficeDescription['rights']
}

export function Desk({ campaign, event, today, rights }: DeskProps) {
  const text = useText().counter
  const { householdId, receipt: receiptNumber } = route.useSearch()
  const search = useRef<HTMLInputElement>(null)
  const [handedOverOn, setHandedOverOn] = useState<string>(() => dayToBeginWith(campaign, event, today))
  const [toVoid, setToVoid] = useState<Handover | null>(null)
  const { data: found } = useOfficeQuery('gifts.receipt', receiptNumber ? { text: receiptNumber } : null)
  const receipt = receiptNumber ? (found?.receipt ?? null) : null
  const toSearch = () => search.current?.focus()
  const serve = useServing(campaign, event)
  const openReceipt = useOpeningReceipts(serve)
  const next = () => {
    serve({})
    toSearch()
  }
  const printing = useReceiptPrinting()
  const giving = useGiving(printing, next)
  useEffect(toSearch, [])
  useCommands([{ id: 'counter.find', keys: 'F3', label: text.find, run: toSearch }])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is clicked is in it; afterwards the search has the keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: whoever goes by keys stays where they went.
    <div className={classes.desk} onClick={(click) => afterPointing(click, toSearch)}>
      <div className={classes.finding}>
        <Finding
          {...{ search, serve, openReceipt }}
          spare={receipt?.household === null ? receiptNumber : undefined}
          onChosen={toSearch}
        />
        {receipt && <ReceiptNote receipt={receipt} onLeave={next} />}
        <FailureAlert failure={printing.failure} mt={4} />
        <RecentHandovers
          {...{ campaign, event, rights, printing }}
          onVoid={setToVoid}
          onOpen={(handover) => {
            serve({ householdId: handover.householdId })
            toSearch()
          }}
        />
      </div>
      <div className={classes.card}>
        <HandoverDay value={handedOverOn} today={today} onChange={setHandedOverOn} />
        {householdId ? (
          <HouseholdCard
            key={`${householdId} ${receiptNumber}`}
            {...{ campaign, event, householdId, handedOverOn, receipt, giving, printing, rights }}
            onVoid={setToVoid}
            onLeave={next}
          />
        ) : (
          <EmptyNote title={text.choosePrompt} next={text.choosePromptNext} />
        )}
      </div>
      {toVoid && (
        <VoidHandoverDialog
          handover={toVoid}
          today={today}
          rights={rights}
          printing={printing}
          onClose={() => {
            setToVoid(null)
            toSearch()
          }}
          onAgain={() => serve({ householdId: toVoid.householdId })}
        />
      )}
    </div>
  )
}

const TYPED_IN = 'input:not([type="radio"]):not([type="checkbox"]), textarea, [role="dialog"]'

/**
 * After a click with the mouse the keys go back to the search, for a scanner types wherever they are; not from a field
 * that was clicked to be typed in, nor from a dialog that the click opened.
 */
function afterPointing({ currentTarget: desk, target, detail }: MouseEvent<HTMLElement>, toSearch: () => void): void {
  const isOfDesk = (element: Element | null) => element === document.body || desk.contains(element)
  if (detail === 0 || !(target instanceof Element) || !isOfDesk(target) || target.closest(TYPED_IN)) return
  setTimeout(() => {
    const at = document.activeElement
    if (isOfDesk(at) && !at?.closest(TYPED_IN)) toSearch()
  })
}

interface HandoverDayProps {
  value: string
  today: Day
  onChange: (day: string) => void
}

function HandoverDay({ value, today, onChange }: HandoverDayProps) {
  const text = useText().counter
  const day = useRef<HTMLInputElement>(null)
  useCommands([{ id: 'counter.day', keys: 'F6', label: text.handedOverOn, run: () => day.current?.focus() }])
  return (
    <Group gap="xs" mb="xs" component="label">
      <Text size="sm" fw={500} span>
        {text.handedOverOn} (F6)
      </Text>
      <DayInput ref={day} value={value} today={today} onChange={onChange} w={120} />
    </Group>
  )
}

interface FindingProps {
  search: RefObject<HTMLInputElement | null>
  serve: (view: CounterView) => void
  openReceipt: (typed: string) => Promise<void>
  /** A blank that was scanned: whoever is chosen next is the one it is for. */
  spare: string | undefined
  onChosen: () => void
}

function Finding({ search, serve, openReceipt, spare, onChosen }: FindingProps) {
  return (
    <HouseholdSearch
      inputRef={search}
      height={220}
      onChoose={({ householdId }) => {
        serve({ householdId, receipt: spare })
        onChosen()
      }}
      onNothing={(typed) => {
        const isNumber = RECEIPT_NUMBER.test(typed)
        if (isNumber) void openReceipt(typed)
        return isNumber
      }}
    />
  )
}

/** Opens a card at this place, or at the one a receipt belongs to. */
function useServing(campaign: Campaign, event: DistributionEvent | null): (view: CounterView) => void {
  const navigate = route.useNavigate()
  const here = { campaignId: campaign.campaignId, eventId: event?.eventId ?? NO_EVENT }
  return (view) => void navigate({ search: { ...here, ...view }, replace: true })
}

/** A receipt that is scanned, or whose number or code is typed, opens the card of its household with that receipt. */
function useOpeningReceipts(serve: (view: CounterView) => void): (typed: string) => Promise<void> {
  const text = useText().counter
  const { client } = useOffice()
  async function open(typed: string): Promise<void> {
    const reply = await client.query('gifts.receipt', { text: typed })
    const receipt = reply.ok ? reply.value.receipt : null
    if (!receipt) return void notifications.show({ message: text.receiptNotFound(typed), color: 'red' })
    const { campaignId, eventId, household, documentNumber } = receipt
    serve({
      campaignId,
      ...(eventId ? { eventId } : {}),
      householdId: household?.householdId,
      receipt: documentNumber,
    })
  }
  useScan(({ reading, paper }) => {
    const isReceipt = reading.kind === 'paperCode' && paper?.kind !== 'repairCertificate'
    if (isReceipt) void open(reading.code)
    return isReceipt
  })
  return open
}

/** Which receipt is at hand: whose it is, or that it is a spare one to be filled in, or that it is none any more. */
function ReceiptNote({ receipt, onLeave }: { receipt: ScannedReceipt; onLeave: () => void }) {
  const { counter: text, trade } = useText()
  const { documentNumber, position, household, fate } = receipt
  const isUsable = fate === 'open' || fate === 'spare'
  const state = isUsable ? !household && text.spareNext : trade.sheetFates[fate]
  const title = household ? text.scanned(documentNumber, position) : text.spare(documentNumber, position)
  return (
    <Alert color={isUsable ? 'lake' : 'orange'} variant="light" p="xs" mt={4} role="status">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600}>
          {[title, state].filter(Boolean).join(' · ')}
        </Text>
        <CloseButton size="sm" aria-label={text.leaveReceipt} title={text.leaveReceipt} onClick={onLeave} />
      </Group>
    </Alert>
  )
}
