/** Households of the registry that a row may be about, with score and reasons; the clerk says which, or none. */

import { Text } from '@mantine/core'
import type { ImportRow } from '../../../../contract/imports.ts'
import { tellHousehold } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import { useImportWork } from '../ImportWork.tsx'
import type { Work } from '../wizard.ts'
import classes from './Check.module.css'
import { DetailButton } from './DetailButton.tsx'

interface ResemblingHouseholdsProps {
  work: Work
  row: ImportRow
  onDone: () => void
}

export function ResemblingHouseholds({ work, row, onDone }: ResemblingHouseholdsProps) {
  const { imports, trade } = useText()
  const { check: text } = imports
  const { dispatch } = useImportWork()
  const { rowNumber, resembles } = row
  if (rowNumber === null) return null
  const said = work.asked.identities.find((identity) => identity.rowNumber === rowNumber)
  function say(householdId: string | null): void {
    if (rowNumber === null) return
    dispatch({ type: 'identify', rowNumber, householdId })
    onDone()
  }
  if (said) {
    return (
      <div className={classes.finding}>
        <Text span size="sm">
          {said.householdId === null ? text.saidOther : text.saidSame}
        </Text>
        <DetailButton
          label={text.thinkAgain}
          onPress={() => {
            dispatch({ type: 'forgetIdentity', rowNumber })
            onDone()
          }}
        />
      </div>
    )
  }
  if (resembles.length === 0) return null
  return (
    <>
      <div className={classes.finding}>
        <Text span size="sm" fw={600}>
          {text.looksLike}
        </Text>
        <DetailButton label={text.otherOne} onPress={() => say(null)} />
      </div>
      {resembles.map(({ household, score, reasons }) => (
        <div key={household.householdId} className={classes.finding}>
          <DetailButton isMain label={text.sameOne} onPress={() => say(household.householdId)} />
          <Text span size="sm">
            <strong>{tellHousehold(household)}</strong>
            {household.maskedCitizenId && ` · ${household.maskedCitizenId}`} · {text.score(String(score))}:{' '}
            {reasons.map((reason) => trade.duplicateReasons[reason]).join(', ')}
          </Text>
        </div>
      ))}
    </>
  )
}
