/**
 * Finding one household while typing: name without diacritics or digits, arrows and Enter to choose.
 * The text is the field's own; only what is asked of the office waits for a pause. A card that is scanned chooses its
 * household, wherever the focus is.
 */

import { CloseButton, ScrollArea, Text, TextInput } from '@mantine/core'
import { type Ref, useId } from 'react'
import type { HouseholdLine } from '../../contract/households.ts'
import { useScan } from '../scanner/scans.ts'
import { useText } from '../text/language.ts'
import { HouseholdResult } from './HouseholdResult.tsx'
import classes from './HouseholdSearch.module.css'
import { useHouseholdFinding } from './household-finding.ts'
import { Icon } from './Icon.tsx'

interface HouseholdSearchProps {
  onChoose: (household: HouseholdLine) => void
  /** Gets what was typed where Enter finds no household; answers whether it could make something of it. */
  onNothing?: (typed: string) => boolean
  inputRef?: Ref<HTMLInputElement>
  height?: number | string
  error?: string | null
  autoFocus?: boolean
}

export function HouseholdSearch(props: HouseholdSearchProps) {
  const { onChoose, onNothing, inputRef, height = 240, error, autoFocus } = props
  const text = useText().components.householdSearch
  const listId = useId()
  const finding = useHouseholdFinding(onChoose, onNothing)
  const { typed, setTyped, asked, households, active, hasFoundNothing, choose, onKeyDown } = finding
  useScan((scan) => {
    if (scan.household) choose(scan.household)
    return scan.household !== null
  })
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
          typed && <CloseButton size="sm" aria-label={text.clear} onClick={() => setTyped('')} tabIndex={-1} />
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
            <HouseholdResult
              key={household.householdId}
              id={`${listId}-${index}`}
              household={household}
              words={asked}
              isActive={index === active}
              onChoose={() => choose(household)}
            />
          ))}
        </div>
        {hasFoundNothing && (
          <Text size="sm" c="gray.7" p="sm" role="status">
            {text.nothing}
          </Text>
        )}
      </ScrollArea.Autosize>
    </div>
  )
}
