/** A key from a file: whose it is and its fingerprint, to be compared over the telephone before it is taken in. */

import { Alert, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import type { KeyFile } from '../../../contract/inbox.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { useOfficeJob } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Inbox.module.css'

export function KeyDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const { key: text } = useText().inbox
  const { run: read, ...reading } = useOfficeJob('inbox.readKey')
  const taking = useOfficeJob('inbox.takeInKey')
  const [found, setFound] = useState<KeyFile | null>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void read({ path }).then(setFound)
  }, [read, path])

  async function take(): Promise<void> {
    if (!found || !(await taking.run({ path, fingerprint: found.fingerprint }))) return
    notifications.show({ message: text.taken, color: 'teal' })
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={text.title} size={560}>
      <Stack gap="sm">
        <Text className={classes.code ?? ''}>{path}</Text>
        <FailureAlert failure={reading.failure ?? taking.failure} />
        {found && (
          <>
            <Text fw={600}>{text.kinds[found.kind](found.officeId ?? '')}</Text>
            <div>
              <Text size="sm" c="gray.7">
                {found.kind === 'revocation' ? text.keyId : text.fingerprint}
              </Text>
              <Text className={classes.fingerprint ?? ''}>{found.fingerprint}</Text>
            </div>
            {found.state === 'known' ? <Text size="sm">{text.known}</Text> : <Text size="sm">{text.intro}</Text>}
            {found.state === 'vouched' && <Text size="sm">{text.vouched}</Text>}
            {found.state === 'another' && (
              <Alert color="yellow" p="xs" role="alert">
                <Text size="sm" c="gray.9">
                  {found.officeId === null ? text.another : text.anotherOfOffice}
                </Text>
              </Alert>
            )}
            <Group justify="flex-end">
              <CommandButton
                isRunning={taking.isRunning}
                command={{
                  id: 'inbox.takeKey',
                  keys: 'F8',
                  label: text.take,
                  run: () => void take(),
                  isDisabled: found.state === 'known',
                }}
              />
            </Group>
          </>
        )}
      </Stack>
    </Dialog>
  )
}
