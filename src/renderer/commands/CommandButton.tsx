/** A button that offers its command to keys and palette, and shows its key. */

import { Button, type ButtonProps } from '@mantine/core'
import { KeyHint } from './KeyHint.tsx'
import { readableKeys, useCommands, type WindowCommand } from './registry.ts'

interface CommandButtonProps extends Omit<ButtonProps, 'children'> {
  command: WindowCommand
  title?: string
  isRunning?: boolean
}

export function CommandButton({ command, isRunning = false, ...looks }: CommandButtonProps) {
  useCommands([{ ...command, isDisabled: command.isDisabled === true || isRunning }])
  const { keys, label, run, isDisabled } = command
  return (
    <Button
      {...looks}
      onClick={run}
      disabled={isDisabled ?? false}
      loading={isRunning}
      rightSection={keys && <KeyHint keys={readableKeys(keys)} />}
      {...(keys ? { 'aria-keyshortcuts': readableKeys(keys).replace('Ctrl', 'Control') } : {})}
    >
      {label}
    </Button>
  )
}
