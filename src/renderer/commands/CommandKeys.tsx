/** Lets the keys of the active commands work everywhere, in fields, too. */

import { useHotkeys } from '@mantine/hooks'
import { useActiveCommands, type WindowCommand } from './registry.ts'

function fieldHoldsText(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== ''
}

/** Enter on a button or a link is that button's own. */
function isPressedByEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href]') !== null
}

export function CommandKeys() {
  const commands = useActiveCommands()
  const answering = commands.filter((command): command is WindowCommand & { keys: string } => command.keys !== null)
  useHotkeys(
    answering.map(({ keys, run, isDisabled, yieldsToFields }) => [
      keys,
      (event) => {
        // A key that somebody took already, such as the Esc that closed a dialog, is no command of what lies below.
        if (event.isComposing || event.defaultPrevented || (yieldsToFields && fieldHoldsText(event.target))) return
        if (event.key === 'Enter' && !event.ctrlKey && isPressedByEnter(event.target)) return
        event.preventDefault()
        if (!isDisabled && !event.repeat) run()
      },
      { preventDefault: false },
    ]),
    [],
  )
  return null
}
