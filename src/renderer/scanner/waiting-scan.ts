/** A scan on its way to a form that is being opened for it. It never stands in an address: it names a person. */

import type { Scan } from './scans.ts'

let waiting: Scan | null = null

export function leaveScan(scan: Scan): void {
  waiting = scan
}

/** Answers it once. */
export function takeWaitingScan(): Scan | null {
  const scan = waiting
  waiting = null
  return scan
}
