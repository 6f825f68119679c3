/** What the inbox shows, as it stands in the address. */

import { isPeriod, type Period } from '../../../domain/period.ts'

export interface InboxView {
  period?: Period | undefined
  /** Packages that were chosen or dropped on the window, to be looked at and taken in. */
  files?: string[] | undefined
}

export function readInboxView({ period, files }: Record<string, unknown>): InboxView {
  const paths = Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : []
  return {
    period: typeof period === 'string' && isPeriod(period) ? period : undefined,
    files: paths.length > 0 ? paths : undefined,
  }
}
