/** Lines of material and work with their amounts, and what they come to. */

import type { RepairItemLine } from '../../../../contract/repairs.ts'
import { lineAmountDong } from '../../../../domain/money.ts'
import { showAmount, showQuantity } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import { SmallTable } from './Part.tsx'

export function ItemTable({ items, costDong }: { items: readonly RepairItemLine[]; costDong: number }) {
  const { form, one } = useText().repairs
  const { itemColumns: columns } = one
  if (items.length === 0) return null
  const rows = items.map(({ name, unitOfMeasure, quantity, unitPriceDong }, at) => ({
    key: `${at} ${name}`,
    cells: [
      name,
      `${showQuantity(quantity)} ${unitOfMeasure}`,
      showAmount(unitPriceDong),
      showAmount(lineAmountDong(quantity, unitPriceDong)),
    ],
  }))
  const sum = { key: 'sum', cells: [form.items.sum, '', '', showAmount(costDong)], isStrong: true }
  return (
    <SmallTable
      columns={[
        { name: columns.name },
        { name: columns.quantity, isFigure: true },
        { name: columns.price, isFigure: true },
        { name: columns.amount, isFigure: true },
      ]}
      rows={[...rows, sum]}
    />
  )
}
