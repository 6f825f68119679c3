/** search TEXT [--ledger FOLDER]: households by name without marks, by initials, by the last digits of a number. */

import type { TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted, UsageError } from '../outlet.ts'

const HOUSEHOLDS_SHOWN = 20
const MOST_HOUSEHOLDS = 100

export const searchCommand: TerminalCommand = {
  name: 'search',
  options: { ledger: { type: 'string' }, person: { type: 'string' }, limit: { type: 'string' } },
  async run({ positionals, options, outlet }) {
    const text = positionals.join(' ')
    if (!text) throw new UsageError('missing', 'TEXT')
    const ledger = ledgerFolder(options)
    const wanted = options.limit === undefined ? HOUSEHOLDS_SHOWN : Number(options.limit)
    if (!Number.isInteger(wanted) || wanted < 1) throw new UsageError('missing', '--limit')
    const limit = Math.min(wanted, MOST_HOUSEHOLDS)
    return withOffice(ledger, async (client) => {
      await startSession(client, 'ledger.read', options.person as string | undefined)
      const { households } = granted(await client.query('households.search', { text, limit }))
      for (const household of households) outlet.say(outlet.text.household(household))
      if (households.length === 0) outlet.say(outlet.text.nobodyFound(text))
      outlet.json({ ok: true, households })
      return EXIT.done
    })
  },
}
