/** The people of the office with what each may do, its keys, and a form for the next person. */

import { Alert, Paper, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Person } from '../../../contract/office.ts'
import { hasRight, RIGHTS, ROLES, type Role, rolesWith } from '../../../domain/role.ts'
import { tidyName } from '../../../domain/vietnamese.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { PrinterSettings } from '../../components/printing/PrinterSettings.tsx'
import { useOfficeCommand, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { CommuneList } from './CommuneList.tsx'
import { Keys } from './keys/Keys.tsx'
import classes from './People.module.css'

export function People() {
  const { people: text, trade } = useText()
  const { data } = useOfficeQuery('office.describe', {})
  if (!data) return null
  const isAllowed = data.rights.includes('people.manage')
  const others = rolesWith('people.manage').map((role) => trade.roles[role])
  return (
    <section className={classes.page}>
      <Title order={1}>{text.title}</Title>
      <Text c="gray.7" mb="md">
        {text.intro}
      </Text>
      <div className={classes.columns}>
        <div>
          <PeopleTable people={data.people} />
          <Keys mayManage={isAllowed} />
        </div>
        <div>
          {isAllowed ? <PersonForm /> : <Alert color="gray">{text.notAllowed(others.join(', '))}</Alert>}
          <CommuneList mayLoad={isAllowed} />
          <PrinterSettings />
        </div>
      </div>
    </section>
  )
}

/** What a role may do, in words; reading is everybody's. */
function rightsInWords(role: Role, words: Record<(typeof RIGHTS)[number], string>): string {
  return RIGHTS.filter((right) => right !== 'ledger.read' && hasRight(role, right))
    .map((right) => words[right])
    .join(', ')
}

function PeopleTable({ people }: { people: readonly Person[] }) {
  const { people: text, trade } = useText()
  return (
    <Paper withBorder className={classes.list}>
      <Table stickyHeader verticalSpacing={6} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.oneLine}>{text.fullName}</Table.Th>
            <Table.Th className={classes.oneLine}>{text.role}</Table.Th>
            <Table.Th>{text.may}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map(({ personId, fullName, role }) => (
            <Table.Tr key={personId}>
              <Table.Td fw={600} className={classes.oneLine}>
                {fullName}
              </Table.Td>
              <Table.Td className={classes.oneLine}>{trade.roles[role]}</Table.Td>
              <Table.Td c="gray.7">{rightsInWords(role, trade.rights)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  )
}

function PersonForm() {
  const text = useText()
  const { run, isRunning, failure } = useOfficeCommand('people.add')
  const [fullName, setFullName] = useState('')
  const [role, setRole] = useState<Role>('clerk')
  const errors = fieldErrors(text, failure)

  async function add(): Promise<void> {
    if (!(await run({ fullName, role }))) return
    notifications.show({ message: text.people.added(tidyName(fullName)), color: 'teal' })
    setFullName('')
  }
  return (
    <Paper withBorder p="md">
      <FormFlow onSubmit={() => void add()}>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {text.people.add}
          </Title>
          {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
          <TextInput
            label={text.people.fullName}
            value={fullName}
            onChange={(event) => setFullName(event.currentTarget.value)}
            error={errors.fullName}
            autoComplete="off"
            spellCheck={false}
            withAsterisk
          />
          <Select
            label={text.people.role}
            data={ROLES.map((value) => ({ value, label: text.trade.roles[value] }))}
            value={role}
            onChange={(value) => setRole(ROLES.find((known) => known === value) ?? role)}
            allowDeselect={false}
            error={errors.role}
          />
          <KeepButton label={text.people.add} run={() => void add()} isRunning={isRunning} />
        </Stack>
      </FormFlow>
    </Paper>
  )
}
