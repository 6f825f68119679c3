/** What the inbox shows, as its address says. */

import { isPeriod, type Period } from '../../../domain/period.ts'

export interface InboxView {
  /** The month looked at; the newest where none is named. */
  period?: Period | undefined
}

export function readInboxView({ period }: Record<string, unknown>): InboxView {
  return { period: typeof period === 'string' && isPeriod(period) ? period : undefined }
}
