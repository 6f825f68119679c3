/**
 * Finding one household while typing: name without diacritics or digits, arrows and Enter to choose.
 * The text is the field's own; only what is asked of the office waits for a pause.
 */

import { CloseButton, Highlight, ScrollArea, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react'
import type { HouseholdLine } from '../../contract/households.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import { useOfficeQuery } from '../office-port/asking.ts'
import { useText } from '../text/language.ts'
import classes from './HouseholdSearch.module.css'
import { Icon } from './Icon.tsx'

const PAUSE_MILLISECONDS = 80
const MOST_RESULTS = 30

interface HouseholdSearchProps {
  onChoose: (household: HouseholdLine) => void
  inputRef?: Ref<HTMLInputElement>
  height?: number | string
  error?: string | null
  autoFocus?: boolean
}

export function HouseholdSearch({ onChoose, inputRef, height = 240, error, autoFocus }: HouseholdSearchProps) {
  const text = useText().components.householdSearch
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MILLISECONDS)
  const found = useOfficeQuery('households.search', asked ? { text: asked, limit: MOST_RESULTS } : null, {
    keeps: true,
  })
  const households = asked && typed.trim() ? (found.data?.households ?? []) : []
  const [active, setActive] = useState(0)
  const chooseWhenFound = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at its first answer.
  useEffect(() => setActive(0), [asked])

  function choose(household: HouseholdLine | undefined): void {
    if (!household) return
    chooseWhenFound.current = false
    setTyped('')
    onChoose(household)
  }
  // A scanner or a quick hand presses Enter before the answer is there.
  useEffect(() => {
    if (!chooseWhenFound.current || typed.trim() !== asked || !found.isSuccess || found.isPlaceholderData) return
    chooseWhenFound.current = false
    choose(onlyOne(households, typed))
  })

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined && households.length > 0) {
      event.preventDefault()
      setActive((current) => Math.max(0, Math.min(households.length - 1, current + step)))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && typed.trim()) {
      event.preventDefault()
      const isAnswered = typed.trim() === asked && found.isSuccess && !found.isPlaceholderData
      if (isAnswered) choose(households[active])
      else chooseWhenFound.current = true
    } else if (event.key === 'Escape' && typed) {
      event.stopPropagation()
      setTyped('')
    }
  }

  return (
    <div>
      <TextInput
        ref={inputRef}
        size="md"
        role="combobox"
        aria-label={text.label}
        aria-expanded={households.length > 0}
        aria-controls={listId}
        aria-activedescendant={households[active] ? `${listId}-${active}` : undefined}
        placeholder={text.placeholder}
        leftSection={<Icon name="search" />}
        rightSection={
          typed && <CloseButton size="sm" aria-label={text.label} onClick={() => setTyped('')} tabIndex={-1} />
        }
        autoComplete="off"
        spellCheck={false}
        data-autofocus={autoFocus}
        error={error}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ScrollArea.Autosize mah={height} mt={4} type="auto">
        <div role="listbox" id={listId} aria-label={text.results} className={classes.list}>
          {households.map((household, index) => (
            <ResultLine
              key={household.householdId}
              id={`${listId}-${index}`}
              household={household}
              words={asked}
              isActive={index === active}
              onChoose={() => choose(household)}
            />
          ))}
        </div>
        {asked && typed.trim() && found.isSuccess && households.length === 0 && (
          <Text size="sm" c="gray.7" p="sm" role="status">
            {text.nothing}
          </Text>
        )}
      </ScrollArea.Autosize>
    </div>
  )
}

/** The household that Enter may take unseen: the single answer, or the only one of exactly this name. */
function onlyOne(households: readonly HouseholdLine[], typed: string): HouseholdLine | undefined {
  const named = households.filter(({ headOfHousehold }) => searchKey(headOfHousehold) === searchKey(typed))
  const [one, ...others] = named.length > 0 ? named : households
  return others.length === 0 ? one : undefined
}

interface ResultLineProps {
  id: string
  household: HouseholdLine
  words: string
  isActive: boolean
  onChoose: () => void
}

function ResultLine({ id, household, words, isActive, onChoose }: ResultLineProps) {
  const { trade } = useText()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const { headOfHousehold, birthYear, hamlet, communeName, customerCode, maskedCitizenId, category } = household
  const numbers = [customerCode, maskedCitizenId].filter(Boolean).join(' · ')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and has the keys.
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.line}
      data-active={isActive || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <div className={classes.first}>
        <Highlight component="span" fw={600} size="sm" highlight={words.split(/\s+/)} color="yellow.2">
          {headOfHousehold}
        </Highlight>
        <span className={classes.quiet}>
          {[birthYear, category && trade.categories[category]].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div className={classes.quiet}>
        {[[hamlet, communeName].filter(Boolean).join(', '), numbers].filter(Boolean).join(' · ')}
      </div>
    </div>
  )
}
