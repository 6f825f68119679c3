/** Makes a copy of the ledger (sao lưu) that is checked before it counts. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addBackup, copyLedger } from '../../ledger/backups.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { done, type JobHandler } from '../handler.ts'
import { backupsFolder } from '../place.ts'
import { personOf } from '../session.ts'

/** "PC042-20261130-170215.sqlite": never the name of a copy that is there. */
function copyFile(folder: string, officeCode: string, now: string): string {
  const stamp = now.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  let file = join(folder, `${officeCode}-${stamp}.sqlite`)
  for (let another = 2; existsSync(file); another += 1) file = join(folder, `${officeCode}-${stamp}-${another}.sqlite`)
  return file
}

export const backUpLedger: JobHandler<'ledger.backUp'> = async (working, { folder }) => {
  const { reader, place, now } = working
  const target = copyFile(folder ?? backupsFolder(place), officeOf(reader).officeCode, now)
  const copy = copyLedger(reader, target)
  return working.commit((commanding) => {
    const backupId = commanding.newIdentity()
    const { file, sha256, bytes: byteLength } = copy
    const { personId } = personOf(commanding)
    addBackup(commanding.writer, { backupId, file, sha256, byteLength, madeAt: now, personId })
    return done(copy, backupId)
  })
}
