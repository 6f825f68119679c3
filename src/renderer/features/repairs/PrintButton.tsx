/** The paper of the repair the clerk is at (Ctrl+P), and all papers of those that are shown (Ctrl+B). */

import { useDisclosure } from '@mantine/hooks'
import type { OfficeDescription } from '../../../contract/office.ts'
import type { Repair } from '../../../contract/repairs.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useText } from '../../text/language.ts'
import { PrintBatchDialog } from './PrintBatchDialog.tsx'
import { paperOf } from './paper-of.ts'
import type { RepairPrinting } from './use-repair-printing.ts'

interface PrintButtonProps {
  repair: Repair | undefined
  office: OfficeDescription
  printing: RepairPrinting
  batch?: readonly Repair[] | undefined
  campaignId?: string | undefined
}

export function PrintButton({ repair, office, printing, batch, campaignId }: PrintButtonProps) {
  const text = useText().repairs.printing
  const [isOpen, dialog] = useDisclosure(false)
  const mayPrint = office.rights.includes('paper.print')
  const kind = repair ? paperOf(repair) : null
  function printOne(): void {
    if (!repair || !kind) return
    if (kind === 'surveyForm') void printing.surveyForms([repair.repairId])
    else void printing.printOne(kind, repair.repairId)
  }
  return (
    <>
      <CommandButton
        size="compact-sm"
        variant="default"
        isRunning={printing.isRunning}
        command={{ id: 'repairs.print', keys: 'mod+P', label: text.one, run: printOne, isDisabled: !mayPrint || !kind }}
      />
      {batch && (
        <CommandButton
          size="compact-sm"
          variant="default"
          isRunning={printing.isRunning}
          command={{
            id: 'repairs.printMany',
            keys: 'mod+B',
            label: text.open,
            run: dialog.open,
            isDisabled: !mayPrint || batch.length === 0,
          }}
        />
      )}
      {isOpen && batch && (
        <PrintBatchDialog repairs={batch} campaignId={campaignId} printing={printing} onClose={dialog.close} />
      )}
    </>
  )
}
