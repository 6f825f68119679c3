/** What an import has done, the way to take it back, and what was left out of it, to be sent back. */

import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ImportBatch } from '../../../contract/imports.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { showCount } from '../../components/formats.ts'
import { Icon } from '../../components/Icon.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import { useImportWork } from './ImportWork.tsx'
import { resultOf } from './import-result.ts'
import { nameOfList } from './list-names.ts'
import { SaveFindings } from './SaveFindings.tsx'
import { UndoImport } from './UndoImport.tsx'
import type { Work } from './wizard.ts'

interface DoneStepProps {
  work: Work
  batch: ImportBatch
  onLeave: () => void
  /** Chooses the next list. */
  onNext: () => void
}

export function DoneStep({ work, batch, onLeave, onNext }: DoneStepProps) {
  const text = useText().imports
  const { dispatch } = useImportWork()
  const navigate = useNavigate()
  const hasFindings = work.preview.errorCount + work.preview.warningCount > 0
  function leave(): void {
    onLeave()
    void navigate({ to: '/households' })
  }
  return (
    <>
      <Paper withBorder p="lg">
        <Group gap="xs" c={STATE_COLORS.good} role="status">
          <Icon name="done" size={24} />
          <Title order={2}>{text.done.title}</Title>
        </Group>
        <Text mt={4}>{nameOfList(batch.fileName, text)}</Text>
        <Text fw={600} mb="md">
          {resultOf(text, batch)}
        </Text>
        <Group>
          <Button autoFocus onClick={leave}>
            {text.done.goToHouseholds}
          </Button>
          <CommandButton
            variant="default"
            command={{ id: 'imports.next', keys: 'mod+O', label: text.done.next, run: onNext }}
          />
          <UndoImport batch={batch} isLast onUndone={() => dispatch({ type: 'undone' })} />
        </Group>
      </Paper>
      {hasFindings && (
        <Paper withBorder p="md">
          {batch.blocked > 0 && (
            <Text fw={600} mb="xs">
              {text.done.keptOut(showCount(batch.blocked))}
            </Text>
          )}
          <SaveFindings work={work} />
        </Paper>
      )}
    </>
  )
}
