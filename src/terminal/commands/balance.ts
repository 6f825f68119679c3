/**
 * balance [--ledger FOLDER] [--event E]: whether the papers of a distribution are accounted for, and which are not;
 * without a distribution, all there are.
 */

import { chosenEvent, listEvents } from '../chosen-event.ts'
import type { TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted } from '../outlet.ts'

export const balanceCommand: TerminalCommand = {
  name: 'balance',
  options: { ledger: { type: 'string' }, event: { type: 'string' }, person: { type: 'string' } },
  async run({ options, outlet }) {
    const ledger = ledgerFolder(options)
    const { text } = outlet
    return withOffice(ledger, async (client) => {
      await startSession(client, 'ledger.read', options.person as string | undefined)
      if (typeof options.event !== 'string') {
        const events = await listEvents(client)
        for (const event of events) outlet.say(text.event(event))
        if (events.length === 0) outlet.say(text.noEvents)
        outlet.json({ ok: true, events })
        return EXIT.done
      }
      const { eventId } = await chosenEvent(client, options.event)
      const { event, sheets } = granted(await client.query('distributions.get', { eventId }))
      const open = sheets
        .filter(({ fate }) => fate === 'open')
        .map(({ position, documentNumber, household }) => ({
          position,
          documentNumber,
          headOfHousehold: household?.headOfHousehold ?? null,
        }))
      const { balance, placeName, heldOn, campaignName } = event
      outlet.say(text.event(event))
      for (const sheet of open) outlet.say(text.openSheet(sheet))
      outlet.say(text.balance(balance))
      outlet.json({ ok: balance.isBalanced, eventId, campaignName, placeName, heldOn, balance, open })
      return balance.isBalanced ? EXIT.done : EXIT.refused
    })
  },
}
