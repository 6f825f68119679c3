/**
 * verify PACKAGE_OR_FOLDER [--keys FOLDER] [--identity FILE]: checks a month-end package, every fault by its code.
 * With --bag-only it judges any bag by BagIt alone.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TerminalCommand } from '../command.ts'
import { withOffice } from '../office-session.ts'
import { EXIT, granted, UsageError } from '../outlet.ts'

export const verifyCommand: TerminalCommand = {
  name: 'verify',
  options: {
    keys: { type: 'string' },
    identity: { type: 'string' },
    'bag-only': { type: 'boolean' },
    ledger: { type: 'string' },
  },
  async run({ positionals, options, outlet }) {
    const [given] = positionals
    if (!given) throw new UsageError('missing', 'PACKAGE_OR_FOLDER')
    const { text } = outlet
    const { keys, identity, ledger } = options
    const bagOnly = options['bag-only'] === true
    // Checking needs no ledger; the office gets an empty folder to stand in.
    const temporary = mkdtempSync(join(tmpdir(), 'so-tri-an-verify-'))
    try {
      return await withOffice(typeof ledger === 'string' ? ledger : temporary, async (client) => {
        const keysFolder = typeof keys === 'string' ? resolve(keys) : null
        const identityFile = typeof identity === 'string' ? resolve(identity) : null
        const wanted = { path: resolve(given), keysFolder, identityFile, bagOnly }
        const verification = granted(await client.job('packages.verify', wanted))
        const { faults, warnings, summary } = verification
        if (summary) outlet.say(text.packageSummary(summary))
        for (const fault of faults) outlet.say(text.fault(fault))
        for (const warning of warnings) outlet.say(text.bagWarning(warning))
        outlet.say(bagOnly ? text.bagVerdict(faults.length) : text.verdict(faults.length))
        outlet.json({ ok: faults.length === 0, ...verification })
        return faults.length === 0 ? EXIT.done : EXIT.refused
      })
    } finally {
      rmSync(temporary, { recursive: true, force: true })
    }
  },
}
