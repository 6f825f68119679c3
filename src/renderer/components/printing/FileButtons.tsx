/** What else can be done with a file of papers: another program, or its folder. Either takes the papers in it. */

import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { tellFailure } from '../../../contract/wording/failure-wording.ts'
import { useText } from '../../text/language.ts'
import { usePaperTaking } from './use-paper-taking.ts'

export function FileButtons({ file }: { file: string }) {
  const { papers: text } = useText()
  return (
    <Group gap="xs">
      <OpenFileButton file={file} />
      <TakeButton file={file} label={text.showInFolder} take={() => window.shell.showInFolder(file).then(() => null)} />
    </Group>
  )
}

export function OpenFileButton({ file }: { file: string }) {
  const { papers: text } = useText()
  return <TakeButton file={file} label={text.openFile} take={() => window.shell.openFile(file)} />
}

interface TakeButtonProps {
  file: string
  label: string
  take: () => Promise<string | null>
}

function TakeButton({ file, label, take }: TakeButtonProps) {
  const { papers: text, failures } = useText()
  const taking = usePaperTaking()
  async function run(): Promise<void> {
    const reply = await taking.takeFile(file, take)
    if (reply.ok) return
    const message = reply.reason === 'refused' ? tellFailure(failures, reply.failure).what : text.cannotOpen
    notifications.show({ message, color: 'red' })
  }
  return (
    <Button variant="default" size="compact-sm" onClick={() => void run()}>
      {label}
    </Button>
  )
}
