/** What is typed, what is wrong with it, and keeping it. */

import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { type RefObject, useEffect, useState } from 'react'
import type { Day } from '../../../domain/day.ts'
import { failedChecks } from '../../../domain/repair.ts'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import {
  blankRepair,
  errorsInForm,
  missingFields,
  nextRepair,
  type RepairValues,
  readingsOf,
  repairOf,
} from './repair-values.ts'

interface RepairFormOptions {
  today: Day
  /** Null while no household has been chosen. */
  household: { householdId: string; headOfHousehold: string } | null
  /** What was typed before, and what is typed now. */
  draft: RefObject<RepairValues | null>
  onRecorded: (repairId: string) => void
}

export function useRepairForm({ today, household, draft, onRecorded }: RepairFormOptions) {
  const text = useText()
  const words = text.repairs.form
  const { run, isRunning, failure } = useOfficeCommand('repairs.record')
  const form = useForm<RepairValues>({
    mode: 'controlled',
    initialValues: draft.current ?? blankRepair(today),
    onValuesChange: (typed) => {
      draft.current = typed
    },
  })
  const values = form.getValues()
  /** How often something was wrong: each time the first such field gets the keys. */
  const [attempts, setAttempts] = useState(0)
  const [warnedOf, setWarnedOf] = useState('')
  const failing = failedChecks(readingsOf(values.readings)).map((check) => text.trade.repairChecks[check])
  const isWarned = failing.length > 0 && warnedOf === JSON.stringify(values.readings)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer of the office is shown once.
  useEffect(() => {
    if (failure?.family !== 'invalid-input') return
    form.setErrors(errorsInForm(fieldErrors(text, failure), form.getValues()))
    setAttempts((count) => count + 1)
  }, [failure])

  async function record(): Promise<void> {
    const missing = missingFields(values, household?.householdId ?? null)
    if (missing.length > 0 || !household) {
      const { required } = text.failures.inputProblems
      const wordsOf = (path: string) => (path === 'householdId' ? words.householdNeeded : required)
      form.setErrors(Object.fromEntries(missing.map((path) => [path, wordsOf(path)])))
      return setAttempts(attempts + 1)
    }
    if (failing.length > 0 && !isWarned) return setWarnedOf(JSON.stringify(values.readings))
    const recorded = await run(repairOf(values, household.householdId))
    if (!recorded) return
    draft.current = nextRepair(values, today)
    notifications.show(
      recorded.failedChecks.length > 0
        ? { message: words.failed(failing.join('; ')), color: 'red.8' }
        : { message: words.recorded(household.headOfHousehold), color: 'teal' },
    )
    onRecorded(recorded.repairId)
  }
  return { form, values, record, isRunning, failure, attempts, failing, isWarned }
}
