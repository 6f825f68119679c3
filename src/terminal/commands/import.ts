/** import FILE --ledger FOLDER [--dry-run]: takes a commune's list in, or only says what that would do. */

import { resolve } from 'node:path'
import type { TerminalCommand } from '../command.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted, UsageError } from '../outlet.ts'

export const importCommand: TerminalCommand = {
  name: 'import',
  options: { ledger: { type: 'string' }, person: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  async run({ positionals, options, outlet }) {
    const [given] = positionals
    if (!given) throw new UsageError('missing', 'FILE')
    if (typeof options.ledger !== 'string') throw new UsageError('missing', '--ledger')
    const { text } = outlet
    const file = resolve(given)
    return withOffice(options.ledger, async (client) => {
      await startSession(client, 'household.write', options.person as string | undefined)
      const preview = granted(await client.job('imports.preview', { file }))
      outlet.say(text.preview(preview))
      for (const finding of preview.findings) outlet.say(text.finding(finding))
      if (options['dry-run']) {
        outlet.json({ ok: true, preview })
        return EXIT.done
      }
      const batch = granted(await client.job('imports.run', { file, fileSha256: preview.fileSha256 }))
      outlet.say(text.batch(batch))
      outlet.json({ ok: true, preview, batch })
      return EXIT.done
    })
  },
}
