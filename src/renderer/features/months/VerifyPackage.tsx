/** Checking any package: whole and signed, or every fault by name. */

import { Alert, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { PackageVerification } from '../../../contract/months.ts'
import { formatPeriod, isPeriod } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeJob } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Months.module.css'

export function VerifyPackage() {
  const text = useText().months
  const job = useOfficeJob('packages.verify')
  const [isOpen, setOpen] = useState(false)
  const [found, setFound] = useState<PackageVerification | null>(null)

  async function verify(): Promise<void> {
    const path = await window.shell.chooseFile('package')
    if (!path) return
    setFound(null)
    setOpen(true)
    setFound(await job.run({ path, keysFolder: null }))
  }
  return (
    <>
      <CommandButton
        variant="default"
        isRunning={job.isRunning}
        command={{ id: 'months.verify', keys: 'F7', label: text.verify, run: () => void verify() }}
      />
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={text.verifyTitle} size="lg">
        {job.isRunning && <JobProgress progress={job.progress} onCancel={job.cancel} />}
        <FailureAlert failure={job.failure} />
        {found && <Verdict found={found} />}
      </Dialog>
    </>
  )
}

function Verdict({ found }: { found: PackageVerification }) {
  const { months: text, packageFaults } = useText()
  const { faults, summary } = found
  return (
    <Stack gap="sm">
      {faults.length === 0 ? (
        <Alert color="teal" c="teal.9" title={text.packageGood}>
          {summary && text.signature[summary.signature]}
        </Alert>
      ) : (
        <Alert color="red" title={text.packageBad(faults.length)}>
          <List size="sm" spacing={4}>
            {faults.map(({ code, file, detail }) => (
              <List.Item key={`${code} ${file} ${detail}`}>
                {packageFaults[code]}
                <Text size="xs" c="gray.8" className={classes.code ?? ''}>
                  {[code, file, detail].filter(Boolean).join(' · ')}
                </Text>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {summary && (
        <div>
          <Text fw={600}>
            {text.fromOffice(
              summary.officeName,
              isPeriod(summary.period) ? formatPeriod(summary.period) : summary.period,
            )}
          </Text>
          <Text className={classes.code ?? ''}>{summary.identity}</Text>
        </div>
      )}
    </Stack>
  )
}
