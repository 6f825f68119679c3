/** Nghiệm thu: who took part; the record is numbered and printed for their signatures. */

import { Grid, Textarea, TextInput } from '@mantine/core'
import type { Day } from '../../../../domain/day.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { StepFrame, type StepProps, tellKept } from './StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from './use-step-form.ts'

interface AcceptValues {
  on: string
  supervisor: string
  householdRepresentative: string
  householdRelation: string
  communeRepresentative: string
  remark: string
}

const drafts: Drafts<AcceptValues> = new Map()

export function AcceptForm({ repair, today, personName, printing, onClose }: StepProps) {
  const text = useText().repairs.form
  const words = text.accept
  const { run, isRunning, failure } = useOfficeCommand('repairs.accept')
  const { repairId, household } = repair
  const { form, values, content, field, refuseMissing, settle } = useStepForm({
    drafts,
    draftKey: repairId,
    begin: () => ({
      on: today,
      supervisor: personName,
      householdRepresentative: household.headOfHousehold,
      householdRelation: '',
      communeRepresentative: '',
      remark: '',
    }),
    failure,
  })
  async function accept(isPrinted: boolean): Promise<void> {
    if (refuseMissing(emptyTexts(values, ['on', 'supervisor', 'householdRepresentative']))) return
    const accepted = await run({ repairId, ...values, on: values.on as Day })
    if (!accepted) return
    settle()
    tellKept(words.kept(accepted.documentNumber))
    onClose()
    if (isPrinted) await printing.printOne('acceptanceRecord', repairId)
  }
  return (
    <StepFrame
      title={words.title(household.headOfHousehold)}
      size={680}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void accept(false)}
      keepAndPrint={{ label: text.keepAndPrint, run: () => void accept(true) }}
    >
      <Grid gap="xs">
        <Grid.Col span={3}>
          <DayInput
            label={text.on}
            withAsterisk
            data-autofocus
            today={today}
            {...form.getInputProps('on')}
            value={values.on}
          />
        </Grid.Col>
        <Grid.Col span={9}>
          <TextInput label={words.supervisor} withAsterisk {...field('supervisor')} />
        </Grid.Col>
        <Grid.Col span={7}>
          <TextInput label={words.representative} withAsterisk {...field('householdRepresentative')} />
        </Grid.Col>
        <Grid.Col span={5}>
          <TextInput label={words.relation} placeholder={words.relationHint} {...field('householdRelation')} />
        </Grid.Col>
        <Grid.Col span={12}>
          <TextInput label={words.commune} {...field('communeRepresentative')} />
        </Grid.Col>
        <Grid.Col span={12}>
          <Textarea label={words.remark} autosize minRows={1} {...field('remark')} />
        </Grid.Col>
      </Grid>
    </StepFrame>
  )
}
