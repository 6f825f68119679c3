/** Everything a list would do, before it does it: by group, row by row, field by field; mended and decided here. */

import { Alert, Checkbox, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { formatDay } from '../../../../domain/day.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { useCommands } from '../../../commands/registry.ts'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { showCount } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import type { Text as AllText } from '../../../text/texts.ts'
import { takenIn } from '../acceptance.ts'
import listClasses from '../Imports.module.css'
import { useImportWork } from '../ImportWork.tsx'
import { ReadingState } from '../ReadingState.tsx'
import { SaveFindings } from '../SaveFindings.tsx'
import { ListFacts } from '../SheetStep.tsx'
import { BackButton } from '../WizardFoot.tsx'
import type { Work } from '../wizard.ts'
import classes from './Check.module.css'
import { CheckGrid } from './CheckGrid.tsx'
import { EffectChips } from './EffectChips.tsx'
import { RowDetails } from './RowDetails.tsx'
import { useCheckGrid } from './use-check-grid.ts'

export function CheckStep({ work }: { work: Work }) {
  const { check: text } = useText().imports
  const { dispatch } = useImportWork()
  const { preview, shown, past } = work
  const grid = useCheckGrid(work)
  const details = useRef<HTMLDivElement>(null)
  const isFaultyShown = shown === 'faulty'
  useCommands([
    {
      id: 'imports.onlyFaulty',
      keys: 'F6',
      label: isFaultyShown ? text.allRows : text.onlyFaulty,
      run: () => dispatch({ type: 'show', shown: isFaultyShown ? 'all' : 'faulty' }),
    },
    {
      id: 'imports.undoMend',
      keys: 'mod+Z',
      label: text.undoMend,
      run: () => dispatch({ type: 'undoMend' }),
      isDisabled: past.length === 0,
      yieldsToFields: true,
    },
  ])
  useFirstFocus(work, grid.focus)
  return (
    <>
      <div className={classes.top}>
        <ListFacts preview={preview} />
        {preview.errorCount + preview.warningCount > 0 && <SaveFindings work={work} />}
      </div>
      {preview.alreadyImportedOn && (
        <Alert color="orange" variant="light" p="xs">
          {text.alreadyImported(formatDay(preview.alreadyImportedOn))}
        </Alert>
      )}
      <ReadingState />
      <EffectChips work={work} />
      <div className={classes.rows}>
        {grid.count === 0 ? (
          <EmptyNote title={isFaultyShown ? text.nothingFaulty : text.nothingHere} next={text.nothingNext} />
        ) : (
          <CheckGrid grid={grid} work={work} onAsk={() => details.current?.querySelector('button')?.focus()} />
        )}
        {grid.count !== 0 && (
          <RowDetails ref={details} work={work} row={grid.activeRow} field={grid.activeField} onDone={grid.focus} />
        )}
      </div>
      <CheckFoot work={work} />
    </>
  )
}

/** Where something needs the clerk the grid has the keys; else Enter takes the list in. */
function useFirstFocus({ preview }: Work, focusGrid: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step appears.
  useEffect(() => {
    if (preview.errorCount > 0 || preview.resemblingCount > 0 || preview.alreadyImportedOn) focusGrid()
    else document.querySelector<HTMLElement>(`#${RUN_ID} button`)?.focus()
  }, [])
}

const RUN_ID = 'imports-run'

function runLabel({ acceptance, preview }: Work, { check: text }: AllText['imports']): string | null {
  const taken = takenIn(acceptance, preview.effects)
  const parts = [
    taken.new > 0 && text.runNew(showCount(taken.new)),
    taken.changed > 0 && text.runChanged(showCount(taken.changed)),
    taken.gone > 0 && text.runGone(showCount(taken.gone)),
  ].filter((part) => part !== false)
  return parts.length > 0 ? text.run(parts.join(', ')) : null
}

function CheckFoot({ work }: { work: Work }) {
  const { imports } = useText()
  const { check: text } = imports
  const { dispatch, taking, takeIn, reading } = useImportWork()
  const label = runLabel(work, imports)
  const isUsable = label !== null && work.preview.alreadyImportedOn === null
  return (
    <div className={listClasses.foot}>
      <BackButton isDisabled={taking.isRunning} />
      <div className={listClasses.footNote}>
        <Text size="xs" c="gray.7">
          {text.keys}
        </Text>
        <Checkbox
          size="xs"
          label={text.remembers}
          checked={work.remembersColumns}
          onChange={(event) => dispatch({ type: 'remember', remembersColumns: event.currentTarget.checked })}
        />
      </div>
      <div id={RUN_ID}>
        <CommandButton
          isRunning={taking.isRunning}
          command={{
            id: 'imports.run',
            keys: 'F8',
            label: label ?? text.nothing,
            run: takeIn,
            isDisabled: !isUsable || reading.isBehind || reading.failure !== null,
          }}
        />
      </div>
    </div>
  )
}
