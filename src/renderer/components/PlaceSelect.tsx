/** Choosing a place of the store by typing; a name nobody has yet can be added on the spot. */

import { Select } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../contract/contract.ts'
import type { StockPlaceLine } from '../../contract/stock.ts'
import { tellFailure } from '../../contract/wording/failure-wording.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import { useOfficeCommand } from '../office-port/asking.ts'
import { useText } from '../text/language.ts'
import { withoutDiacritics } from './CategorySelect.tsx'

interface PlaceSelectProps {
  label: string
  places: readonly StockPlaceLine[]
  value: string | null
  /** The kind of place a new name is; null where none can be added. */
  adds: Input<'stock.addPlace'>['kind'] | null
  error?: string | null | undefined
  isFirst?: boolean
  /** What an empty field means, where it may stay empty; `onChange` then also gets ''. */
  none?: string
  onChange: (placeId: string) => void
}

const NEW = 'new'

export function PlaceSelect({ label, places, value, adds, error, isFirst = false, none, onChange }: PlaceSelectProps) {
  const text = useText()
  const words = text.stock.form
  const adding = useOfficeCommand('stock.addPlace')
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const isNew = adds !== null && name !== '' && !places.some((place) => searchKey(place.name) === searchKey(name))
  const kinds = new Set(places.map(({ kind }) => kind))
  const options = places.map(({ placeId, name: label, kind }) => ({
    value: placeId,
    label: kinds.size > 1 ? `${label} (${text.trade.stockPlaceKinds[kind].toLowerCase()})` : label,
  }))

  async function choose(chosen: string | null): Promise<void> {
    if (chosen !== NEW) {
      if (chosen || none) onChange(chosen ?? '')
      return
    }
    if (adds === null) return
    const added = await adding.run({ kind: adds, name, addressText: null })
    if (added) onChange(added.placeId)
  }
  const failed = adding.failure ? tellFailure(text.failures, adding.failure).what : null
  return (
    <Select
      label={label}
      withAsterisk={!none}
      searchable
      {...(none ? { placeholder: none, clearable: true } : { allowDeselect: false })}
      autoComplete="off"
      spellCheck={false}
      {...(isFirst ? { 'data-autofocus': true } : {})}
      filter={withoutDiacritics}
      nothingFoundMessage={adds === null ? words.noPlaceToChoose : words.noPlace}
      data={isNew ? [...options, { value: NEW, label: words.addPlace(name) }] : options}
      value={value}
      onChange={(chosen) => void choose(chosen)}
      onSearchChange={setTyped}
      error={error ?? failed}
    />
  )
}
