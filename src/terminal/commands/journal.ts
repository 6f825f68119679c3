/** journal [--ledger FOLDER] [--limit N]: the newest rows of the journal, and whether its chain is whole. */

import type { TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted, UsageError } from '../outlet.ts'

const ROWS_SHOWN = 20
const MOST_ROWS = 500

export const journalCommand: TerminalCommand = {
  name: 'journal',
  options: { ledger: { type: 'string' }, person: { type: 'string' }, limit: { type: 'string' } },
  async run({ options, outlet }) {
    const ledger = ledgerFolder(options)
    const wanted = options.limit === undefined ? ROWS_SHOWN : Number(options.limit)
    if (!Number.isInteger(wanted) || wanted < 1) throw new UsageError('missing', '--limit')
    const { text } = outlet
    return withOffice(ledger, async (client) => {
      await startSession(client, 'journal.read', options.person as string | undefined)
      const { rows, count } = granted(
        await client.query('journal.page', { before: null, limit: Math.min(wanted, MOST_ROWS) }),
      )
      for (const row of rows.toReversed()) outlet.say(text.journalRow(row))
      const verdict = granted(await client.query('journal.verify', {}))
      outlet.say(text.journalVerdict(verdict))
      outlet.json({ ok: verdict.firstBroken === null, count, rows, verdict })
      return verdict.firstBroken ? EXIT.refused : EXIT.done
    })
  },
}
