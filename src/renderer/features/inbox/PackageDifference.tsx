/** What a package would change, table by table with the first lines, and what stays missing after it. */

import { Alert, List, Stack, Table, Text } from '@mantine/core'
import type { PackagePreview } from '../../../contract/inbox.ts'
import { formatPeriod } from '../../../domain/period.ts'
import { showAmount, showCount } from '../../components/formats.ts'
import { PackageFaultList } from '../../components/PackageFaultList.tsx'
import { useText } from '../../text/language.ts'
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
  const { inbox, trade } = useText()
  const { difference: text } = inbox
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
        {difference.map(({ table, added, removed, changed, lines }) => (
          <Table.Tr key={table}>
            <Table.Td>
              {trade.packageTables[table]}
              {lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines never move and may read alike.
                <RowLine key={at} line={line} />
              ))}
            </Table.Td>
            {[added, removed, changed].map((count, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three columns in a fixed order.
              <Table.Td key={at} className={classes.figure}>
                {count === 0 ? '' : showCount(count)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

type RowChange = PackagePreview['difference'][number]['lines'][number]

function RowLine({ line: { kind, label, cells } }: { line: RowChange }) {
  const { difference: text } = useText().inbox
  const told = cells.map(({ before, after }) => `${before ?? text.empty} → ${after ?? text.empty}`).join('; ')
  return (
    <Text size="xs" c="gray.7" className={classes.rowLine ?? ''}>
      {[`${text.kinds[kind]} ${label}`, told].filter(Boolean).join(': ')}
    </Text>
  )
}
