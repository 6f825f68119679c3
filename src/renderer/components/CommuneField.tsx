/**
 * The commune of a household: typed without diacritics and taken from the list, which gives it its code, or kept as
 * typed without one. Below it stands what the address means today, to be taken by a key; or a question, where a ward
 * was split.
 */

import { Button, Combobox, Group, Radio, Stack, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useId, useState } from 'react'
import type { Commune, CommuneCandidate } from '../../contract/communes.ts'
import type { Output } from '../../contract/contract.ts'
import { communeInWords } from '../../domain/addresses/commune-table.ts'
import { isSpelledOut } from '../../domain/addresses/place-name.ts'
import { type Day, formatDay } from '../../domain/day.ts'
import { useOfficeQuery } from '../office-port/asking.ts'
import { useText } from '../text/language.ts'

const PAUSE_MILLISECONDS = 150

export interface CommuneValue {
  /** As typed or printed; '' where nothing is. */
  communeName: string
  /** Both null where the commune is not of the list. */
  communeCode: string | null
  communeVersion: Day | null
}

interface CommuneFieldProps {
  value: CommuneValue
  /** The address of the same form, '' where there is none. */
  addressText: string
  onChange: (value: CommuneValue) => void
  errors: Readonly<Record<string, string | undefined>>
}

type Answer = Output<'communes.find'>

export function CommuneField({ value, addressText, onChange, errors }: CommuneFieldProps) {
  const { trade, components } = useText()
  const text = components.commune
  const { communeName, communeCode } = value
  const [asked] = useDebouncedValue(JSON.stringify({ communeName, addressText, communeCode }), PAUSE_MILLISECONDS)
  const question = communeName || addressText || communeCode ? (JSON.parse(asked) as AskedPlace) : null
  const { data: answer } = useOfficeQuery('communes.find', question, { keeps: true })
  const suggestions = communeCode === null && communeName !== '' ? (answer?.suggestions ?? []) : []
  const [isTyping, setTyping] = useState(false)
  // A list without suggestions is closed, so that Enter goes on to the next field.
  const list = useCombobox({ opened: isTyping && suggestions.length > 0, onOpenedChange: setTyping })
  // Whoever looks for a name takes the first by Enter; whoever writes one out takes no longer one unseen.
  const isWritten = isSpelledOut(communeName) && suggestions[0]?.name.toLowerCase() !== communeName.toLowerCase()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer begins at its first.
  useEffect(() => {
    if (isWritten) list.resetSelectedOption()
    else list.selectFirstOption()
  }, [suggestions.map(({ code }) => code).join(), list.dropdownOpened])

  function take({ code }: Commune, name: string): void {
    setTyping(false)
    if (answer) onChange({ communeName: name, communeCode: code, communeVersion: answer.version })
  }
  function submit(code: string): void {
    const commune = suggestions.find((one) => one.code === code)
    if (commune) take(commune, commune.name)
  }
  return (
    <div>
      <Combobox store={list} onOptionSubmit={submit}>
        <Combobox.Target>
          <TextInput
            label={trade.householdFields.communeName}
            placeholder={text.placeholder}
            value={communeName}
            onChange={({ currentTarget }) => {
              setTyping(true)
              onChange({ communeName: currentTarget.value, communeCode: null, communeVersion: null })
            }}
            onBlur={() => setTyping(false)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && list.getSelectedOptionIndex() < 0) setTyping(false)
            }}
            error={errors.communeName ?? errors.communeCode}
            autoComplete="off"
            spellCheck={false}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={trade.householdFields.communeName}>
            {suggestions.map((commune) => (
              <Combobox.Option key={commune.code} value={commune.code}>
                <Group justify="space-between" gap="xs" wrap="nowrap">
                  <span>{communeInWords(commune)}</span>
                  <Text size="xs" c="inherit">
                    {commune.code}
                  </Text>
                </Group>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {answer && <CommuneHint value={value} answer={answer} onTake={(one) => take(one, communeName || one.name)} />}
    </div>
  )
}

interface AskedPlace {
  communeName: string
  addressText: string
  communeCode: string | null
}

interface CommuneHintProps {
  value: CommuneValue
  answer: Answer
  /** The name that is typed or printed stays; where none is, the commune's own is taken. */
  onTake: (commune: Commune) => void
}

/** What is kept, what the address means, or the question which commune it is. */
function CommuneHint({ value, answer, onTake }: CommuneHintProps) {
  const text = useText().components.commune
  const { communeName, communeCode, communeVersion } = value
  const { reading, known, suggestions, version } = answer
  if (communeCode !== null) {
    const isOfThisList = communeVersion === version && known?.code === communeCode
    const before = communeVersion ? text.listedBefore(communeCode, formatDay(communeVersion)) : ''
    return <Quiet>{isOfThisList ? text.listed(communeCode, communeInWords(known)) : before}</Quiet>
  }
  const [only] = reading.candidates
  switch (reading.kind) {
    case 'certain':
      return only ? <Proposal candidate={only} onTake={onTake} /> : null
    case 'split':
    case 'ambiguous':
      return <CommuneQuestion reading={reading} onTake={onTake} />
    case 'unknown':
      return communeName !== '' && suggestions.length === 0 ? <Quiet>{text.notListed}</Quiet> : null
  }
}

function Quiet({ children }: { children: string }) {
  return (
    <Text size="xs" c="gray.7" mt={2} role="status">
      {children}
    </Text>
  )
}

function Proposal({ candidate, onTake }: { candidate: CommuneCandidate; onTake: (commune: Commune) => void }) {
  const text = useText().components.commune
  const { commune, from } = candidate
  const words = communeInWords(commune)
  return (
    <Group gap="xs" mt={2} wrap="nowrap" role="status">
      <Text size="xs">{from ? text.now(from.name, words) : text.is(words)}</Text>
      <Button size="compact-xs" variant="light" flex="none" onClick={() => onTake(commune)}>
        {text.use}
      </Button>
    </Group>
  )
}

function CommuneQuestion({ reading, onTake }: { reading: Answer['reading']; onTake: (commune: Commune) => void }) {
  const text = useText().components.commune
  const group = useId()
  const { candidates } = reading
  const [first] = candidates
  const isSplit = reading.kind === 'split' && first?.from
  const question = isSplit ? text.splitQuestion(first.from?.name ?? '') : text.whichOne
  return (
    <Radio.Group name={group} label={question} size="xs" mt={4} role="radiogroup">
      <Stack gap={4} mt={2}>
        {candidates.map(({ commune, from }, index) => (
          <Radio
            // biome-ignore lint/suspicious/noArrayIndexKey: two wards of before may lie in one commune.
            key={`${commune.code} ${index}`}
            size="xs"
            value={`${commune.code} ${index}`}
            label={communeInWords(commune)}
            description={from && !isSplit ? text.from(from.name, from.districtName, from.provinceName) : undefined}
            onChange={() => onTake(commune)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
