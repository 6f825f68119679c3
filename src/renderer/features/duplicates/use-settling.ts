/** What a clerk decides about pairs, one after the other, and how the last decision is taken back. */

import { notifications } from '@mantine/notifications'
import { createElement, useState } from 'react'
import type { Input } from '../../../contract/contract.ts'
import type { Failure } from '../../../contract/failure.ts'
import type { PairState } from '../../../domain/duplicate.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { SettledNotice } from './SettledNotice.tsx'

/** What a clerk may say of a pair without making one of the two. */
export type Verdict = Exclude<PairState, 'open'>

export interface Settling {
  /** Both answer whether it was written. */
  merge: (input: Input<'households.merge'>, name: string) => Promise<boolean>
  settle: (
    pair: { oneId: string; otherId: string },
    decided: { from: PairState; to: Verdict },
    name: string,
  ) => Promise<boolean>
  /** Takes back the last decision; null where there is none to be taken back. */
  undo: (() => void) | null
  isRunning: boolean
  failure: Failure | null
}

const NOTICE = 'duplicates.settled'

export function useSettling(): Settling {
  const { done, undo: undoLabel } = useText().duplicates
  const merging = useOfficeCommand('households.merge')
  const parting = useOfficeCommand('households.undoMerge')
  const verdict = useOfficeCommand('duplicates.settle')
  const [undo, setUndo] = useState<(() => Promise<void>) | null>(null)

  /** Offers the way back for as long as nothing else was decided. */
  function told(message: string, takeBack: () => Promise<boolean>, undone: string): void {
    async function run(): Promise<void> {
      setUndo(null)
      notifications.hide(NOTICE)
      if (await takeBack()) notifications.show({ message: undone })
    }
    setUndo(() => run)
    notifications.hide(NOTICE)
    notifications.show({
      id: NOTICE,
      autoClose: 10_000,
      message: createElement(SettledNotice, { message, undo: undoLabel, onUndo: () => void run() }),
    })
  }
  return {
    async merge(input, name) {
      const merged = await merging.run(input)
      if (!merged) return false
      told(done.merged(name), async () => (await parting.run({ mergeId: merged.mergeId })) !== null, done.undone)
      return true
    },
    async settle(pair, { from, to }, name) {
      if (!(await verdict.run({ ...pair, verdict: to }))) return false
      told(done[to](name), async () => (await verdict.run({ ...pair, verdict: from })) !== null, done.takenBack)
      return true
    },
    undo: undo && (() => void undo()),
    isRunning: merging.isRunning || parting.isRunning || verdict.isRunning,
    failure: merging.failure ?? parting.failure ?? verdict.failure,
  }
}
