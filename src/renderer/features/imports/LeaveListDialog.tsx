/** Asks before what was mended in one list is put away for another. */

import { Button, Group, Stack, Text } from '@mantine/core'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useText } from '../../text/language.ts'

interface LeaveListDialogProps {
  /** The list that is not finished; null where there is nothing to ask. */
  fileName: string | null
  onStay: () => void
  onOpen: () => void
}

export function LeaveListDialog({ fileName, onStay, onOpen }: LeaveListDialogProps) {
  const { leave } = useText().imports
  return (
    <Dialog opened={fileName !== null} onClose={onStay} title={leave.title}>
      <Stack gap="sm">
        <Text size="sm">{leave.text(fileName ?? '')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay} data-autofocus>
            {leave.stay}
          </Button>
          <CommandButton command={{ id: 'imports.leave', keys: 'mod+Enter', label: leave.open, run: onOpen }} />
        </Group>
      </Stack>
    </Dialog>
  )
}
