/** Opening a campaign: its name and days, whom it is for, and what its gift packages hold. */

import { Button, Fieldset, Grid, Group, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { Input } from '../../../contract/contract.ts'
import type { Day } from '../../../domain/day.ts'
import type { HouseholdCategory } from '../../../domain/household-category.ts'
import { CategoriesSelect } from '../../components/CategorySelect.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { LineFields } from '../../components/LineFields.tsx'
import { EMPTY_LINE, type LineValues, lineOf } from '../../components/pasted-lines.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

interface CampaignFormProps {
  isOpen: boolean
  today: Day
  onClose: () => void
  onOpened: (campaignId: string) => void
}

interface Values {
  name: string
  decisionNumber: string
  fundingSource: string
  from: string
  to: string
  eligibleCategories: string[]
  giftPackages: { name: string; lines: LineValues[] }[]
}

const emptyPackage = () => ({ name: '', lines: [{ ...EMPTY_LINE }] })

function campaignOf(values: Values): Input<'campaigns.open'> {
  return {
    ...values,
    from: values.from as Day,
    to: values.to as Day,
    eligibleCategories: values.eligibleCategories as HouseholdCategory[],
    giftPackages: values.giftPackages.map(({ name, lines }) => ({ name, lines: lines.map(lineOf) })),
  }
}

export function CampaignForm(props: CampaignFormProps) {
  const text = useText().campaignForm
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} size={820} title={text.title}>
      <Content {...props} />
    </Dialog>
  )
}

function Content({ today, onClose, onOpened }: CampaignFormProps) {
  const text = useText()
  const { run, isRunning, failure } = useOfficeCommand('campaigns.open')
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: {
      name: '',
      decisionNumber: '',
      fundingSource: '',
      from: `${today.slice(0, 8)}01`,
      to: `${today.slice(0, 4)}-12-31`,
      eligibleCategories: [],
      giftPackages: [emptyPackage()],
    },
  })
  const errors = fieldErrors(text, failure)
  const values = form.getValues()

  async function open(): Promise<void> {
    const opened = await run(campaignOf(values))
    if (!opened) return
    notifications.show({ message: text.campaignForm.opened(values.name) })
    onClose()
    onOpened(opened.campaignId)
  }
  return (
    <FormFlow onSubmit={() => void open()}>
      <Stack gap="sm">
        {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
        <Terms form={form} errors={errors} today={today} />
        {values.giftPackages.map((giftPackage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: packages are only added at the end.
          <PackageFields key={index} index={index} lines={giftPackage.lines} form={form} errors={errors} />
        ))}
        <Group justify="space-between">
          <Button variant="default" onClick={() => form.insertListItem('giftPackages', emptyPackage())}>
            {text.campaignForm.addPackage}
          </Button>
          <KeepButton label={text.campaignForm.open} run={() => void open()} isRunning={isRunning} />
        </Group>
      </Stack>
    </FormFlow>
  )
}

interface PartProps {
  form: UseFormReturnType<Values>
  errors: Record<string, string>
}

function Terms({ form, errors, today }: PartProps & { today: Day }) {
  const text = useText().campaignForm
  const { from, to } = form.getValues()
  const field = (path: string) => ({ autoComplete: 'off', ...form.getInputProps(path), error: errors[path] })
  return (
    <Grid gap="xs">
      <Grid.Col span={12}>
        <TextInput label={text.name} placeholder={text.nameExample} withAsterisk data-autofocus {...field('name')} />
      </Grid.Col>
      <Grid.Col span={3}>
        <DayInput label={text.from} today={today} withAsterisk {...field('from')} value={from} />
      </Grid.Col>
      <Grid.Col span={3}>
        <DayInput label={text.to} today={today} withAsterisk {...field('to')} value={to} />
      </Grid.Col>
      <Grid.Col span={6}>
        <TextInput label={text.decisionNumber} {...field('decisionNumber')} />
      </Grid.Col>
      <Grid.Col span={6}>
        <TextInput label={text.fundingSource} {...field('fundingSource')} />
      </Grid.Col>
      <Grid.Col span={6}>
        <CategoriesSelect label={text.categories} placeholder={text.categoriesHint} {...field('eligibleCategories')} />
      </Grid.Col>
    </Grid>
  )
}

function PackageFields({ index, lines, form, errors }: PartProps & { index: number; lines: readonly LineValues[] }) {
  const text = useText().campaignForm
  const path = `giftPackages.${index}`
  const field = (name: string) => ({ ...form.getInputProps(name), error: errors[name] })
  return (
    <Fieldset legend={text.packageTitle(index + 1)} p="xs">
      <TextInput
        label={text.packageName}
        placeholder={text.packageExample}
        withAsterisk
        autoComplete="off"
        mb={6}
        {...field(`${path}.name`)}
      />
      <LineFields
        words={text.lines}
        addLine={text.addLine}
        removeLine={text.removeLine}
        sum={text.packageValue}
        lines={lines}
        field={(line, name) => field(`${path}.lines.${line}.${name}`)}
        onAdd={() => form.insertListItem(`${path}.lines`, { ...EMPTY_LINE })}
        onRemove={(line) => form.removeListItem(`${path}.lines`, line)}
        onPaste={(pasted) => form.setFieldValue(`${path}.lines`, pasted)}
      />
    </Fieldset>
  )
}
