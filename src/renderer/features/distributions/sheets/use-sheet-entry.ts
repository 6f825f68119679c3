/** What is being typed of the papers of a kit, and entering it; several by their places, or one from the list. */

import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import type { Output } from '../../../../contract/contract.ts'
import type { Sheet } from '../../../../contract/distributions.ts'
import type { Failure } from '../../../../contract/failure.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { useText } from '../../../text/language.ts'
import { type EntryReading, isOneBlank, needsReason, readEntry, type SheetChoice, writeSheets } from './sheet-entry.ts'
import { useSendingSheets } from './use-sending-sheets.ts'

/** Where the keys go next; a new one each time, so that they go there again. */
export interface KeysAt {
  field: 'positions' | 'reason'
}

export interface SheetEntering {
  typed: string
  setTyped: (typed: string) => void
  choice: SheetChoice
  choose: (choice: SheetChoice) => void
  on: string
  setOn: (on: string) => void
  reason: string
  setReason: (reason: string) => void
  /** The distribution those who did not come are expected at next; null leaves them. */
  carryTo: string | null
  setCarryTo: (eventId: string | null) => void
  reading: EntryReading
  /** Takes what cannot be entered out of what was typed. */
  leaveOut: () => void
  enter: () => Promise<void>
  /** Enters one paper of the list, after those whose keys were pressed before. */
  enterOne: (sheet: Sheet, choice: SheetChoice) => void
  /** Asks for what is not known of one paper yet: its household, or a reason. */
  askFor: (sheet: Sheet, choice: SheetChoice) => void
  keysAt: KeysAt
  isRunning: boolean
  failure: Failure | null
}

export function useSheetEntry(
  { event: { eventId, heldOn }, sheets }: Output<'distributions.get'>,
  { today, rights }: OfficeDescription,
  onBlank: (sheet: Sheet) => void,
): SheetEntering {
  const { reasonOf } = useText().distributions.entry
  const { send, isRunning, failure } = useSendingSheets(eventId)
  const [typed, setTyped] = useState('')
  const [choice, choose] = useState<SheetChoice>('signed')
  const signedOn: string = heldOn < today ? heldOn : today
  const [days, setDays] = useState({ signed: signedOn, void: today as string })
  const [reasons, setReasons] = useState<Partial<Record<SheetChoice, string>>>(reasonOf)
  const [carryTo, setCarryTo] = useState<string | null>(null)
  const [keysAt, setKeysAt] = useState<KeysAt>({ field: 'positions' })
  const before = useRef(Promise.resolve())
  const reading = readEntry(typed, sheets, choice, rights)
  const dayOf = choice === 'signed' ? 'signed' : 'void'
  const reason = reasons[choice] ?? ''

  async function enter(): Promise<void> {
    if (reading.state !== 'read') return setKeysAt({ field: 'positions' })
    const [only] = reading.sheets
    if (only && isOneBlank(reading, choice)) return onBlank(only)
    if (reading.unknown.length > 0 || reading.refused.length > 0) return setKeysAt({ field: 'positions' })
    if (needsReason(choice) && reason.trim() === '') return setKeysAt({ field: 'reason' })
    const message = await send(reading.sheets, { choice, on: days[dayOf], reason }, carryTo)
    if (message === null) return
    notifications.show({ message, color: 'teal' })
    setTyped('')
    setReasons(reasonOf)
    setKeysAt({ field: 'positions' })
  }
  function enterOne(sheet: Sheet, as: SheetChoice): void {
    const enterIt = async () => void (await send([sheet], { choice: as, on: days.signed, reason: '' }, null))
    before.current = before.current.then(enterIt).catch(reportError)
  }
  function askFor(sheet: Sheet, as: SheetChoice): void {
    if (as === 'signed') return void onBlank(sheet)
    setTyped(writeSheets([sheet]))
    choose(as)
    setKeysAt({ field: 'reason' })
  }
  function leaveOut(): void {
    if (reading.state !== 'read') return
    const left = new Set(reading.refused.map(({ sheet }) => sheet))
    setTyped(writeSheets(reading.sheets.filter((sheet) => !left.has(sheet))))
    setKeysAt({ field: 'positions' })
  }
  return {
    typed,
    setTyped,
    choice,
    choose,
    on: days[dayOf],
    setOn: (on) => setDays({ ...days, [dayOf]: on }),
    reason,
    setReason: (next) => setReasons({ ...reasons, [choice]: next }),
    carryTo,
    setCarryTo,
    reading,
    leaveOut,
    enter,
    enterOne,
    askFor,
    keysAt,
    isRunning,
    failure,
  }
}
