/** The recovery sheet, whose file goes as soon as its dialog is closed, and the form by which the key is registered. */

import { useCallback, useEffect, useRef, useState } from 'react'
import type { PrintedPapers } from '../../../../contract/papers.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { PrintDialog } from '../../../components/printing/PrintDialog.tsx'
import { useOfficeCommand, useOfficeJob } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'

export function KeyPapers() {
  const { keys: text } = useText()
  const sheet = useOfficeJob('keys.printRecoverySheet')
  const registration = useOfficeJob('keys.printRegistration')
  const removing = useOfficeCommand('keys.removeSheet')
  const { run: remove } = removing
  /** Whether a file of a sheet is there, or on its way. */
  const isSheetLying = useRef(false)
  const removeSheet = useCallback(() => {
    if (isSheetLying.current) void remove({})
    isSheetLying.current = false
  }, [remove])
  // Whoever leaves the screen has done with the sheet.
  useEffect(() => removeSheet, [removeSheet])
  const [printed, setPrinted] = useState<{ papers: PrintedPapers; isSheet: boolean } | null>(null)

  async function printSheet(): Promise<void> {
    isSheetLying.current = true
    const papers = await sheet.run({})
    if (papers) setPrinted({ papers, isSheet: true })
  }
  async function printRegistration(): Promise<void> {
    const papers = await registration.run({})
    if (papers) setPrinted({ papers, isSheet: false })
  }
  function close(): void {
    removeSheet()
    setPrinted(null)
  }
  return (
    <>
      <CommandButton
        size="compact-sm"
        isRunning={sheet.isRunning}
        command={{ id: 'keys.printSheet', keys: 'F8', label: text.printSheet, run: () => void printSheet() }}
      />
      <CommandButton
        size="compact-sm"
        variant="default"
        isRunning={registration.isRunning}
        command={{
          id: 'keys.printRegistration',
          keys: 'mod+P',
          label: text.printRegistration,
          run: () => void printRegistration(),
        }}
      />
      <FailureAlert failure={sheet.failure ?? registration.failure ?? removing.failure} w="100%" />
      <PrintDialog printed={printed?.papers ?? null} onClose={close} />
    </>
  )
}
