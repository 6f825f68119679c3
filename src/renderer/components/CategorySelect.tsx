/** Choosing categories of households; typing finds them without diacritics. */

import {
  type ComboboxItem,
  MultiSelect,
  type MultiSelectProps,
  type OptionsFilter,
  Select,
  type SelectProps,
} from '@mantine/core'
import { useState } from 'react'
import { HOUSEHOLD_CATEGORIES } from '../../domain/household-category.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import { useText } from '../text/language.ts'

/** The filter for every list that is typed into: Mantine's own knows no diacritics. */
export const withoutDiacritics: OptionsFilter = ({ options, search }) => {
  const wanted = searchKey(search)
  return options.filter((option) => 'label' in option && searchKey((option as ComboboxItem).label).includes(wanted))
}

function useCategories(): ComboboxItem[] {
  const { trade } = useText()
  return HOUSEHOLD_CATEGORIES.map((value) => ({ value, label: trade.categories[value] }))
}

export function CategorySelect(props: Omit<SelectProps, 'data'>) {
  return (
    <Select
      data={useCategories()}
      filter={withoutDiacritics}
      searchable
      clearable
      allowDeselect={false}
      autoComplete="off"
      {...props}
    />
  )
}

export function CategoriesSelect(props: Omit<MultiSelectProps, 'data'>) {
  return <ManySelect data={useCategories()} {...props} />
}

/** Several of a list: each is typed and taken by Enter, which closes the list, so that the next Enter goes on. */
export function ManySelect(props: MultiSelectProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <MultiSelect
      filter={withoutDiacritics}
      searchable
      clearable
      dropdownOpened={isOpen}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onOptionSubmit={() => setOpen(false)}
      {...props}
    />
  )
}
