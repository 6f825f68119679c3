/** A list of households as a file: which kind, which columns, and whole citizen IDs only with the right to see them. */

import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type HouseholdSelection, REGISTRY_COLUMNS, type RegistryColumn } from '../../../contract/households.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { showCount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeJob, useOfficeQuery } from '../../office-port/asking.ts'
import { useLanguage, useText } from '../../text/language.ts'

interface ExportDialogProps {
  selection: HouseholdSelection
  count: number
  /** Whether households were picked; else it is the whole list. */
  isPicked: boolean
  columns: readonly RegistryColumn[]
  onClose: () => void
}

const FORMATS = ['xlsx', 'csv'] as const

export function ExportDialog({ selection, count, isPicked, columns, onClose }: ExportDialogProps) {
  const text = useText()
  const words = text.households.export
  const { language } = useLanguage()
  const { data: office } = useOfficeQuery('office.describe', {})
  const job = useOfficeJob('households.export')
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('xlsx')
  const [isEveryColumn, setEveryColumn] = useState(false)
  const [reveals, setReveals] = useState(false)
  const [done, setDone] = useState<{ file: string; householdCount: number } | null>(null)
  const mayReveal = office?.rights.includes('household.revealCitizenId') === true

  async function run(): Promise<void> {
    const file = await window.shell.saveFile('households', `${words.fileName(office?.today ?? '')}.${format}`)
    if (!file) return
    const written = isEveryColumn ? REGISTRY_COLUMNS : columns
    setDone(await job.run({ selection, columns: [...written], language, revealsCitizenIds: reveals, file }))
  }
  return (
    <Dialog opened onClose={onClose} title={words.title}>
      <FormFlow onSubmit={() => void run()}>
        <Stack gap="sm">
          <Text size="sm">{isPicked ? words.whatSelected(showCount(count)) : words.whatAll(showCount(count))}</Text>
          <FailureAlert failure={job.failure} />
          <Radio.Group
            label={words.format}
            value={format}
            onChange={(chosen) => setFormat(FORMATS.find((one) => one === chosen) ?? format)}
          >
            <Group mt={4}>
              {FORMATS.map((one) => (
                <Radio key={one} value={one} label={words.formats[one]} data-autofocus={one === format} />
              ))}
            </Group>
          </Radio.Group>
          <Radio.Group
            label={words.columns}
            value={isEveryColumn ? 'all' : 'shown'}
            onChange={(chosen) => setEveryColumn(chosen === 'all')}
          >
            <Group mt={4}>
              <Radio value="shown" label={words.columnsShown(columns.length)} />
              <Radio value="all" label={words.columnsAll(REGISTRY_COLUMNS.length)} />
            </Group>
          </Radio.Group>
          {mayReveal ? (
            <Checkbox
              label={words.reveals}
              checked={reveals}
              onChange={(event) => setReveals(event.currentTarget.checked)}
            />
          ) : (
            <Text size="sm" c="gray.7">
              {words.masked}
            </Text>
          )}
          {job.isRunning && <JobProgress progress={job.progress} onCancel={job.cancel} />}
          {done && <Done {...done} />}
          <Group justify="flex-end">
            <KeepButton label={words.run} run={() => void run()} isRunning={job.isRunning} />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}

function Done({ file, householdCount }: { file: string; householdCount: number }) {
  const words = useText().households.export
  return (
    <Group role="status" gap="xs">
      <Text size="sm" fw={600}>
        {words.done(showCount(householdCount))}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => void window.shell.showInFolder(file)}>
        {words.openFolder}
      </Button>
    </Group>
  )
}
