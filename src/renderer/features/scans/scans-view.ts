/** What the screen of scans shows, as it stands in the address. */

const SCAN_SHELVES = ['undecided', 'kept', 'setAside'] as const
export type ScanShelf = (typeof SCAN_SHELVES)[number]
/** What is shown: pages, or the papers that none of them is. */
export const SCAN_TABS = [...SCAN_SHELVES, 'missing'] as const
export type ScanTab = (typeof SCAN_TABS)[number]

export interface ScansView {
  tab?: ScanTab | undefined
  /** The distribution whose papers are being scanned. */
  eventId?: string | undefined
  /** Files that were dropped on the window, to be read at once. */
  files?: string[] | undefined
}

export function readScansView({ tab, eventId, files }: Record<string, unknown>): ScansView {
  const paths = Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : []
  return {
    tab: SCAN_TABS.find((one) => one === tab),
    eventId: typeof eventId === 'string' && eventId ? eventId : undefined,
    files: paths.length > 0 ? paths : undefined,
  }
}
