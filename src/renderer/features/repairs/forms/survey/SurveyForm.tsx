/** The survey of one installation: its checklist, what is needed, and what that may cost. */

import { Grid, Text, Textarea } from '@mantine/core'
import type { Failure } from '../../../../../contract/failure.ts'
import type { RepairDetail } from '../../../../../contract/repairs.ts'
import type { Day } from '../../../../../domain/day.ts'
import { DayInput } from '../../../../components/DayInput.tsx'
import { showAmount } from '../../../../components/formats.ts'
import { KnownInput } from '../../../../components/KnownInput.tsx'
import { useOfficeCommand, useOfficeQuery } from '../../../../office-port/asking.ts'
import { useText } from '../../../../text/language.ts'
import { placeOf } from '../../RepairList.tsx'
import { StepFrame, type StepProps, tellKept } from '../StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from '../use-step-form.ts'
import { ItemFields, useStockItems } from '../work/ItemFields.tsx'
import { missingInItems } from '../work/item-values.ts'
import { Checklist } from './Checklist.tsx'
import {
  conditionInShort,
  missingInFindings,
  type SurveyValues,
  surveyOf,
  surveyPath,
  surveyValuesOf,
} from './survey-values.ts'

const drafts: Drafts<SurveyValues> = new Map()

/** The next form of a stack mostly has the same day and surveyor. */
let lastTyped: { on: string; surveyor: string } | null = null

interface SurveyFormProps extends Pick<StepProps, 'repair' | 'today' | 'personName' | 'onClose'> {
  /** Of a stack: keeps this one and goes on with the next. */
  onNext?: (() => void) | undefined
}

export function SurveyForm({ repair, today, personName, onClose, onNext }: SurveyFormProps) {
  const text = useText()
  const { form: words } = text.repairs
  const { run, isRunning, failure } = useOfficeCommand('repairs.survey')
  const known = useStockItems()
  const { repairId, household } = repair
  const typing = useSurveyTyping(repair, { on: today, surveyor: personName }, failure)
  const { form, values, content, refuseMissing, settle } = typing

  async function keep(isLast: boolean): Promise<void> {
    const told = { ...values, conditionFound: values.conditionFound.trim() || conditionInShort(values, text) }
    const missing = emptyTexts(told, ['on', 'surveyor', 'conditionFound'])
    if (refuseMissing([...missing, ...missingInFindings(told), ...missingInItems(told)])) return
    const kept = await run(surveyOf(told, repairId, known))
    if (!kept) return
    lastTyped = { on: values.on, surveyor: values.surveyor }
    settle()
    tellKept(words.survey.kept(household.headOfHousehold, showAmount(kept.costDong)))
    if (isLast) onClose()
    else onNext?.()
  }
  return (
    <StepFrame
      title={words.survey.title(household.headOfHousehold)}
      size={900}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void keep(true)}
      keepAndPrint={onNext ? { label: words.survey.keepAndNext, run: () => void keep(false) } : null}
    >
      <Text size="sm" c="gray.7">
        {[repair.documentNumber, placeOf(household), household.customerCode].filter(Boolean).join(' · ')}
      </Text>
      <WhoAndWhen typing={typing} today={today} />
      <Checklist
        findings={values.findings}
        errors={form.errors}
        onChange={(point, finding) =>
          form.setFieldValue('findings', { ...form.getValues().findings, [point]: finding })
        }
      />
      <Found typing={typing} />
      <ItemFields form={form} values={values} known={known} />
    </StepFrame>
  )
}

function useSurveyTyping(repair: RepairDetail, usual: { on: Day; surveyor: string }, failure: Failure | null) {
  return useStepForm<SurveyValues>({
    drafts,
    draftKey: repair.repairId,
    begin: () => surveyValuesOf(repair, lastTyped ?? usual),
    failure,
    pathOf: surveyPath,
  })
}

type SurveyTyping = ReturnType<typeof useSurveyTyping>

function WhoAndWhen({ typing: { form, values, field }, today }: { typing: SurveyTyping; today: Day }) {
  const words = useText().repairs.form
  const { data } = useOfficeQuery('repairs.known', {})
  return (
    <Grid gap="xs">
      <Grid.Col span={3}>
        <DayInput
          label={words.on}
          withAsterisk
          data-autofocus
          today={today}
          {...form.getInputProps('on')}
          value={values.on}
        />
      </Grid.Col>
      <Grid.Col span={9}>
        <KnownInput label={words.survey.surveyor} withAsterisk known={data?.surveyors ?? []} {...field('surveyor')} />
      </Grid.Col>
    </Grid>
  )
}

/** What the checklist says in short is offered where nobody has typed anything else. */
function Found({ typing: { values, field } }: { typing: SurveyTyping }) {
  const text = useText()
  const words = text.repairs.form.survey
  return (
    <Grid gap="xs">
      <Grid.Col span={6}>
        <Textarea
          label={words.conditionFound}
          withAsterisk
          placeholder={conditionInShort(values, text)}
          autosize
          minRows={1}
          maxRows={4}
          {...field('conditionFound')}
        />
      </Grid.Col>
      <Grid.Col span={6}>
        <Textarea label={words.neededWork} autosize minRows={1} maxRows={4} {...field('neededWork')} />
      </Grid.Col>
    </Grid>
  )
}
