/** Nhập từ Excel: a commune's file is looked at first, then taken in as a batch that can be undone. */

import { Group, Stack, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ImportBatch, ImportPreview } from '../../../contract/imports.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeJob } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { EarlierImports } from './EarlierImports.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportPreviewPanel } from './ImportPreviewPanel.tsx'
import classes from './Imports.module.css'

type Step =
  | { name: 'choosing' }
  | { name: 'looking'; file: string; preview: ImportPreview }
  | { name: 'done'; batch: ImportBatch; preview: ImportPreview }

const route = getRouteApi('/import')

export function Imports() {
  const text = useText().imports
  const { file: dropped } = route.useSearch()
  const navigate = route.useNavigate()
  const preview = useOfficeJob('imports.preview')
  const run = useOfficeJob('imports.run')
  const [step, setStep] = useState<Step>({ name: 'choosing' })

  async function look(file: string): Promise<void> {
    setStep({ name: 'choosing' })
    run.clearFailure()
    const seen = await preview.run({ file })
    if (seen) setStep({ name: 'looking', file, preview: seen })
  }
  async function choose(): Promise<void> {
    const file = await window.shell.chooseFile('list')
    if (file) await look(file)
  }
  async function takeIn(): Promise<void> {
    if (step.name !== 'looking') return
    const batch = await run.run({ file: step.file, fileSha256: step.preview.fileSha256 })
    if (batch) setStep({ name: 'done', batch, preview: step.preview })
  }
  // A file dropped on the window is looked at once; the address is free for the next one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another file is looked at.
  useEffect(() => {
    if (!dropped) return
    void navigate({ search: {}, replace: true })
    void look(dropped)
  }, [dropped])

  const working = preview.isRunning ? preview : run.isRunning ? run : null
  return (
    <section className={classes.screen} aria-labelledby="imports-title">
      <Group justify="space-between" wrap="nowrap">
        <Title order={1} id="imports-title">
          {text.title}
        </Title>
        <CommandButton
          variant={step.name === 'choosing' ? 'filled' : 'default'}
          command={{
            id: 'imports.choose',
            keys: 'mod+O',
            label: step.name === 'choosing' ? text.choose : text.another,
            run: () => void choose(),
            isDisabled: working !== null,
          }}
        />
      </Group>
      <FailureAlert failure={preview.failure ?? run.failure} />
      {working && <JobProgress progress={working.progress} onCancel={working.cancel} />}
      {step.name === 'looking' && !preview.isRunning && (
        <ImportPreviewPanel preview={step.preview} isRunning={run.isRunning} onRun={() => void takeIn()} />
      )}
      {step.name === 'done' && (
        <ImportDone batch={step.batch} preview={step.preview} onUndone={() => setStep({ name: 'choosing' })} />
      )}
      {step.name === 'choosing' && !working && (
        <Stack gap="md" className={classes.fill ?? ''}>
          <div className={classes.drop}>
            <EmptyNote title={text.drop} next={text.dropNext} />
          </div>
          <EarlierImports />
        </Stack>
      )}
    </section>
  )
}
