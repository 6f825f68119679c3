/** Who works at a distribution, or who sees it: a name and a title each. */

import { TextInput } from '@mantine/core'
import { tidyName } from '../../../../domain/vietnamese.ts'
import { EditableLines } from '../../../components/EditableLines.tsx'
import { useText } from '../../../text/language.ts'
import { type AttendantValues, BLANK_ATTENDANT } from './plan-values.ts'

interface AttendantLinesProps {
  of: 'staff' | 'witnesses'
  lines: readonly AttendantValues[]
  errors: Record<string, string>
  onChange: (lines: AttendantValues[]) => void
}

export function AttendantLines({ of, lines, errors, onChange }: AttendantLinesProps) {
  const { form } = useText().distributions
  const { add, remove, moveUp } = form
  return (
    <EditableLines
      title={form[of]}
      note={form[`${of}Note`]}
      template="minmax(0, 3fr) minmax(0, 2fr)"
      headers={[form.fullName, form.attendantTitle]}
      lines={lines}
      blank={BLANK_ATTENDANT}
      onChange={onChange}
      // The first of the staff signs the papers, so their order says something.
      words={of === 'staff' ? { add, remove, moveUp } : { add, remove }}
      fields={(line, at, change) => (
        <>
          <TextInput
            aria-label={`${form[of]}: ${form.fullName}`}
            autoComplete="off"
            spellCheck={false}
            value={line.fullName}
            error={errors[`${of}.${at}.fullName`]}
            onChange={(event) => change({ fullName: event.currentTarget.value })}
            onBlur={() => change({ fullName: tidyName(line.fullName) })}
          />
          <TextInput
            aria-label={`${form[of]}: ${form.attendantTitle}`}
            autoComplete="off"
            spellCheck={false}
            value={line.title}
            error={errors[`${of}.${at}.title`]}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
        </>
      )}
    />
  )
}
