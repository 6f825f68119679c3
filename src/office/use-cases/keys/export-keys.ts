/** Copies what is public of the office's keys to a folder or a stick, for head office. */

import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { officeOf } from '../../../ledger/office-record.ts'
import { isPublicKeyFile } from '../../../month-end/keys-folder.ts'
import { done, type JobHandler } from '../../handler.ts'
import { keyInForce } from '../../office-keys.ts'
import { keysFolder } from '../../place.ts'

export const exportKeys: JobHandler<'keys.export'> = async (working, { folder }) => {
  const { keyId } = keyInForce(working.reader)
  const own = keysFolder(working.place)
  // A company keeps the keys of its offices in the same folder.
  const ours = `${officeOf(working.reader).officeCode}.`
  const fileNames = readdirSync(own)
    .filter((name) => name.startsWith(ours) && isPublicKeyFile(name))
    .sort()
  for (const name of fileNames) copyFileSync(join(own, name), join(folder, name))
  return working.commit(() => done({ folder, fileNames }, keyId))
}
