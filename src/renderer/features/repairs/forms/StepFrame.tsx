/** The frame of a step's form: the dialog, what the office refused, the fields, and the buttons that stay in sight. */

import { Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode, RefObject } from 'react'
import type { Failure } from '../../../../contract/failure.ts'
import type { RepairDetail } from '../../../../contract/repairs.ts'
import type { Day } from '../../../../domain/day.ts'
import type { RepairState } from '../../../../domain/repair.ts'
import type { Right } from '../../../../domain/role.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../../components/FormFlow.tsx'
import { useText } from '../../../text/language.ts'
import classes from '../Repairs.module.css'
import type { RepairPrinting } from '../use-repair-printing.ts'

/** What every step's form is told. */
export interface StepProps {
  repair: RepairDetail
  today: Day
  may: (right: Right) => boolean
  /** The name of whoever is at this computer. */
  personName: string
  printing: RepairPrinting
  onClose: () => void
}

interface StepFrameProps {
  title: string
  size?: number
  note?: string
  failure: Failure | null
  isRunning: boolean
  content?: RefObject<HTMLDivElement | null>
  onClose: () => void
  keep: () => void
  keepLabel?: string
  /** F9 in forms that make a paper; it is the usual way, then. */
  keepAndPrint?: { label: string; run: () => void } | null
  isDisabled?: boolean
  /** What must be seen before it is kept, whatever part of the form is in sight. */
  notice?: ReactNode
  children: ReactNode
}

export function StepFrame(props: StepFrameProps) {
  const { title, size = 560, note, failure, content, onClose, keep, keepAndPrint, notice, children } = props
  return (
    <Dialog opened onClose={onClose} title={title} size={size} yOffset={20} closeOnClickOutside={false}>
      <FormFlow onSubmit={keepAndPrint ? keepAndPrint.run : keep}>
        <Stack gap="xs" ref={content ?? null}>
          {note && (
            <Text size="sm" c="gray.7">
              {note}
            </Text>
          )}
          {children}
          <div className={classes.foot}>
            {notice}
            {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} mb="xs" />}
            <Buttons {...props} />
          </div>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}

function Buttons({ keep, keepLabel, keepAndPrint, isRunning, isDisabled = false }: StepFrameProps) {
  const text = useText()
  const label = keepLabel ?? text.components.keep
  if (!keepAndPrint) {
    return (
      <Group justify="flex-end">
        <KeepButton label={label} run={keep} isRunning={isRunning || isDisabled} />
      </Group>
    )
  }
  return (
    <Group justify="flex-end">
      <CommandButton
        variant="default"
        isRunning={isRunning}
        command={{ id: 'form.keep', keys: 'mod+S', label, run: keep, isDisabled }}
      />
      <CommandButton
        data-submit
        isRunning={isRunning}
        command={{ id: 'form.keepAndPrint', keys: 'F9', ...keepAndPrint, isDisabled }}
      />
    </Group>
  )
}

/** Tells what was kept. */
export function tellKept(message: string): void {
  notifications.show({ message, color: 'teal' })
}

/** Tells where a repair stands after a step. */
export function useTellingState(): (repair: RepairDetail, state: RepairState) => void {
  const { repairs, trade } = useText()
  return ({ household }, state) => tellKept(repairs.form.stepKept(household.headOfHousehold, trade.repairStates[state]))
}
