/** Takes a list in as one batch, in one transaction. The same file again changes nothing. */

import { dayInVietnam } from '../../domain/day.ts'
import { refusal } from '../../domain/refusal.ts'
import { findBatch, findBatchOfFile, writeBatch } from '../../ledger/imports.ts'
import { done, type JobHandler, refused } from '../handler.ts'
import { personOf } from '../session.ts'
import { blockedRows } from './preview-import.ts'

export const runImport: JobHandler<'imports.run'> = async (working, { file, fileSha256 }) => {
  const { workers, today, signal, report } = working
  const read = await workers.run({ name: 'readHouseholdList', file, today }, { signal, report })
  if (!read.ok) return refused(read.refusal)
  const { list } = read
  const { fileName } = list
  if (list.fileSha256 !== fileSha256) return refused(refusal('import.fileChanged', { fileName }))
  if (list.rows.length === 0) return refused(refusal('import.nothingUsable', { fileName }))
  signal.throwIfAborted()
  report({ stage: 'writing', done: 0, total: list.rows.length })

  return working.commit((commanding) => {
    const { reader, writer, now, newIdentity } = commanding
    const earlier = findBatchOfFile(reader, fileSha256)
    if (earlier) {
      const importedOn = dayInVietnam(Date.parse(earlier.importedAt))
      return refused(refusal('import.alreadyDone', { fileName, importedOn }))
    }
    const { personId } = personOf(commanding)
    const batchId = newIdentity()
    const blocked = blockedRows(list).size
    const facts = list.rows.map((row) => row.facts)
    writeBatch(writer, { batchId, fileName, fileSha256, importedAt: now, personId, blocked }, facts, newIdentity)
    const batch = findBatch(reader, batchId)
    return batch ? done(batch, batchId) : refused(refusal('import.unknown', {}))
  })
}
