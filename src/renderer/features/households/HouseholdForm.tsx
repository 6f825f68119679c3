/** Registering and amending a household. While a new name is typed, households that look like it are shown. */

import { Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { HouseholdDetail } from '../../../contract/households.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { FillFromCard } from './FillFromCard.tsx'
import { HouseholdFields } from './HouseholdFields.tsx'
import { factsOf, type HouseholdValues, valuesOf } from './household-values.ts'

interface HouseholdFormProps {
  isOpen: boolean
  /** Null to register a new one. */
  household: HouseholdDetail | null
  onClose: () => void
  onKept: (householdId: string) => void
}

export function HouseholdForm(props: HouseholdFormProps) {
  const text = useText().households.form
  const { isOpen, household, onClose } = props
  const title = household ? text.amendTitle(household.headOfHousehold) : text.registerTitle
  return (
    <Dialog opened={isOpen} onClose={onClose} size={760} title={title}>
      <Content {...props} />
    </Dialog>
  )
}

function Content({ household, onClose, onKept }: HouseholdFormProps) {
  const text = useText()
  const register = useOfficeCommand('households.register')
  const amend = useOfficeCommand('households.amend')
  const [typedName, setTypedName] = useState('')
  const form = useForm<HouseholdValues>({
    mode: 'uncontrolled',
    initialValues: valuesOf(household),
    onValuesChange: ({ headOfHousehold }) => household === null && setTypedName(headOfHousehold),
  })
  const { failure } = household ? amend : register

  /** Writes what is typed; answers the household, or null where it was not written. */
  async function write(): Promise<string | null> {
    const facts = factsOf(form.getValues())
    if (!household) return (await register.run(facts))?.householdId ?? null
    const { householdId, revision } = household
    // An empty citizen ID leaves the kept one as it is.
    const { citizenId, ...others } = facts
    const amended = await amend.run({ householdId, revision, facts: citizenId ? facts : others })
    return amended && householdId
  }
  async function keep(): Promise<void> {
    const householdId = await write()
    if (!householdId) return
    const tell = household ? text.households.form.amended : text.households.form.registered
    notifications.show({ message: tell(form.getValues().headOfHousehold) })
    onClose()
    onKept(householdId)
  }
  function openOther(householdId: string): void {
    onClose()
    onKept(householdId)
  }
  return (
    <FormFlow onSubmit={() => void keep()}>
      <Stack gap="sm">
        {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
        <FillFromCard form={form} household={household} onOpen={openOther} />
        <HouseholdFields
          form={form}
          errors={fieldErrors(text, failure)}
          typedName={typedName}
          maskedCitizenId={household?.maskedCitizenId ?? null}
        />
        <Group justify="flex-end">
          <KeepButton
            label={text.components.keep}
            run={() => void keep()}
            isRunning={register.isRunning || amend.isRunning}
          />
        </Group>
      </Stack>
    </FormFlow>
  )
}
