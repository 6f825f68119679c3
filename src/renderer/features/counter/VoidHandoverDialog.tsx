/** Voiding a receipt: a row of its own with the day and the reason; the number is never used again. */

import { Checkbox, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Handover } from '../../../contract/gifts.ts'
import type { OfficeDescription } from '../../../contract/office.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import type { VoidKind } from '../../../domain/distribution.ts'
import { refuseLateVoid } from '../../../domain/document.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import type { ReceiptPrinting } from './receipt-printing.ts'

interface VoidHandoverDialogProps {
  handover: Handover
  today: Day
  rights: OfficeDescription['rights']
  printing: ReceiptPrinting
  onClose: () => void
  /** The gift is to be given again: the household's card opens. */
  onAgain: () => void
}

/** What happens at a counter; that nobody came is said when the papers of a distribution are entered. */
const KINDS: readonly VoidKind[] = ['mistake', 'spoiled']

export function VoidHandoverDialog(props: VoidHandoverDialogProps) {
  const { handover, today, rights, printing, onClose, onAgain } = props
  const { receiptId, documentNumber, headOfHousehold, handedOverOn } = handover
  const text = useText()
  const { run, isRunning, failure } = useOfficeCommand('gifts.void')
  const [kind, setKind] = useState<VoidKind>('mistake')
  const [reason, setReason] = useState('')
  const [voidedOn, setVoidedOn] = useState<string>(today)
  const [isToPrint, setToPrint] = useState(true)
  const errors = fieldErrors(text, failure)
  const late = refuseLateVoid({ documentNumber, issuedOn: handedOverOn }, today, rights.includes('gift.voidLater'))

  async function doVoid(isAgain: boolean): Promise<void> {
    const voided = await run({ receiptId, kind, voidedOn: voidedOn as Day, reason })
    if (!voided) return
    notifications.show({ message: text.counter.voidDone(voided.documentNumber) })
    if (isToPrint) printing.printVoidSlip(receiptId)
    onClose()
    if (isAgain) onAgain()
  }
  return (
    <Dialog opened onClose={onClose} title={text.counter.voidTitle(documentNumber)}>
      {late ? (
        <FailureAlert failure={{ family: 'refused', refusal: late }} />
      ) : (
        <FormFlow onSubmit={() => void doVoid(false)}>
          <Stack gap="sm">
            <Text size="sm">{text.counter.voidText(headOfHousehold)}</Text>
            {handedOverOn < today && <Text size="sm">{text.counter.voidLate(formatDay(handedOverOn))}</Text>}
            {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
            <Textarea
              label={text.components.reason}
              withAsterisk
              data-autofocus
              value={reason}
              error={errors.reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <KindAndDay {...{ kind, voidedOn, today }} error={errors.voidedOn} onKind={setKind} onDay={setVoidedOn} />
            <Checkbox
              label={text.counter.voidPrints}
              checked={isToPrint}
              onChange={(event) => setToPrint(event.currentTarget.checked)}
            />
            <VoidButtons isRunning={isRunning} onVoid={(isAgain) => void doVoid(isAgain)} />
          </Stack>
        </FormFlow>
      )}
    </Dialog>
  )
}

interface KindAndDayProps {
  kind: VoidKind
  voidedOn: string
  today: Day
  error: string | undefined
  onKind: (kind: VoidKind) => void
  onDay: (day: string) => void
}

function KindAndDay({ kind, voidedOn, today, error, onKind, onDay }: KindAndDayProps) {
  const { counter, trade } = useText()
  return (
    <Group gap="md" align="flex-end">
      <SegmentedControl
        aria-label={counter.voidKind}
        value={kind}
        onChange={onKind}
        data={KINDS.map((value) => ({ value, label: trade.voidKinds[value] }))}
      />
      <DayInput label={counter.voidOn} value={voidedOn} today={today} error={error} onChange={onDay} w={130} />
    </Group>
  )
}

/** Voids alone, or voids and gives again. */
function VoidButtons({ isRunning, onVoid }: { isRunning: boolean; onVoid: (isAgain: boolean) => void }) {
  const { counter } = useText()
  const buttons = [
    { id: 'counter.void', keys: 'mod+S', label: counter.voidDo, run: () => onVoid(false) },
    { id: 'counter.voidAgain', keys: 'F9', label: counter.voidAndAgain, run: () => onVoid(true) },
  ]
  return (
    <Group justify="flex-end">
      {buttons.map((command, index) => (
        <CommandButton
          key={command.id}
          data-submit
          color="red.9"
          variant={index === 0 ? 'filled' : 'outline'}
          isRunning={isRunning}
          command={command}
        />
      ))}
    </Group>
  )
}
