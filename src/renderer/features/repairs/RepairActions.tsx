/** What can be done with one repair, on the list and in its details alike; the dialogs lie on whichever is asked. */

import { Group } from '@mantine/core'
import { useState } from 'react'
import type { Repair } from '../../../contract/repairs.ts'
import type { Day } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { KeptScanCommand } from '../../components/KeptScan.tsx'
import { useText } from '../../text/language.ts'
import { CertifyDialog, VoidRepairDialog } from './RepairDialogs.tsx'
import type { CertificatePrinting } from './use-printing.ts'

interface RepairActionsProps {
  repair: Repair | undefined
  today: Day
  print: CertificatePrinting
}

export function RepairActions({ repair, today, print }: RepairActionsProps) {
  const text = useText().repairs
  const [asked, setAsked] = useState<{ what: 'certify' | 'void'; repair: Repair } | null>(null)
  const ask = (what: 'certify' | 'void') => () => repair && setAsked({ what, repair })
  const close = () => setAsked(null)
  const printOne = ({ repairId }: Repair) => void print.show([repairId])
  const canCertify = repair?.state === 'recorded' && repair.failedChecks.length === 0
  return (
    <Group gap="xs" wrap="nowrap">
      <CommandButton
        size="compact-sm"
        command={{
          id: 'repairs.certify',
          keys: 'F8',
          label: text.certify,
          run: ask('certify'),
          isDisabled: !canCertify,
        }}
      />
      <CommandButton
        size="compact-sm"
        variant="default"
        isRunning={print.isRunning}
        command={{
          id: 'repairs.print',
          keys: 'mod+P',
          label: text.print,
          run: () => repair && printOne(repair),
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
          run: ask('void'),
          isDisabled: !repair || repair.state === 'voided',
        }}
      />
      <KeptScanCommand
        id="repairs.scanOfCertificate"
        paper={repair ? { kind: 'repairCertificate', documentId: repair.repairId } : null}
      />
      {asked?.what === 'certify' && (
        <CertifyDialog repair={asked.repair} today={today} onClose={close} onPrint={printOne} />
      )}
      {asked?.what === 'void' && <VoidRepairDialog repair={asked.repair} today={today} onClose={close} />}
    </Group>
  )
}
