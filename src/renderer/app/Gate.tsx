/** What comes before work: a port, an open ledger, an office set up, and a person who says who they are. */

import { Center, Loader, Stack, Text, Title } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { FailureAlert } from '../components/FailureAlert.tsx'
import { FirstRun } from '../features/first-run/FirstRun.tsx'
import { ChoosePerson } from '../features/session/ChoosePerson.tsx'
import { useOfficeQuery } from '../office-port/asking.ts'
import { useOffice } from '../office-port/OfficeProvider.tsx'
import { useText } from '../text/language.ts'
import { router } from './router.ts'

export function Gate() {
  const { state } = useOffice()
  return state === 'connecting' ? <Opening /> : <Entrance />
}

function Opening() {
  const text = useText()
  return (
    <Center h="100%">
      <Stack align="center" role="status">
        <Loader aria-hidden />
        <Text>{text.frame.connecting}</Text>
      </Stack>
    </Center>
  )
}

function Entrance() {
  const text = useText()
  const description = useOfficeQuery('office.describe', {})
  if (!description.data) return description.error ? <FailureAlert failure={description.error.failure} /> : <Opening />
  const { ledgerFailure, office, person, people } = description.data
  if (ledgerFailure) {
    return (
      <Center h="100%" component="main">
        <Stack maw={620}>
          <Title order={1}>{text.frame.cannotOpen}</Title>
          <FailureAlert failure={ledgerFailure} />
        </Stack>
      </Center>
    )
  }
  if (!office) return <FirstRun />
  if (!person) return <ChoosePerson office={office} people={people} />
  return <RouterProvider router={router} />
}
