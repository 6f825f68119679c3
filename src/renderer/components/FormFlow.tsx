/** A form as Vietnamese accounting software has it: Enter goes on, Shift+Enter back, Ctrl+Enter or Ctrl+S keeps it. */

import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { CommandButton } from '../commands/CommandButton.tsx'
import { useCommands } from '../commands/registry.ts'

const FIELDS =
  'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), button[type="submit"], [data-submit]'

interface FormFlowProps {
  children: ReactNode
  onSubmit: () => void
  className?: string
}

export function FormFlow({ children, onSubmit, className }: FormFlowProps) {
  const form = useRef<HTMLFormElement>(null)
  useCommands([{ id: 'form.keepByEnter', keys: 'mod+Enter', label: '', run: onSubmit }])

  function moveOn(event: KeyboardEvent): void {
    const { target } = event
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing || event.defaultPrevented) return
    if (!isField(target) || isOpenList(target)) return
    if (target instanceof HTMLTextAreaElement && event.shiftKey) return
    event.preventDefault()
    const fields = [...(form.current?.querySelectorAll<HTMLElement>(FIELDS) ?? [])].filter(isReachable)
    const next = fields[fields.indexOf(target) + (event.shiftKey ? -1 : 1)]
    next?.focus()
    if (next instanceof HTMLInputElement) next.select()
  }
  /** A closed list would open on Enter: the form goes on before it does. */
  function passClosedList(event: KeyboardEvent): void {
    if (!isField(event.target) || event.target.getAttribute('aria-haspopup') !== 'listbox') return
    moveOn(event)
    if (event.defaultPrevented) event.stopPropagation()
  }
  return (
    <form
      ref={form}
      noValidate
      className={className ?? ''}
      onKeyDown={moveOn}
      onKeyDownCapture={passClosedList}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

function isField(target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/** In an open list Enter takes the option; one that opened with its field names its option before it names itself. */
function isOpenList(target: HTMLElement): boolean {
  const namesList = target.hasAttribute('aria-controls') || target.hasAttribute('aria-activedescendant')
  return target.getAttribute('aria-haspopup') === 'listbox' && namesList
}

/** Hidden fields are no steps on the way, and of a group of radio buttons only the chosen one is, else the first. */
function isReachable(field: HTMLElement): boolean {
  if (field.offsetParent === null) return false
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio' || field.checked) return true
  const group = field.form?.elements.namedItem(field.name)
  return group instanceof RadioNodeList && group.value === '' && group[0] === field
}

/** The button that keeps a form; the last stop of Enter. */
export function KeepButton({ label, run, isRunning }: { label: string; run: () => void; isRunning: boolean }) {
  return <CommandButton data-submit command={{ id: 'form.keep', keys: 'mod+S', label, run }} isRunning={isRunning} />
}
