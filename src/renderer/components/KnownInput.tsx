/** A text field that offers what was typed before; anything else may be typed, too. */

import { TextInput, type TextInputProps } from '@mantine/core'
import { useId } from 'react'

interface KnownInputProps extends TextInputProps {
  known: readonly string[]
}

export function KnownInput({ known, ...props }: KnownInputProps) {
  const listId = useId()
  return (
    <>
      <TextInput autoComplete="off" spellCheck={false} {...props} list={listId} />
      <datalist id={listId}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  )
}
