/**
 * Steps that need a day and a reason and nothing else: exempted, sent back, cancelled; left unsafe also a day to look
 * again.
 */

import { Textarea } from '@mantine/core'
import type { Failure } from '../../../../contract/failure.ts'
import type { Day } from '../../../../domain/day.ts'
import type { RepairState } from '../../../../domain/repair.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { daysLater } from './later-days.ts'
import { StepFrame, type StepProps, useTellingState } from './StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from './use-step-form.ts'

interface ReasonValues {
  on: string
  reason: string
  /** Empty where the step asks for no other day. */
  followUpOn: string
}

interface Reasoned {
  repairId: string
  on: Day
  reason: string
}

interface ReasonFormProps extends StepProps {
  step: 'exempt' | 'rework' | 'cancel' | 'declareUnsafe'
  asking: { isRunning: boolean; failure: Failure | null }
  keep: (reasoned: Reasoned, followUpOn: Day) => Promise<{ state: RepairState } | null>
}

const drafts: Drafts<ReasonValues> = new Map()

/** A household is not left unsafe for long unseen. */
const DAYS_TO_FOLLOW_UP = 30

function ReasonForm({ repair, today, onClose, step, asking, keep }: ReasonFormProps) {
  const { form: text } = useText().repairs
  const words = text.steps[step]
  const tell = useTellingState()
  const asksDay = step === 'declareUnsafe'
  const { form, values, content, field, refuseMissing, settle } = useStepForm({
    drafts,
    draftKey: `${step} ${repair.repairId}`,
    begin: () => ({ on: today, reason: '', followUpOn: asksDay ? daysLater(today, DAYS_TO_FOLLOW_UP) : '' }),
    failure: asking.failure,
  })
  async function run(): Promise<void> {
    if (refuseMissing(emptyTexts(values, asksDay ? ['reason', 'on', 'followUpOn'] : ['reason', 'on']))) return
    const { on, reason, followUpOn } = values
    const kept = await keep({ repairId: repair.repairId, on: on as Day, reason }, followUpOn as Day)
    if (!kept) return
    settle()
    tell(repair, kept.state)
    onClose()
  }
  return (
    <StepFrame
      title={words.title(repair.household.headOfHousehold)}
      note={words.note}
      {...asking}
      content={content}
      onClose={onClose}
      keep={() => void run()}
      keepLabel={words.keep}
    >
      <Textarea label={text.reason} withAsterisk data-autofocus autosize minRows={2} {...field('reason')} />
      <DayInput label={text.on} withAsterisk today={today} {...form.getInputProps('on')} value={values.on} />
      {asksDay && (
        <DayInput
          label={text.followUpOn}
          withAsterisk
          today={today}
          {...form.getInputProps('followUpOn')}
          value={values.followUpOn}
        />
      )}
    </StepFrame>
  )
}

export function ExemptForm(props: StepProps) {
  const { run, ...asking } = useOfficeCommand('repairs.exempt')
  return <ReasonForm {...props} step="exempt" asking={asking} keep={run} />
}

export function ReworkForm(props: StepProps) {
  const { run, ...asking } = useOfficeCommand('repairs.rework')
  return <ReasonForm {...props} step="rework" asking={asking} keep={run} />
}

export function CancelForm(props: StepProps) {
  const { run, ...asking } = useOfficeCommand('repairs.cancel')
  return <ReasonForm {...props} step="cancel" asking={asking} keep={run} />
}

export function UnsafeForm(props: StepProps) {
  const { run, ...asking } = useOfficeCommand('repairs.declareUnsafe')
  const keep = (reasoned: Reasoned, followUpOn: Day) => run({ ...reasoned, followUpOn })
  return <ReasonForm {...props} step="declareUnsafe" asking={asking} keep={keep} />
}
