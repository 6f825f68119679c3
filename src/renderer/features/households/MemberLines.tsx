/** Who else belongs to a household, where somebody wrote it down. */

import { NumberInput, TextInput } from '@mantine/core'
import { tidyName } from '../../../domain/vietnamese.ts'
import { EditableLines } from '../../components/EditableLines.tsx'
import { useText } from '../../text/language.ts'
import { BLANK_MEMBER, type MemberValues } from './household-values.ts'

interface MemberLinesProps {
  lines: readonly MemberValues[]
  errors: Record<string, string>
  onChange: (lines: MemberValues[]) => void
}

export function MemberLines({ lines, errors, onChange }: MemberLinesProps) {
  const words = useText().households.form.members
  return (
    <EditableLines
      title={words.title}
      note={words.note}
      template="minmax(0, 6fr) minmax(0, 2fr) minmax(0, 4fr)"
      headers={[words.fullName, words.birthYear, words.relation]}
      lines={lines}
      blank={BLANK_MEMBER}
      onChange={onChange}
      words={words}
      fields={(line, at, change) => {
        const common = (field: keyof MemberValues) => ({
          'aria-label': words[field],
          autoComplete: 'off',
          spellCheck: false,
          value: line[field],
          error: errors[`members.${at}.${field}`],
        })
        return (
          <>
            <TextInput
              {...common('fullName')}
              onChange={(event) => change({ fullName: event.currentTarget.value })}
              onBlur={() => change({ fullName: tidyName(line.fullName) })}
            />
            <NumberInput
              {...common('birthYear')}
              hideControls
              allowDecimal={false}
              onChange={(birthYear) => change({ birthYear })}
            />
            <TextInput {...common('relation')} onChange={(event) => change({ relation: event.currentTarget.value })} />
          </>
        )
      }}
    />
  )
}
