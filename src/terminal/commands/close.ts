/**
 * close MONTH [--propose] [--explanation WORDS]: closes a month and writes its package; with --propose only draws the
 * closing up, for another person to approve by the same command. A closed month is only packaged again, with --masked
 * for anybody beyond the office's company, encrypted to the key of --receiver FILE.
 */

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
    propose: { type: 'boolean' },
    masked: { type: 'boolean' },
    receiver: { type: 'string' },
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
    const receiverKeyFile = typeof options.receiver === 'string' ? resolve(options.receiver) : null
    const profile = options.masked === true ? 'masked' : 'full'
    const words = typeof options.explanation === 'string' ? options.explanation : ''
    return withOffice(ledger, async (client) => {
      const isProposal = options.propose === true
      await startSession(client, isProposal ? 'month.propose' : 'month.close', options.person as string | undefined)
      const { months } = granted(await client.query('months.list', {}))
      const isClosed = months.some((month) => month.period === period && month.state === 'closed')
      const check = granted(await client.query('months.check', { period }))
      for (const { code, count } of check.warnings) outlet.say(text.trade.monthWarnings[code](count))
      const explanations = words === '' ? [] : check.warnings.map(({ code }) => ({ code, words }))
      if (isProposal) {
        granted(await client.command('months.propose', { period, explanations }))
        outlet.say(text.proposed(period))
        outlet.json({ ok: true, period, check, package: null })
        return EXIT.done
      }
      if (!isClosed) {
        const { sequence } = granted(await client.command('months.close', { period, explanations }))
        outlet.say(text.closed(period, sequence, check.figures))
      }
      const made = granted(await client.job('months.package', { period, folder, profile, receiverKeyFile }))
      outlet.say(text.packaged(made))
      outlet.json({ ok: true, period, check, package: made })
      return EXIT.done
    })
  },
}
