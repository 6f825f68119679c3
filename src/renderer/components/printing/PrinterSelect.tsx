/** Which printer, or the system's own dialog. */

import { Select } from '@mantine/core'
import type { Printer } from '../../../contract/printing.ts'
import { useText } from '../../text/language.ts'

interface PrinterSelectProps {
  label: string
  printers: readonly Printer[]
  /** Null is the system's dialog. */
  value: string | null
  onChange: (printer: string | null) => void
  disabled?: boolean
}

/** No printer is called so: names come without spaces in front. */
const SYSTEM_DIALOG = ' '

export function PrinterSelect({ label, printers, value, onChange, disabled = false }: PrinterSelectProps) {
  const { papers: text } = useText()
  const named = printers.map(({ name, displayName, isDefault }) => ({
    value: name,
    label: isDefault ? text.defaultPrinter(displayName) : displayName,
  }))
  return (
    <Select
      label={label}
      data={[...named, { value: SYSTEM_DIALOG, label: text.systemDialog }]}
      value={value ?? SYSTEM_DIALOG}
      onChange={(chosen) => onChange(chosen === SYSTEM_DIALOG ? null : chosen)}
      allowDeselect={false}
      openOnFocus={false}
      disabled={disabled}
      comboboxProps={{ withinPortal: true }}
    />
  )
}
