/** What can be done with a distribution as a whole: changing it, calling it off, issuing its kit, printing the kit. */

import { Group } from '@mantine/core'
import { useState } from 'react'
import type { DistributionEvent } from '../../../../contract/distributions.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { useText } from '../../../text/language.ts'
import { CancelDialog } from './CancelDialog.tsx'
import { IssueKitDialog } from './IssueKitDialog.tsx'
import { PrintKitDialog } from './PrintKitDialog.tsx'
import type { KitPrinting } from './use-kit-printing.ts'

interface KitActionsProps {
  event: DistributionEvent
  office: OfficeDescription
  printing: KitPrinting
  onChange: () => void
  /** Once there is nothing here to look at any more. */
  onGone: () => void
}

export function KitActions({ event, office, printing, onChange, onGone }: KitActionsProps) {
  const text = useText().distributions
  const [asked, setAsked] = useState<'issue' | 'print' | 'cancel' | null>(null)
  const mayPlan = office.rights.includes('event.plan')
  const mayPrint = office.rights.includes('paper.print')
  const close = () => setAsked(null)
  return (
    <Group gap="xs" wrap="nowrap">
      {event.kit ? (
        <CommandButton
          size="compact-sm"
          variant="default"
          isRunning={printing.isRunning}
          command={{
            id: 'distributions.printKit',
            keys: 'mod+B',
            label: text.kit.print,
            run: () => setAsked('print'),
            isDisabled: !mayPrint,
          }}
        />
      ) : (
        <>
          <CommandButton
            variant="default"
            command={{
              id: 'distributions.cancel',
              keys: 'F8',
              label: text.cancel.open,
              run: () => setAsked('cancel'),
              isDisabled: !mayPlan,
            }}
          />
          <CommandButton
            variant="default"
            command={{
              id: 'distributions.change',
              keys: 'F2',
              label: text.change,
              run: onChange,
              isDisabled: !mayPlan,
            }}
          />
          <CommandButton
            command={{
              id: 'distributions.issueKit',
              keys: 'F9',
              label: text.kit.issue,
              run: () => setAsked('issue'),
              isDisabled: !mayPlan,
            }}
          />
        </>
      )}
      {asked === 'issue' && (
        <IssueKitDialog event={event} onClose={close} onPrint={() => setAsked(mayPrint ? 'print' : null)} />
      )}
      {asked === 'cancel' && <CancelDialog event={event} onClose={close} onCancelled={onGone} />}
      {asked === 'print' && <PrintKitDialog event={event} printing={printing} onClose={close} />}
    </Group>
  )
}
