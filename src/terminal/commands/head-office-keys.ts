/**
 * head-office-keys --out FOLDER --name NAME [--programme-key]: makes head office's keys, and the file that its offices
 * take in; the corporation makes the programme's key along with them.
 */

import { join, resolve } from 'node:path'
import { dayInVietnam } from '../../domain/day.ts'
import { refusal } from '../../domain/refusal.ts'
import { headOfficeFingerprint } from '../../month-end/head-office-key-file.ts'
import type { TerminalCommand } from '../command.ts'
import { refuse } from '../head-office-files.ts'
import { EXIT, UsageError } from '../outlet.ts'

export const headOfficeKeysCommand: TerminalCommand = {
  name: 'head-office-keys',
  options: { out: { type: 'string' }, name: { type: 'string' }, 'programme-key': { type: 'boolean' } },
  async run({ options, outlet }) {
    const { out, name } = options
    if (typeof out !== 'string' || out === '') throw new UsageError('missing', '--out FOLDER')
    if (typeof name !== 'string' || name.trim() === '') throw new UsageError('missing', '--name NAME')
    const { makeHeadOfficeKeys, PUBLIC_KEY_FILE } = await import('../../month-end/head-office-keys.ts')
    const folder = resolve(out)
    const makesProgrammeKey = options['programme-key'] === true
    const of = { name: name.normalize('NFC').trim(), madeOn: dayInVietnam(Date.now()), makesProgrammeKey }
    const key = await makeHeadOfficeKeys(folder, of).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return refuse(refusal('headOfficeKeys.exist', { folder }))
      if (error.name === 'ZodError') throw new UsageError('name', name)
      throw error
    })
    const fingerprint = headOfficeFingerprint(key)
    outlet.say(outlet.text.headOfficeKeysMade(folder, fingerprint))
    outlet.json({ ok: true, folder, publicKeyFile: join(folder, PUBLIC_KEY_FILE), fingerprint, ...key })
    return EXIT.done
  },
}
