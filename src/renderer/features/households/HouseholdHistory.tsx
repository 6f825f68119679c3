/** Ai sửa gì, lúc nào: the newest first, each change field by field. */

import { Stack, Text } from '@mantine/core'
import type { FieldChange, HouseholdDetail } from '../../../contract/households.ts'
import { tellFact } from '../../components/fact-words.ts'
import { showInstant } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import classes from './Households.module.css'

export function HouseholdHistory({ household }: { household: HouseholdDetail }) {
  const { households, trade } = useText()
  const commands: Record<string, string> = trade.commands
  if (household.history.length === 0) return <Text c="gray.7">{households.detail.noHistory}</Text>
  return (
    <Stack gap={0} component="ol" className={classes.history ?? ''}>
      {household.history.map(({ recordedAt, personName, command, changes }) => (
        <li key={`${recordedAt} ${command}`} className={classes.entry}>
          <Text size="sm">
            <strong>{commands[command] ?? command}</strong>
            <Text span size="sm" c="gray.7">
              {` · ${[showInstant(recordedAt), personName].filter(Boolean).join(' · ')}`}
            </Text>
          </Text>
          {changes.filter(isWorthTelling).map((change) => (
            <Change key={change.field} change={change} />
          ))}
        </li>
      ))}
    </Stack>
  )
}

/** The day of the table that a commune's code is of goes with the code. */
function isWorthTelling({ field }: FieldChange): boolean {
  return field !== 'communeVersion'
}

function Change({ change: { field, before, after } }: { change: FieldChange }) {
  const text = useText()
  const nothing = text.households.detail.nothing
  const was = tellFact(field, before, text)
  return (
    <Text size="sm" className={classes.change ?? ''}>
      {text.trade.householdFields[field]}: {was !== null && <s className={classes.was}>{was}</s>}
      {was !== null && ' → '}
      <span>{tellFact(field, after, text) ?? nothing}</span>
    </Text>
  )
}
