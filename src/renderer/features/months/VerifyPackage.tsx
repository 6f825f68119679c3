/** Checking a package, our own or anybody's: whole and signed, or every fault by name. */

import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PackageVerification } from '../../../contract/months.ts'
import { formatPeriod, isPeriod } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { PackageFaultList } from '../../components/PackageFaultList.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeJob } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Months.module.css'
import { Identity } from './PackageIdentity.tsx'

interface VerifyPackageProps {
  /** Without it the clerk chooses the package. */
  path: string | null
  /** A package that was double-clicked: it is checked at once, and told when that has begun. */
  opened?: string | null
  onOpened?: () => void
}

export function VerifyPackage({ path, opened = null, onOpened }: VerifyPackageProps) {
  const text = useText().months
  const job = useOfficeJob('packages.verify')
  const [checked, setChecked] = useState<string | null>(null)
  const [found, setFound] = useState<PackageVerification | null>(null)

  async function check(chosen: string, identityFile: string | null): Promise<void> {
    setFound(null)
    setChecked(chosen)
    setFound(await job.run({ path: chosen, keysFolder: null, identityFile }))
  }
  async function verify(): Promise<void> {
    const chosen = path ?? (await window.shell.chooseFile('package'))
    if (chosen) await check(chosen, null)
  }
  async function unlock(): Promise<void> {
    const identityFile = await window.shell.chooseFile('identity')
    if (checked && identityFile) await check(checked, identityFile)
  }
  const openNow = useRef(check)
  openNow.current = check
  useEffect(() => {
    if (!opened) return
    void openNow.current(opened, null)
    onOpened?.()
  }, [opened, onOpened])
  function close(): void {
    job.cancel()
    setChecked(null)
  }
  return (
    <>
      <CommandButton
        variant="default"
        isRunning={job.isRunning}
        command={
          path
            ? { id: 'months.verifyThis', keys: 'F6', label: text.verifyThis, run: () => void verify() }
            : { id: 'months.verify', keys: 'F7', label: text.verify, run: () => void verify() }
        }
      />
      <Dialog opened={checked !== null} onClose={close} title={text.verifyTitle} size={640}>
        <Stack gap="sm">
          <Text className={classes.code ?? ''}>{checked}</Text>
          {job.isRunning && <JobProgress progress={job.progress} onCancel={job.cancel} />}
          <FailureAlert failure={job.failure} />
          {found && <Verdict found={found} />}
          {found?.faults.some(({ code }) => code === 'encryption.noKey') && (
            <Group justify="flex-end">
              <Button ref={takeFocus} onClick={() => void unlock()}>
                {text.chooseIdentity}
              </Button>
            </Group>
          )}
        </Stack>
      </Dialog>
    </>
  )
}

/** What is to be done next has the keys as soon as it is there. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus()
}

function Verdict({ found }: { found: PackageVerification }) {
  const { months: text } = useText()
  const { faults, summary } = found
  const isShut = faults.every(({ code }) => code === 'encryption.noKey')
  return (
    <>
      {faults.length === 0 ? (
        <Alert color="teal" p="xs" role="status">
          <Text fw={600} c={STATE_COLORS.good}>
            {text.packageGood}
          </Text>
        </Alert>
      ) : (
        <Alert
          color={isShut ? 'yellow' : 'red'}
          p="xs"
          role="alert"
          title={
            <Text span size="sm" fw={600} c="gray.9">
              {isShut ? text.packageShut : text.packageBad(faults.length)}
            </Text>
          }
        >
          <PackageFaultList faults={faults} />
        </Alert>
      )}
      {summary && <Summary summary={summary} />}
    </>
  )
}

function Summary({ summary }: { summary: NonNullable<PackageVerification['summary']> }) {
  const text = useText().months
  const { officeName, period, revision, profile, signature, identity } = summary
  const facts: [string, ReactNode][] = [
    [text.office, officeName],
    [text.period, isPeriod(period) ? formatPeriod(period) : period],
    [text.revision, revision],
    [text.profileLabel, text.profile[profile]],
    [text.signatureLabel, text.signature[signature]],
    [text.identity, <Identity key="identity" identity={identity} />],
  ]
  return (
    <Table variant="vertical" layout="fixed" withTableBorder fz="sm" verticalSpacing={4}>
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th w={140}>{name}</Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
