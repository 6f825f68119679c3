/** One gift package: its name, the money in it, and its goods. */

import { CloseButton, Fieldset, Grid, Group, TextInput } from '@mantine/core'
import { AmountInput } from '../../components/AmountInput.tsx'
import { showAmount } from '../../components/formats.ts'
import { LineFields } from '../../components/LineFields.tsx'
import { EMPTY_LINE, isBlankLine } from '../../components/pasted-lines.ts'
import { useText } from '../../text/language.ts'
import { type PackageValues, typedPackageDong } from './campaign-values.ts'
import { errorUnder, type FormParts, fieldOf } from './TermFields.tsx'

interface PackageFieldsProps extends FormParts {
  index: number
  giftPackage: PackageValues
}

export function PackageFields({ index, giftPackage, ...parts }: PackageFieldsProps) {
  const text = useText()
  const words = text.campaignForm
  const { form, errors } = parts
  const { lines } = giftPackage
  const path = `giftPackages.${index}`
  const field = fieldOf(parts)
  const valueDong = typedPackageDong(giftPackage)
  const value = words.packageValue(valueDong === null ? text.components.unknown : showAmount(valueDong))
  // Money goes behind the goods, where no field shows what is wrong with it.
  const goodsCount = lines.findLastIndex((line) => !isBlankLine(line)) + 1
  return (
    <Fieldset
      p="xs"
      legend={
        <Group gap={6} wrap="nowrap">
          {words.packageTitle(index + 1)} · {value}
          {form.getValues().giftPackages.length > 1 && (
            <CloseButton
              size="sm"
              tabIndex={-1}
              aria-label={words.removePackage(index + 1)}
              onClick={() => form.removeListItem('giftPackages', index)}
            />
          )}
        </Group>
      }
    >
      <Grid gap="xs" mb={6}>
        <Grid.Col span={8}>
          <TextInput
            label={words.packageName}
            placeholder={words.packageExample}
            withAsterisk
            {...field(`${path}.name`)}
          />
        </Grid.Col>
        <Grid.Col span={4}>
          <AmountInput
            label={words.cash}
            {...field(`${path}.cashDong`)}
            error={goodsCount > 0 ? errorUnder(errors, `${path}.lines.${goodsCount}.`) : undefined}
          />
        </Grid.Col>
      </Grid>
      <LineFields
        words={words.lines}
        addLine={words.addLine}
        removeLine={words.removeLine}
        sum={words.goodsValue}
        lines={lines}
        field={(line, name) => field(`${path}.lines.${line}.${name}`)}
        onAdd={() => form.insertListItem(`${path}.lines`, { ...EMPTY_LINE })}
        onRemove={(line) => form.removeListItem(`${path}.lines`, line)}
        onPaste={(pasted) => form.setFieldValue(`${path}.lines`, pasted)}
      />
    </Fieldset>
  )
}
