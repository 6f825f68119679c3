/** One slip as it was booked. */

import { Group, Stack, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { StockSlip } from '../../../contract/stock.ts'
import { formatDay } from '../../../domain/day.ts'
import { lineAmountDong } from '../../../domain/money.ts'
import { SideDialog } from '../../components/Dialog.tsx'
import { showAmount, showInstant, showQuantity } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import { SlipState } from './SlipList.tsx'
import classes from './Stock.module.css'

interface SlipDetailsProps {
  slip: StockSlip
  /** The buttons that act on it. */
  actions: ReactNode
  onClose: () => void
}

export function SlipDetails({ slip, actions, onClose }: SlipDetailsProps) {
  const text = useText()
  const { slips: words, form, card } = text.stock
  const { kind, documentNumber, movedOn, fromName, toName, counterpart, reason, recordedBy, recordedAt } = slip
  const title = (
    <Group gap="sm">
      <Text fw={700} size="lg">
        {documentNumber}
      </Text>
      <SlipState slip={slip} />
    </Group>
  )
  return (
    <SideDialog opened onClose={onClose} size={560} title={title}>
      <Stack gap="sm">
        {actions}
        <div>
          <Text fw={600}>{text.trade.documentKinds[kind]}</Text>
          <Text size="sm">
            {formatDay(movedOn)} · {card.route(fromName, toName)}
          </Text>
          {[counterpart, reason].filter(Boolean).map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
        </div>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{form.lines.name}</Table.Th>
              <Table.Th className={classes.figure ?? ''}>{form.lines.quantity}</Table.Th>
              <Table.Th className={classes.figure ?? ''}>{text.components.lines.amount}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {slip.lines.map(({ itemId, name, unitOfMeasure, quantity, unitPriceDong }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a slip may name an item twice, and its lines stay.
              <Table.Tr key={`${itemId} ${at}`}>
                <Table.Td>{name}</Table.Td>
                <Table.Td className={classes.figure ?? ''}>
                  {showQuantity(quantity)} {unitOfMeasure}
                </Table.Td>
                <Table.Td className={classes.figure ?? ''}>
                  {unitPriceDong === null
                    ? text.components.unknown
                    : showAmount(lineAmountDong(quantity, unitPriceDong))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="xs" c="gray.7">
          {words.recorded(recordedBy, showInstant(recordedAt))}
        </Text>
      </Stack>
    </SideDialog>
  )
}
