/**
 * Keeps a list read as it is asked for: reads after a pause, gives up a reading that is no longer wanted, and tells how
 * far it is or why it failed. What failed is tried again when the clerk says so, or asks for something else.
 */

import { useEffect, useMemo, useState } from 'react'
import type { Failure } from '../../../contract/failure.ts'
import type { Progress } from '../../../contract/protocol.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { readingToMake, type Wizard, type WizardAction } from './wizard.ts'

/** A clerk who goes from cell to cell is not read after each of them. */
const PAUSE_MILLISECONDS = 500

export interface Reading {
  /** Whether what is shown is not yet what is asked. */
  isBehind: boolean
  progress: Progress | null
  failure: Failure | null
  tryAgain: () => void
  /** Stops reading; what is asked stays asked. */
  stop: () => void
}

export function useReading(wizard: Wizard, dispatch: (action: WizardAction) => void): Reading {
  const { client } = useOffice()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [failed, setFailed] = useState<{ wanted: object; failure: Failure } | null>(null)
  const [stopper, setStopper] = useState<AbortController | null>(null)
  const toMake = readingToMake(wizard)
  const { source = null, asked = null } = toMake ?? {}
  const wanted = useMemo(() => (source && asked ? { source, asked } : null), [source, asked])
  const hasFailed = failed !== null && failed.wanted === wanted
  const isOpening = wizard.step === 'file'

  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another step does not begin a reading anew.
  useEffect(() => {
    if (!wanted || hasFailed) return
    const controller = new AbortController()
    const { signal } = controller
    async function read({ source, asked: { choices, identities } }: NonNullable<typeof wanted>): Promise<void> {
      const input = { source, choices, identities: [...identities] }
      const onProgress = (next: Progress) => !signal.aborted && setProgress(next)
      const reply = await client.job('imports.preview', input, { onProgress, signal })
      if (isLeft) return
      setProgress(null)
      if (reply.ok && wanted) dispatch({ type: 'read', ...wanted, preview: reply.value })
      else if (!reply.ok && wanted) setFailed({ wanted, failure: reply.failure })
    }
    let isLeft = false
    setStopper(controller)
    const timer = setTimeout(() => void read(wanted), isOpening ? 0 : PAUSE_MILLISECONDS)
    return () => {
      isLeft = true
      clearTimeout(timer)
      controller.abort()
      setProgress(null)
    }
  }, [wanted, hasFailed, client, dispatch])

  return {
    isBehind: wanted !== null && !hasFailed,
    progress,
    failure: hasFailed ? failed.failure : null,
    tryAgain: () => setFailed(null),
    stop: () => stopper?.abort(),
  }
}
