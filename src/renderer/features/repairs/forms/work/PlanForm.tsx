/** Giao việc: who does what when, with which materials; a cost over the budget is told before it is kept. */

import { Alert, Grid, Text, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Failure } from '../../../../../contract/failure.ts'
import { tellFailure } from '../../../../../contract/wording/failure-wording.ts'
import type { Day } from '../../../../../domain/day.ts'
import { DayInput } from '../../../../components/DayInput.tsx'
import { KnownInput } from '../../../../components/KnownInput.tsx'
import { useOfficeCommand, useOfficeQuery } from '../../../../office-port/asking.ts'
import { useText } from '../../../../text/language.ts'
import { StepFrame, type StepProps, tellKept } from '../StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from '../use-step-form.ts'
import { overBudget } from './budgets.ts'
import { ItemFields, useStockItems } from './ItemFields.tsx'
import { type ItemValues, itemPath, itemsOf, itemValuesOf, missingInItems, typedCostDong } from './item-values.ts'

interface PlanValues extends ItemValues {
  on: string
  crew: string
  plannedFor: string
  instructions: string
  overruledBecause: string
}

const drafts: Drafts<PlanValues> = new Map()

export function PlanForm({ repair, today, may, printing, onClose }: StepProps) {
  const { form: words } = useText().repairs
  const { run, isRunning, failure } = useOfficeCommand('repairs.plan')
  const known = useStockItems()
  const { repairId, household, plan, survey } = repair
  const { form, values, content, field, refuseMissing, settle } = useStepForm<PlanValues>({
    drafts,
    draftKey: repairId,
    begin: () => ({
      on: today,
      crew: plan?.crew ?? '',
      plannedFor: today,
      instructions: plan?.instructions ?? '',
      overruledBecause: '',
      ...itemValuesOf(plan?.items ?? survey?.items ?? []),
    }),
    failure,
    pathOf: itemPath,
  })
  const over = overBudget(repair, typedCostDong(values) ?? 0)
  const mayOverrule = may('repair.overrule')

  async function keep(isPrinted: boolean): Promise<void> {
    const reasons = over && mayOverrule ? (['overruledBecause'] as const) : []
    const missing = [...emptyTexts(values, ['crew', 'plannedFor', 'on', ...reasons]), ...missingInItems(values)]
    if (refuseMissing(missing)) return
    const { on, crew, plannedFor, instructions, overruledBecause } = values
    const planned = await run({
      repairId,
      on: on as Day,
      crew,
      plannedFor: plannedFor as Day,
      instructions,
      items: itemsOf(values, known),
      overruledBecause: over ? overruledBecause : null,
    })
    if (!planned) return
    settle()
    tellKept(words.plan.kept(planned.documentNumber))
    onClose()
    if (isPrinted) await printing.printOne('workOrder', repairId)
  }
  return (
    <StepFrame
      title={words.plan.title(household.headOfHousehold)}
      size={900}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void keep(false)}
      keepAndPrint={{ label: words.keepAndPrint, run: () => void keep(true) }}
      notice={over && <OverBudget over={over} mayOverrule={mayOverrule} field={field('overruledBecause')} />}
    >
      <PlanFields {...{ form, values, today }} field={field} />
      <ItemFields form={form} values={values} known={known} />
    </StepFrame>
  )
}

interface OverBudgetProps {
  over: Failure
  mayOverrule: boolean
  field: object
}

/** Whoever may pass the budget says why; anybody else is told who may. */
function OverBudget({ over, mayOverrule, field }: OverBudgetProps) {
  const text = useText()
  const words = text.repairs.form.plan
  return (
    <Alert color="orange" variant="light" p="xs" mb="xs">
      <Text size="sm" fw={600}>
        {tellFailure(text.failures, over).what}
      </Text>
      {mayOverrule ? (
        <Textarea label={words.overruled} withAsterisk autosize minRows={1} {...field} />
      ) : (
        words.askOverrule
      )}
    </Alert>
  )
}

interface PlanFieldsProps {
  form: UseFormReturnType<PlanValues>
  values: PlanValues
  today: Day
  field: (path: string) => object
}

function PlanFields({ form, values, today, field }: PlanFieldsProps) {
  const words = useText().repairs.form
  const { data } = useOfficeQuery('repairs.known', {})
  const day = (name: 'plannedFor' | 'on') => ({ ...form.getInputProps(name), value: values[name] })
  return (
    <Grid gap="xs">
      <Grid.Col span={5}>
        <KnownInput label={words.plan.crew} withAsterisk data-autofocus known={data?.crews ?? []} {...field('crew')} />
      </Grid.Col>
      <Grid.Col span={3.5}>
        <DayInput label={words.plan.plannedFor} withAsterisk today={today} {...day('plannedFor')} />
      </Grid.Col>
      <Grid.Col span={3.5}>
        <DayInput label={words.plan.on} withAsterisk today={today} {...day('on')} />
      </Grid.Col>
      <Grid.Col span={12}>
        <Textarea label={words.plan.instructions} autosize minRows={1} maxRows={4} {...field('instructions')} />
      </Grid.Col>
    </Grid>
  )
}
