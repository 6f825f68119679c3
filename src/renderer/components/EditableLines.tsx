/**
 * A short table that is typed into, line by line: lines are added, removed and, where their order says something,
 * moved (Alt+↑ Alt+↓), the keys staying with the line.
 */

import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import classes from './EditableLines.module.css'

interface EditableLinesProps<Line> {
  title: string
  note: string
  /** The widths of the fields, as a grid's template has them. */
  template: string
  headers: readonly string[]
  lines: readonly Line[]
  blank: Line
  onChange: (lines: Line[]) => void
  words: { add: string; remove: (line: number) => string; moveUp?: (line: number) => string }
  fields: (line: Line, at: number, change: (part: Partial<Line>) => void) => ReactNode
}

export function EditableLines<Line extends object>(props: EditableLinesProps<Line>) {
  const { title, note, template, headers, lines, blank, onChange, words, fields } = props
  const list = useRef<HTMLDivElement>(null)
  const focusesLast = useRef(false)
  const canMove = words.moveUp !== undefined

  // A line that was begun by a key gets the keys.
  useEffect(() => {
    if (focusesLast.current) focusField(list.current, lines.length - 1, 0)
    focusesLast.current = false
  }, [lines.length])

  function add(): void {
    focusesLast.current = true
    onChange([...lines, blank])
  }
  function move(from: number, to: number): void {
    if (!canMove || to < 0 || to >= lines.length) return
    const field = fieldOfFocus(list.current, from)
    onChange(moved(lines, from, to))
    focusField(list.current, to, field)
  }
  function onKeyDown(event: KeyboardEvent, at: number): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || step === undefined || !canMove) return
    event.preventDefault()
    event.stopPropagation()
    move(at, at + step)
  }
  const look = { gridTemplateColumns: `${template} auto` }
  return (
    <div>
      <Title title={title} note={note} add={words.add} onAdd={add} />
      {lines.length > 0 && <Headers headers={headers} look={look} hasTwoButtons={canMove} />}
      <div ref={list}>
        {lines.map((line, at) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and its fields are controlled.
            key={at}
            data-line
            className={classes.line}
            style={look}
            onKeyDownCapture={(event) => onKeyDown(event, at)}
          >
            {fields(line, at, (part) =>
              onChange(lines.map((one, index) => (index === at ? { ...one, ...part } : one))),
            )}
            <Group gap={2} wrap="nowrap">
              {words.moveUp && (
                <LineButton label={words.moveUp(at + 1)} isDisabled={at === 0} onClick={() => move(at, at - 1)}>
                  ↑
                </LineButton>
              )}
              <LineButton
                label={words.remove(at + 1)}
                onClick={() => onChange(lines.filter((_line, index) => index !== at))}
              >
                ×
              </LineButton>
            </Group>
          </div>
        ))}
      </div>
    </div>
  )
}

interface TitleProps {
  title: string
  note: string
  add: string
  onAdd: () => void
}

function Title({ title, note, add, onAdd }: TitleProps) {
  return (
    <Group gap={8} mb={2}>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      <Text size="xs" c="gray.7">
        {note}
      </Text>
      <Button size="compact-xs" variant="default" ml="auto" onClick={onAdd}>
        + {add}
      </Button>
    </Group>
  )
}

/** Seen above the fields; each field has its name for readers itself. */
function Headers({
  headers,
  look,
  hasTwoButtons,
}: {
  headers: readonly string[]
  look: CSSProperties
  hasTwoButtons: boolean
}) {
  return (
    <div className={classes.line} style={look} aria-hidden>
      {headers.map((header) => (
        <span key={header} className={classes.header}>
          {header}
        </span>
      ))}
      <span className={hasTwoButtons ? classes.twoButtons : classes.oneButton} />
    </div>
  )
}

interface LineButtonProps {
  label: string
  isDisabled?: boolean
  onClick: () => void
  children: string
}

function LineButton({ label, isDisabled = false, onClick, children }: LineButtonProps) {
  return (
    <ActionIcon
      variant="transparent"
      c={isDisabled ? 'gray.5' : 'gray.8'}
      size={28}
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  )
}

function moved<Line>(lines: readonly Line[], from: number, to: number): Line[] {
  const others = lines.filter((_line, at) => at !== from)
  const line = lines[from]
  return line === undefined ? others : [...others.slice(0, to), line, ...others.slice(to)]
}

function fieldsOf(list: HTMLElement | null, line: number): HTMLInputElement[] {
  const row = list?.querySelectorAll('[data-line]')[line]
  return [...(row?.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])') ?? [])]
}

function fieldOfFocus(list: HTMLElement | null, line: number): number {
  return fieldsOf(list, line).findIndex((field) => field.matches(':focus'))
}

function focusField(list: HTMLElement | null, line: number, field: number): void {
  fieldsOf(list, line)[Math.max(0, field)]?.focus()
}
