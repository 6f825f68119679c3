/** close MONTH [--ledger FOLDER]: closes a month and writes its package. A closed month is only packaged again. */

import { resolve } from 'node:path'
import { parsePeriod } from '../../domain/period.ts'
import type { TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted, UsageError } from '../outlet.ts'

export const closeCommand: TerminalCommand = {
  name: 'close',
  options: {
    ledger: { type: 'string' },
    person: { type: 'string' },
    explanation: { type: 'string' },
    folder: { type: 'string' },
  },
  async run({ positionals, options, outlet }) {
    const [word] = positionals
    if (!word) throw new UsageError('missing', 'MONTH')
    const period = parsePeriod(word)
    if (!period) throw new UsageError('month', word)
    const ledger = ledgerFolder(options)
    const { text } = outlet
    const folder = typeof options.folder === 'string' ? resolve(options.folder) : null
    const words = typeof options.explanation === 'string' ? options.explanation : ''
    return withOffice(ledger, async (client) => {
      await startSession(client, 'month.close', options.person as string | undefined)
      const { months } = granted(await client.query('months.list', {}))
      const isClosed = months.some((month) => month.period === period && month.state === 'closed')
      const check = granted(await client.query('months.check', { period }))
      for (const { code, count } of check.warnings) outlet.say(text.trade.monthWarnings[code](count))
      if (!isClosed) {
        const explanations = words === '' ? [] : check.warnings.map(({ code }) => ({ code, words }))
        const { sequence } = granted(await client.command('months.close', { period, explanations }))
        outlet.say(text.closed(period, sequence, check.figures))
      }
      const made = granted(await client.job('months.package', { period, folder }))
      outlet.say(text.packaged(made))
      outlet.json({ ok: true, period, check, package: made })
      return EXIT.done
    })
  },
}
