/**
 * LibreOffice's mail merge of the receipt, as an office has it today: the page of `handoverReceipt` as a letter with
 * fields, a table of households, one PDF. The code is left out, because Writer has none.
 */

import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { handoverReceipt } from '../../src/documents/handover-receipt.ts'
import type { Block, Look, TextBlock } from '../../src/documents/page.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { receiptData } from '../documents/papers.ts'
import { inventedRow, seededRandom } from '../support/people.ts'
import { runProgram } from './child.ts'

const FIELDS = ['documentNumber', 'headOfHousehold', 'birthYear', 'citizenId', 'customerCode', 'hamlet'] as const
const fieldMark = (name: (typeof FIELDS)[number]) => `[[${name}]]`

/** A Python that LibreOffice speaks with; null where either of them is missing, or Writer is. */
export function findMailMerge(): string | null {
  const works = (program: string, ...args: string[]) => {
    try {
      execFileSync(program, args, { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  }
  const python = ['python3', '/usr/bin/python3'].find((program) => works(program, '-c', 'import uno'))
  return works('which', 'soffice', 'lowriter') ? (python ?? null) : null
}

export interface Merged {
  /** From the start of the program until it listens. */
  startMs: number
  /** For all letters, from their table to their PDF. */
  mergeMs: number
}

/** Makes so many letters as one PDF, in a program of its own. */
export async function mergeLetters(python: string, count: number, folder: string): Promise<Merged> {
  const place = mkdtempSync(join(folder, 'mail-merge-'))
  writeFileSync(join(place, 'households.csv'), households(count))
  writeFileSync(join(place, 'letter.fodt'), letter())
  const profile = [`-env:UserInstallation=${pathToFileURL(join(place, 'profile'))}`, '--headless', '--norestore']
  // The first start makes the profile, which nobody's morning begins with.
  await runProgram('soffice', [...profile, '--terminate_after_init'])
  const pipe = basename(place)
  const office = spawn('soffice', [...profile, `--accept=pipe,name=${pipe};urp`], { detached: true, stdio: 'ignore' })
  let told: string
  try {
    told = await runProgram(python, [join(import.meta.dirname, 'mail-merge.py'), place, pipe])
  } finally {
    // It does not end by itself, and it has a child; a whole group is ended by its negative number.
    if (office.pid) process.kill(-office.pid)
  }
  const text = execFileSync('pdftotext', [join(place, 'merged0.pdf'), '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const letters = text.split('BIÊN BẢN').length - 1
  if (letters !== count) throw new Error(`The mail merge made ${letters} letters of ${count}`)
  return JSON.parse(told) as Merged
}

function households(count: number): string {
  const random = seededRandom(1)
  const rows = Array.from({ length: count }, (_, index) => {
    const { headOfHousehold, birthYear, customerCode, hamlet } = inventedRow(index + 1, random)
    const { documentNumber } = receiptData(index + 1)
    return [documentNumber, headOfHousehold, birthYear, '001******001', customerCode, hamlet].join(';')
  })
  return `${[FIELDS.join(';'), ...rows].join('\n')}\n`
}

/** The receipt's own blocks, whose texts name fields where households differ. */
function letter(): string {
  const data = receiptData(1, fieldMark('headOfHousehold'))
  const household = {
    ...data.household,
    citizenIdMasked: fieldMark('citizenId'),
    customerCode: fieldMark('customerCode'),
    addressText: `${fieldMark('hamlet')}, xã Krông Pắc, tỉnh Đắk Lắk`,
  }
  const definition = handoverReceipt({ ...data, documentNumber: fieldMark('documentNumber'), household }, ORIGINAL)
  const blocks = definition.layouts[1]?.(() => []) ?? []
  const styles = new Map<string, string>()
  const body = blocks.map((block) => element(block, { fontSize: 13 }, styles)).join('')
  return flatDocument([...styles.values()].join(''), body)
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function fieldsIn(text: string): string {
  return escaped(text)
    .replaceAll('\n', '<text:line-break/>')
    .replace(/\[\[(\w+)\]\]/g, (_, name) => {
      const table = 'text:table-name="households" text:table-type="table"'
      return `<text:database-display ${table} text:column-name="${name}" text:database-name="so-tri-an-letters"/>`
    })
}

function element(block: Block, around: Look, styles: Map<string, string>): string {
  const { margin: _, ...inherited } = { ...around, ...block }
  const inside = (some: readonly Block[]) => some.map((one) => element(one, inherited, styles)).join('')
  if ('text' in block) return paragraph(block, { ...around, ...block }, styles)
  if ('stack' in block) return inside(block.stack)
  if ('columns' in block) return table([block.columns], inherited, styles)
  if ('table' in block) return table(block.table.body, inherited, styles)
  return ''
}

function paragraph({ text }: TextBlock, look: Look, styles: Map<string, string>): string {
  const runs = typeof text === 'string' ? [{ text }] : text
  const spans = runs.map((run) => {
    const style = styleOf({ ...look, ...run }, 'text', styles)
    return `<text:span text:style-name="${style}">${fieldsIn(run.text)}</text:span>`
  })
  return `<text:p text:style-name="${styleOf(look, 'paragraph', styles)}">${spans.join('')}</text:p>`
}

function table(rows: readonly (readonly Block[])[], look: Look, styles: Map<string, string>): string {
  const columns = rows[0]?.length ?? 0
  const cells = (row: readonly Block[]) =>
    row.map((cell) => `<table:table-cell>${element(cell, look, styles)}</table:table-cell>`).join('')
  const body = rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('')
  return `<table:table><table:table-column table:number-columns-repeated="${columns}"/>${body}</table:table>`
}

function styleOf(look: Look, family: 'text' | 'paragraph', styles: Map<string, string>): string {
  const { fontSize = 13, bold = false, italics = false, alignment = 'left', leadingIndent = 0, margin } = look
  const weight = `fo:font-weight="${bold ? 'bold' : 'normal'}" fo:font-style="${italics ? 'italic' : 'normal'}"`
  const [left, top, right, bottom] = margin ?? [0, 0, 0, 0]
  const room =
    `fo:margin-left="${left}pt" fo:margin-top="${top}pt" fo:margin-right="${right}pt" ` +
    `fo:margin-bottom="${bottom}pt" fo:text-indent="${leadingIndent}pt"`
  const properties =
    family === 'text'
      ? `<style:text-properties fo:font-size="${fontSize}pt" ${weight}/>`
      : `<style:paragraph-properties fo:text-align="${alignment}" ${room}/>`
  const known = [...styles].find(([, xml]) => xml.endsWith(`style:family="${family}">${properties}</style:style>`))
  const name = known?.[0] ?? `S${styles.size}`
  styles.set(name, `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`)
  return name
}

function flatDocument(styles: string, body: string): string {
  const namespaces = ['office', 'style', 'text', 'table']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ')
  const page =
    '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" ' +
    'fo:margin-top="20mm" fo:margin-bottom="20mm" fo:margin-left="30mm" fo:margin-right="15mm"/></style:page-layout>'
  const master = '<style:master-page style:name="Standard" style:page-layout-name="A4"/>'
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces} ` +
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" ' +
    'office:mimetype="application/vnd.oasis.opendocument.text">' +
    `<office:automatic-styles>${page}${styles}</office:automatic-styles>` +
    `<office:master-styles>${master}</office:master-styles>` +
    `<office:body><office:text>${body}</office:text></office:body></office:document>`
  )
}
