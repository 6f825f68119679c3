/** Who is working: a list to choose from with the arrows; the last one on this computer comes first. */

import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { Failure } from '../../../contract/failure.ts'
import type { OfficeProfile, Person } from '../../../contract/office.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { useText } from '../../text/language.ts'
import classes from './ChoosePerson.module.css'

const STORED_AS = 'lastPerson'

export function ChoosePerson({ office, people }: { office: OfficeProfile; people: readonly Person[] }) {
  const text = useText()
  const { enter } = useOffice()
  const [failure, setFailure] = useState<Failure | null>(null)
  const last = localStorage.getItem(STORED_AS)
  const active = people.filter(({ isActive }) => isActive)
  const inOrder = [...active].sort((one, other) => Number(other.personId === last) - Number(one.personId === last))

  async function choose(personId: string): Promise<void> {
    const reply = await enter(personId)
    if (reply.ok) localStorage.setItem(STORED_AS, personId)
    else setFailure(reply.failure)
  }
  return (
    <main className={classes.page}>
      <Paper withBorder p="lg" className={classes.card}>
        <Text c="gray.7" size="sm">
          {office.officeName}
        </Text>
        <Title order={1}>{text.session.title}</Title>
        <Text c="gray.7" mb="md" size="sm">
          {text.session.intro}
        </Text>
        <FailureAlert failure={failure} mb="md" />
        <Stack gap={6}>
          {inOrder.map(({ personId, fullName, role }, index) => (
            <Button
              key={personId}
              autoFocus={index === 0}
              variant={index === 0 ? 'filled' : 'default'}
              size="md"
              justify="space-between"
              rightSection={<span className={classes.role}>{text.trade.roles[role]}</span>}
              onClick={() => void choose(personId)}
              onKeyDown={moveByArrows}
            >
              {fullName}
            </Button>
          ))}
        </Stack>
      </Paper>
    </main>
  )
}

function moveByArrows(event: KeyboardEvent<HTMLButtonElement>): void {
  const { nextElementSibling, previousElementSibling } = event.currentTarget
  const to = event.key === 'ArrowDown' ? nextElementSibling : event.key === 'ArrowUp' ? previousElementSibling : null
  if (!(to instanceof HTMLElement)) return
  event.preventDefault()
  to.focus()
}
