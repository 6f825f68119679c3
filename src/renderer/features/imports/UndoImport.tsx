/** Taking an import back, after saying what that means. */

import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import type { ImportBatch } from '../../../contract/imports.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { nameOfList } from './list-names.ts'

interface UndoImportProps {
  batch: ImportBatch
  /** Ctrl+Z takes back the last one. */
  isLast: boolean
  isSmall?: boolean
  onUndone?: () => void
}

export function UndoImport({ batch, isLast, isSmall = false, onUndone }: UndoImportProps) {
  const text = useText()
  const [isOpen, dialog] = useDisclosure(false)
  const { run, isRunning, failure, clearFailure } = useOfficeCommand('imports.undo')

  function close(): void {
    clearFailure()
    dialog.close()
  }
  async function undo(): Promise<void> {
    const undone = await run({ batchId: batch.batchId })
    if (!undone) return
    notifications.show({ message: text.imports.undone(showCount(undone.removed), showCount(undone.restored)) })
    close()
    onUndone?.()
  }
  return (
    <>
      {isLast ? (
        <CommandButton
          variant="default"
          size={isSmall ? 'compact-sm' : 'sm'}
          command={{
            id: 'imports.undoLast',
            keys: 'mod+Z',
            label: isSmall ? text.imports.batches.undo : text.imports.undo,
            run: dialog.open,
            yieldsToFields: true,
          }}
        />
      ) : (
        <Button variant="default" size={isSmall ? 'compact-sm' : 'sm'} onClick={dialog.open}>
          {text.imports.batches.undo}
        </Button>
      )}
      <Dialog opened={isOpen} onClose={close} title={text.imports.undo}>
        <Stack gap="sm">
          <Text size="sm">{text.imports.batches.undoText(nameOfList(batch.fileName, text.imports))}</Text>
          <FailureAlert failure={failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {text.components.cancel}
            </Button>
            <CommandButton
              color="red.9"
              isRunning={isRunning}
              command={{ id: 'imports.undo', keys: 'mod+Enter', label: text.imports.undo, run: () => void undo() }}
            />
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}
