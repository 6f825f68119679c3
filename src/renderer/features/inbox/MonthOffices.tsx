/** One month of the company: what each office sent, what is missing, and the sum. */

import { Button, Table, Text } from '@mantine/core'
import type { Output } from '../../../contract/contract.ts'
import type { ReceivedMonth } from '../../../contract/inbox.ts'
import type { MonthFigures } from '../../../contract/months.ts'
import { showAmount, showCount, showInstant } from '../../components/formats.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import classes from './Inbox.module.css'

export type InboxMonth = Output<'inbox.overview'>['months'][number]

export function MonthOffices({ month }: { month: InboxMonth }) {
  const { offices: text } = useText().inbox
  return (
    <Table verticalSpacing={4} fz="sm" withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.office}</Table.Th>
          {[text.gifts, text.repairs, text.voided].map((header) => (
            <Table.Th key={header} className={classes.figure}>
              {header}
            </Table.Th>
          ))}
          <Table.Th className={classes.oneLine}>{text.takenIn}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {month.offices.map((office) => (
          <OfficeLine key={office.officeId} office={office} />
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th>{text.total}</Table.Th>
          <Figures figures={month.figures} />
          <Table.Th />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  )
}

function OfficeLine({ office }: { office: ReceivedMonth }) {
  const { offices: text } = useText().inbox
  const { officeId, officeName, received } = office
  return (
    <Table.Tr>
      <Table.Td>
        <strong>{officeId}</strong> · <State office={office} />
        <Text size="xs" c="gray.7">
          {officeName !== officeId && officeName}
        </Text>
      </Table.Td>
      {received ? (
        <>
          <Figures figures={received.figures} />
          <Table.Td className={classes.oneLine}>
            <Button
              size="compact-xs"
              variant="subtle"
              px={0}
              title={`${text.showFile}: ${received.packageName}`}
              onClick={() => void window.shell.showInFolder(received.file)}
            >
              {showInstant(received.takenInAt)}
            </Button>
            <Text size="xs" c="gray.7">
              {received.takenInBy}
            </Text>
          </Table.Td>
        </>
      ) : (
        <Table.Td colSpan={4} />
      )}
    </Table.Tr>
  )
}

function State({ office: { received, superseded } }: { office: ReceivedMonth }) {
  const { offices: text } = useText().inbox
  if (!received) {
    return (
      <Text span size="sm" fw={600} c={STATE_COLORS.bad}>
        {text.missing}
      </Text>
    )
  }
  const remarks = [
    superseded.length > 0 && text.superseded(superseded.map(({ revision }) => revision).join(', ')),
    received.profile === 'masked' && text.masked,
  ].filter(Boolean)
  return (
    <Text span size="sm" c={STATE_COLORS.good}>
      {[text.received(received.revision), ...remarks].join(', ')}
    </Text>
  )
}

/** How many, and their value below. */
function Figures({ figures }: { figures: MonthFigures }) {
  const { handoverCount, giftsDong, repairCount, repairsDong, voidCount, voidedDong } = figures
  const shown = {
    gifts: [handoverCount, giftsDong],
    repairs: [repairCount, repairsDong],
    voids: [voidCount, voidedDong],
  }
  return Object.entries(shown).map(([name, [count = 0, amountDong = 0]]) => (
    <Table.Td key={name} className={classes.figure}>
      {showCount(count)}
      <Text size="xs" c="gray.7">
        {showAmount(amountDong)}
      </Text>
    </Table.Td>
  ))
}
