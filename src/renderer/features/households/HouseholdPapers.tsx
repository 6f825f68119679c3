/** What a household and those kept under it were given and had repaired: each paper says whom it was issued to. */

import { Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { HouseholdDetail } from '../../../contract/households.ts'
import { formatDay } from '../../../domain/day.ts'
import { showAmount } from '../../components/formats.ts'
import { KeptScanButton } from '../../components/KeptScan.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

export function HouseholdGifts({ household }: { household: HouseholdDetail }) {
  const { detail } = useText().households
  const { giftColumns } = detail
  if (household.gifts.length === 0) return <Text c="gray.7">{detail.noGifts}</Text>
  return (
    <Listing
      columns={[giftColumns.document, giftColumns.on, giftColumns.campaign, giftColumns.recipient, giftColumns.value]}
    >
      {household.gifts.map((gift) => (
        <Table.Tr key={gift.handoverId}>
          <Table.Td>
            {gift.documentNumber}{' '}
            <KeptScanButton kind="handoverReceipt" documentId={gift.receiptId} documentNumber={gift.documentNumber} />
            <HeldBy name={gift.heldBy} />
          </Table.Td>
          <Table.Td>{gift.voidedOn ? detail.voided(formatDay(gift.voidedOn)) : formatDay(gift.handedOverOn)}</Table.Td>
          <Table.Td>{gift.campaignName}</Table.Td>
          <Table.Td>{gift.recipientName}</Table.Td>
          <Table.Td ta="right">{showAmount(gift.valueDong)}</Table.Td>
        </Table.Tr>
      ))}
    </Listing>
  )
}

export function HouseholdRepairs({ household }: { household: HouseholdDetail }) {
  const { components, households, trade } = useText()
  const { detail } = households
  const { repairColumns } = detail
  const { householdId } = household
  const { data } = useOfficeQuery('repairs.ofHousehold', { householdId })
  if (!data) return null
  if (data.repairs.length === 0) return <Text c="gray.7">{detail.noRepairs}</Text>
  return (
    <Listing columns={[repairColumns.document, repairColumns.on, repairColumns.cost]}>
      {data.repairs.map((repair) => (
        <Table.Tr key={repair.repairId}>
          <Table.Td>
            {repair.certificateNumber ?? components.unknown}{' '}
            {repair.certificateNumber && <CertificateScan repairId={repair.repairId} />}
            <HeldBy name={repair.household.householdId === householdId ? null : repair.household.headOfHousehold} />
          </Table.Td>
          <Table.Td>{repair.doneOn ? formatDay(repair.doneOn) : trade.repairStates[repair.state]}</Table.Td>
          <Table.Td ta="right">{showAmount(repair.costDong)}</Table.Td>
        </Table.Tr>
      ))}
    </Listing>
  )
}

/** The signed certificate that stands; there is none while it has not come back. */
function CertificateScan({ repairId }: { repairId: string }) {
  const { data } = useOfficeQuery('repairs.get', { repairId })
  const certificate = data?.papers.find(({ kind, voidedOn }) => kind === 'repairCertificate' && voidedOn === null)
  if (!certificate) return null
  const { paperId, documentNumber } = certificate
  return <KeptScanButton kind="repairCertificate" documentId={paperId} documentNumber={documentNumber} />
}

function HeldBy({ name }: { name: string | null }) {
  const { detail } = useText().households
  return name ? (
    <Text size="xs" c="gray.7">
      {detail.heldBy(name)}
    </Text>
  ) : null
}

function Listing({ columns, children }: { columns: readonly string[]; children: ReactNode }) {
  return (
    <Table fz="sm" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column, at) => (
            <Table.Th key={column} {...(at === columns.length - 1 ? { ta: 'right' } : {})}>
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  )
}
