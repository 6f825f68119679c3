/** Two households side by side: where they differ a radio button at each value, and the three ways to settle them. */

import { Alert, Group, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import type { DuplicatePair } from '../../../contract/duplicates.ts'
import type { PairState } from '../../../domain/duplicate.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { tellReasons } from '../../components/duplicate-words.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Duplicates.module.css'
import { FactTable } from './FactTable.tsx'
import {
  type Choices,
  factRows,
  likelyChoices,
  likelyKept,
  opposite,
  type Pair,
  type Side,
  takesOf,
} from './merge-choice.ts'
import type { Settling, Verdict } from './use-settling.ts'

interface PairCompareProps {
  pair: DuplicatePair
  state: PairState
  settling: Settling
  onSettled: () => void
}

export function PairCompare({ pair, ...rest }: PairCompareProps) {
  const asked = { oneId: pair.one.householdId, otherId: pair.other.householdId }
  const { data, error } = useOfficeQuery('duplicates.get', asked)
  if (!data) return error ? <FailureAlert failure={error.failure} m="md" /> : <Loader m="md" />
  // Amended meanwhile, the two are looked at afresh.
  return <Comparison key={`${data.one.revision} ${data.other.revision}`} pair={data} {...rest} />
}

function Comparison({ pair, state, settling, onSettled }: Omit<PairCompareProps, 'pair'> & { pair: Pair }) {
  const text = useText()
  const words = text.duplicates
  const { data: office } = useOfficeQuery('office.describe', {})
  const rows = factRows(pair.differing)
  const [kept, setKept] = useState<Side>(() => likelyKept(pair))
  // What the clerk chose stands; the rest follows the one that is kept.
  const [chosen, setChosen] = useState<Choices>({})
  const choices: Choices = { ...likelyChoices(pair, rows, kept), ...chosen }
  const isDisabled = settling.isRunning || office?.rights.includes('household.write') !== true
  const name = pair[kept].headOfHousehold

  async function merge(): Promise<void> {
    const merged = pair[opposite(kept)]
    const input = {
      keptId: pair[kept].line.householdId,
      keptRevision: pair[kept].revision,
      mergedId: merged.line.householdId,
      mergedRevision: merged.revision,
      takes: takesOf(rows, choices, kept),
    }
    if (await settling.merge(input, name)) onSettled()
  }
  async function settle(verdict: Verdict): Promise<void> {
    const ids = { oneId: pair.one.line.householdId, otherId: pair.other.line.householdId }
    const names = [...new Set([pair.one.headOfHousehold, pair.other.headOfHousehold])].join(', ')
    if (await settling.settle(ids, { from: state, to: verdict }, names)) onSettled()
  }
  return (
    <div className={classes.comparison}>
      <div className={classes.facts}>
        <Likeness pair={pair} />
        <FactTable
          pair={pair}
          rows={rows}
          kept={kept}
          choices={choices}
          onKeep={setKept}
          onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
        />
        <Text size="xs" c="gray.7" mt={8}>
          {words.afterMerge}
        </Text>
      </div>
      <Actions state={state} isDisabled={isDisabled} onMerge={() => void merge()} onSettle={(as) => void settle(as)} />
    </div>
  )
}

interface ActionsProps {
  state: PairState
  isDisabled: boolean
  onMerge: () => void
  onSettle: (verdict: Verdict) => void
}

/** The three ways to settle a pair, without the one that it is settled by already. */
function Actions({ state, isDisabled, onMerge, onSettle }: ActionsProps) {
  const words = useText().duplicates
  return (
    <Group className={classes.actions ?? ''} gap="xs" justify="flex-end" wrap="nowrap">
      {state !== 'later' && (
        <CommandButton
          variant="default"
          command={{
            id: 'duplicates.later',
            keys: 'F7',
            label: words.later,
            isDisabled,
            run: () => onSettle('later'),
          }}
        />
      )}
      {state !== 'different' && (
        <CommandButton
          variant="default"
          command={{
            id: 'duplicates.different',
            keys: 'F8',
            label: words.different,
            isDisabled,
            run: () => onSettle('different'),
          }}
        />
      )}
      <CommandButton
        command={{
          id: 'duplicates.merge',
          keys: 'mod+Enter',
          label: words.merge,
          isDisabled,
          run: onMerge,
        }}
      />
    </Group>
  )
}

/** How much and why the two are alike, and what the supervisor will ask. */
function Likeness({ pair }: { pair: Pair }) {
  const text = useText()
  const words = text.duplicates
  return (
    <>
      <Text size="sm" mb={8}>
        <Text span size="sm" fw={700} c={STATE_COLORS.waiting}>
          {words.scoreOf(pair.score)}
        </Text>
        {` – ${tellReasons(pair.reasons, text)}`}
      </Text>
      {pair.bothGivenIn.length > 0 && (
        <Alert color="red" variant="light" py={6} mb={8}>
          {words.bothGiven(pair.bothGivenIn.join(', '))}
        </Alert>
      )}
    </>
  )
}
