/** A complaint about a repair, and how it ended. */

import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { Day } from '../../../../domain/day.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { StepFrame, type StepProps, tellKept } from './StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from './use-step-form.ts'

interface ComplaintValues {
  on: string
  complainant: string
  content: string
}

const complaints: Drafts<ComplaintValues> = new Map()

export function ComplainForm({ repair, today, onClose }: StepProps) {
  const words = useText().repairs.form.complaint
  const { run, isRunning, failure } = useOfficeCommand('repairs.complain')
  const { repairId, household } = repair
  const { form, values, content, field, refuseMissing, settle } = useStepForm({
    drafts: complaints,
    draftKey: repairId,
    begin: () => ({ on: today, complainant: household.headOfHousehold, content: '' }),
    failure,
  })
  async function keep(): Promise<void> {
    if (refuseMissing(emptyTexts(values, ['on', 'complainant', 'content']))) return
    if (!(await run({ repairId, ...values, on: values.on as Day }))) return
    settle()
    tellKept(words.kept)
    onClose()
  }
  return (
    <StepFrame
      title={words.title(household.headOfHousehold)}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void keep()}
    >
      <DayInput label={words.receivedOn} withAsterisk today={today} {...form.getInputProps('on')} value={values.on} />
      <TextInput label={words.complainant} withAsterisk {...field('complainant')} />
      <Textarea label={words.content} withAsterisk data-autofocus autosize minRows={2} {...field('content')} />
    </StepFrame>
  )
}

interface SettleValues {
  on: string
  outcome: string
  opensRepair: boolean
}

interface SettleFormProps {
  complaintId: string
  today: Day
  onClose: () => void
  /** The repair that was opened for it. */
  onOpened: (repairId: string) => void
}

const settlements: Drafts<SettleValues> = new Map()

export function SettleForm({ complaintId, today, onClose, onOpened }: SettleFormProps) {
  const text = useText().repairs.form
  const words = text.settle
  const { run, isRunning, failure } = useOfficeCommand('repairs.settleComplaint')
  const { form, values, content, field, refuseMissing, settle } = useStepForm({
    drafts: settlements,
    draftKey: complaintId,
    begin: () => ({ on: today, outcome: '', opensRepair: false }),
    failure,
  })
  async function keep(): Promise<void> {
    if (refuseMissing(emptyTexts(values, ['outcome', 'on']))) return
    const settled = await run({ complaintId, ...values, on: values.on as Day })
    if (!settled) return
    settle()
    tellKept(words.kept)
    onClose()
    if (settled.repairId) onOpened(settled.repairId)
  }
  return (
    <StepFrame
      title={words.title}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void keep()}
      keepLabel={words.keep}
    >
      <Textarea label={words.outcome} withAsterisk data-autofocus autosize minRows={2} {...field('outcome')} />
      <DayInput label={text.on} withAsterisk today={today} {...form.getInputProps('on')} value={values.on} />
      <Checkbox label={words.opensRepair} {...form.getInputProps('opensRepair', { type: 'checkbox' })} />
    </StepFrame>
  )
}
