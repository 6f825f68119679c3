/** What can be done to a slip: put it right, print it again. Stands where the slip does: its dialog opens there. */

import { Group } from '@mantine/core'
import { useState } from 'react'
import type { StockSlip } from '../../../contract/stock.ts'
import type { Day } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { KeptScanCommand } from '../../components/KeptScan.tsx'
import { useText } from '../../text/language.ts'
import { CorrectSlipDialog } from './CorrectSlipDialog.tsx'

interface SlipActionsProps {
  /** Undefined while there is none. */
  slip: StockSlip | undefined
  today: Day
  mayMove: boolean
  isPrinting: boolean
  onPrint: (slipId: string) => void
}

export function SlipActions({ slip, today, mayMove, isPrinting, onPrint }: SlipActionsProps) {
  const words = useText().stock.slips
  const [correcting, setCorrecting] = useState<StockSlip>()
  return (
    <Group gap="xs" wrap="nowrap">
      <CommandButton
        size="compact-sm"
        variant="default"
        command={{
          id: 'stock.correct',
          keys: 'F4',
          label: words.correct,
          run: () => setCorrecting(slip),
          isDisabled: !mayMove || !slip || slip.correctedBy !== null,
        }}
      />
      <CommandButton
        size="compact-sm"
        isRunning={isPrinting}
        command={{
          id: 'stock.printSlip',
          keys: 'mod+P',
          label: words.print,
          run: () => slip && onPrint(slip.slipId),
          isDisabled: !slip,
        }}
      />
      <KeptScanCommand id="stock.scanOfSlip" paper={slip ? { kind: slip.kind, documentId: slip.slipId } : null} />
      {correcting && (
        <CorrectSlipDialog slip={correcting} today={today} onClose={() => setCorrecting(undefined)} onPrint={onPrint} />
      )}
    </Group>
  )
}
