/**
 * Takes a list in as one batch, in one transaction: what the clerk accepted of what was looked at. The same file again
 * changes nothing.
 *
 * The list is read in a thread and compared a few milliseconds at a time, but written at one go, so that no search ever
 * sees half of it: 100,000 rows hold the office for some seconds, 1,000 for some hundredths.
 */

import type { ParsedInput } from '../../contract/contract.ts'
import { dayInVietnam } from '../../domain/day.ts'
import { refusal } from '../../domain/refusal.ts'
import { journalHead } from '../../ledger/journal.ts'
import { findBatch, findBatchOfFile, writeBatch } from '../../ledger/lists/imports.ts'
import { compareList } from '../../ledger/lists/list-comparison.ts'
import { rememberLayout } from '../../ledger/lists/list-layouts.ts'
import { householdPlacer } from '../communes.ts'
import { type Commanding, done, type JobHandler, type Outcome, refused, type Working } from '../handler.ts'
import { forgetReading, type Reading, readingOf } from '../readings.ts'
import { personOf } from '../session.ts'
import { hashOf, readList, saidOf } from './read-list.ts'

type Input = ParsedInput<'imports.run'>

/** What this session looked at, if it is what is to be taken in now: then the list need not be read a second time. */
async function lookedAt({ session }: Working, input: Input): Promise<Reading | null> {
  const reading = readingOf(session)
  const isTheSame = reading?.list.fileSha256 === input.fileSha256 && reading.saidOfIt === saidOf(input)
  return reading && isTheSame && (await hashOf(input.source)) === input.fileSha256 ? reading : null
}

export const runImport: JobHandler<'imports.run'> = async (working, input) => {
  const { session, signal, report } = working
  const kept = await lookedAt(working, input)
  if (!kept) forgetReading(session)
  const read = kept ? { ok: true as const, reading: kept } : await readList(working, input)
  if (!read.ok) return refused(read.refusal)
  const { list } = read.reading
  const { fileName } = list
  if (list.fileSha256 !== input.fileSha256) return refused(refusal('import.fileChanged', { fileName }))
  if (list.rows.length === 0) return refused(refusal('import.nothingUsable', { fileName }))
  signal.throwIfAborted()
  report({ stage: 'writing', done: 0, total: list.rows.length })
  const outcome = working.commit((commanding) => takeIn(commanding, read.reading, input))
  if ('value' in outcome) forgetReading(session)
  return outcome
}

function takeIn(commanding: Commanding, reading: Reading, input: Input): Outcome<ReturnedBatch> {
  const { reader, writer, now, today, newIdentity } = commanding
  const { list, comparedAt } = reading
  const { fileName, fileSha256, headerSignature, columns } = list
  const earlier = findBatchOfFile(reader, fileSha256)
  if (earlier) {
    const importedOn = dayInVietnam(Date.parse(earlier.importedAt))
    return refused(refusal('import.alreadyDone', { fileName, importedOn }))
  }
  const { personId } = personOf(commanding)
  const batchId = newIdentity()
  const isAsCompared = journalHead(reader).sequence === comparedAt
  const { identities } = input
  const comparison = isAsCompared ? reading.comparison : compareList(reader, list, { identities, on: today })
  const batch = { batchId, fileName, fileSha256, importedAt: now, personId, blocked: list.blockedRows.length }
  const taking = { acceptance: input, on: today, newIdentity, placeOf: householdPlacer(commanding) }
  writeBatch(writer, batch, list, comparison, taking)
  if (input.remembersColumns) {
    const layout = columns.map(({ columnNumber, field }) => ({ columnNumber, field }))
    rememberLayout(writer, { headerSignature, columns: layout }, { confirmedAt: now, personId })
  }
  const written = findBatch(reader, batchId)
  return written ? done(written, batchId) : refused(refusal('import.unknown', {}))
}

type ReturnedBatch = NonNullable<ReturnType<typeof findBatch>>
