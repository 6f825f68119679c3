/** What was done and measured at a household: read by the one who certifies it. */

import { Stack, Table, Text } from '@mantine/core'
import type { Output } from '../../../contract/contract.ts'
import { lineAmountDong } from '../../../domain/money.ts'
import { checkResults, REPAIR_CHECKS, type RepairCheck, type RepairReadings } from '../../../domain/repair.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount } from '../../components/formats.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Repairs.module.css'

type Detail = Output<'repairs.get'>

export function RepairWork({ repairId }: { repairId: string }) {
  const { data, error } = useOfficeQuery('repairs.get', { repairId })
  if (error) return <FailureAlert failure={error.failure} />
  if (!data) return null
  return (
    <Stack gap="sm">
      <Items items={data.items} />
      <Readings readings={data.readings} />
    </Stack>
  )
}

/** 12,5 as Vietnamese papers write it. */
const showQuantity = (quantity: number) => String(quantity).replace('.', ',')

function Items({ items }: { items: Detail['items'] }) {
  const { form, details } = useText().repairs
  return (
    <Table withTableBorder verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{form.lines.name}</Table.Th>
          <Table.Th className={classes.figure ?? ''}>{form.lines.quantity}</Table.Th>
          <Table.Th className={classes.figure ?? ''}>{details.lineAmountDong}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ name, unitOfMeasure, quantity, unitPriceDong }) => (
          <Table.Tr key={`${name} ${unitOfMeasure} ${quantity} ${unitPriceDong}`}>
            <Table.Td>{name}</Table.Td>
            <Table.Td className={classes.figure ?? ''}>
              {showQuantity(quantity)} {unitOfMeasure}
            </Table.Td>
            <Table.Td className={classes.figure ?? ''}>{showAmount(lineAmountDong(quantity, unitPriceDong))}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Readings({ readings }: { readings: RepairReadings }) {
  const { form, details } = useText().repairs
  const results = checkResults(readings)
  const { insulationMegaohm, rcdTripMilliseconds } = readings
  const shown: Record<RepairCheck, [label: string, reading: string]> = {
    insulation: [form.insulation, showQuantity(insulationMegaohm)],
    rcdTrip: [form.rcdTrip, rcdTripMilliseconds === null ? '' : showQuantity(rcdTripMilliseconds)],
    polarity: [form.polarity, readings.polarityCorrect ? details.seen : ''],
    poweredOn: [form.poweredOn, readings.poweredOn ? details.seen : ''],
  }
  const colors = { passed: STATE_COLORS.good, failed: STATE_COLORS.bad, notPresent: STATE_COLORS.quiet }
  return (
    <Table withTableBorder verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{details.check}</Table.Th>
          <Table.Th className={classes.figure ?? ''}>{details.reading}</Table.Th>
          <Table.Th>{details.verdict}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {REPAIR_CHECKS.map((check) => (
          <Table.Tr key={check}>
            <Table.Td>{shown[check][0]}</Table.Td>
            <Table.Td className={classes.figure ?? ''}>{shown[check][1]}</Table.Td>
            <Table.Td>
              <Text size="sm" fw={600} c={colors[results[check]]}>
                {form.results[results[check]]}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
