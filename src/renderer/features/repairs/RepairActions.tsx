/** What can be done with one repair, on the list and in its details alike. */

import { Group } from '@mantine/core'
import type { Repair } from '../../../contract/repairs.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useText } from '../../text/language.ts'

interface RepairActionsProps {
  repair: Repair | undefined
  isPrinting: boolean
  onCertify: (repair: Repair) => void
  onPrint: (repair: Repair) => void
  onVoid: (repair: Repair) => void
}

export function RepairActions({ repair, isPrinting, onCertify, onPrint, onVoid }: RepairActionsProps) {
  const text = useText().repairs
  const act = (does: (repair: Repair) => void) => () => repair && does(repair)
  const canCertify = repair?.state === 'recorded' && repair.failedChecks.length === 0
  return (
    <Group gap="xs" wrap="nowrap">
      <CommandButton
        size="compact-sm"
        command={{
          id: 'repairs.certify',
          keys: 'F8',
          label: text.certify,
          run: act(onCertify),
          isDisabled: !canCertify,
        }}
      />
      <CommandButton
        size="compact-sm"
        variant="default"
        isRunning={isPrinting}
        command={{
          id: 'repairs.print',
          keys: 'mod+P',
          label: text.print,
          run: act(onPrint),
          isDisabled: repair?.state !== 'certified',
        }}
      />
      <CommandButton
        size="compact-sm"
        variant="default"
        command={{
          id: 'repairs.void',
          keys: 'mod+Delete',
          label: text.voidIt,
          run: act(onVoid),
          isDisabled: !repair || repair.state === 'voided',
        }}
      />
    </Group>
  )
}
