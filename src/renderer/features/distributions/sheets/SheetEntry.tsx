/** The line papers are entered in: which ones, what became of them, and what the typing means, told as it is typed. */

import { Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { DistributionEvent } from '../../../../contract/distributions.ts'
import { tellFailure } from '../../../../contract/wording/failure-wording.ts'
import { type Day, formatDay } from '../../../../domain/day.ts'
import { KeyHint } from '../../../commands/KeyHint.tsx'
import { DayInput } from '../../../components/DayInput.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { fieldErrors } from '../../../components/form-errors.ts'
import { showCount } from '../../../components/formats.ts'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useText } from '../../../text/language.ts'
import classes from '../Distributions.module.css'
import { CHOICE_KEYS, isOneBlank, needsDay, needsReason, SHEET_CHOICES, writeSheetRange } from './sheet-entry.ts'
import type { SheetEntering } from './use-sheet-entry.ts'

interface SheetEntryProps {
  entering: SheetEntering
  today: Day
  /** The greatest place in the kit. */
  last: number
  /** Where those who did not come may be expected next. */
  targets: readonly DistributionEvent[]
  onNewTarget: () => void
  /** The keys go down to the list. */
  onDown: () => void
}

export function SheetEntry({ last, ...fields }: SheetEntryProps) {
  const { entry } = useText().distributions
  const { entering } = fields
  const { choice, choose, failure } = entering
  return (
    <section className={classes.entry} aria-label={entry.label}>
      <SegmentedControl
        size="xs"
        fullWidth
        mb={6}
        aria-label={entry.choice}
        value={choice}
        onChange={(name) => choose(SHEET_CHOICES.find((one) => one === name) ?? choice)}
        data={SHEET_CHOICES.map((one) => ({
          value: one,
          label: (
            <Group gap={5} justify="center" wrap="nowrap">
              {entry.choices[one]} {CHOICE_KEYS[one] && <KeyHint keys={CHOICE_KEYS[one]} />}
            </Group>
          ),
        }))}
      />
      <Fields {...fields} />
      <Reading entering={entering} last={last} />
      {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} p="xs" mt={4} />}
    </section>
  )
}

function Fields({ entering, today, targets, onNewTarget, onDown }: Omit<SheetEntryProps, 'last'>) {
  const text = useText()
  const { entry } = text.distributions
  const { typed, setTyped, choice, on, setOn, reason, setReason, enter, keysAt, isRunning, failure } = entering
  const errors = fieldErrors(text, failure)
  const positions = useRef<HTMLInputElement>(null)
  const reasonField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const field = keysAt.field === 'reason' ? reasonField.current : positions.current
    field?.focus()
    field?.select()
  }, [keysAt])
  function byEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return
    event.preventDefault()
    void enter()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields in it have the focus; Enter is the same in each.
    <div className={classes.entryFields} onKeyDown={byEnter}>
      <TextInput
        ref={positions}
        flex="1 1 200px"
        label={entry.positions}
        placeholder={entry.example}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onDown()
        }}
      />
      {needsDay(choice) && (
        <DayInput
          w={108}
          label={choice === 'signed' ? entry.handedOverOn : entry.voidedOn}
          today={today}
          value={on}
          error={errors['fate.handedOverOn'] ?? errors['fate.voidedOn'] ?? errors.voidedOn}
          onChange={setOn}
        />
      )}
      {needsReason(choice) && (
        <TextInput
          ref={reasonField}
          flex="1 1 160px"
          label={choice === 'missing' ? entry.explanation : entry.reason}
          withAsterisk
          autoComplete="off"
          value={reason}
          error={errors['fate.reason'] ?? errors['fate.explanation'] ?? errors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {choice === 'notCollected' && <CarryTo {...{ entering, targets, onNewTarget }} />}
      <Button loading={isRunning} onClick={() => void enter()} rightSection={<KeyHint keys="Enter" />}>
        {entry.enter}
      </Button>
    </div>
  )
}

const NEW_TARGET = 'new'

function CarryTo({ entering, targets, onNewTarget }: Pick<SheetEntryProps, 'entering' | 'targets' | 'onNewTarget'>) {
  const { entry } = useText().distributions
  const { carryTo, setCarryTo } = entering
  return (
    <Select
      flex="1 1 190px"
      label={entry.carryOver}
      placeholder={entry.leave}
      clearable
      openOnFocus={false}
      data={[
        ...targets.map(({ eventId, placeName, heldOn }) => ({
          value: eventId,
          label: entry.carryTo(placeName, formatDay(heldOn)),
        })),
        { value: NEW_TARGET, label: entry.carryToNew },
      ]}
      value={carryTo}
      onChange={(chosen) => (chosen === NEW_TARGET ? onNewTarget() : setCarryTo(chosen))}
    />
  )
}

/** How many papers are meant and whose they are at both ends; or what cannot be read or entered. */
function Reading({ entering, last }: { entering: SheetEntering; last: number }) {
  const text = useText()
  const { entry } = text.distributions
  const { reading, choice, leaveOut } = entering
  if (reading.state === 'empty') {
    return (
      <Text size="xs" c="gray.7" className={classes.reading ?? ''}>
        {entry.hint}
      </Text>
    )
  }
  if (reading.state === 'unreadable') return <Wrong words={entry.unreadable(reading.at)} />
  const { sheets, unknown, refused } = reading
  if (isOneBlank(reading, choice)) return <Meant entering={entering} more={entry.blankNext} />
  const [firstRefused] = refused
  return (
    <>
      {sheets.length > 0 && <Meant entering={entering} />}
      {unknown.length > 0 && <Wrong words={entry.unknown(writeSheetRange(unknown), showCount(last))} />}
      {firstRefused && (
        <Group gap="xs">
          <Wrong
            words={entry.refused(
              showCount(refused.length),
              tellFailure(text.failures, { family: 'refused', refusal: firstRefused.refusal }).what,
            )}
          />
          {refused.length < sheets.length && (
            <Button size="compact-xs" variant="default" onClick={leaveOut}>
              {entry.leaveOut}
            </Button>
          )}
        </Group>
      )}
    </>
  )
}

function Wrong({ words }: { words: string }) {
  return (
    <Text size="sm" c={STATE_COLORS.bad} role="alert" className={classes.reading ?? ''}>
      {words}
    </Text>
  )
}

function Meant({ entering: { reading }, more }: { entering: SheetEntering; more?: string }) {
  const { entry } = useText().distributions
  if (reading.state !== 'read') return null
  const { sheets } = reading
  const ends = [sheets[0], sheets.length > 1 ? sheets.at(-1) : undefined].flatMap((sheet) =>
    sheet ? [`${sheet.position ?? sheet.documentNumber} ${sheet.household?.headOfHousehold ?? entry.blankName}`] : [],
  )
  return (
    <Text size="sm" role="status" className={classes.reading ?? ''}>
      <strong>{entry.reads(showCount(sheets.length))}</strong>
      {ends.join(` ${entry.upTo} `)}
      {more && ` – ${more}`}
    </Text>
  )
}
