/** verify PACKAGE_OR_FOLDER [--keys FOLDER]: checks a month-end package; every fault by its code. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TerminalCommand } from '../command.ts'
import { withOffice } from '../office-session.ts'
import { EXIT, granted, UsageError } from '../outlet.ts'

export const verifyCommand: TerminalCommand = {
  name: 'verify',
  options: { keys: { type: 'string' }, ledger: { type: 'string' } },
  async run({ positionals, options, outlet }) {
    const [given] = positionals
    if (!given) throw new UsageError('missing', 'PACKAGE_OR_FOLDER')
    const { text } = outlet
    // Checking needs no ledger; the office gets an empty folder to stand in.
    const temporary = mkdtempSync(join(tmpdir(), 'so-tri-an-verify-'))
    try {
      return await withOffice(typeof options.ledger === 'string' ? options.ledger : temporary, async (client) => {
        const keysFolder = typeof options.keys === 'string' ? resolve(options.keys) : null
        const verification = granted(await client.job('packages.verify', { path: resolve(given), keysFolder }))
        const { faults, summary } = verification
        if (summary) outlet.say(text.packageSummary(summary))
        for (const fault of faults) outlet.say(text.fault(fault))
        outlet.say(text.verdict(faults.length))
        outlet.json({ ok: faults.length === 0, ...verification })
        return faults.length === 0 ? EXIT.done : EXIT.refused
      })
    } finally {
      rmSync(temporary, { recursive: true, force: true })
    }
  },
}
