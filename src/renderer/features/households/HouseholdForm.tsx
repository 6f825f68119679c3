/** Registering and amending a household. While it is typed, households that look like it are told. */

import { Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedCallback } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Input } from '../../../contract/contract.ts'
import type { HouseholdDetail } from '../../../contract/households.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { AlikeHouseholds, type AlikeHouseholdsProps } from './AlikeHouseholds.tsx'
import { CategoryLines } from './CategoryLines.tsx'
import { FillFromCard } from './FillFromCard.tsx'
import { HouseholdFields } from './HouseholdFields.tsx'
import classes from './Households.module.css'
import { errorsInForm, factsOf, type HouseholdValues, partsOf, valuesOf } from './household-values.ts'
import { likenessOf } from './likeness.ts'
import { MemberLines } from './MemberLines.tsx'

/** Typing is not drawn letter by letter: what looks like the household is asked for after a pause. */
const PAUSE_MILLISECONDS = 250

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
    <Dialog opened={isOpen} onClose={onClose} size={880} title={title}>
      <Content {...props} />
    </Dialog>
  )
}

/** What is sent of an amended household: numbers of a person that were left empty stay as they are kept. */
function amended({ citizenId, oldIdNumber, ...facts }: Input<'households.register'>) {
  return { ...facts, ...(citizenId ? { citizenId } : {}), ...(oldIdNumber ? { oldIdNumber } : {}) }
}

function Content({ household, onClose, onKept }: HouseholdFormProps) {
  const text = useText()
  const { data: office } = useOfficeQuery('office.describe', {})
  const register = useOfficeCommand('households.register')
  const amend = useOfficeCommand('households.amend')
  // What was typed when the hand last rested; null while nothing was.
  const [typed, setTyped] = useState<HouseholdValues | null>(null)
  const look = useDebouncedCallback(setTyped, PAUSE_MILLISECONDS)
  const [parts, setParts] = useState(() => partsOf(household))
  const { commune, categories, members } = parts
  const form = useForm<HouseholdValues>({
    mode: 'uncontrolled',
    initialValues: valuesOf(household),
    onValuesChange: look,
  })
  const { failure } = household ? amend : register
  const errors = errorsInForm(fieldErrors(text, failure), parts)

  /** Writes what is typed; answers the household, or null where it was not written. */
  async function write(): Promise<string | null> {
    const facts = factsOf(form.getValues(), parts)
    if (!household) return (await register.run(facts))?.householdId ?? null
    const { householdId, revision } = household
    return (await amend.run({ householdId, revision, facts: amended(facts) })) && householdId
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
          errors={errors}
          household={household}
          commune={commune}
          typedAddress={typed?.addressText ?? household?.addressText ?? ''}
          onCommune={(next) => setParts({ ...parts, commune: next })}
        />
        {office && (
          <CategoryLines
            lines={categories}
            errors={errors}
            today={office.today}
            onChange={(next) => setParts({ ...parts, categories: next })}
          />
        )}
        <MemberLines lines={members} errors={errors} onChange={(next) => setParts({ ...parts, members: next })} />
        <Foot
          likeness={typed && likenessOf(typed, commune.communeName)}
          exceptId={household?.householdId ?? null}
          onOpen={openOther}
          onKeep={() => void keep()}
          isRunning={register.isRunning || amend.isRunning}
        />
      </Stack>
    </FormFlow>
  )
}

interface FootProps extends AlikeHouseholdsProps {
  onKeep: () => void
  isRunning: boolean
}

/** What looks like the household, and the button that keeps it: in sight however long the form is. */
function Foot({ onKeep, isRunning, ...alike }: FootProps) {
  const { components } = useText()
  return (
    <div className={classes.formFoot}>
      <AlikeHouseholds {...alike} />
      <Group justify="flex-end">
        <KeepButton label={components.keep} run={onKeep} isRunning={isRunning} />
      </Group>
    </div>
  )
}
