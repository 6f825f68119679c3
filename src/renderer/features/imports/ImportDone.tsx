/** What an import has done, and the way to take it back. */

import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ImportBatch } from '../../../contract/imports.ts'
import { Icon } from '../../components/Icon.tsx'
import { useText } from '../../text/language.ts'
import { resultOf } from './import-result.ts'
import { UndoImport } from './UndoImport.tsx'

export function ImportDone({ batch, onUndone }: { batch: ImportBatch; onUndone: () => void }) {
  const text = useText().imports
  const navigate = useNavigate()
  return (
    <Paper withBorder p="lg" role="status">
      <Group gap="xs" c="teal.9">
        <Icon name="done" size={24} />
        <Title order={2}>{text.done}</Title>
      </Group>
      <Text mt={4}>{batch.fileName}</Text>
      <Text fw={600} mb="md">
        {resultOf(text, batch)}
      </Text>
      <Group>
        <Button autoFocus onClick={() => void navigate({ to: '/households' })}>
          {text.goToHouseholds}
        </Button>
        <UndoImport batch={batch} isLast onUndone={onUndone} />
      </Group>
    </Paper>
  )
}
