/** What a package would change, table by table with the first lines, and what stays missing after it. */

import { Alert, List, Stack, Table, Text } from '@mantine/core'
import type { PackagePreview } from '../../../contract/inbox.ts'
import { formatPeriod } from '../../../domain/period.ts'
import { showAmount, showCount } from '../../components/formats.ts'
import { PackageFaultList } from '../../components/PackageFaultList.tsx'
import { useText } from '../../text/language.ts'
import { linesOf } from './difference-lines.ts'
import classes from './Inbox.module.css'
import { type ChosenPackage, stillMissing } from './taking-in.ts'

interface PackageDetailsProps {
  preview: PackagePreview
  packages: readonly ChosenPackage[]
}

export function PackageDetails({ preview, packages }: PackageDetailsProps) {
  const { taking: text } = useText().inbox
  const { state, faults, summary, forkDetail, difference } = preview
  if (state === 'faulty') {
    return (
      <Alert color="red" p="xs" role="alert" title={text.faults(faults.length)}>
        <PackageFaultList faults={faults} />
      </Alert>
    )
  }
  return (
    <Stack gap={6}>
      {summary && (
        <Text size="sm" fw={600}>
          {text.figures(
            showCount(summary.figures.handoverCount),
            showAmount(summary.figures.giftsDong),
            showCount(summary.figures.repairCount),
            showAmount(summary.figures.repairsDong),
          )}
        </Text>
      )}
      {state === 'fork' && (
        <Alert color="red" p="xs" role="alert" title={text.fork}>
          <Text size="xs" className={classes.code ?? ''}>
            {forkDetail}
          </Text>
        </Alert>
      )}
      {(state === 'known' || state === 'superseded') && <Text size="sm">{text[state]}</Text>}
      <StillMissing preview={preview} packages={packages} />
      {difference.length > 0 && <Difference difference={difference} />}
    </Stack>
  )
}

function StillMissing({ preview, packages }: PackageDetailsProps) {
  const { taking: text, sequences: tellGap } = useText().inbox
  const { months, sequences } = stillMissing(preview, packages)
  if (months.length + sequences.length === 0) return null
  return (
    <Alert color="yellow" p="xs" role="status">
      <Text size="sm" fw={600} c="gray.9">
        {text.missing}
      </Text>
      <List size="sm">
        {months.map((period) => (
          <List.Item key={period}>{text.missingMonth(formatPeriod(period))}</List.Item>
        ))}
        {sequences.map(({ officeId, ledgerId, first, last }) => (
          <List.Item key={`${ledgerId} ${first}`}>{tellGap(officeId, first, last)}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

function Difference({ difference }: Pick<PackagePreview, 'difference'>) {
  const words = useText()
  const { difference: text } = words.inbox
  return (
    <Table fz="sm" verticalSpacing={3} withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.title}</Table.Th>
          <Table.Th className={classes.figure}>{text.added}</Table.Th>
          <Table.Th className={classes.figure}>{text.removed}</Table.Th>
          <Table.Th className={classes.figure}>{text.changed}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {difference.map((one) => (
          <Table.Tr key={one.table} className={classes.tableLine}>
            <Table.Td>
              {words.trade.packageTables[one.table]}
              {linesOf(one, words).map((line) => (
                <Text key={line} size="xs" c="gray.7" className={classes.rowLine ?? ''}>
                  {line}
                </Text>
              ))}
            </Table.Td>
            <Table.Td className={classes.figure}>{one.added > 0 && showCount(one.added)}</Table.Td>
            <Table.Td className={classes.figure}>{one.removed > 0 && showCount(one.removed)}</Table.Td>
            <Table.Td className={classes.figure}>{one.changed > 0 && showCount(one.changed)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
