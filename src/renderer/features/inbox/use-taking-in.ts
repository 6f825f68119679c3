/** Looks at chosen packages one after the other, and takes in those that a person confirmed. */

import { useCallback, useEffect, useRef, useState } from 'react'
import { useOfficeJob } from '../../office-port/asking.ts'
import { type ChosenPackage, chosenPackages, isShut, toTakeIn, withStep } from './taking-in.ts'

export function useTakingIn(paths: readonly string[]) {
  const { run: preview, cancel: stopLooking, ...looking } = useOfficeJob('inbox.preview')
  const { run: keep, cancel: stopKeeping, ...keeping } = useOfficeJob('inbox.takeIn')
  const [packages, setPackages] = useState<ChosenPackage[]>(() => chosenPackages(paths))
  const [identityFile, setIdentityFile] = useState<string | null>(null)
  const isStopped = useRef(false)

  const look = useCallback(
    async (chosen: readonly string[], identity: string | null) => {
      for (const path of chosen) {
        if (isStopped.current) return
        setPackages((now) => withStep(now, path, 'looking'))
        const found = await preview({ path, identityFile: identity })
        setPackages((now) => withStep(now, path, found ? 'looked' : 'failed', found))
      }
    },
    [preview],
  )
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void look(paths, null)
  }, [look, paths])

  /** Those that no key opened are looked at once more. */
  async function unlock(file: string): Promise<void> {
    setIdentityFile(file)
    isStopped.current = false
    await look(
      packages.filter(isShut).map(({ path }) => path),
      file,
    )
  }
  /** Answers how many are in; the first that is refused ends it. */
  async function takeIn(): Promise<number> {
    let count = 0
    for (const { path, preview: seen } of toTakeIn(packages)) {
      if (!seen.summary || !(await keep({ path, identityFile, identity: seen.summary.identity }))) return count
      setPackages((now) => withStep(now, path, 'taken'))
      count++
    }
    return count
  }
  function stop(): void {
    isStopped.current = true
    stopLooking()
    stopKeeping()
  }
  const isRunning = looking.isRunning || keeping.isRunning
  return {
    packages,
    takeIn,
    unlock,
    stop,
    isRunning,
    progress: looking.progress ?? keeping.progress,
    failure: keeping.failure ?? looking.failure,
  }
}
