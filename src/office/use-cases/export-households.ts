/**
 * Writes a selection of the registry to a file for another program. It is read a piece at a time and written by a
 * worker, so that a search is answered all the while. The journal keeps that it was written, of how many, and whether
 * with whole numbers of persons.
 */

import { setImmediate as others } from 'node:timers/promises'
import { selectedHouseholds } from '../../ledger/registry/registry-list.ts'
import { done, type JobHandler, refused } from '../handler.ts'
import { type RegistryCell, registryCells, registryHeaders } from '../registry-cells.ts'
import { refuseWithoutRight } from '../session.ts'

/** So many are read before others are answered. */
const PIECE = 500

export const exportHouseholds: JobHandler<'households.export'> = async (working, input) => {
  const { reader, session, workers, signal, report } = working
  const { selection, columns, language, revealsCitizenIds, file } = input
  const denied = revealsCitizenIds ? refuseWithoutRight(session, 'household.revealCitizenId') : null
  if (denied) return refused(denied)
  const rows: RegistryCell[][] = []
  for (const records of selectedHouseholds(reader, selection, PIECE)) {
    for (const record of records) rows.push(registryCells(record, columns, { language, revealsCitizenIds }))
    report({ stage: 'reading', done: rows.length, total: null })
    await others()
    signal.throwIfAborted()
  }
  const headers = registryHeaders(columns, language)
  await workers.run({ name: 'writeRegistryFile', file, headers, rows }, { signal, report })
  return working.commit(() => done({ file, householdCount: rows.length }))
}
