/** What was decided about a pair, with the way back beside it. */

import { Button, Group } from '@mantine/core'

interface SettledNoticeProps {
  message: string
  undo: string
  onUndo: () => void
}

export function SettledNotice({ message, undo, onUndo }: SettledNoticeProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{message}</span>
      <Button size="compact-sm" variant="default" onClick={onUndo}>
        {undo}
      </Button>
    </Group>
  )
}
