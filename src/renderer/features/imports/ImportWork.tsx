/**
 * The list that is being taken in, kept for as long as its clerk is here: another screen, or a telephone call, costs
 * nothing of it.
 */

import { createContext, type Dispatch, type ReactNode, useContext, useEffect, useReducer } from 'react'
import { type RunningJob, useOfficeJob } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { type Reading, useReading } from './use-reading.ts'
import { AT_THE_START, nextWizard, type Wizard, type WizardAction } from './wizard.ts'

interface ImportWork {
  wizard: Wizard
  dispatch: Dispatch<WizardAction>
  reading: Reading
  taking: RunningJob<'imports.run'>
  /** Takes the list in as it stands. */
  takeIn: () => void
}

const ImportWorkContext = createContext<ImportWork | null>(null)

export function useImportWork(): ImportWork {
  const work = useContext(ImportWorkContext)
  if (!work) throw new Error('useImportWork needs an ImportWorkProvider around it.')
  return work
}

export function ImportWorkProvider({ children }: { children: ReactNode }) {
  const { client } = useOffice()
  const [wizard, dispatch] = useReducer(nextWizard, AT_THE_START)
  const reading = useReading(wizard, dispatch)
  const taking = useOfficeJob('imports.run')
  const { isRunning } = taking

  // The reading was held against the registry as it was.
  useEffect(
    () =>
      client.onChanged((topics) => {
        const isTouched = topics.includes('households') || topics.includes('imports')
        if (isTouched && !isRunning) dispatch({ type: 'readAgain' })
      }),
    [client, isRunning],
  )
  async function takeIn(): Promise<void> {
    if (wizard.step !== 'check') return
    const { source, preview, asked, acceptance, remembersColumns } = wizard.work
    const batch = await taking.run({
      source,
      choices: asked.choices,
      identities: [...asked.identities],
      fileSha256: preview.fileSha256,
      accept: { ...acceptance.groups },
      exceptRowNumbers: [...acceptance.exceptRows.keys()],
      exceptHouseholdIds: [...acceptance.exceptHouseholds],
      remembersColumns,
    })
    if (batch) dispatch({ type: 'taken', batch })
  }
  return (
    <ImportWorkContext.Provider value={{ wizard, dispatch, reading, taking, takeIn: () => void takeIn() }}>
      {children}
    </ImportWorkContext.Provider>
  )
}
