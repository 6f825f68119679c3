/** Making certificates and showing them. */

import type { Failure } from '../../../contract/failure.ts'
import type { Progress } from '../../../contract/protocol.ts'
import { type Pausing, useOfficeJob } from '../../office-port/asking.ts'

export interface CertificatePrinting {
  isRunning: boolean
  progress: Progress | null
  failure: Failure | null
  cancel: () => void
  pausing: Pausing
  /** Null prints every certificate that stands. */
  show: (repairIds: string[] | null) => Promise<void>
}

export function usePrinting(): CertificatePrinting {
  const { run, isRunning, progress, failure, cancel, pausing } = useOfficeJob('papers.certificates')
  async function show(repairIds: string[] | null): Promise<void> {
    const printed = await run({ repairIds })
    if (printed) await window.shell.openPaper(printed.file)
  }
  return { isRunning, progress, failure, cancel, pausing, show }
}
