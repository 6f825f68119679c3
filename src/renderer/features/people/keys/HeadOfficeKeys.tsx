/** Head office's keys that were taken in, and taking one in by its fingerprint. */

import { Alert, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../../contract/contract.ts'
import type { HeadOfficeKeyLine } from '../../../../contract/keys.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { showInstant } from '../../../components/formats.ts'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useOfficeJob } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { RevokeButton } from './RevokeButton.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { TakeInDialog } from './TakeInDialog.tsx'

interface HeadOfficeKeysProps {
  headOfficeKeys: readonly HeadOfficeKeyLine[]
  mayManage: boolean
}

export function HeadOfficeKeys({ headOfficeKeys, mayManage }: HeadOfficeKeysProps) {
  const { headOffice: text } = useText().keys
  const reading = useOfficeJob('keys.readHeadOfficeKey')
  const [offered, setOffered] = useState<{ path: string; key: Output<'keys.readHeadOfficeKey'> } | null>(null)

  async function choose(): Promise<void> {
    const path = await window.shell.chooseFile('headOfficeKey')
    const key = path && (await reading.run({ path }))
    if (path && key) setOffered({ path, key })
  }
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} size="h5">
          {text.title}
        </Title>
        {mayManage && (
          <CommandButton
            size="compact-sm"
            variant="default"
            isRunning={reading.isRunning}
            command={{ id: 'keys.takeIn', keys: 'mod+O', label: text.takeIn, run: () => void choose() }}
          />
        )}
      </Group>
      <FailureAlert failure={reading.failure} />
      {headOfficeKeys.length === 0 ? (
        <Alert color="yellow" variant="light" p="xs">
          <Text size="sm">{text.none}</Text>
        </Alert>
      ) : (
        <KeyList headOfficeKeys={headOfficeKeys} mayManage={mayManage} />
      )}
      {offered && <TakeInDialog path={offered.path} offered={offered.key} onClose={() => setOffered(null)} />}
    </Stack>
  )
}

function KeyList({ headOfficeKeys, mayManage }: HeadOfficeKeysProps) {
  const { headOffice: text, office } = useText().keys
  const [revoked, setRevoked] = useState<HeadOfficeKeyLine | null>(null)
  return (
    <>
      <Table fz="sm" verticalSpacing={4} withTableBorder aria-label={text.title}>
        <Table.Tbody>
          {headOfficeKeys.map((key) => (
            <Table.Tr key={key.keyId}>
              <Table.Td>
                <Text size="sm" fw={600}>
                  {key.name}
                </Text>
                <Text size="sm">{key.fingerprint}</Text>
                <Text size="xs" c="gray.7">
                  {key.keyId} · {text.takenIn(showInstant(key.takenInAt), key.takenInBy)}
                </Text>
              </Table.Td>
              <Table.Td c={key.revocation ? STATE_COLORS.bad : STATE_COLORS.good}>
                {key.revocation
                  ? office.revokedBy(
                      showInstant(key.revocation.revokedAt),
                      key.revocation.revokedBy,
                      key.revocation.reason,
                    )
                  : text.inForce}
              </Table.Td>
              <Table.Td ta="right">
                {mayManage && !key.revocation && (
                  <RevokeButton id={`keys.revokeHeadOffice.${key.keyId}`} onRevoke={() => setRevoked(key)} />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {revoked && <RevokeDialog whose="headOffice" keyId={revoked.keyId} onClose={() => setRevoked(null)} />}
    </>
  )
}
