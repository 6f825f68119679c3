/** Ctrl+K: one place to find a household, a screen or something to do, without diacritics. */

import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { HouseholdLine } from '../../contract/households.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import { CommandLayer } from '../commands/CommandLayer.tsx'
import { readableKeys, useActiveCommands, type WindowCommand } from '../commands/registry.ts'
import { Found } from '../components/Found.tsx'
import { Icon } from '../components/Icon.tsx'
import { useOfficeQuery } from '../office-port/asking.ts'
import { useText } from '../text/language.ts'

const PAUSE_MILLISECONDS = 80
const MOST_HOUSEHOLDS = 8

export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const text = useText().frame.palette
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MILLISECONDS)
  const found = useOfficeQuery('households.search', asked ? { text: asked, limit: MOST_HOUSEHOLDS } : null, {
    keeps: true,
  })
  const active = useActiveCommands()
  // What could be done when the palette was opened; inside it only its own layer answers.
  const [offered, setOffered] = useState<readonly WindowCommand[]>([])

  // biome-ignore lint/correctness/useExhaustiveDependencies: taken once, at the moment of opening.
  useEffect(() => {
    if (!isOpen) return spotlight.close()
    // What belongs to the screen comes first.
    const isOfFrame = ({ id }: WindowCommand) => Number(id.startsWith('frame.'))
    const usable = active.filter(({ label, isDisabled }) => label && !isDisabled)
    setOffered(usable.sort((one, other) => isOfFrame(one) - isOfFrame(other)))
    setTyped('')
    spotlight.open()
  }, [isOpen])

  const wanted = searchKey(typed)
  const groups: SpotlightActionGroupData[] = [
    {
      group: text.commands,
      actions: offered
        .filter(({ id, label }) => id !== 'frame.find' && searchKey(label).includes(wanted))
        .map(({ id, label, keys, run }) => ({
          id,
          children: <Line label={label} description={keys ? readableKeys(keys) : ''} typed={typed} />,
          // After the palette has closed and the focus is back, as if the key had been pressed.
          onClick: () => setTimeout(run),
        })),
    },
    {
      group: text.households,
      actions: (asked ? (found.data?.households ?? []) : []).map((household) => ({
        id: household.householdId,
        children: <Line label={household.headOfHousehold} description={tellApart(household)} typed={asked} />,
        onClick: () => void navigate({ to: '/households', search: { householdId: household.householdId } }),
      })),
    },
  ]
  return (
    <>
      {isOpen && <CommandLayer />}
      <Spotlight
        actions={groups}
        query={typed}
        onQueryChange={setTyped}
        filter={(_query, actions) => actions}
        onSpotlightClose={onClose}
        attributes={{ content: { 'aria-label': text.open } }}
        shortcut={null}
        nothingFound={text.nothing}
        scrollable
        maxHeight={420}
        searchProps={{ placeholder: text.placeholder, 'aria-label': text.open, leftSection: <Icon name="search" /> }}
      />
    </>
  )
}

/** What tells a household from its namesakes. */
function tellApart({ birthYear, hamlet, communeName, customerCode, maskedCitizenId }: HouseholdLine): string {
  return [birthYear, hamlet, communeName, customerCode, maskedCitizenId].filter(Boolean).join(' · ')
}

/** A line of what was found, the letters that were typed marked. */
function Line({ label, description, typed }: { label: string; description: string; typed: string }) {
  return (
    <div>
      <Text span size="md">
        <Found text={label} typed={typed} />
      </Text>
      <Text size="xs" c="gray.7">
        <Found text={description} typed={typed} />
      </Text>
    </div>
  )
}
