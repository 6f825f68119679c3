/** repairs [--ledger FOLDER] [--state …]: where the repairs of the office stand, the newest first. */

import { chosenRepairs, REPAIR_OPTIONS } from '../chosen-repairs.ts'
import type { TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted } from '../outlet.ts'

/** As many as the office lists at once. */
const MOST_REPAIRS = 5000

export const repairsCommand: TerminalCommand = {
  name: 'repairs',
  options: { ledger: { type: 'string' }, person: { type: 'string' }, ...REPAIR_OPTIONS },
  async run({ options, outlet }) {
    return withOffice(ledgerFolder(options), async (client) => {
      await startSession(client, 'ledger.read', options.person as string | undefined)
      const filter = await chosenRepairs(client, options)
      const { repairs, count, counts } = granted(await client.query('repairs.list', { filter, limit: MOST_REPAIRS }))
      for (const repair of repairs) outlet.say(outlet.text.repair(repair))
      outlet.say(outlet.text.repairCounts(counts))
      outlet.json({ ok: true, count, counts, repairs })
      return EXIT.done
    })
  },
}
