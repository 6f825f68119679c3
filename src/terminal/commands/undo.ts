/** undo BATCH [--ledger FOLDER]: takes an import back exactly; `import` tells the batch. */

import type { TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted, UsageError } from '../outlet.ts'

export const undoCommand: TerminalCommand = {
  name: 'undo',
  options: { ledger: { type: 'string' }, person: { type: 'string' } },
  async run({ positionals, options, outlet }) {
    const [batchId] = positionals
    if (!batchId) throw new UsageError('missing', 'BATCH')
    const ledger = ledgerFolder(options)
    return withOffice(ledger, async (client) => {
      await startSession(client, 'household.write', options.person as string | undefined)
      const undone = granted(await client.command('imports.undo', { batchId }))
      outlet.say(outlet.text.undone(undone))
      outlet.json({ ok: true, batchId, ...undone })
      return EXIT.done
    })
  },
}
