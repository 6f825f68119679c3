/** What an import has done, the way to take it back, and the rows it left out, to be mended in the file. */

import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ImportBatch, ImportPreview } from '../../../contract/imports.ts'
import { showCount } from '../../components/formats.ts'
import { Icon } from '../../components/Icon.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import { FindingList } from './FindingList.tsx'
import classes from './Imports.module.css'
import { resultOf } from './import-result.ts'
import { UndoImport } from './UndoImport.tsx'

interface ImportDoneProps {
  batch: ImportBatch
  preview: ImportPreview
  onUndone: () => void
}

export function ImportDone({ batch, preview, onUndone }: ImportDoneProps) {
  const text = useText().imports
  const navigate = useNavigate()
  return (
    <>
      <Paper withBorder p="lg" role="status">
        <Group gap="xs" c={STATE_COLORS.good}>
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
      {batch.blocked > 0 && (
        <>
          <Title order={2}>{text.keptOut(showCount(batch.blocked))}</Title>
          <div className={classes.keptOut}>
            <FindingList preview={preview} onlyErrors />
          </div>
        </>
      )}
    </>
  )
}
