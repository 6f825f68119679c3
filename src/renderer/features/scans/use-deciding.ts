/** A person's word on pages, and the way back from the last one. */

import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Failure } from '../../../contract/failure.ts'
import type { ScannedPage, ScannedPaper } from '../../../contract/scans.ts'
import { tellFailure } from '../../../contract/wording/failure-wording.ts'
import type { QuarterTurn } from '../../components/ScanPicture.tsx'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

/** More would hide the screen. */
const MOST_TOLD = 4

export interface Deciding {
  /** These answer whether it was written. */
  keep: (page: ScannedPage, paper: ScannedPaper, turnedDegrees: QuarterTurn) => Promise<boolean>
  keepAll: (pages: readonly ScannedPage[]) => Promise<void>
  setAside: (page: ScannedPage) => Promise<boolean>
  takeBack: (page: ScannedPage) => Promise<boolean>
  /** Lets the pages decided last wait again; null where there are none. */
  undo: (() => void) | null
  isRunning: boolean
  failure: Failure | null
}

export function useDeciding(): Deciding {
  const { scans: text, failures } = useText()
  const keeping = useOfficeCommand('scans.keep')
  const keepingAll = useOfficeCommand('scans.keepMatched')
  const settingAside = useOfficeCommand('scans.setAside')
  const takingBack = useOfficeCommand('scans.takeBack')
  const all = [keeping, keepingAll, settingAside, takingBack]
  const [last, setLast] = useState<string[]>([])

  async function keep(
    { pageId }: ScannedPage,
    { kind, documentId }: ScannedPaper,
    turnedDegrees: QuarterTurn,
  ): Promise<boolean> {
    if (!(await keeping.run({ pageId, kind, documentId, turnedDegrees }))) return false
    setLast([pageId])
    return true
  }
  async function keepAll(pages: readonly ScannedPage[]): Promise<void> {
    const kept = await keepingAll.run({ pageIds: pages.map(({ pageId }) => pageId) })
    if (!kept) return
    setLast(kept.keptIds)
    notifications.show({ message: text.keptAll(kept.keptIds.length, kept.skipped.length) })
    for (const { sourceName, pageNumber, refusal } of kept.skipped.slice(0, MOST_TOLD)) {
      if (!refusal) continue
      const { what, next } = tellFailure(failures, { family: 'refused', refusal })
      const title = text.from(sourceName, pageNumber)
      notifications.show({ color: 'orange', title, message: `${what} ${next}`, autoClose: 15_000 })
    }
  }
  async function setAside({ pageId }: ScannedPage): Promise<boolean> {
    if (!(await settingAside.run({ pageIds: [pageId] }))) return false
    setLast([pageId])
    return true
  }
  async function takeBack(pageIds: string[]): Promise<boolean> {
    if (!(await takingBack.run({ pageIds }))) return false
    setLast((before) => before.filter((pageId) => !pageIds.includes(pageId)))
    return true
  }
  return {
    keep,
    keepAll,
    setAside,
    takeBack: ({ pageId }) => takeBack([pageId]),
    undo: last.length === 0 ? null : () => void takeBack(last),
    isRunning: all.some(({ isRunning }) => isRunning),
    failure: all.find(({ failure }) => failure !== null)?.failure ?? null,
  }
}
