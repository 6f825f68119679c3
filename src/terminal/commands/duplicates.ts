/** duplicates [--ledger FOLDER] [--state open]: the pairs that may be one household, the likeliest first. */

import { PAIR_STATES } from '../../domain/duplicate.ts'
import type { TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted, UsageError } from '../outlet.ts'

const PAIRS_AT_ONCE = 500

export const duplicatesCommand: TerminalCommand = {
  name: 'duplicates',
  options: { ledger: { type: 'string' }, person: { type: 'string' }, state: { type: 'string' } },
  async run({ options, outlet }) {
    const ledger = ledgerFolder(options)
    const state = PAIR_STATES.find((one) => one === (options.state ?? 'open'))
    if (!state) throw new UsageError('state', String(options.state))
    return withOffice(ledger, async (client) => {
      await startSession(client, 'ledger.read', options.person as string | undefined)
      const first = granted(await client.query('duplicates.list', { state, from: 0, limit: PAIRS_AT_ONCE }))
      const pairs = [...first.pairs]
      while (pairs.length < first.counts[state]) {
        const from = pairs.length
        const next = granted(await client.query('duplicates.list', { state, from, limit: PAIRS_AT_ONCE }))
        if (next.pairs.length === 0) break
        pairs.push(...next.pairs)
      }
      for (const pair of pairs) outlet.say(outlet.text.pair(pair))
      outlet.say(outlet.text.pairCounts(first.counts))
      outlet.json({ ok: true, counts: first.counts, pairs })
      return EXIT.done
    })
  },
}
