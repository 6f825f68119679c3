/** A package on its way: copied to a stick, sent by mail, and what head office answered. */

import { Alert, Button, CopyButton, Group, List, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import type { MonthLine } from '../../../contract/months.ts'
import type { DeliveryState } from '../../../domain/month-close.ts'
import { spokenCheckCode } from '../../../domain/month-close.ts'
import { formatPeriod } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount, showCount, showInstant } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeCommand, useOfficeJob, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

const COLORS: Record<DeliveryState, string> = { notSent: 'gray', sent: 'blue', accepted: 'teal', rejected: 'red' }

export function PackageDelivery({ month }: { month: MonthLine }) {
  const { delivery: words } = useText().months
  const { period, delivery, packageFile } = month
  const copy = useOfficeJob('months.copyPackage')
  const takeIn = useOfficeJob('months.takeInAcknowledgement')
  const [isMailing, mailing] = useDisclosure(false)

  async function copyOut(): Promise<void> {
    const folder = await window.shell.chooseFolder('package')
    const copied = folder && (await copy.run({ period, folder }))
    if (copied) notifications.show({ message: words.copied(copied.file), color: 'teal' })
  }
  async function takeInAnswer(): Promise<void> {
    const path = await window.shell.chooseFile('acknowledgement')
    const answer = path && (await takeIn.run({ path }))
    if (answer) notifications.show({ message: words.states[answer.verdict], color: COLORS[answer.verdict] })
  }
  return (
    <Stack gap={6}>
      <DeliveryNote month={month} />
      <FailureAlert failure={copy.failure ?? takeIn.failure} />
      {copy.isRunning && <JobProgress progress={copy.progress} onCancel={copy.cancel} />}
      <Group gap="xs">
        <CommandButton
          variant="default"
          isRunning={copy.isRunning}
          command={{
            id: 'months.copyOut',
            keys: 'mod+E',
            label: words.copyOut,
            run: () => void copyOut(),
            isDisabled: !packageFile,
          }}
        />
        <CommandButton
          variant="default"
          command={{
            id: 'months.mail',
            keys: 'F4',
            label: words.mail,
            run: mailing.open,
            isDisabled: !packageFile,
          }}
        />
        <CommandButton
          variant="default"
          isRunning={takeIn.isRunning}
          command={{
            id: 'months.takeIn',
            keys: 'mod+O',
            label: words.takeIn,
            run: () => void takeInAnswer(),
            isDisabled: delivery === 'accepted',
          }}
        />
      </Group>
      <MaskedPackage month={month} />
      {isMailing && <MailText month={month} onClose={mailing.close} />}
    </Stack>
  )
}

/** For anybody beyond the office's own company: without ID numbers, phones and scans. */
function MaskedPackage({ month: { period } }: { month: MonthLine }) {
  const { delivery: words } = useText().months
  const { run, isRunning, failure, progress, cancel } = useOfficeJob('months.package')
  async function copyMasked(): Promise<void> {
    const receiverKeyFile = await window.shell.chooseFile('headOfficeKey')
    const folder = receiverKeyFile && (await window.shell.chooseFolder('package'))
    const made = folder && (await run({ period, folder, profile: 'masked', receiverKeyFile }))
    if (made) notifications.show({ message: words.masked(made.file), color: 'teal' })
  }
  return (
    <>
      <FailureAlert failure={failure} />
      {isRunning && <JobProgress progress={progress} onCancel={cancel} />}
      <Group gap="xs">
        <CommandButton
          size="compact-sm"
          variant="subtle"
          isRunning={isRunning}
          command={{ id: 'months.mask', keys: 'mod+M', label: words.copyMasked, run: () => void copyMasked() }}
        />
        <Text size="xs" c="gray.7">
          {words.maskedHint}
        </Text>
      </Group>
    </>
  )
}

function DeliveryNote({ month: { delivery, dispatch, acknowledgement } }: { month: MonthLine }) {
  const { delivery: words } = useText().months
  return (
    <Alert color={COLORS[delivery]} variant="light" p="xs" role="status">
      <Text size="sm" fw={600}>
        {words.states[delivery]}
      </Text>
      {dispatch && (
        <Text size="sm">
          {dispatch.way === 'copy'
            ? words.copiedAt(dispatch.target ?? '', showInstant(dispatch.sentAt))
            : words.mailedAt(showInstant(dispatch.sentAt))}
        </Text>
      )}
      {acknowledgement && <Text size="sm">{words.answeredAt(showInstant(acknowledgement.decidedAt))}</Text>}
      {acknowledgement && acknowledgement.reasons.length > 0 && (
        <List size="sm">
          {acknowledgement.reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      )}
      {acknowledgement && acknowledgement.conflictCount > 0 && (
        <Text size="sm">{words.conflicts(showCount(acknowledgement.conflictCount))}</Text>
      )}
    </Alert>
  )
}

/** The words of the mail, ready to be pasted beside the file. */
function MailText({ month, onClose }: { month: MonthLine; onClose: () => void }) {
  const { delivery: words } = useText().months
  const { data: office } = useOfficeQuery('office.describe', {})
  const { run, isRunning, failure } = useOfficeCommand('months.markMailed')
  const { period, figures, revision, packageIdentity, checkCode, packageFile } = month
  const fileName = packageFile?.split(/[\\/]/).at(-1) ?? ''
  const letter = words.letter({
    office: office?.office?.officeName ?? '',
    month: formatPeriod(period),
    revision,
    fileName,
    gifts: `${showCount(figures.handoverCount)} (${showAmount(figures.giftsDong)})`,
    repairs: `${showCount(figures.repairCount)} (${showAmount(figures.repairsDong)})`,
    identity: packageIdentity ?? '',
    checkCode: spokenCheckCode(checkCode ?? ''),
  })
  async function markMailed(): Promise<void> {
    if (await run({ period })) onClose()
  }
  return (
    <Dialog opened onClose={onClose} size={640} title={words.mail}>
      <Stack gap="sm">
        <FailureAlert failure={failure} />
        <Textarea aria-label={words.mail} readOnly autosize minRows={8} maxRows={16} value={letter} data-autofocus />
        <Group justify="flex-end">
          <CopyButton value={letter}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? words.letterCopied : words.copyLetter}
              </Button>
            )}
          </CopyButton>
          <CommandButton
            isRunning={isRunning}
            command={{ id: 'months.markMailed', keys: 'mod+S', label: words.markMailed, run: () => void markMailed() }}
          />
        </Group>
      </Stack>
    </Dialog>
  )
}
