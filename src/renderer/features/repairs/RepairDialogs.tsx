/** Certifying a repair and voiding one: both ask for the day, a void for its reason, too. */

import { Group, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Repair } from '../../../contract/repairs.ts'
import type { Day } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { certificateDay } from './repair-values.ts'

interface RepairDialogProps {
  repair: Repair
  today: Day
  onClose: () => void
}

interface CertifyDialogProps extends RepairDialogProps {
  onPrint: (repair: Repair) => void
}

export function CertifyDialog({ repair, today, onClose, onPrint }: CertifyDialogProps) {
  const text = useText()
  const { run, isRunning, failure } = useOfficeCommand('repairs.certify')
  const [certifiedOn, setCertifiedOn] = useState<string>(certificateDay(repair.doneOn, today))
  const errors = fieldErrors(text, failure)

  async function certify(isPrinted: boolean): Promise<void> {
    const certified = await run({ repairId: repair.repairId, certifiedOn: certifiedOn as Day })
    if (!certified) return
    notifications.show({ message: text.repairs.certified(certified.documentNumber), color: 'teal' })
    onClose()
    if (isPrinted) onPrint(repair)
  }
  return (
    <Dialog opened onClose={onClose} title={text.repairs.certifyTitle(repair.headOfHousehold)}>
      <FormFlow onSubmit={() => void certify(true)}>
        <Stack gap="sm">
          <Text size="sm">{text.repairs.certifyText}</Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <DayInput
            label={text.repairs.certifiedOn}
            value={certifiedOn}
            today={today}
            onChange={setCertifiedOn}
            error={errors.certifiedOn}
            data-autofocus
          />
          <Group justify="flex-end">
            <CommandButton
              variant="default"
              isRunning={isRunning}
              command={{
                id: 'repairs.certifyOnly',
                keys: 'F8',
                label: text.repairs.certifyOnly,
                run: () => void certify(false),
              }}
            />
            <CommandButton
              data-submit
              isRunning={isRunning}
              command={{
                id: 'repairs.certifyAndPrint',
                keys: 'F9',
                label: text.repairs.certifyAndPrint,
                run: () => void certify(true),
              }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}

export function VoidRepairDialog({ repair, today, onClose }: RepairDialogProps) {
  const text = useText()
  const { run, isRunning, failure } = useOfficeCommand('repairs.void')
  const [voidedOn, setVoidedOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const errors = fieldErrors(text, failure)

  async function doVoid(): Promise<void> {
    if (!(await run({ repairId: repair.repairId, voidedOn: voidedOn as Day, reason }))) return
    notifications.show({ message: text.repairs.voidDone })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={text.repairs.voidTitle(repair.headOfHousehold)}>
      <FormFlow onSubmit={() => void doVoid()}>
        <Stack gap="sm">
          <Text size="sm">
            {repair.documentNumber ? text.repairs.voidTextNumbered(repair.documentNumber) : text.repairs.voidText}
          </Text>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <Textarea
            label={text.components.reason}
            withAsterisk
            data-autofocus
            value={reason}
            error={errors.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DayInput
            label={text.repairs.voidDate}
            value={voidedOn}
            today={today}
            onChange={setVoidedOn}
            error={errors.voidedOn}
          />
          <Group justify="flex-end">
            <CommandButton
              color="red.9"
              isRunning={isRunning}
              command={{ id: 'repairs.doVoid', keys: 'mod+S', label: text.repairs.voidIt, run: () => void doVoid() }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}
