/** The groups of a list's rows with their numbers: each shows its rows, and three say whether theirs are taken in. */

import { Checkbox } from '@mantine/core'
import type { ImportPreview } from '../../../../contract/imports.ts'
import { showCount } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import { type Acceptance, GROUPS, type Group, takenIn } from '../acceptance.ts'
import { useImportWork } from '../ImportWork.tsx'
import type { RowsShown, Work } from '../wizard.ts'
import classes from './Check.module.css'

const CHIPS = ['all', 'faulty', 'resembling', 'new', 'changed', 'same', 'blocked', 'gone'] as const
/** Groups that need a clerk's eye while they have any row. */
const NEEDS_EYES: readonly RowsShown[] = ['faulty', 'resembling', 'blocked']

function countOf({ rowCount, errorCount, warningCount, resemblingCount, effects }: ImportPreview, shown: RowsShown) {
  switch (shown) {
    case 'all':
      return rowCount
    case 'faulty':
      return errorCount + warningCount
    case 'resembling':
      return resemblingCount
    default:
      return effects[shown]
  }
}

export function EffectChips({ work }: { work: Work }) {
  const { check: text } = useText().imports
  const { dispatch } = useImportWork()
  const { preview, acceptance, shown } = work
  return (
    <fieldset className={classes.chips} aria-label={text.groups}>
      {CHIPS.map((chip) => {
        const count = countOf(preview, chip)
        const group = GROUPS.find((name) => name === chip)
        return (
          <div
            key={chip}
            className={classes.chip}
            data-shown={chip === shown || undefined}
            data-alarming={(NEEDS_EYES.includes(chip) && count > 0) || undefined}
          >
            <button type="button" aria-pressed={chip === shown} onClick={() => dispatch({ type: 'show', shown: chip })}>
              <strong>{showCount(count)}</strong>
              <span>{text.shown[chip]}</span>
            </button>
            {group && count > 0 && <TakeGroup group={group} acceptance={acceptance} effects={preview.effects} />}
          </div>
        )
      })}
    </fieldset>
  )
}

interface TakeGroupProps {
  group: Group
  acceptance: Acceptance
  effects: ImportPreview['effects']
}

function TakeGroup({ group, acceptance, effects }: TakeGroupProps) {
  const { check: text } = useText().imports
  const { dispatch } = useImportWork()
  const taken = takenIn(acceptance, effects)[group]
  return (
    <Checkbox
      size="xs"
      className={classes.take ?? ''}
      aria-label={text.take[group]}
      title={text.take[group]}
      checked={taken === effects[group]}
      indeterminate={taken > 0 && taken < effects[group]}
      onChange={(event) => dispatch({ type: 'acceptGroup', group, isTaken: event.currentTarget.checked })}
    />
  )
}
