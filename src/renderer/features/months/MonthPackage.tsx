/** The package of a closed month: made, checked, shown in its folder, and on its way to head office. */

import { Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { MonthLine } from '../../../contract/months.ts'
import type { Period } from '../../../domain/period.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { Icon } from '../../components/Icon.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useQuietPrinting } from '../../components/printing/use-quiet-printing.ts'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useOfficeJob } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import classes from './Months.module.css'
import { PackageDelivery } from './PackageDelivery.tsx'
import { Identity } from './PackageIdentity.tsx'
import { VerifyPackage } from './VerifyPackage.tsx'

interface Shown {
  file: string
  identity: string
  /** Known of a package that was made just now. */
  bytes: number | null
}

function keptPackage({ packageFile, packageIdentity }: MonthLine): Shown | null {
  return packageFile && packageIdentity ? { file: packageFile, identity: packageIdentity, bytes: null } : null
}

export function MonthPackage({ month }: { month: MonthLine }) {
  const text = useText().months
  const job = useOfficeJob('months.package')
  const [made, setMade] = useState<Shown | null>(null)
  const minutes = useMinutes()
  const shown = made ?? keptPackage(month)

  async function make(): Promise<void> {
    const result = await job.run({ period: month.period, folder: null })
    if (result) setMade(result)
  }
  return (
    <Stack gap="sm">
      <FailureAlert failure={job.failure} />
      {job.isRunning && <JobProgress progress={job.progress} onCancel={job.cancel} />}
      {shown ? <MadePackage shown={shown} /> : <Text fw={600}>{text.packageToMake}</Text>}
      <FailureAlert failure={minutes.failure} />
      <Group gap="xs">
        <CommandButton
          {...(shown ? { variant: 'default' } : { 'data-next-step': true })}
          isRunning={job.isRunning}
          command={{
            id: 'months.package',
            keys: 'F9',
            label: shown ? text.makeAgain : text.makePackage,
            run: () => void make(),
          }}
        />
        <CommandButton
          variant="default"
          isRunning={minutes.isRunning}
          command={{
            id: 'months.printMinutes',
            keys: 'mod+P',
            label: text.printMinutes,
            run: () => void minutes.print(month.period),
          }}
        />
        {shown && (
          <>
            <CommandButton
              data-next-step
              command={{
                id: 'months.openFolder',
                keys: 'F3',
                label: text.openFolder,
                run: () => void window.shell.showInFolder(shown.file),
              }}
            />
            <VerifyPackage path={shown.file} />
          </>
        )}
      </Group>
      {shown && <PackageDelivery month={month} />}
    </Stack>
  )
}

function useMinutes() {
  const { run, isRunning, failure } = useOfficeJob('papers.closingMinutes')
  const printQuietly = useQuietPrinting()
  async function print(period: Period): Promise<void> {
    const printed = await run({ period })
    if (printed) await printQuietly(printed)
  }
  return { print, isRunning, failure }
}

function MadePackage({ shown }: { shown: Shown }) {
  const text = useText().months
  return (
    <div role="status">
      <Group gap={6} c={STATE_COLORS.good} mb={4}>
        <Icon name="done" />
        <Text fw={600}>{text.packageMade}</Text>
      </Group>
      <Table variant="vertical" layout="fixed" withTableBorder fz="sm" verticalSpacing={4}>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th w={110}>{text.packageFile}</Table.Th>
            <Table.Td className={classes.code ?? ''}>{shown.file}</Table.Td>
          </Table.Tr>
          {shown.bytes !== null && (
            <Table.Tr>
              <Table.Th>{text.packageSize}</Table.Th>
              <Table.Td>{text.size(showCount(Math.ceil(shown.bytes / 1024)))}</Table.Td>
            </Table.Tr>
          )}
          <Table.Tr>
            <Table.Th>{text.identity}</Table.Th>
            <Table.Td>
              <Identity identity={shown.identity} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </div>
  )
}
