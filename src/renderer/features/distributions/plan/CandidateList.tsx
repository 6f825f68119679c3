/**
 * The households that may be expected, by commune and hamlet: everybody is chosen until left out. Enter opens a hamlet,
 * Space chooses or leaves out what the keys are at.
 */

import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useCommands } from '../../../commands/registry.ts'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { showAmount, showCount } from '../../../components/formats.ts'
import { LineGrid } from '../../../components/LineGrid.tsx'
import { useText } from '../../../text/language.ts'
import classes from '../Distributions.module.css'
import { type Candidate, type CandidateLine, candidateLines, groupCandidates, tallyOf, turnAll } from './candidates.ts'

interface CandidateListProps {
  candidates: readonly Candidate[]
  leftOut: ReadonlySet<string>
  onChange: (leftOut: Set<string>) => void
}

export function CandidateList({ candidates, leftOut, onChange }: CandidateListProps) {
  const { form } = useText().distributions
  const groups = useMemo(() => groupCandidates(candidates), [candidates])
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set<string>())
  const [sought, setSought] = useState('')
  const lines = useMemo(() => candidateLines(groups, opened, sought), [groups, opened, sought])
  const [activeKey, setActiveKey] = useState<string>()
  const active = lines.find(({ key }) => key === activeKey) ?? lines[0]

  const turn = (line: CandidateLine) => onChange(turnAll(candidatesOf(line), leftOut))
  function open(line: CandidateLine): void {
    if (line.kind === 'candidate') {
      turn(line)
      return
    }
    const next = new Set(opened)
    if (!next.delete(line.key)) next.add(line.key)
    setOpened(next)
  }
  return (
    <div className={classes.candidates}>
      <Heading {...{ candidates, leftOut, onChange, sought }} onSeek={setSought} />
      {candidates.length === 0 && <EmptyNote title={form.nobody} next={form.nobodyNext} />}
      {candidates.length > 0 && lines.length === 0 && <EmptyNote title={form.nothingFound} />}
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the grid in it has the focus; one key more is heard here.
        <div
          className={classes.fills}
          onKeyDown={(event) => {
            if (event.key !== ' ' || !active) return
            event.preventDefault()
            turn(active)
          }}
        >
          <Lines {...{ lines, leftOut, activeKey, turn }} onMove={({ key }) => setActiveKey(key)} onOpen={open} />
        </div>
      )}
      <Text size="xs" c="gray.7" px="sm" py={3}>
        {form.keys}
      </Text>
    </div>
  )
}

interface LinesProps {
  lines: readonly CandidateLine[]
  leftOut: ReadonlySet<string>
  activeKey: string | undefined
  turn: (line: CandidateLine) => void
  onMove: (line: CandidateLine) => void
  onOpen: (line: CandidateLine) => void
}

function Lines({ lines, leftOut, activeKey, turn, onMove, onOpen }: LinesProps) {
  const { form, expected, columns } = useText().distributions
  return (
    <LineGrid
      label={form.expected}
      lines={lines}
      keyOf={({ key }) => key}
      startKey={activeKey}
      onMove={onMove}
      onOpen={onOpen}
      columns={[
        {
          name: 'name',
          header: expected.name,
          width: 'minmax(160px, 1fr)',
          show: (line) => <Name line={line} leftOut={leftOut} onTurn={() => turn(line)} />,
        },
        {
          name: 'gift',
          header: expected.gift,
          width: '130px',
          show: (line) => <Gift line={line} leftOut={leftOut} />,
        },
        {
          name: 'value',
          header: columns.value,
          width: '104px',
          kind: 'figure',
          show: (line) => showAmount(tallyOf(candidatesOf(line), leftOut).chosenDong),
        },
      ]}
    />
  )
}

function candidatesOf(line: CandidateLine): Candidate[] {
  return line.kind === 'group' ? line.group.candidates : [line.candidate]
}

function Heading({
  candidates,
  leftOut,
  onChange,
  sought,
  onSeek,
}: CandidateListProps & { sought: string; onSeek: (sought: string) => void }) {
  const { form } = useText().distributions
  const search = useRef<HTMLInputElement>(null)
  useCommands([{ id: 'distributions.seek', keys: 'F3', label: form.search, run: () => search.current?.focus() }])
  const { chosenCount, count, chosenDong } = tallyOf(candidates, leftOut)
  const areAllChosen = chosenCount === count
  return (
    <Group gap="xs" px="sm" pb={6} wrap="nowrap">
      <Text size="sm" fw={600} role="status" className={classes.nowrap ?? ''}>
        {form.chosen(showCount(chosenCount), showCount(count), showAmount(chosenDong))}
      </Text>
      <TextInput
        ref={search}
        flex={1}
        size="xs"
        ml="auto"
        maw={220}
        aria-label={form.search}
        placeholder={`${form.search} (F3)`}
        autoComplete="off"
        spellCheck={false}
        value={sought}
        onChange={(event) => onSeek(event.currentTarget.value)}
      />
      <Button
        size="compact-sm"
        variant="default"
        disabled={count === 0}
        onClick={() => onChange(turnAll(candidates, leftOut))}
      >
        {areAllChosen ? form.leaveAll : form.chooseAll}
      </Button>
    </Group>
  )
}

interface NameProps {
  line: CandidateLine
  leftOut: ReadonlySet<string>
  onTurn: () => void
}

/** A click on the box chooses; a click beside it opens a hamlet. */
function Name({ line, leftOut, onTurn }: NameProps) {
  const { form } = useText().distributions
  const { chosenCount, count } = tallyOf(candidatesOf(line), leftOut)
  const label =
    line.kind === 'group'
      ? form.hamlet(line.group.hamlet, line.group.communeName)
      : line.candidate.household.headOfHousehold
  return (
    <span className={line.kind === 'group' ? classes.group : classes.member}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the box in it is what is clicked. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space does it where the keys are. */}
      <span onClick={(event) => event.stopPropagation()}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={label}
          checked={chosenCount === count}
          indeterminate={chosenCount > 0 && chosenCount < count}
          onChange={onTurn}
        />
      </span>
      {line.kind === 'group' && <span aria-hidden>{line.isOpen ? '▾' : '▸'}</span>}
      <span className={classes.cut}>{label}</span>
    </span>
  )
}

function Gift({ line, leftOut }: { line: CandidateLine; leftOut: ReadonlySet<string> }) {
  const { form } = useText().distributions
  if (line.kind === 'candidate') return line.candidate.giftPackageName
  const { chosenCount, count } = tallyOf(line.group.candidates, leftOut)
  return form.tally(showCount(chosenCount), showCount(count))
}
