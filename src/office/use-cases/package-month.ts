/**
 * Writes the package of a closed month. The same month gives the same bytes, so it may be written again at any time.
 */

import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { Period } from '../../domain/period.ts'
import { refusal } from '../../domain/refusal.ts'
import {
  addPackage,
  type ClosingRecord,
  findClosing,
  findClosingBySequence,
  findPackage,
  findRevision,
} from '../../ledger/closings.ts'
import type { Reader } from '../../ledger/connection.ts'
import { keptHouseholds, monthRows } from '../../ledger/month-rows.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { done, type JobHandler, refused } from '../handler.ts'
import type { StoredClosingDocument } from '../month-documents.ts'
import { packagesFolder } from '../place.ts'
import { officeKey } from '../signing-keys.ts'

/** The identity of the package before this one: null for the first, undefined while that one was never written. */
function previousIdentity(reader: Reader, closing: ClosingRecord): string | null | undefined {
  if (closing.sequence === 1) return null
  const previous = findClosingBySequence(reader, closing.sequence - 1)
  return previous ? findPackage(reader, previous.closingId)?.identity : undefined
}

/** The identity of the revision that a closing replaces; null for a first one. */
function supersededIdentity(reader: Reader, { period, revision }: ClosingRecord): string | null {
  const superseded = findRevision(reader, period as Period, revision - 1)
  return superseded ? (findPackage(reader, superseded.closingId)?.identity ?? null) : null
}

export const packageMonth: JobHandler<'months.package'> = async (working, { period, folder }) => {
  const { reader, place, workers, signal, report, now } = working
  const closing = findClosing(reader, period)
  if (!closing) return refused(refusal('month.notClosed', { period }))
  const previousPackage = previousIdentity(reader, closing)
  if (previousPackage === undefined) {
    const previous = findClosingBySequence(reader, closing.sequence - 1)?.period as Period
    return refused(refusal('package.previousMissing', { period, previous }))
  }
  const target = folder ?? packagesFolder(place)
  mkdirSync(target, { recursive: true })
  const document = JSON.parse(closing.document) as StoredClosingDocument
  const { firstJournal, lastJournal, closingId } = closing
  const outcome = await workers.run(
    {
      name: 'writePackage',
      closing: { ...document, previousPackage, supersedes: supersededIdentity(reader, closing) },
      rows: monthRows(reader, { period, firstJournal, lastJournal }, keptHouseholds(reader, closingId)),
      report: closing.report,
      privateKeyText: officeKey(place, officeOf(reader).officeCode).privateKeyText,
      folder: target,
    },
    { signal, report },
  )
  if (outcome.kind === 'refused') {
    const found = outcome.faults.map(({ code, file, detail }) => `${code} ${file ?? ''} ${detail}`).join('; ')
    throw new Error(`The package of ${period} does not pass its own check: ${found}`)
  }
  const { file, identity, bytes } = outcome
  return working.commit(({ reader: committed, writer }) => {
    if (!findPackage(committed, closingId)) {
      addPackage(writer, { closingId, identity, fileName: basename(file), madeAt: now })
    }
    return done({ file, identity, bytes }, closingId)
  })
}
