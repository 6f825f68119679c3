/** Where the money comes from, how much there is, for how many, and the store that gifts come from. */

import { ActionIcon, Button, Grid, Group, NumberInput, TextInput } from '@mantine/core'
import { AmountInput } from '../../components/AmountInput.tsx'
import { showAmount } from '../../components/formats.ts'
import { PlaceSelect } from '../../components/PlaceSelect.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { budgetOf, EMPTY_FUND } from './campaign-values.ts'
import { type FormParts, fieldOf } from './TermFields.tsx'

export function MoneyFields(props: FormParts & { isFixed: boolean; hasStore: boolean }) {
  const { form, isFixed, hasStore } = props
  const text = useText().campaignForm
  const field = fieldOf(props)
  const { funds } = form.getValues()
  const sumDong = budgetOf({ budgetDong: '', funds })
  return (
    <div>
      {funds.map((_fund, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fund has no other name, and its fields are controlled.
        <Grid key={index} gap="xs" mb={4} align="flex-end">
          <Grid.Col span={8}>
            <TextInput
              label={index === 0 ? text.fund : null}
              aria-label={text.fund}
              placeholder={index === 0 ? text.fundExample : ''}
              {...field(`funds.${index}.name`)}
            />
          </Grid.Col>
          <Grid.Col span={3.4}>
            <AmountInput
              label={index === 0 ? text.fundAmount : null}
              aria-label={text.fundAmount}
              {...field(`funds.${index}.amountDong`)}
            />
          </Grid.Col>
          <Grid.Col span={0.6}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              tabIndex={-1}
              aria-label={text.removeFund(index + 1)}
              disabled={funds.length === 1}
              onClick={() => form.removeListItem('funds', index)}
            >
              ×
            </ActionIcon>
          </Grid.Col>
        </Grid>
      ))}
      <AddFund {...props} />
      <Grid gap="xs">
        <Grid.Col span={4}>
          <AmountInput
            label={text.budget}
            placeholder={sumDong === null ? text.budgetHint : showAmount(sumDong)}
            {...field('budgetDong')}
          />
        </Grid.Col>
        <Grid.Col span={3}>
          <NumberInput
            label={text.target}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator="."
            decimalSeparator=","
            {...field('targetHouseholds')}
          />
        </Grid.Col>
        {(!isFixed || !hasStore) && <StoreField {...props} />}
        <RepairBudgets {...props} />
      </Grid>
    </div>
  )
}

function AddFund({ form }: FormParts) {
  const text = useText().campaignForm
  return (
    <Group mb={6}>
      <Button size="compact-sm" variant="default" onClick={() => form.insertListItem('funds', { ...EMPTY_FUND })}>
        {text.addFund}
      </Button>
    </Group>
  )
}

/** Money for repairs of wiring, in all and for one household. */
function RepairBudgets(parts: FormParts) {
  const text = useText().campaignForm
  const field = fieldOf(parts)
  return (
    <>
      <Grid.Col span={4}>
        <AmountInput label={text.repairBudget} placeholder={text.notWatched} {...field('repairBudgetDong')} />
      </Grid.Col>
      <Grid.Col span={4}>
        <AmountInput
          label={text.repairBudgetPerHousehold}
          placeholder={text.notWatched}
          {...field('repairBudgetPerHouseholdDong')}
        />
      </Grid.Col>
    </>
  )
}

/** A store that is not known yet is added by typing its name. */
function StoreField({ form, errors }: FormParts) {
  const text = useText().campaignForm
  const { data } = useOfficeQuery('stock.places', {})
  return (
    <Grid.Col span={5}>
      <PlaceSelect
        label={text.store}
        none={text.noStore}
        places={(data?.places ?? []).filter(({ kind }) => kind === 'store')}
        adds="store"
        value={form.getValues().storeId}
        error={errors.storeId}
        onChange={(placeId) => form.setFieldValue('storeId', placeId === '' ? null : placeId)}
      />
    </Grid.Col>
  )
}
