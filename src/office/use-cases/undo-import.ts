/** Takes a batch back exactly; refuses, saying for whom, where later papers or changes depend on it. */

import { refusal } from '../../domain/refusal.ts'
import { findBatch, householdsChangedSince, householdsWithPapers, undoBatch } from '../../ledger/lists/imports.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

const NAMES_SHOWN = 10

export const undoImport: CommandHandler<'imports.undo'> = (commanding, { batchId }) => {
  const { reader, writer, now } = commanding
  const batch = findBatch(reader, batchId)
  if (!batch) return refused(refusal('import.unknown', {}))
  if (batch.undoneAt) return refused(refusal('import.alreadyUndone', { fileName: batch.fileName }))
  const withPapers = householdsWithPapers(reader, batchId)
  if (withPapers.length > 0) {
    const headsOfHousehold = withPapers.slice(0, NAMES_SHOWN)
    return refused(refusal('import.hasPapers', { count: withPapers.length, headsOfHousehold }))
  }
  const changed = householdsChangedSince(reader, batchId)
  if (changed.length > 0) {
    const headsOfHousehold = changed.slice(0, NAMES_SHOWN)
    return refused(refusal('import.changedSince', { count: changed.length, headsOfHousehold }))
  }
  const { personId } = personOf(commanding)
  return done(undoBatch(writer, { batchId, undoneAt: now, personId }), batchId)
}
