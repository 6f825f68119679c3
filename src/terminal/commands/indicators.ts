/**
 * indicators [--month MONTH] [--ledger FOLDER]: the indicators of service of a month, else of the running one.
 * indicators --set CODE=NUMERATOR/DENOMINATOR…: enters figures of it first, all or none; CODE= takes them back.
 */

import type { Client } from '../../contract/client.ts'
import type { Input } from '../../contract/contract.ts'
import { readFigure } from '../../domain/figure.ts'
import { type Period, parsePeriod } from '../../domain/period.ts'
import type { CommandLine, TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted, UsageError } from '../outlet.ts'

type Entry = Input<'indicators.enter'>['entries'][number]

export const indicatorsCommand: TerminalCommand = {
  name: 'indicators',
  options: {
    ledger: { type: 'string' },
    person: { type: 'string' },
    month: { type: 'string' },
    set: { type: 'string', multiple: true },
  },
  async run(line) {
    const { options, outlet } = line
    const { text } = outlet
    const entries = entriesOf(line)
    const right = entries.length > 0 ? 'indicator.record' : 'ledger.read'
    return withOffice(ledgerFolder(options), async (client) => {
      await startSession(client, right, options.person as string | undefined)
      const period = await chosenMonth(client, options.month)
      if (entries.length > 0) granted(await client.command('indicators.enter', { period, entries }))
      const { isClosed, indicators } = granted(await client.query('indicators.ofMonth', { period }))
      for (const indicator of indicators) outlet.say(text.indicator(indicator))
      const missing = indicators.filter(({ verdict }) => verdict === 'notEntered').length
      outlet.say(text.indicatorCounts(period, indicators.length - missing, indicators.length))
      outlet.json({ ok: true, period, isClosed, entered: entries.length, missing, indicators })
      return EXIT.done
    })
  },
}

async function chosenMonth(client: Client, word: CommandLine['options'][string]): Promise<Period> {
  if (typeof word === 'string') {
    const chosen = parsePeriod(word)
    if (!chosen) throw new UsageError('month', word)
    return chosen
  }
  const { today } = granted(await client.query('office.describe', {}))
  return today.slice(0, 7) as Period
}

/** What follows --set, once or several times, or one behind the other. */
function entriesOf({ positionals, options }: CommandLine): Entry[] {
  const set = Array.isArray(options.set) ? options.set : []
  const [stray] = positionals
  if (set.length === 0 && stray !== undefined) throw new UsageError('entry', stray)
  return [...set, ...positionals].map(entryOf)
}

function entryOf(word: string): Entry {
  const [, code = '', numerator = '', denominator = ''] = /^(\w+)=([^/]*)(?:\/(.+))?$/.exec(word) ?? []
  const figure = (typed: string) => (typed.trim() === '' ? null : (readFigure(typed) ?? Number.NaN))
  const entry = { code, numerator: figure(numerator), denominator: figure(denominator) }
  if (code === '' || Number.isNaN(entry.numerator) || Number.isNaN(entry.denominator)) {
    throw new UsageError('entry', word)
  }
  return entry
}
