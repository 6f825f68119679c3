/** What a search field for one household does: asks after a pause, moves by arrows, takes one by Enter. */

import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { HouseholdLine } from '../../contract/households.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import { useOfficeQuery } from '../office-port/asking.ts'

const PAUSE_MILLISECONDS = 80
const MOST_RESULTS = 30

export interface HouseholdFinding {
  typed: string
  setTyped: (typed: string) => void
  /** The question that `households` answers. */
  asked: string
  households: readonly HouseholdLine[]
  /** Which of them Enter takes. */
  active: number
  hasFoundNothing: boolean
  choose: (household: HouseholdLine | undefined) => void
  onKeyDown: (event: KeyboardEvent) => void
}

export function useHouseholdFinding(
  onChoose: (household: HouseholdLine) => void,
  onNothing?: (typed: string) => boolean,
): HouseholdFinding {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MILLISECONDS)
  const question = asked ? { text: asked, limit: MOST_RESULTS } : null
  const found = useOfficeQuery('households.search', question, { keeps: true })
  const isEmpty = asked === '' || typed.trim() === ''
  const households = isEmpty ? [] : (found.data?.households ?? [])
  const isAnswered = typed.trim() === asked && found.isSuccess && !found.isPlaceholderData
  const [active, setActive] = useState(0)
  const choosesWhenFound = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at its first answer.
  useEffect(() => setActive(0), [asked])

  function choose(household: HouseholdLine | undefined): void {
    choosesWhenFound.current = false
    if (!household) return
    setTyped('')
    onChoose(household)
  }
  function giveUp(): void {
    choosesWhenFound.current = false
    if (onNothing?.(typed.trim())) setTyped('')
  }
  // A scanner or a quick hand presses Enter before the answer is there.
  useEffect(() => {
    if (!choosesWhenFound.current || !isAnswered) return
    if (households.length === 0) giveUp()
    else choose(onlyOne(households, typed))
  })

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined && households.length > 0) {
      event.preventDefault()
      setActive((current) => Math.max(0, Math.min(households.length - 1, current + step)))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && typed.trim()) {
      event.preventDefault()
      if (isAnswered && households.length === 0) giveUp()
      else if (isAnswered) choose(households[active])
      else choosesWhenFound.current = true
    } else if (event.key === 'Escape' && typed) {
      event.stopPropagation()
      setTyped('')
    }
  }
  const hasFoundNothing = !isEmpty && found.isSuccess && households.length === 0
  return { typed, setTyped, asked, households, active, hasFoundNothing, choose, onKeyDown }
}

/** The household that Enter may take unseen: the single answer, or the only one of exactly this name. */
function onlyOne(households: readonly HouseholdLine[], typed: string): HouseholdLine | undefined {
  const named = households.filter(({ headOfHousehold }) => searchKey(headOfHousehold) === searchKey(typed))
  const [one, ...others] = named.length > 0 ? named : households
  return others.length === 0 ? one : undefined
}
