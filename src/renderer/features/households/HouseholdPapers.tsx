/** What a household and those kept under it were given and had repaired: each paper says whom it was issued to. */

import { Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { HouseholdDetail } from '../../../contract/households.ts'
import type { Repair } from '../../../contract/repairs.ts'
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

interface HouseholdRepairsProps {
  household: HouseholdDetail
  repairs: readonly Repair[]
}

/** What is repaired or waits to be, each one click from its view. */
export function HouseholdRepairs({ household, repairs }: HouseholdRepairsProps) {
  const { households, repairs: words, trade } = useText()
  const { detail } = households
  const { repairColumns } = detail
  if (repairs.length === 0) return <Text c="gray.7">{detail.noRepairs}</Text>
  return (
    <Listing columns={[repairColumns.document, repairColumns.state, repairColumns.since, repairColumns.cost]}>
      {repairs.map(({ repairId, documentNumber, certificateNumber, household: held, state, since, costDong }) => (
        <Table.Tr key={repairId}>
          <Table.Td>
            <Link to="/repairs" search={{ repairId }}>
              {certificateNumber ?? documentNumber ?? words.marks.noNumber}
            </Link>{' '}
            {certificateNumber && <CertificateScan repairId={repairId} />}
            <HeldBy name={held.householdId === household.householdId ? null : held.headOfHousehold} />
          </Table.Td>
          <Table.Td>{trade.repairStates[state]}</Table.Td>
          <Table.Td>{formatDay(since)}</Table.Td>
          <Table.Td ta="right">{showAmount(costDong)}</Table.Td>
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
