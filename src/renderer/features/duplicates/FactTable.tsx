/** The facts of two households in two columns: first where they differ, then, folded away, where they agree. */

import { Badge, Radio, Text } from '@mantine/core'
import type { HouseholdField } from '../../../domain/household.ts'
import { tellFact } from '../../components/fact-words.ts'
import { useText } from '../../text/language.ts'
import classes from './Duplicates.module.css'
import { agreedFields, type Choices, type FactRow, factOf, type Pair, type Side } from './merge-choice.ts'

interface FactTableProps {
  pair: Pair
  rows: readonly FactRow[]
  kept: Side
  choices: Choices
  onKeep: (side: Side) => void
  onChoose: (field: HouseholdField, side: Side) => void
}

const SIDES = ['one', 'other'] as const

export function FactTable({ pair, rows, kept, choices, onKeep, onChoose }: FactTableProps) {
  const text = useText()
  const words = text.duplicates
  return (
    <>
      <div className={classes.pair} role="radiogroup" aria-label={words.keep}>
        <span />
        {SIDES.map((side) => (
          <Head key={side} pair={pair} side={side} isKept={side === kept} onKeep={() => onKeep(side)} />
        ))}
      </div>
      {rows.length > 0 && (
        <Text size="xs" fw={600} c="gray.7" mt={6}>
          {words.differing}
        </Text>
      )}
      {rows.map(({ field }) => (
        <div key={field} className={classes.pair} role="radiogroup" aria-label={text.trade.householdFields[field]}>
          <Text size="sm" c="gray.8">
            {text.trade.householdFields[field]}
          </Text>
          {SIDES.map((side) => (
            <Radio
              key={side}
              size="xs"
              name={`fact-${field}`}
              checked={choices[field] === side}
              onChange={() => onChoose(field, side)}
              classNames={{ label: classes.value ?? '', body: classes.choice ?? '' }}
              data-chosen={choices[field] === side || undefined}
              label={tellFact(field, factOf(pair[side], field), text) ?? words.nothing}
            />
          ))}
        </div>
      ))}
      <Agreed pair={pair} />
    </>
  )
}

interface HeadProps {
  pair: Pair
  side: Side
  isKept: boolean
  onKeep: () => void
}

function Head({ pair, side, isKept, onKeep }: HeadProps) {
  const { duplicates: words, trade } = useText()
  const { line, giftCount, repairCount } = pair[side]
  return (
    <div className={classes.head} data-kept={isKept || undefined}>
      <Radio
        size="sm"
        name="kept"
        checked={isKept}
        onChange={onKeep}
        label={line.headOfHousehold}
        description={words.papers(giftCount, repairCount)}
        classNames={{ label: classes.name ?? '' }}
      />
      <Text size="xs" c={isKept ? 'lake.9' : 'gray.7'} fw={600} pl={30}>
        {isKept ? words.kept : words.merged}
        {line.status !== 'active' && (
          <Badge size="xs" color="red.9" ml={6}>
            {trade.householdStatuses[line.status]}
          </Badge>
        )}
      </Text>
    </div>
  )
}

function Agreed({ pair }: { pair: Pair }) {
  const text = useText()
  const fields = agreedFields(pair)
  if (fields.length === 0) return null
  return (
    <details className={classes.agreed}>
      <summary>{text.duplicates.same(fields.length)}</summary>
      {fields.map((field) => (
        <div key={field} className={classes.agreedFact}>
          <Text size="sm" c="gray.8">
            {text.trade.householdFields[field]}
          </Text>
          <Text size="sm">{tellFact(field, factOf(pair.one, field), text)}</Text>
        </div>
      ))}
    </details>
  )
}
