/**
 * What can be done with one repair, on the overview and in its own view alike: the obvious next step at one key, all
 * others in a menu and in the palette, and its paper. The dialogs lie on whichever is asked.
 */

import { Group, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { OfficeDescription } from '../../../contract/office.ts'
import type { Repair } from '../../../contract/repairs.ts'
import { rolesWith } from '../../../domain/role.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useCommands } from '../../commands/registry.ts'
import { useText } from '../../text/language.ts'
import { StepDialog } from './forms/StepDialog.tsx'
import { actionsOf, type RepairAction, RIGHT_OF } from './next-step.ts'
import { PrintButton } from './PrintButton.tsx'
import type { ShowRepairs } from './Repairs.tsx'
import type { RepairPrinting } from './use-repair-printing.ts'

interface RepairActionsProps {
  repair: Repair | undefined
  next: RepairAction | null
  office: OfficeDescription
  printing: RepairPrinting
  show: ShowRepairs
  /** What else is shown, for printing in one go; none in the view of one repair. */
  batch?: readonly Repair[]
  campaignId?: string | undefined
}

export function RepairActions({ repair, next, office, printing, show, batch, campaignId }: RepairActionsProps) {
  const { repairs: text, trade } = useText()
  const [doing, setDoing] = useState<{ action: RepairAction; repairId: string } | null>(null)
  const may = (action: RepairAction) => office.rights.includes(RIGHT_OF[action])
  function start(action: RepairAction): void {
    if (!repair) return
    if (action === 'toList') show({ shelf: 'confirmations', repairId: undefined })
    else setDoing({ action, repairId: repair.repairId })
  }
  const others = repair ? actionsOf(repair).filter((action) => action !== next) : []
  return (
    <Group gap={6} wrap="nowrap" flex="none">
      {next && (
        <CommandButton
          size="compact-sm"
          title={
            may(next)
              ? ''
              : text.notAllowed(
                  rolesWith(RIGHT_OF[next])
                    .map((role) => trade.roles[role])
                    .join(', '),
                )
          }
          command={{
            id: 'repairs.next',
            keys: 'F8',
            label: text.actions[next],
            run: () => start(next),
            isDisabled: !may(next),
          }}
        />
      )}
      <Others actions={others} may={may} onStart={start} />
      <PrintButton {...{ repair, office, printing, batch, campaignId }} />
      {doing && <StepDialog {...doing} office={office} printing={printing} onClose={() => setDoing(null)} />}
    </Group>
  )
}

interface OthersProps {
  actions: readonly RepairAction[]
  may: (action: RepairAction) => boolean
  onStart: (action: RepairAction) => void
}

function Others({ actions, may, onStart }: OthersProps) {
  const text = useText().repairs
  const [isOpen, menu] = useDisclosure(false)
  useCommands(
    actions.map((action) => ({
      id: `repairs.do.${action}`,
      keys: null,
      label: text.actions[action],
      run: () => onStart(action),
      isDisabled: !may(action),
    })),
  )
  return (
    <Menu opened={isOpen} onChange={menu.toggle} position="top-end" shadow="md" returnFocus>
      <Menu.Target>
        <CommandButton
          size="compact-sm"
          variant="default"
          command={{
            id: 'repairs.more',
            keys: 'F7',
            label: text.more,
            run: menu.toggle,
            isDisabled: actions.length === 0,
          }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item key={action} disabled={!may(action)} onClick={() => onStart(action)}>
            {text.actions[action]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
