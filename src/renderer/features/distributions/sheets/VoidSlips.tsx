/** Slips for the file in the place of void papers: of the one the keys are at, or of all that wait for theirs. */

import { useState } from 'react'
import type { Sheet } from '../../../../contract/distributions.ts'
import type { PrintedPapers } from '../../../../contract/papers.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { showCount } from '../../../components/formats.ts'
import { PrintDialog } from '../../../components/printing/PrintDialog.tsx'
import { useOfficeJob } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

interface VoidSlipsProps {
  sheet: Sheet | undefined
  sheets: readonly Sheet[]
  mayPrint: boolean
}

export function VoidSlips({ sheet, sheets, mayPrint }: VoidSlipsProps) {
  const text = useText().distributions.voidSlips
  const { run, isRunning, failure } = useOfficeJob('papers.voidSlips')
  const [printed, setPrinted] = useState<PrintedPapers | null>(null)
  const waiting = sheets.filter(({ fate, isSlipPrinted }) => fate === 'void' && !isSlipPrinted)
  async function print(voided: readonly Sheet[]): Promise<void> {
    const made = await run({ receiptIds: voided.map(({ receiptId }) => receiptId) })
    if (made) setPrinted(made)
  }
  const one = {
    id: 'distributions.voidSlip',
    keys: 'mod+U',
    label: text.one,
    run: () => sheet && void print([sheet]),
    isDisabled: !mayPrint || sheet?.fate !== 'void',
  }
  const all = {
    id: 'distributions.voidSlips',
    keys: 'mod+Y',
    label: text.waiting(showCount(waiting.length)),
    run: () => void print(waiting),
    isDisabled: !mayPrint,
  }
  return (
    <>
      {(waiting.length > 0 ? [one, all] : [one]).map((command) => (
        <CommandButton
          key={command.id}
          size="compact-sm"
          variant={command === all ? 'light' : 'default'}
          isRunning={isRunning}
          command={command}
        />
      ))}
      <FailureAlert failure={failure} />
      <PrintDialog printed={printed} onClose={() => setPrinted(null)} />
    </>
  )
}
