/**
 * Who takes a scan: what stands topmost and wants it, as with keys: while a dialog is open, only what is in it. What
 * nobody takes goes to the one who is there for the rest.
 */

import { useContext, useEffect, useLayoutEffect, useRef } from 'react'
import type { Failure } from '../../contract/failure.ts'
import type { HouseholdLine } from '../../contract/households.ts'
import type { FoundPaper } from '../../contract/id-cards.ts'
import type { ScanReading } from '../../domain/id-card.ts'
import { LayerContext, openLayerCount } from '../commands/registry.ts'

/** What was scanned, with what the ledger knows of it. */
export interface Scan {
  reading: ScanReading
  /** Whose card or paper it is; null where it is nobody's. */
  household: HouseholdLine | null
  /** Whose it may be, by the card's old number; for a person to decide. */
  candidates: readonly HouseholdLine[]
  paper: FoundPaper | null
  /** Why the ledger could not be asked; then nothing is known of it. */
  failure: Failure | null
}

/** Answers whether it took the scan. */
type Take = (scan: Scan) => boolean

/** `depth` is null for what is left by all others. */
interface Taker {
  depth: number | null
  take: Take
}

const takers = new Set<Taker>()

/** Offers a scan to those of the topmost layer, the latest first, then to the one for the rest. */
export function offerScan(scan: Scan): void {
  const topmost = openLayerCount()
  const inTurn = [...takers].reverse()
  const asked = [...inTurn.filter(({ depth }) => depth === topmost), ...inTurn.filter(({ depth }) => depth === null)]
  asked.some(({ take }) => take(scan))
}

function useTaker(depth: number | null, take: Take): void {
  const taker = useRef<Taker>({ depth, take })
  useLayoutEffect(() => {
    taker.current.take = take
  })
  useEffect(() => {
    const { current } = taker
    takers.add(current)
    return () => void takers.delete(current)
  }, [])
}

/** Takes scans for as long as the component is shown. */
export function useScan(take: Take): void {
  useTaker(useContext(LayerContext), take)
}

/** Takes what nobody else does. */
export function useUntakenScan(take: (scan: Scan) => void): void {
  useTaker(null, (scan) => {
    take(scan)
    return true
  })
}
