/** Rà trùng: pairs that may be one household, settled one after the other by keys. */

import { Button, Group, Loader, Tabs, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { DuplicatePair } from '../../../contract/duplicates.ts'
import { PAIR_STATES, type PairState } from '../../../domain/duplicate.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import classes from './Duplicates.module.css'
import { PairCompare } from './PairCompare.tsx'
import { PairList } from './PairList.tsx'
import { keyOfPair, usePairs } from './use-pairs.ts'
import { useSettling } from './use-settling.ts'

const route = getRouteApi('/duplicates')

export function Duplicates() {
  const text = useText().duplicates
  const { state = 'open', about } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = usePairs(state, about)
  const settling = useSettling()
  const [chosenKey, setChosenKey] = useState<string>()
  const pairs = data?.pairs ?? []
  const chosen = pairs.find((pair) => keyOfPair(pair) === chosenKey) ?? pairs[0]

  /** The pair after this one, which is where the work goes on; the one before at the end of the list. */
  function goOn(from: DuplicatePair): void {
    const at = pairs.findIndex((pair) => keyOfPair(pair) === keyOfPair(from))
    const next = pairs[at + 1] ?? pairs[at - 1]
    setChosenKey(next && keyOfPair(next))
  }
  const show = (search: { state?: PairState; about?: string }) => void navigate({ search, replace: true })
  return (
    <section className={classes.screen} aria-labelledby="duplicates-title">
      <Group px="md" pt="sm" pb={6} justify="space-between" wrap="nowrap">
        <Title order={1} id="duplicates-title">
          {text.title}
        </Title>
        <CommandButton
          size="compact-sm"
          variant="default"
          command={{
            id: 'duplicates.undo',
            keys: 'mod+Z',
            label: text.undo,
            run: () => settling.undo?.(),
            isDisabled: settling.undo === null || settling.isRunning,
            yieldsToFields: true,
          }}
        />
      </Group>
      <Group px="md" className={classes.tabsLine} justify="space-between">
        <StateTabs state={state} counts={data?.counts} onChange={(next) => show({ state: next })} />
        {about && (
          <Group gap="xs">
            <Text size="sm">{text.about}</Text>
            <Button size="compact-sm" variant="default" onClick={() => show({ state })}>
              {text.showAll}
            </Button>
          </Group>
        )}
      </Group>
      <FailureAlert failure={error?.failure ?? settling.failure} m="md" />
      {!data && !error && <Loader m="md" />}
      {data && !chosen && <EmptyNote title={text.empty[state]} next={text.emptyNext} />}
      {chosen && (
        <div className={classes.work}>
          <PairList pairs={pairs} chosenKey={keyOfPair(chosen)} onChoose={(pair) => setChosenKey(keyOfPair(pair))} />
          <PairCompare
            key={keyOfPair(chosen)}
            pair={chosen}
            state={state}
            settling={settling}
            onSettled={() => goOn(chosen)}
          />
        </div>
      )}
    </section>
  )
}

/** As the work goes: what waits, what waits longer, what is done with. */

interface StateTabsProps {
  state: PairState
  counts: Record<PairState, number> | undefined
  onChange: (state: PairState) => void
}

function StateTabs({ state, counts, onChange }: StateTabsProps) {
  const { states } = useText().duplicates
  return (
    <Tabs value={state} onChange={(chosen) => onChange(PAIR_STATES.find((one) => one === chosen) ?? state)}>
      <Tabs.List>
        {PAIR_STATES.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            rightSection={
              counts && (
                <Text span size="xs" c="gray.7">
                  {showCount(counts[one])}
                </Text>
              )
            }
          >
            {states[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
