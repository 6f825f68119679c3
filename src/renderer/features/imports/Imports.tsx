/**
 * Nhập từ Excel: file → sheet and header → columns → check → done. A sender whose lists were read before needs Enter
 * alone; whatever is unsure is shown before anything is written, and everything can be taken back.
 */

import { Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ListSource } from '../../../domain/household-list.ts'
import { useText } from '../../text/language.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { CheckStep } from './check/CheckStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FileStep } from './FileStep.tsx'
import classes from './Imports.module.css'
import { useImportWork } from './ImportWork.tsx'
import { LeaveListDialog } from './LeaveListDialog.tsx'
import { nameOfList } from './list-names.ts'
import { SheetStep } from './SheetStep.tsx'
import { WizardTrail } from './WizardTrail.tsx'
import { holdsHandiwork } from './wizard.ts'

const route = getRouteApi('/import')

export function Imports() {
  const text = useText().imports
  const { file: dropped } = route.useSearch()
  const navigate = route.useNavigate()
  const { wizard, dispatch, taking } = useImportWork()
  const [waiting, setWaiting] = useState<ListSource | null>(null)
  const work = wizard.step === 'done' ? null : wizard.work

  function open(source: ListSource): void {
    if (taking.isRunning) return
    taking.clearFailure()
    if (work && holdsHandiwork(work)) setWaiting(source)
    else dispatch({ type: 'open', source })
  }
  async function choose(): Promise<void> {
    const file = await window.shell.chooseFile('list')
    if (file) open({ file })
  }
  // A file dropped on the window is looked at once; the address is free for the next one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another file is looked at.
  useEffect(() => {
    if (!dropped) return
    void navigate({ search: {}, replace: true })
    open({ file: dropped })
  }, [dropped])

  return (
    <section className={classes.screen} aria-labelledby="imports-title">
      <div className={classes.head}>
        <Title order={1} id="imports-title">
          {text.title}
        </Title>
        <WizardTrail />
      </div>
      {wizard.step === 'file' && <FileStep wizard={wizard} onOpen={open} onChoose={() => void choose()} />}
      {wizard.step === 'sheet' && <SheetStep work={wizard.work} />}
      {wizard.step === 'columns' && <ColumnsStep work={wizard.work} />}
      {wizard.step === 'check' && <CheckStep work={wizard.work} />}
      {wizard.step === 'done' && (
        <DoneStep
          work={wizard.work}
          batch={wizard.batch}
          onLeave={() => dispatch({ type: 'startAnew' })}
          onNext={() => void choose()}
        />
      )}
      <LeaveListDialog
        fileName={waiting && work ? nameOfList(work.preview.fileName, text) : null}
        onStay={() => setWaiting(null)}
        onOpen={() => {
          if (waiting) dispatch({ type: 'open', source: waiting })
          setWaiting(null)
        }}
      />
    </section>
  )
}
