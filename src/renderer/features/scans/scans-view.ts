/** What the screen of scans shows, as it stands in the address. */

export const SCAN_SHELVES = ['undecided', 'kept', 'setAside'] as const
export type ScanShelf = (typeof SCAN_SHELVES)[number]

export interface ScansView {
  shelf?: ScanShelf | undefined
  /** The distribution whose papers are being scanned. */
  eventId?: string | undefined
  /** Files that were dropped on the window, to be read at once. */
  files?: string[] | undefined
}

export function readScansView({ shelf, eventId, files }: Record<string, unknown>): ScansView {
  const paths = Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : []
  return {
    shelf: SCAN_SHELVES.find((one) => one === shelf),
    eventId: typeof eventId === 'string' && eventId ? eventId : undefined,
    files: paths.length > 0 ? paths : undefined,
  }
}
