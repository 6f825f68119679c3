/** What was done: the planned lines are there already, and the quantities really used are typed over them. */

import { Grid, NumberInput, Textarea } from '@mantine/core'
import type { Day } from '../../../../../domain/day.ts'
import { DayInput } from '../../../../components/DayInput.tsx'
import { showAmount } from '../../../../components/formats.ts'
import { KnownInput } from '../../../../components/KnownInput.tsx'
import { useOfficeCommand, useOfficeQuery } from '../../../../office-port/asking.ts'
import { useText } from '../../../../text/language.ts'
import { StepFrame, type StepProps, tellKept } from '../StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from '../use-step-form.ts'
import { ItemFields, useStockItems } from './ItemFields.tsx'
import { type ItemValues, itemPath, itemsOf, itemValuesOf, missingInItems } from './item-values.ts'

interface WorkValues extends ItemValues {
  on: string
  crew: string
  workDone: string
  hours: number | string
}

const drafts: Drafts<WorkValues> = new Map()

export function WorkForm({ repair, today, onClose }: StepProps) {
  const text = useText().repairs.form
  const words = text.work
  const { run, isRunning, failure } = useOfficeCommand('repairs.finishWork')
  const known = useStockItems()
  const { repairId, household, plan, survey, works } = repair
  const typing = useStepForm<WorkValues>({
    drafts,
    draftKey: repairId,
    begin: () => ({
      on: today,
      crew: plan?.crew ?? '',
      workDone: works.length > 0 ? '' : (survey?.neededWork ?? ''),
      hours: '',
      // Work that is done again seldom takes what was planned for the first time.
      ...itemValuesOf(works.length > 0 ? [] : (plan?.items ?? [])),
    }),
    failure,
    pathOf: itemPath,
  })
  const { form, values, content, refuseMissing, settle } = typing
  async function keep(): Promise<void> {
    if (refuseMissing([...emptyTexts(values, ['on', 'crew', 'workDone']), ...missingInItems(values)])) return
    const { on, crew, workDone, hours } = values
    const items = itemsOf(values, known)
    const done = await run({
      repairId,
      on: on as Day,
      crew,
      workDone,
      hours: typeof hours === 'number' ? hours : null,
      items,
    })
    if (!done) return
    settle()
    tellKept(words.kept(household.headOfHousehold, showAmount(done.costDong)))
    onClose()
  }
  return (
    <StepFrame
      title={words.title(household.headOfHousehold)}
      size={900}
      note={words.leftovers}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void keep()}
    >
      <WorkFields typing={typing} today={today} />
      <ItemFields form={form} values={values} known={known} />
    </StepFrame>
  )
}

interface WorkFieldsProps {
  typing: ReturnType<typeof useStepForm<WorkValues>>
  today: Day
}

function WorkFields({ typing: { form, values, field }, today }: WorkFieldsProps) {
  const text = useText().repairs.form
  const words = text.work
  const { data: before } = useOfficeQuery('repairs.known', {})
  return (
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
      <Grid.Col span={7}>
        <KnownInput label={text.plan.crew} withAsterisk known={before?.crews ?? []} {...field('crew')} />
      </Grid.Col>
      <Grid.Col span={2}>
        <NumberInput
          label={words.hours}
          hideControls
          decimalSeparator=","
          decimalScale={2}
          allowNegative={false}
          {...field('hours')}
        />
      </Grid.Col>
      <Grid.Col span={12}>
        <Textarea label={words.workDone} withAsterisk autosize minRows={1} maxRows={4} {...field('workDone')} />
      </Grid.Col>
    </Grid>
  )
}
