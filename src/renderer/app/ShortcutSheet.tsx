/** Ctrl+/: every key that works on this screen, from the registry itself. */

import { Kbd, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { readableKeys, useActiveCommands, type WindowCommand } from '../commands/registry.ts'
import { Dialog } from '../components/Dialog.tsx'
import { useText } from '../text/language.ts'

export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const text = useText().frame.shortcuts
  const active = useActiveCommands()
  const [shown, setShown] = useState<readonly WindowCommand[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys of the screen below, as they were at opening.
  useEffect(() => {
    if (isOpen) setShown(active.filter(({ keys, label }) => keys && label))
  }, [isOpen])
  return (
    <Dialog opened={isOpen} onClose={onClose} title={text.title} size="md">
      <Table>
        <Table.Tbody>
          {shown.map(({ id, keys, label }) => (
            <Table.Tr key={id}>
              <Table.Td w={120}>
                <Kbd>{readableKeys(keys ?? '')}</Kbd>
              </Table.Td>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" mt="sm" c="gray.7">
        {text.note}
      </Text>
    </Dialog>
  )
}
