/** Holds the ledger for an office: opens it when it is first needed, remembers why that did not work, closes it. */

import { existsSync } from 'node:fs'
import { environmentFailure, type Failure } from '../contract/failure.ts'
import { type Day, dayInVietnam } from '../domain/day.ts'
import { removeWhatCanGo } from '../ledger/durable-file.ts'
import { ledgerProblemOf } from '../ledger/ledger-problem.ts'
import { type Ledger, openLedger } from '../ledger/open-ledger.ts'
import { areKeysDue, fillDerivedKeys } from '../ledger/registry/derived-keys.ts'
import { failureOf, ledgerFailure, Unavailable } from './failures.ts'
import { adoptOfficeKey } from './office-keys.ts'
import { migrationsFolder, type OfficePlace, packagesFolder, papersFolder } from './place.ts'

export interface LedgerHolder {
  /** Opens the ledger unless it is open; what stands in the way may have gone since the last time. */
  tryToOpen(): void
  /** Null when the ledger is open. */
  readonly trouble: Failure | null
  /** Throws Unavailable where the ledger is not open. */
  ledger(): Ledger
  /** From now on the ledger stays closed. */
  close(): void
}

/**
 * Removes what a killed office left half-written, and recovery sheets: our temporary names begin with a dot. What
 * another program still holds open goes the next time.
 */
function sweepUnfinished(place: OfficePlace): void {
  for (const folder of [papersFolder(place), packagesFolder(place)]) {
    if (existsSync(folder)) removeWhatCanGo(folder, (name) => name.startsWith('.'))
  }
}

export function createLedgerHolder(place: OfficePlace): LedgerHolder {
  let ledger: Ledger | null = null
  let trouble: Failure | null = null
  let isClosed = false
  let dayOfKeys: Day | null = null

  /** A category begins or is over with a day: what lists ask for is derived anew when one has passed. */
  function followTheDay({ reader, transact }: Ledger): void {
    const today = dayInVietnam(place.clock())
    if (dayOfKeys === today) return
    if (areKeysDue(reader, today)) transact((writer) => fillDerivedKeys(writer, today))
    dayOfKeys = today
  }

  function open(): Ledger {
    const opened = openLedger({ folder: place.ledgerFolder, migrationsFolder: migrationsFolder(place) })
    try {
      sweepUnfinished(place)
      adoptOfficeKey(opened, place)
      return opened
    } catch (error) {
      // Left open, it would stand in its own way the next time.
      opened.close()
      throw error
    }
  }

  return {
    tryToOpen() {
      if (isClosed) return
      try {
        ledger ??= open()
        followTheDay(ledger)
        trouble = null
      } catch (error) {
        const problem = ledgerProblemOf(error)
        trouble = problem ? ledgerFailure(problem, place.ledgerFolder) : failureOf(error, place)
      }
    },
    get trouble() {
      return trouble
    },
    ledger() {
      if (ledger) return ledger
      throw new Unavailable(trouble ?? environmentFailure('office.stopped', {}))
    },
    close() {
      isClosed = true
      if (ledger) sweepUnfinished(place)
      ledger?.close()
      ledger = null
    },
  }
}
