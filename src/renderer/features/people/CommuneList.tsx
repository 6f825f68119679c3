/** The list of communes in use, and loading a newer one when the map has changed. */

import { Paper, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { dayInVietnam, formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { useOfficeCommand, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

export function CommuneList({ mayLoad }: { mayLoad: boolean }) {
  const text = useText().people.communes
  const { data } = useOfficeQuery('communes.table', {})
  const { run, isRunning, failure } = useOfficeCommand('communes.load')

  async function load(): Promise<void> {
    const file = await window.shell.chooseFile('communes')
    const loaded = file && (await run({ file }))
    if (loaded)
      notifications.show({ message: text.loaded(loaded.communeCount, formatDay(loaded.version)), color: 'teal' })
  }
  if (!data) return null
  const { version, loadedAt, loadedBy } = data
  return (
    <Paper withBorder p="md" mt="md">
      <Title order={2} size="h4" mb={4}>
        {text.title}
      </Title>
      <Text size="sm">{text.inUse(formatDay(version))}</Text>
      <Text size="sm" c="gray.7" mb="sm">
        {loadedAt && loadedBy ? text.loadedBy(loadedBy, formatDay(dayInVietnam(Date.parse(loadedAt)))) : text.builtIn}
      </Text>
      <FailureAlert failure={failure} />
      {mayLoad && (
        <CommandButton
          variant="default"
          isRunning={isRunning}
          command={{ id: 'communes.load', keys: 'F6', label: text.load, run: () => void load() }}
        />
      )}
    </Paper>
  )
}
