/** The limits that the standard leaves to the office. */

import { NumberInput } from '@mantine/core'
import type { CheckLimits } from '../../../../../domain/repair-check.ts'
import { useOfficeCommand, useOfficeQuery } from '../../../../office-port/asking.ts'
import { useText } from '../../../../text/language.ts'
import { StepFrame, tellKept } from '../StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from '../use-step-form.ts'

export function LimitsDialog({ onClose }: { onClose: () => void }) {
  const { data } = useOfficeQuery('repairs.known', {})
  return data ? <Content limits={data.limits} onClose={onClose} /> : null
}

type LimitValues = Record<keyof CheckLimits, number | string>

const drafts: Drafts<LimitValues> = new Map()

function Content({ limits, onClose }: { limits: CheckLimits; onClose: () => void }) {
  const words = useText().repairs.form.limits
  const { run, isRunning, failure } = useOfficeCommand('repairs.setLimits')
  const { values, content, field, refuseMissing, settle } = useStepForm<LimitValues>({
    drafts,
    draftKey: 'limits',
    begin: () => ({ continuityOhm: limits.continuityOhm, earthingOhm: limits.earthingOhm }),
    failure,
  })
  async function keep(): Promise<void> {
    if (refuseMissing(emptyTexts(values, ['continuityOhm', 'earthingOhm']))) return
    const { continuityOhm, earthingOhm } = values
    if (!(await run({ continuityOhm: Number(continuityOhm), earthingOhm: Number(earthingOhm) }))) return
    settle()
    tellKept(words.kept)
    onClose()
  }
  const figure = { hideControls: true, decimalSeparator: ',', decimalScale: 3, allowNegative: false }
  return (
    <StepFrame
      title={words.title}
      note={words.note}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void keep()}
    >
      <NumberInput label={words.continuity} withAsterisk data-autofocus {...figure} {...field('continuityOhm')} />
      <NumberInput label={words.earthing} withAsterisk {...figure} {...field('earthingOhm')} />
    </StepFrame>
  )
}
