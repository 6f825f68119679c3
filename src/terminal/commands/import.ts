/**
 * import FILE [--ledger FOLDER] [--dry-run]: takes a commune's list in, or only says how it is read, what is doubtful
 * and what taking it in would do.
 */

import { resolve } from 'node:path'
import type { Client } from '../../contract/client.ts'
import type { Input, Output } from '../../contract/contract.ts'
import { ACCEPT_AS_FOUND, type ImportRow } from '../../contract/imports.ts'
import { NO_CHOICES } from '../../domain/household-list.ts'
import type { TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, granted, type Outlet, UsageError } from '../outlet.ts'

const ROWS_AT_ONCE = 500

type Show = Input<'imports.rows'>['show']

/** All rows of a reading that `show` means, a screenful at a time. */
async function rowsOf(client: Client, readingId: string, show: Show): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  for (;;) {
    const page = granted(
      await client.query('imports.rows', { readingId, show, from: rows.length, limit: ROWS_AT_ONCE }),
    )
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.count) return rows
  }
}

type Preview = Output<'imports.preview'>

/** A row's findings with the column each stands in, and what they mean in words. */
function findingsOf({ columns }: Preview, rows: readonly ImportRow[], { text }: Outlet) {
  const columnOf = new Map(columns.map(({ field, columnNumber }) => [field, columnNumber]))
  return rows.flatMap(({ findings }) =>
    findings.map((finding) => ({
      ...finding,
      columnNumber: columnOf.get(finding.field) ?? null,
      words: text.listFindings[finding.code](finding),
    })),
  )
}

/** What taking the list in would do, without the findings, which are told apart. */
async function differenceOf(client: Client, readingId: string) {
  const told = async (show: Show) => (await rowsOf(client, readingId, show)).map(({ findings, ...row }) => row)
  return {
    new: await told('new'),
    changed: await told('changed'),
    gone: await told('gone'),
    resembling: await told('resembling'),
  }
}

function sayReading(preview: Preview, outlet: Outlet): void {
  const { text } = outlet
  outlet.say(text.preview(preview))
  for (const column of preview.columns) outlet.say(text.column(column))
}

export const importCommand: TerminalCommand = {
  name: 'import',
  options: {
    ledger: { type: 'string' },
    person: { type: 'string' },
    'dry-run': { type: 'boolean' },
    sheet: { type: 'string' },
    'header-row': { type: 'string' },
    'end-gone': { type: 'boolean' },
  },
  async run({ positionals, options, outlet }) {
    const [given] = positionals
    if (!given) throw new UsageError('missing', 'FILE')
    const ledger = ledgerFolder(options)
    const headerRowNumber = options['header-row'] === undefined ? null : Number(options['header-row'])
    if (headerRowNumber !== null && !(Number.isInteger(headerRowNumber) && headerRowNumber >= 0)) {
      throw new UsageError('missing', '--header-row')
    }
    const sheetName = typeof options.sheet === 'string' ? options.sheet : null
    const choices = { ...NO_CHOICES, sheetName, headerRowNumber }
    const list = { source: { file: resolve(given) }, choices, identities: [] }
    return withOffice(ledger, async (client) => {
      await startSession(client, 'household.write', options.person as string | undefined)
      const preview = granted(await client.job('imports.preview', list))
      sayReading(preview, outlet)
      const findings = findingsOf(preview, await rowsOf(client, preview.readingId, 'faulty'), outlet)
      for (const finding of findings) outlet.say(outlet.text.finding(finding))
      if (options['dry-run']) {
        const difference = await differenceOf(client, preview.readingId)
        for (const row of [...difference.changed, ...difference.gone]) outlet.say(outlet.text.changedRow(row))
        outlet.json({ ok: true, preview, findings, difference })
        return EXIT.done
      }
      const accept = { ...ACCEPT_AS_FOUND.accept, gone: options['end-gone'] === true }
      const { fileSha256 } = preview
      const batch = granted(await client.job('imports.run', { ...list, fileSha256, ...ACCEPT_AS_FOUND, accept }))
      outlet.say(outlet.text.batch(batch))
      outlet.json({ ok: true, preview, findings, batch })
      return EXIT.done
    })
  },
}
