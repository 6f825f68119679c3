/** What else can be done with a file of papers: another program, or its folder. */

import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useText } from '../../text/language.ts'

export function FileButtons({ file }: { file: string }) {
  const { papers: text } = useText()
  return (
    <Group gap="xs">
      <OpenFileButton file={file} />
      <Button variant="default" size="compact-sm" onClick={() => void window.shell.showInFolder(file)}>
        {text.showInFolder}
      </Button>
    </Group>
  )
}

export function OpenFileButton({ file }: { file: string }) {
  const { papers: text } = useText()
  async function open(): Promise<void> {
    const trouble = await window.shell.openFile(file)
    if (trouble !== null) notifications.show({ message: text.cannotOpen, color: 'red' })
  }
  return (
    <Button variant="default" size="compact-sm" onClick={() => void open()}>
      {text.openFile}
    </Button>
  )
}
