/** A person's word on pages, and the way back from the last one. */

import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Failure } from '../../../contract/failure.ts'
import type { ScannedPage, ScannedPaper } from '../../../contract/scans.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

export interface Deciding {
  /** These answer whether it was written. */
  keep: (page: ScannedPage, paper: ScannedPaper) => Promise<boolean>
  keepAll: (pages: readonly ScannedPage[]) => Promise<void>
  setAside: (page: ScannedPage) => Promise<boolean>
  /** Lets the page decided last wait again; null where there is none. */
  undo: (() => void) | null
  isRunning: boolean
  failure: Failure | null
}

export function useDeciding(): Deciding {
  const text = useText().scans
  const keeping = useOfficeCommand('scans.keep')
  const settingAside = useOfficeCommand('scans.setAside')
  const takingBack = useOfficeCommand('scans.takeBack')
  const [last, setLast] = useState<string | null>(null)

  async function keep({ pageId }: ScannedPage, { kind, documentId }: ScannedPaper): Promise<boolean> {
    if (!(await keeping.run({ pages: [{ pageId, kind, documentId }] }))) return false
    setLast(pageId)
    return true
  }
  async function keepAll(pages: readonly ScannedPage[]): Promise<void> {
    const sure = pages.flatMap(({ pageId, paper }) =>
      paper ? [{ pageId, kind: paper.kind, documentId: paper.documentId }] : [],
    )
    const kept = await keeping.run({ pages: sure })
    if (kept) notifications.show({ message: text.keptAll(kept.kept) })
  }
  async function setAside({ pageId }: ScannedPage): Promise<boolean> {
    if (!(await settingAside.run({ pageIds: [pageId] }))) return false
    setLast(pageId)
    return true
  }
  async function undo(pageId: string): Promise<void> {
    if (await takingBack.run({ pageId })) setLast(null)
  }
  return {
    keep,
    keepAll,
    setAside,
    undo: last === null ? null : () => void undo(last),
    isRunning: keeping.isRunning || settingAside.isRunning || takingBack.isRunning,
    failure: keeping.failure ?? settingAside.failure ?? takingBack.failure,
  }
}
