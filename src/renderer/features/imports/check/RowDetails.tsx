/** What there is to say of the active row: its faults with their mends, what would change, whom it looks like. */

import { Text } from '@mantine/core'
import type { RefObject } from 'react'
import type { ImportFinding, ImportRow } from '../../../../contract/imports.ts'
import type { ListField } from '../../../../domain/household-list.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { tellFact } from '../../../components/fact-words.ts'
import { showCount, tellHousehold } from '../../../components/formats.ts'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useText } from '../../../text/language.ts'
import { isAccepted } from '../acceptance.ts'
import { useImportWork } from '../ImportWork.tsx'
import type { Correction } from '../list-choices.ts'
import type { Work } from '../wizard.ts'
import classes from './Check.module.css'
import { ResemblingHouseholds } from './ResemblingHouseholds.tsx'
import { findingsFirst, proposalOf } from './row-cells.ts'
import { useProposals } from './use-proposals.ts'

interface RowDetailsProps {
  ref: RefObject<HTMLDivElement | null>
  work: Work
  row: ImportRow | undefined
  field: ListField | undefined
  /** Gives the keys back to the grid. */
  onDone: () => void
}

export function RowDetails({ ref, work, row, field, onDone }: RowDetailsProps) {
  const { check: text } = useText().imports
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section ref={ref} className={classes.details} aria-label={text.details} aria-live="polite" tabIndex={0}>
      {row && (
        <>
          <Findings work={work} row={row} field={field} onDone={onDone} />
          <Effect row={row} isTaken={isAccepted(work.acceptance, row)} />
          <ResemblingHouseholds work={work} row={row} onDone={onDone} />
        </>
      )}
    </section>
  )
}

interface FindingsProps {
  work: Work
  row: ImportRow
  field: ListField | undefined
  onDone: () => void
}

function Findings({ work, row, field, onDone }: FindingsProps) {
  const { imports, listFindings } = useText()
  const { check: text } = imports
  const { dispatch } = useImportWork()
  const proposal = proposalOf(row, field)
  const alike = useProposals(work.preview.readingId, proposal)
  function take(corrections: readonly Correction[]): void {
    dispatch({ type: 'correct', corrections })
    onDone()
  }
  const isProposed = (finding: ImportFinding) => finding.code === proposal?.code && finding.field === proposal.field
  return findingsFirst(row, field).map((finding) => (
    <div key={`${finding.field} ${finding.code}`} className={classes.finding}>
      <Text span size="sm" fw={700} c={finding.severity === 'error' ? STATE_COLORS.bad : STATE_COLORS.waiting}>
        {text.severity[finding.severity]}
      </Text>
      <Text span size="sm">
        {listFindings[finding.code](finding)}
      </Text>
      {proposal && isProposed(finding) && (
        <>
          <CommandButton
            size="compact-sm"
            command={{
              id: 'imports.takeProposal',
              keys: 'F4',
              label: text.takeProposal(proposal.proposed || text.emptyProposal),
              run: () => take([{ rowNumber: finding.rowNumber, field: finding.field, text: proposal.proposed }]),
            }}
          />
          {alike.length > 1 && (
            <CommandButton
              size="compact-sm"
              variant="default"
              command={{
                id: 'imports.takeAllProposals',
                keys: 'Shift+F4',
                label: text.takeAllProposals(showCount(alike.length)),
                run: () => take(alike),
              }}
            />
          )}
        </>
      )}
    </div>
  ))
}

function Effect({ row, isTaken }: { row: ImportRow; isTaken: boolean | null }) {
  const everything = useText()
  const { check: text } = everything.imports
  const { householdFields } = everything.trade
  const { effect, changes, household } = row
  const tell = (change: ImportRow['changes'][number], side: 'before' | 'after') =>
    tellFact(change.field, change[side], everything) ?? text.nothingBefore
  return (
    <>
      {household && effect !== 'new' && <Text size="sm">{text.isAbout(tellHousehold(household))}</Text>}
      {effect === 'gone' && <Text size="sm">{isTaken ? text.goneTaken : text.goneExplained}</Text>}
      {changes.length > 0 && (effect !== 'gone' || isTaken) && (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <li key={change.field}>
              <span className={classes.field}>{householdFields[change.field]}</span>
              <s>{tell(change, 'before')}</s>
              <span aria-hidden>→</span>
              <b>{tell(change, 'after')}</b>
            </li>
          ))}
        </ul>
      )}
      {effect === 'new' && row.findings.length === 0 && row.resembles.length === 0 && (
        <Text size="sm" c="gray.7">
          {text.newHousehold}
        </Text>
      )}
      {effect === 'same' && row.findings.length === 0 && (
        <Text size="sm" c="gray.7">
          {text.sameHousehold}
        </Text>
      )}
      {isTaken === false && (
        <Text size="sm" fw={600} c={STATE_COLORS.waiting}>
          {effect === 'gone' ? text.goneKept : text.declined}
        </Text>
      )}
    </>
  )
}
