/** What a tool of the list opens: a small panel under its button, left by Esc. */

import { Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { CommandButton } from '../commands/CommandButton.tsx'
import type { WindowCommand } from '../commands/registry.ts'

interface ToolPopoverProps {
  command: Omit<WindowCommand, 'run'>
  /** What the panel is called. */
  label: string
  width: number
  children: (close: () => void) => ReactNode
}

export function ToolPopover({ command, label, width, children }: ToolPopoverProps) {
  const [isOpen, popover] = useDisclosure(false)
  return (
    <Popover
      opened={isOpen}
      onChange={popover.toggle}
      onDismiss={popover.close}
      position="bottom-end"
      trapFocus
      returnFocus
      width={width}
      shadow="md"
    >
      <Popover.Target>
        <CommandButton size="compact-sm" variant="default" command={{ ...command, run: popover.toggle }} />
      </Popover.Target>
      <Popover.Dropdown aria-label={label} p="xs">
        {children(popover.close)}
      </Popover.Dropdown>
    </Popover>
  )
}
