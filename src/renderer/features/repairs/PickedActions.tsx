/** What can be done with several repairs at once: planned for one crew and day, or their papers printed. */

import { Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { OfficeDescription } from '../../../contract/office.ts'
import type { Repair } from '../../../contract/repairs.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useText } from '../../text/language.ts'
import { PlanManyDialog } from './forms/work/PlanManyDialog.tsx'
import { PrintButton } from './PrintButton.tsx'
import type { RepairPrinting } from './use-repair-printing.ts'

interface PickedActionsProps {
  picked: readonly Repair[]
  office: OfficeDescription
  printing: RepairPrinting
  onClear: () => void
}

export function PickedActions({ picked, office, printing, onClear }: PickedActionsProps) {
  const text = useText().repairs
  const [isPlanning, planning] = useDisclosure(false)
  return (
    <Group gap={6} wrap="nowrap" flex="none">
      <CommandButton
        size="compact-sm"
        variant="subtle"
        command={{ id: 'repairs.clearPicked', keys: 'Escape', label: text.clearPicked, run: onClear }}
      />
      <CommandButton
        size="compact-sm"
        command={{
          id: 'repairs.planMany',
          keys: 'F9',
          label: text.form.planMany.open,
          run: planning.open,
          isDisabled: !office.rights.includes('repair.record') || !picked.some(({ state }) => state === 'confirmed'),
        }}
      />
      <PrintButton repair={picked[0]} office={office} printing={printing} batch={picked} />
      {isPlanning && <PlanManyDialog {...{ picked, office, printing }} onClose={planning.close} onPlanned={onClear} />}
    </Group>
  )
}
