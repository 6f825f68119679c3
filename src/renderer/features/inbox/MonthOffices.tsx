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
  const figures = [text.gifts, text.giftsDong, text.repairs, text.repairsDong, text.voidedDong]
  return (
    <Table stickyHeader verticalSpacing={4} fz="sm" withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.office}</Table.Th>
          <Table.Th>{text.state}</Table.Th>
          {figures.map((header) => (
            <Table.Th key={header} className={classes.figure}>
              {header}
            </Table.Th>
          ))}
          <Table.Th>{text.takenIn}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {month.offices.map((office) => (
          <OfficeLine key={office.officeId} office={office} />
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th colSpan={2}>{text.total}</Table.Th>
          <Figures figures={month.figures} />
          <Table.Th />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  )
}

function OfficeLine({ office: { officeId, officeName, received, superseded } }: { office: ReceivedMonth }) {
  const { offices: text } = useText().inbox
  return (
    <Table.Tr>
      <Table.Td>
        <strong>{officeId}</strong> {officeName !== officeId && officeName}
      </Table.Td>
      {received ? (
        <>
          <Table.Td c={STATE_COLORS.good}>
            {text.received(received.revision)}
            <Text size="xs" c="gray.7">
              {[
                superseded.length > 0 && text.superseded(superseded.map(({ revision }) => revision).join(', ')),
                received.profile === 'masked' && text.masked,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Table.Td>
          <Figures figures={received.figures} />
          <Table.Td className={classes.oneLine}>
            <Button
              size="compact-xs"
              variant="subtle"
              title={`${text.showFile}: ${received.packageName}`}
              onClick={() => void window.shell.showInFolder(received.file)}
            >
              {showInstant(received.takenInAt)}
            </Button>
            <Text size="xs" c="gray.7" px={7}>
              {received.takenInBy}
            </Text>
          </Table.Td>
        </>
      ) : (
        <Table.Td colSpan={7} c={STATE_COLORS.bad} fw={600}>
          {text.missing}
        </Table.Td>
      )}
    </Table.Tr>
  )
}

function Figures({ figures }: { figures: MonthFigures }) {
  const { handoverCount, giftsDong, repairCount, repairsDong, voidedDong } = figures
  const shown = {
    handoverCount: showCount(handoverCount),
    giftsDong: showAmount(giftsDong),
    repairCount: showCount(repairCount),
    repairsDong: showAmount(repairsDong),
    voidedDong: voidedDong === 0 ? '' : showAmount(voidedDong),
  }
  return Object.entries(shown).map(([name, words]) => (
    <Table.Td key={name} className={classes.figure}>
      {words}
    </Table.Td>
  ))
}
