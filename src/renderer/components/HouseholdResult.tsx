/** A household found: what tells it from its namesakes, with the words that were typed marked. */

import { Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { HouseholdLine } from '../../contract/households.ts'
import { useText } from '../text/language.ts'
import { Found } from './Found.tsx'
import classes from './HouseholdSearch.module.css'

interface HouseholdResultProps {
  id: string
  household: HouseholdLine
  words: string
  isActive: boolean
  onChoose: () => void
}

export function HouseholdResult({ id, household, words, isActive, onChoose }: HouseholdResultProps) {
  const { trade } = useText()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const { headOfHousehold, birthYear, hamlet, communeName, customerCode, maskedCitizenId, category } = household
  const place = [hamlet, communeName].filter(Boolean).join(', ')
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
        <Text span fw={600} size="sm">
          <Found text={headOfHousehold} typed={words} />
        </Text>
        <span className={classes.quiet}>
          {[birthYear, category && trade.categories[category]].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div className={classes.quiet}>
        <Found text={[place, numbers].filter(Boolean).join(' · ')} typed={words} />
      </div>
    </div>
  )
}
