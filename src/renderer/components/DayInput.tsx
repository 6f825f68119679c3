/** The only field for a day: typed as clerks type it (5/11/26, 05112026), read by the trade's own strict reader. */

import { TextInput, type TextInputProps } from '@mantine/core'
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react'
import { type Day, formatDay, isDay, parseTypedDay } from '../../domain/day.ts'
import { useText } from '../text/language.ts'

interface DayInputProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
  /** The day to begin with; a new one replaces what is typed. */
  value: string
  today: Day
  ref?: Ref<HTMLInputElement>
  /** Gets the day, or the text as typed where it is none: the office then names the field. */
  onChange: (value: string) => void
}

const written = (value: string) => (isDay(value) ? formatDay(value) : value)

export function DayInput({ value, today, onChange, error, onBlur, ...looks }: DayInputProps) {
  const text = useText()
  const [typed, setTyped] = useState(() => written(value))
  const [isLeft, setLeft] = useState(true)
  const told = useRef(value)

  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setTyped(written(value))
  }, [value])

  function tell(next: string): void {
    setTyped(next)
    told.current = parseTypedDay(next) ?? next
    onChange(told.current)
  }
  function todayByKey(event: KeyboardEvent): void {
    if (!event.ctrlKey || event.key !== ';') return
    event.preventDefault()
    tell(formatDay(today))
  }

  const isWrong = isLeft && typed !== '' && !parseTypedDay(typed)
  return (
    <TextInput
      {...looks}
      value={typed}
      placeholder={text.components.day.placeholder}
      title={text.components.day.today}
      inputMode="numeric"
      autoComplete="off"
      error={error ?? (isWrong ? text.components.day.notADay : null)}
      onChange={(event) => tell(event.currentTarget.value)}
      onKeyDown={todayByKey}
      onFocus={(event) => {
        setLeft(false)
        event.currentTarget.select()
      }}
      onBlur={(event) => {
        setLeft(true)
        setTyped(written(told.current))
        onBlur?.(event)
      }}
    />
  )
}
