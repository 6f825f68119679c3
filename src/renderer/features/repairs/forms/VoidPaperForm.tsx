/** Voiding an acceptance record or a certificate: the number stays used, the repair goes back a step. */

import { Textarea } from '@mantine/core'
import type { RepairPaper } from '../../../../contract/repairs.ts'
import type { Day } from '../../../../domain/day.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { StepFrame, tellKept } from './StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from './use-step-form.ts'

interface VoidPaperFormProps {
  paper: RepairPaper
  today: Day
  onClose: () => void
}

const drafts: Drafts<{ on: string; reason: string }> = new Map()

export function VoidPaperForm({ paper, today, onClose }: VoidPaperFormProps) {
  const text = useText().repairs.form
  const words = text.voiding
  const { run, isRunning, failure } = useOfficeCommand('repairs.voidPaper')
  const { paperId, documentNumber } = paper
  const { form, values, content, field, refuseMissing, settle } = useStepForm({
    drafts,
    draftKey: paperId,
    begin: () => ({ on: today, reason: '' }),
    failure,
  })
  async function keep(): Promise<void> {
    if (refuseMissing(emptyTexts(values, ['reason', 'on']))) return
    if (!(await run({ paperId, reason: values.reason, on: values.on as Day }))) return
    settle()
    tellKept(words.kept(documentNumber))
    onClose()
  }
  return (
    <StepFrame
      title={words.title(documentNumber)}
      note={words.note}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void keep()}
      keepLabel={words.keep}
    >
      <Textarea label={text.reason} withAsterisk data-autofocus autosize minRows={2} {...field('reason')} />
      <DayInput label={text.on} withAsterisk today={today} {...form.getInputProps('on')} value={values.on} />
    </StepFrame>
  )
}
