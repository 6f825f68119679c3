/** How a file's columns were read: which header became which fact, and which were left alone. */

import { Table, Text } from '@mantine/core'
import type { ImportPreview } from '../../../contract/imports.ts'
import { useText } from '../../text/language.ts'
import classes from './Imports.module.css'

/** A, B … Z, AA, as sheets name their columns. */
function columnLetters(columnNumber: number): string {
  const rest = Math.floor((columnNumber - 1) / 26)
  const letter = String.fromCharCode(65 + ((columnNumber - 1) % 26))
  return rest > 0 ? columnLetters(rest) + letter : letter
}

export function ColumnList({ preview }: { preview: ImportPreview }) {
  const { imports: text, trade } = useText()
  const { columnHeaders } = text
  const inOrder = [...preview.columns].sort((one, other) => one.columnNumber - other.columnNumber)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section className={classes.scrolls} tabIndex={0} aria-label={text.tabs.columns}>
      <Table fz="sm" verticalSpacing={4} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={60}>{columnHeaders.column}</Table.Th>
            <Table.Th>{columnHeaders.header}</Table.Th>
            <Table.Th>{columnHeaders.field}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder.map(({ field, header, columnNumber }) => (
            <Table.Tr key={columnNumber}>
              <Table.Td>{columnLetters(columnNumber)}</Table.Td>
              <Table.Td>{header}</Table.Td>
              <Table.Td fw={600}>{trade.householdFields[field]}</Table.Td>
            </Table.Tr>
          ))}
          {preview.unmatchedHeaders.map((header, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one header.
            <Table.Tr key={at}>
              <Table.Td />
              <Table.Td c="gray.7">{header}</Table.Td>
              <Table.Td>
                <Text span size="sm" c="gray.7">
                  {text.notUsed}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
