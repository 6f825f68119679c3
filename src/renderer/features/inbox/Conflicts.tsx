/** Households that two offices helped in one year, one of them in the month shown, and the files that say so. */

import { Group, Table, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { HelpedPerson } from '../../../contract/inbox.ts'
import { formatPeriod, type Period } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { useOfficeJob, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Inbox.module.css'

interface ConflictsProps {
  period: Period
  hasKey: boolean
  mayWrite: boolean
}

export function Conflicts({ period, hasKey, mayWrite }: ConflictsProps) {
  const { conflicts: text } = useText().inbox
  const { data, error } = useOfficeQuery('inbox.conflicts', { period }, { keeps: true })
  const { run, isRunning, failure } = useOfficeJob('inbox.writeConflicts')
  const people = data?.people ?? []

  async function write(): Promise<void> {
    const folder = await window.shell.chooseFolder('package')
    const written = folder && (await run({ period, folder }))
    if (written) {
      notifications.show({ message: text.written(showCount(written.files.length), folder), color: 'teal' })
    }
  }
  return (
    <section aria-labelledby="conflicts-title">
      <Group justify="space-between" mb={6}>
        <Title order={3} size="h5" id="conflicts-title">
          {text.title}
        </Title>
        {mayWrite && people.length > 0 && (
          <CommandButton
            variant="default"
            size="compact-sm"
            isRunning={isRunning}
            command={{ id: 'inbox.writeConflicts', keys: 'mod+E', label: text.write, run: () => void write() }}
          />
        )}
      </Group>
      <FailureAlert failure={error?.failure ?? failure} />
      {people.length > 0 && <People people={people} />}
      {data && !error && people.length === 0 && <Text size="sm">{hasKey ? text.none : text.noKey}</Text>}
    </section>
  )
}

function People({ people }: { people: readonly HelpedPerson[] }) {
  const { conflicts: text } = useText().inbox
  return (
    <Table verticalSpacing={3} fz="sm" withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.person}</Table.Th>
          <Table.Th>{text.number}</Table.Th>
          <Table.Th>{text.figure}</Table.Th>
          <Table.Th>{text.offices}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map(({ citizenIdHmac, figure, helps }) => (
          <Table.Tr key={`${citizenIdHmac} ${figure}`}>
            <Table.Td>{helps.find((help) => help.headOfHousehold)?.headOfHousehold ?? text.otherCompany}</Table.Td>
            <Table.Td className={classes.oneLine} title={citizenIdHmac}>
              {helps[0]?.citizenIdMasked}
            </Table.Td>
            <Table.Td className={classes.oneLine}>{text.figures[figure]}</Table.Td>
            <Table.Td>
              {helps.map(({ officeId, officeName, period }) => (
                <Text key={`${officeId} ${period}`} size="sm">
                  {text.help(officeName, formatPeriod(period))}
                </Text>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
