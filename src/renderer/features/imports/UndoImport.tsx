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
import { useText } from '../../text/language.tsx'

export function UndoImport({ batch, isSmall }: { batch: ImportBatch; isSmall?: boolean }) {
  const text = useText()
  const [isOpen, dialog] = useDisclosure(false)
  const { run, isRunning, failure } = useOfficeCommand('imports.undo')

  async function undo(): Promise<void> {
    const undone = await run({ batchId: batch.batchId })
    if (!undone) return
    notifications.show({ message: text.imports.undone(showCount(undone.removed), showCount(undone.restored)) })
    dialog.close()
  }
  return (
    <>
      <Button
        variant="default"
        size={isSmall ? 'compact-xs' : 'sm'}
        disabled={batch.undoneAt !== null}
        onClick={dialog.open}
      >
        {text.imports.undo}
      </Button>
      <Dialog opened={isOpen} onClose={dialog.close} title={text.imports.undo}>
        <Stack gap="sm">
          <Text size="sm">{text.imports.batches.undoText(batch.fileName)}</Text>
          <FailureAlert failure={failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close} data-autofocus>
              {text.components.cancel}
            </Button>
            <CommandButton
              color="red.8"
              isRunning={isRunning}
              command={{ id: 'imports.undo', keys: 'mod+Enter', label: text.imports.undo, run: () => void undo() }}
            />
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}
