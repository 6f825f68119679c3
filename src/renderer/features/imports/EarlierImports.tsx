/** The batches that came in before, newest first, each with what it did. */

import { Table, Text, Title } from '@mantine/core'
import { showInstant } from '../../components/formats.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Imports.module.css'
import { resultOf } from './import-result.ts'
import { nameOfList } from './list-names.ts'
import { UndoImport } from './UndoImport.tsx'

export function EarlierImports() {
  const text = useText().imports
  const { data } = useOfficeQuery('imports.list', {})
  if (!data) return null
  const last = data.batches.find(({ undoneAt }) => undoneAt === null)
  return (
    <>
      <Title order={2}>{text.batches.title}</Title>
      {data.batches.length === 0 ? (
        <Text c="gray.7">{text.batches.none}</Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
        <section className={classes.list} tabIndex={0} aria-label={text.batches.title}>
          <Table fz="sm" verticalSpacing={4} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.batches.at}</Table.Th>
                <Table.Th>{text.batches.file}</Table.Th>
                <Table.Th>{text.batches.by}</Table.Th>
                <Table.Th>{text.batches.result}</Table.Th>
                <Table.Th aria-label={text.undo} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.batches.map((batch) => (
                <Table.Tr key={batch.batchId}>
                  <Table.Td className={classes.nowrap ?? ''}>{showInstant(batch.importedAt)}</Table.Td>
                  <Table.Td fw={600}>{nameOfList(batch.fileName, text)}</Table.Td>
                  <Table.Td className={classes.nowrap ?? ''}>{batch.importedBy}</Table.Td>
                  <Table.Td>{resultOf(text, batch)}</Table.Td>
                  <Table.Td>
                    {batch.undoneAt ? (
                      text.batches.undone(showInstant(batch.undoneAt))
                    ) : (
                      <UndoImport batch={batch} isLast={batch === last} isSmall />
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
    </>
  )
}
