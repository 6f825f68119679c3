/** A field for whole đồng: dots between thousands as one types, no fractions, never negative. */

import { NumberInput, type NumberInputProps } from '@mantine/core'
import { LARGEST_AMOUNT_DONG } from '../../domain/money.ts'

export function AmountInput(props: NumberInputProps) {
  return (
    <NumberInput
      thousandSeparator="."
      decimalSeparator=","
      suffix=" ₫"
      allowDecimal={false}
      allowNegative={false}
      max={LARGEST_AMOUNT_DONG}
      hideControls
      autoComplete="off"
      {...props}
    />
  )
}
