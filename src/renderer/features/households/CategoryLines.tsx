/** The categories of a household as they were granted: many, dated, with their decisions, the primary one first. */

import { TextInput } from '@mantine/core'
import type { Day } from '../../../domain/day.ts'
import type { HouseholdCategory } from '../../../domain/household-category.ts'
import { CategorySelect } from '../../components/CategorySelect.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { EditableLines } from '../../components/EditableLines.tsx'
import { useText } from '../../text/language.ts'
import { BLANK_CATEGORY, type CategoryValues } from './household-values.ts'

interface CategoryLinesProps {
  lines: readonly CategoryValues[]
  errors: Record<string, string>
  today: Day
  onChange: (lines: CategoryValues[]) => void
}

export function CategoryLines({ lines, errors, today, onChange }: CategoryLinesProps) {
  const { form } = useText().households
  const words = form.categories
  return (
    <EditableLines
      title={words.title}
      note={words.primary}
      template="minmax(0, 5fr) minmax(0, 5fr) minmax(0, 3fr) minmax(0, 3fr)"
      headers={[words.category, words.decisionNumber, words.validFrom, words.validTo]}
      lines={lines}
      blank={BLANK_CATEGORY}
      onChange={onChange}
      words={words}
      fields={(line, at, change) => {
        const error = (field: keyof CategoryValues) => errors[`categories.${at}.${field}`]
        const day = (field: 'validFrom' | 'validTo') => (
          <DayInput
            aria-label={words[field]}
            value={line[field]}
            today={today}
            error={error(field)}
            onChange={(value) => change({ [field]: value })}
          />
        )
        return (
          <>
            <CategorySelect
              aria-label={words.category}
              placeholder={form.noCategory}
              value={line.category}
              error={error('category')}
              onChange={(category) => change({ category: category as HouseholdCategory | null })}
            />
            <TextInput
              aria-label={words.decisionNumber}
              autoComplete="off"
              spellCheck={false}
              value={line.decisionNumber}
              error={error('decisionNumber')}
              onChange={(event) => change({ decisionNumber: event.currentTarget.value })}
            />
            {day('validFrom')}
            {day('validTo')}
          </>
        )
      }}
    />
  )
}
