/** The fields that say what a campaign is and whom it is for. */

import { Grid, Input, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Day } from '../../../domain/day.ts'
import { GRANTED_BY } from '../../../domain/gift.ts'
import { CategoriesSelect, ManySelect } from '../../components/CategorySelect.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { useText } from '../../text/language.ts'
import type { CampaignValues } from './campaign-values.ts'

export interface FormParts {
  form: UseFormReturnType<CampaignValues>
  errors: Record<string, string>
  today: Day
}

/** The properties of the field at a path. */
export function fieldOf({ form, errors }: Pick<FormParts, 'form' | 'errors'>) {
  return (path: string) => ({ autoComplete: 'off', ...form.getInputProps(path), error: errors[path] })
}

/** The first problem of those whose path begins so: a field that stands for several. */
export function errorUnder(errors: Record<string, string>, start: string): string | undefined {
  return Object.entries(errors).find(([path]) => path.startsWith(start))?.[1]
}

export function TermFields(props: FormParts & { communes: readonly string[] }) {
  const { form, communes } = props
  const text = useText().campaignForm
  const field = fieldOf(props)
  return (
    <>
      <TextInput label={text.name} placeholder={text.nameExample} withAsterisk data-autofocus {...field('name')} />
      <DayAndDecisionFields {...props} isFixed={false} />
      <Grid gap="xs">
        <Grid.Col span={5}>
          <Input.Wrapper label={text.grantedBy.label} labelElement="div">
            <SegmentedControl
              fullWidth
              size="sm"
              aria-label={text.grantedBy.label}
              data={GRANTED_BY.map((value) => ({ value, label: text.grantedBy[value] }))}
              {...form.getInputProps('grantedBy')}
            />
          </Input.Wrapper>
        </Grid.Col>
        <Grid.Col span={7}>
          <CategoriesSelect
            label={text.categories}
            placeholder={text.categoriesHint}
            {...field('eligibleCategories')}
          />
        </Grid.Col>
        <Grid.Col span={9}>
          <ManySelect
            label={text.communes}
            placeholder={text.communesHint}
            data={communes}
            {...field('eligibleCommunes')}
          />
        </Grid.Col>
        <Grid.Col span={3}>
          <NumberInput
            label={text.giftsPerHousehold}
            withAsterisk
            hideControls
            allowDecimal={false}
            allowNegative={false}
            {...field('giftsPerHousehold')}
          />
        </Grid.Col>
      </Grid>
    </>
  )
}

/** Once something was issued the first day stays; the last one and the decisions may change. */
export function DayAndDecisionFields(props: FormParts & { isFixed: boolean }) {
  const { form, errors, today, isFixed } = props
  const text = useText().campaignForm
  const field = fieldOf(props)
  const { from, to } = form.getValues()
  return (
    <Grid gap="xs">
      {!isFixed && (
        <Grid.Col span={3}>
          <DayInput label={text.from} today={today} withAsterisk {...field('from')} value={from} />
        </Grid.Col>
      )}
      <Grid.Col span={3}>
        <DayInput
          label={text.to}
          today={today}
          withAsterisk
          {...field('to')}
          value={to}
          data-autofocus={isFixed || undefined}
        />
      </Grid.Col>
      <Grid.Col span={isFixed ? 9 : 6}>
        <TextInput
          label={text.decisions}
          placeholder={text.decisionsHint}
          {...field('decisions')}
          error={errorUnder(errors, 'decisionNumbers')}
        />
      </Grid.Col>
    </Grid>
  )
}
