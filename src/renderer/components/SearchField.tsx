/** The field that narrows a list: F3 goes to it, ↓ from it down into the list. */

import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useCommands } from '../commands/registry.ts'
import { Icon } from './Icon.tsx'

const PAUSE_MILLISECONDS = 150

interface SearchFieldProps {
  /** Of its command: 'households.find'. */
  id: string
  label: string
  text: string
  onFind: (typed: string) => void
  className?: string | undefined
}

/** The text is the field's own; the address gets it after a pause, and gives another one with a saved filter. */
export function SearchField({ id, label, text: found, onFind, className = '' }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(found)
  const told = useRef(found)
  const find = useDebouncedCallback((next: string) => {
    told.current = next
    onFind(next)
  }, PAUSE_MILLISECONDS)
  useEffect(() => {
    if (found === told.current) return
    told.current = found
    setTyped(found)
  }, [found])
  useCommands([{ id, keys: 'F3', label, run: () => field.current?.select() }])
  return (
    <TextInput
      ref={field}
      className={className}
      aria-label={label}
      placeholder={`${label} (F3)`}
      leftSection={<Icon name="search" size={16} />}
      value={typed}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        find(event.currentTarget.value)
      }}
      onKeyDown={goToList}
    />
  )
}

/** From the field down into the list or board. */
function goToList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  event.currentTarget.closest('section')?.querySelector<HTMLElement>('[role="grid"], [role="listbox"]')?.focus()
}
