/** scan FILE… [--ledger FOLDER] [--event E]: reads scanned papers into the queue and tells what each page is. */

import { resolve } from 'node:path'
import type { ScannedPage } from '../../contract/scans.ts'
import { chosenEvent } from '../chosen-event.ts'
import type { TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted, UsageError } from '../outlet.ts'

/** As many as are asked for in one go. */
const PAGES_AT_ONCE = 1000

export const scanCommand: TerminalCommand = {
  name: 'scan',
  options: { ledger: { type: 'string' }, person: { type: 'string' }, event: { type: 'string' } },
  async run({ positionals, options, outlet }) {
    if (positionals.length === 0) throw new UsageError('missing', 'FILE')
    const ledger = ledgerFolder(options)
    return withOffice(ledger, async (client) => {
      await startSession(client, 'scan.keep', options.person as string | undefined)
      const eventId = typeof options.event === 'string' ? (await chosenEvent(client, options.event)).eventId : null
      const files = positionals.map((file) => resolve(file))
      const { pageIds, states, leftOut } = granted(await client.job('scans.read', { files, eventId }))
      const pages: ScannedPage[] = []
      for (let from = 0; from < pageIds.length; from += PAGES_AT_ONCE) {
        const some = pageIds.slice(from, from + PAGES_AT_ONCE)
        pages.push(...granted(await client.query('scans.pages', { pageIds: some })).pages)
      }
      for (const page of pages) outlet.say(outlet.text.scannedPage(page))
      for (const { fileName, what } of leftOut) outlet.say(`${fileName}: ${what}`)
      outlet.say(outlet.text.scanStates(states))
      outlet.json({ ok: true, states, leftOut, pages })
      return leftOut.length > 0 ? EXIT.refused : EXIT.done
    })
  },
}
