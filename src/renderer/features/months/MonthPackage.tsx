/** The package of a closed month: made, checked, shown in its folder. */

import { Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { MonthLine } from '../../../contract/months.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { Icon } from '../../components/Icon.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeJob } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Months.module.css'

export function MonthPackage({ month }: { month: MonthLine }) {
  const text = useText().months
  const job = useOfficeJob('months.package')
  const [made, setMade] = useState<{ file: string; identity: string } | null>(null)
  const kept = month.packageFile && month.packageIdentity
  const shown = made ?? (kept ? { file: month.packageFile ?? '', identity: month.packageIdentity ?? '' } : null)

  async function make(folder: string | null): Promise<void> {
    const result = await job.run({ period: month.period, folder })
    if (result) setMade(result)
  }
  async function chooseFolder(): Promise<void> {
    const folder = await window.shell.chooseFolder('package')
    if (folder) await make(folder)
  }
  return (
    <Stack gap="sm">
      <FailureAlert failure={job.failure} />
      {job.isRunning && <JobProgress progress={job.progress} onCancel={job.cancel} />}
      {shown && <MadePackage file={shown.file} identity={shown.identity} />}
      <Group gap="xs">
        <CommandButton
          size="md"
          variant={shown ? 'default' : 'filled'}
          isRunning={job.isRunning}
          command={{
            id: 'months.package',
            keys: 'F9',
            label: shown ? text.makeAgain : text.makePackage,
            run: () => void make(null),
          }}
        />
        <CommandButton
          size="md"
          variant="default"
          command={{
            id: 'months.packageElsewhere',
            keys: null,
            label: text.chooseFolder,
            run: () => void chooseFolder(),
            isDisabled: job.isRunning,
          }}
        />
        {shown && (
          <CommandButton
            size="md"
            command={{
              id: 'months.openFolder',
              keys: 'mod+O',
              label: text.openFolder,
              run: () => void window.shell.showInFolder(shown.file),
            }}
          />
        )}
      </Group>
    </Stack>
  )
}

function MadePackage({ file, identity }: { file: string; identity: string }) {
  const text = useText().months
  return (
    <div role="status">
      <Group gap={6} c="teal.9" mb={4}>
        <Icon name="done" />
        <Text fw={600}>{text.packageMade}</Text>
      </Group>
      <Table variant="vertical" layout="fixed" withTableBorder>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th w={150}>{text.packageFile}</Table.Th>
            <Table.Td className={classes.code ?? ''}>{file}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{text.identity}</Table.Th>
            <Table.Td className={classes.code ?? ''}>{identity}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </div>
  )
}
