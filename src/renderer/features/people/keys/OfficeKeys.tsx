/** The office's key in force with all that is done with it, and its earlier keys. */

import { Alert, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { OfficeKey } from '../../../../contract/keys.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { showInstant } from '../../../components/formats.ts'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useOfficeJob } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { KeyPapers } from './KeyPapers.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { RevokeButton } from './RevokeButton.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'
import { RotateDialog } from './RotateDialog.tsx'

export function OfficeKeys({ officeKeys, mayManage }: { officeKeys: readonly OfficeKey[]; mayManage: boolean }) {
  const { office: text } = useText().keys
  const [revoked, setRevoked] = useState<OfficeKey | null>(null)
  const inForce = officeKeys.find(({ state }) => state === 'inForce') ?? null
  const earlier = officeKeys.filter((key) => key !== inForce)
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {text.title}
      </Title>
      {inForce ? <KeyFacts officeKey={inForce} /> : <Text size="sm">{text.none}</Text>}
      {mayManage && <KeyActions inForce={inForce} onRevoke={setRevoked} />}
      {earlier.length > 0 && <EarlierKeys {...{ earlier, mayManage }} onRevoke={setRevoked} />}
      {revoked && <RevokeDialog whose="own" keyId={revoked.keyId} onClose={() => setRevoked(null)} />}
    </Stack>
  )
}

function KeyFacts({ officeKey }: { officeKey: OfficeKey }) {
  const { office: text } = useText().keys
  const { keyId, fingerprint, madeAt, madeBy, sheetPrintedAt, isHere } = officeKey
  return (
    <>
      {!isHere && (
        <Alert color="red" variant="light" p="xs" role="alert">
          <Text size="sm">{text.notHere}</Text>
        </Alert>
      )}
      <Table variant="vertical" layout="fixed" withTableBorder fz="sm" verticalSpacing={4}>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th w={150}>{text.keyId}</Table.Th>
            <Table.Td>{keyId}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{text.fingerprint}</Table.Th>
            <Table.Td fw={600}>{fingerprint}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{text.made}</Table.Th>
            <Table.Td>{madeBy ? text.by(showInstant(madeAt), madeBy) : showInstant(madeAt)}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{text.sheet}</Table.Th>
            <Table.Td c={sheetPrintedAt ? STATE_COLORS.good : STATE_COLORS.waiting}>
              {sheetPrintedAt ? text.sheetPrinted(showInstant(sheetPrintedAt)) : text.sheetMissing}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </>
  )
}

interface KeyActionsProps {
  inForce: OfficeKey | null
  onRevoke: (officeKey: OfficeKey) => void
}

function KeyActions({ inForce, onRevoke }: KeyActionsProps) {
  const { keys: text } = useText()
  const copying = useOfficeJob('keys.export')
  const [isRotating, rotating] = useDisclosure(false)
  const [isRestoring, restoring] = useDisclosure(false)

  async function exportKeys(): Promise<void> {
    const folder = await window.shell.chooseFolder('keys')
    const copied = folder && (await copying.run({ folder }))
    if (copied) notifications.show({ message: text.exported(copied.fileNames.length, copied.folder), color: 'teal' })
  }
  const look = { size: 'compact-sm', variant: 'default' } as const
  return (
    <>
      <Group gap="xs">
        {inForce?.isHere && <KeyPapers />}
        {inForce && (
          <CommandButton
            {...look}
            isRunning={copying.isRunning}
            command={{ id: 'keys.export', keys: 'mod+E', label: text.exportKeys, run: () => void exportKeys() }}
          />
        )}
        <CommandButton
          {...look}
          command={{ id: 'keys.restore', keys: 'F4', label: text.restore.open, run: restoring.open }}
        />
        <CommandButton
          {...look}
          command={{ id: 'keys.rotate', keys: null, label: text.rotate.open, run: rotating.open }}
        />
        {inForce && (
          <CommandButton
            {...look}
            c="red.9"
            command={{ id: 'keys.revoke', keys: null, label: text.revoke.open, run: () => onRevoke(inForce) }}
          />
        )}
      </Group>
      <FailureAlert failure={copying.failure} />
      {isRotating && <RotateDialog onClose={rotating.close} />}
      {isRestoring && <RestoreDialog onClose={restoring.close} />}
    </>
  )
}

interface EarlierKeysProps {
  earlier: readonly OfficeKey[]
  mayManage: boolean
  onRevoke: (officeKey: OfficeKey) => void
}

function EarlierKeys({ earlier, mayManage, onRevoke }: EarlierKeysProps) {
  const { office: text } = useText().keys
  return (
    <Table fz="sm" verticalSpacing={4} withTableBorder aria-label={text.earlier}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th colSpan={3}>{text.earlier}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {earlier.map((key) => (
          <Table.Tr key={key.keyId}>
            <Table.Td>
              {key.keyId} · {showInstant(key.madeAt)}
            </Table.Td>
            <Table.Td c={key.revocation ? STATE_COLORS.bad : STATE_COLORS.quiet}>
              {key.revocation
                ? text.revokedBy(showInstant(key.revocation.revokedAt), key.revocation.revokedBy, key.revocation.reason)
                : text.states[key.state]}
            </Table.Td>
            <Table.Td ta="right">
              {mayManage && !key.revocation && (
                <RevokeButton id={`keys.revoke.${key.keyId}`} onRevoke={() => onRevoke(key)} />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
