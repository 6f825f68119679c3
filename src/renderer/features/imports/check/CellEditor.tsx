/** A cell while it is typed into: plainly controlled, as Unikey needs it. Enter and Tab keep it, Esc does not. */

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import classes from './Check.module.css'

export type AfterKeeping = 'down' | 'right' | 'left' | 'stay'

interface CellEditorProps {
  label: string
  text: string
  placeholder: string
  onKeep: (text: string, then: AfterKeeping) => void
  onDrop: () => void
}

export function CellEditor({ label, text, placeholder, onKeep, onDrop }: CellEditorProps) {
  const [typed, setTyped] = useState(text)
  const field = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  const keepWhenGone = useRef(() => {})
  useEffect(() => {
    keepWhenGone.current = () => keep('stay')
  })
  useEffect(() => {
    field.current?.select()
    // The row may go away under the clerk's hands, when the list has been read again.
    return () => keepWhenGone.current()
  }, [])

  function keep(then: AfterKeeping): void {
    if (isOver.current) return
    isOver.current = true
    onKeep(typed.normalize('NFC'), then)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') keep('down')
    else if (event.key === 'Tab') keep(event.shiftKey ? 'left' : 'right')
    else if (event.key === 'Escape') {
      isOver.current = true
      onDrop()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <input
      ref={field}
      // biome-ignore lint/a11y/noAutofocus: the clerk has just asked to type here.
      autoFocus
      className={classes.editor}
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => keep('stay')}
    />
  )
}
