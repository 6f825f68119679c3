/** Opening a campaign: its name and days, whom it is for, and what its gift packages hold. */

import { ActionIcon, Button, Fieldset, Grid, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { Input } from '../../../contract/contract.ts'
import type { Day } from '../../../domain/day.ts'
import { packageValueDong } from '../../../domain/gift.ts'
import type { HouseholdCategory } from '../../../domain/household.ts'
import { isDong } from '../../../domain/money.ts'
import { AmountInput } from '../../components/AmountInput.tsx'
import { CategoriesSelect } from '../../components/CategorySelect.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { showAmount } from '../../components/formats.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.tsx'

interface CampaignFormProps {
  isOpen: boolean
  today: Day
  onClose: () => void
  onOpened: (campaignId: string) => void
}

export function CampaignForm(props: CampaignFormProps) {
  const text = useText().campaignForm
  return (
    <Dialog opened={props.isOpen} onClose={props.onClose} size={820} title={text.title}>
      <Fields {...props} />
    </Dialog>
  )
}

interface LineValues {
  name: string
  unitOfMeasure: string
  quantity: number | string
  unitPriceDong: number | string
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

const EMPTY_LINE: LineValues = { name: '', unitOfMeasure: '', quantity: 1, unitPriceDong: '' }
const emptyPackage = () => ({ name: '', lines: [{ ...EMPTY_LINE }] })

/** What is typed, as the office takes it; what is no number goes as it is and is named by the office. */
function campaignOf(values: Values): Input<'campaigns.open'> {
  const figures = ({ quantity, unitPriceDong, ...line }: LineValues) => ({
    ...line,
    quantity: Number(quantity),
    unitPriceDong: (unitPriceDong === ''
      ? Number.NaN
      : Number(unitPriceDong)) as Input<'campaigns.open'>['giftPackages'][number]['lines'][number]['unitPriceDong'],
  })
  return {
    ...values,
    from: values.from as Day,
    to: values.to as Day,
    eligibleCategories: values.eligibleCategories as HouseholdCategory[],
    giftPackages: values.giftPackages.map(({ name, lines }) => ({ name, lines: lines.map(figures) })),
  }
}

function Fields({ today, onClose, onOpened }: CampaignFormProps) {
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
  const field = (path: string) => ({ ...form.getInputProps(path), error: errors[path] })

  async function open(): Promise<void> {
    const opened = await run(campaignOf(form.getValues()))
    if (!opened) return
    notifications.show({ message: text.campaignForm.opened(form.getValues().name) })
    onClose()
    onOpened(opened.campaignId)
  }
  const words = text.campaignForm
  const values = form.getValues()
  return (
    <FormFlow onSubmit={() => void open()}>
      <Stack gap="sm">
        {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
        <Grid gap="xs">
          <Grid.Col span={12}>
            <TextInput
              label={words.name}
              placeholder={words.nameExample}
              withAsterisk
              data-autofocus
              autoComplete="off"
              {...field('name')}
            />
          </Grid.Col>
          <Grid.Col span={3}>
            <DayInput label={words.from} today={today} withAsterisk value={values.from} {...field('from')} />
          </Grid.Col>
          <Grid.Col span={3}>
            <DayInput label={words.to} today={today} withAsterisk value={values.to} {...field('to')} />
          </Grid.Col>
          <Grid.Col span={6}>
            <TextInput label={words.decisionNumber} autoComplete="off" {...field('decisionNumber')} />
          </Grid.Col>
          <Grid.Col span={6}>
            <TextInput label={words.fundingSource} autoComplete="off" {...field('fundingSource')} />
          </Grid.Col>
          <Grid.Col span={6}>
            <CategoriesSelect
              label={words.categories}
              placeholder={words.categoriesHint}
              {...field('eligibleCategories')}
            />
          </Grid.Col>
        </Grid>
        {values.giftPackages.map((giftPackage, index) => (
          <PackageFields
            // biome-ignore lint/suspicious/noArrayIndexKey: packages are only added at the end.
            key={index}
            index={index}
            lines={giftPackage.lines}
            field={field}
            onAdd={() => form.insertListItem(`giftPackages.${index}.lines`, { ...EMPTY_LINE })}
            onRemove={(line) => form.removeListItem(`giftPackages.${index}.lines`, line)}
          />
        ))}
        <Group justify="space-between">
          <Button variant="default" onClick={() => form.insertListItem('giftPackages', emptyPackage())}>
            {words.addPackage}
          </Button>
          <KeepButton label={words.open} run={() => void open()} isRunning={isRunning} />
        </Group>
      </Stack>
    </FormFlow>
  )
}

interface PackageFieldsProps {
  index: number
  lines: readonly LineValues[]
  field: (path: string) => object
  onAdd: () => void
  onRemove: (line: number) => void
}

function PackageFields({ index, lines, field, onAdd, onRemove }: PackageFieldsProps) {
  const text = useText().campaignForm
  const path = `giftPackages.${index}`
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
      {lines.map((_line, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and its fields are controlled.
        <Grid gap={6} key={line} align="flex-end" mb={4}>
          <Grid.Col span={5}>
            <TextInput
              label={line === 0 ? text.lines.name : null}
              aria-label={text.lines.name}
              autoComplete="off"
              {...field(`${path}.lines.${line}.name`)}
            />
          </Grid.Col>
          <Grid.Col span={2}>
            <TextInput
              label={line === 0 ? text.lines.unitOfMeasure : null}
              aria-label={text.lines.unitOfMeasure}
              autoComplete="off"
              {...field(`${path}.lines.${line}.unitOfMeasure`)}
            />
          </Grid.Col>
          <Grid.Col span={1.6}>
            <NumberInput
              label={line === 0 ? text.lines.quantity : null}
              aria-label={text.lines.quantity}
              hideControls
              decimalSeparator=","
              {...field(`${path}.lines.${line}.quantity`)}
            />
          </Grid.Col>
          <Grid.Col span={2.6}>
            <AmountInput
              label={line === 0 ? text.lines.unitPriceDong : null}
              aria-label={text.lines.unitPriceDong}
              {...field(`${path}.lines.${line}.unitPriceDong`)}
            />
          </Grid.Col>
          <Grid.Col span={0.8}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={text.removeLine(line + 1)}
              disabled={lines.length === 1}
              onClick={() => onRemove(line)}
            >
              ×
            </ActionIcon>
          </Grid.Col>
        </Grid>
      ))}
      <Group justify="space-between" mt={6}>
        <Button size="compact-sm" variant="default" onClick={onAdd}>
          {text.addLine}
        </Button>
        <Text size="sm">
          {text.packageValue}: <strong>{showAmount(valueOf(lines))}</strong>
        </Text>
      </Group>
    </Fieldset>
  )
}

/** The package's value while it is being typed; what is no amount yet counts nothing. */
function valueOf(lines: readonly LineValues[]): number {
  const whole = lines.flatMap(({ name, unitOfMeasure, quantity, unitPriceDong }) => {
    const price = Number(unitPriceDong)
    const count = Number(quantity)
    return isDong(price) && isDong(price * count)
      ? [{ name, unitOfMeasure, quantity: count, unitPriceDong: price }]
      : []
  })
  return packageValueDong(whole)
}
