/** What is done with the one paper the keys are at, and the way to the signed papers that have not come back. */

import type { DistributionEvent, Sheet } from '../../../../contract/distributions.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { showCount } from '../../../components/formats.ts'
import { KeptScanCommand } from '../../../components/KeptScan.tsx'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { isUnused } from './sheet-entry.ts'

/** What lies over the screen of papers. */
export type SheetDialog = { what: 'handOver' | 'substitute'; sheet: Sheet } | { what: 'carryTarget' | 'missing' }

interface SheetActionsProps {
  sheet: Sheet | undefined
  event: DistributionEvent
  office: OfficeDescription
  onAsk: (dialog: SheetDialog) => void
}

export function SheetActions({ sheet, event: { campaignId, eventId }, office, onAsk }: SheetActionsProps) {
  const text = useText().distributions
  const { data } = useOfficeQuery('distributions.missingPapers', { campaignId, eventId })
  const mayEnter = office.rights.includes('gift.handOver') && sheet !== undefined && isUnused(sheet)
  const maySubstitute = mayEnter && sheet.household !== null
  const ask = (what: 'handOver' | 'substitute') => () => sheet && onAsk({ what, sheet })
  const actions = [
    { id: 'handOver', keys: 'F2', label: text.single.handOver, run: ask('handOver'), isDisabled: !mayEnter },
    {
      id: 'substitute',
      keys: 'mod+H',
      label: text.substitute.open,
      run: ask('substitute'),
      isDisabled: !maySubstitute,
    },
    {
      id: 'missingPapers',
      keys: 'mod+L',
      label: text.missing.open(showCount(data?.missingCount ?? 0)),
      run: () => onAsk({ what: 'missing' }),
    },
  ]
  return (
    <>
      {actions.map((command) => (
        <CommandButton
          key={command.id}
          size="compact-sm"
          variant="default"
          command={{ ...command, id: `distributions.${command.id}` }}
        />
      ))}
      <KeptScanCommand
        id="distributions.scanOfSheet"
        paper={sheet ? { kind: 'handoverReceipt', documentId: sheet.receiptId } : null}
      />
    </>
  )
}
