/** The rows of a checked package as they are kept and compared: by table and by key, each as the JSON of its row. */

import type { PackageRow } from '../domain/inbox.ts'
import { packageForm } from '../domain/package-format.ts'
import { headerOf, type Table, type TableName } from '../domain/package-tables.ts'
import { CsvReader } from './csv.ts'
import type { PackageReading } from './verify-package.ts'

/** Every row but those of the journal, which say who did what in the office and stay in the file. */
export async function packageRows({ summary, csvOf }: PackageReading): Promise<PackageRow[]> {
  const { format, profile } = summary.closing
  const rows: PackageRow[] = []
  for (const [table, form] of packageForm(format, profile).tables) {
    if (table === 'journal') continue
    const reader = new CsvReader()
    const toRow = rowReader(table, form)
    let isHeader = true
    for await (const piece of csvOf(table) ?? []) {
      for (const cells of reader.push(piece).records) {
        if (!isHeader) rows.push(toRow(cells))
        isHeader = false
      }
    }
  }
  return rows
}

function rowReader(table: TableName, form: Table): (cells: readonly string[]) => PackageRow {
  const header = headerOf(form)
  const keyPlaces = form.primaryKey.map((field) => header.indexOf(field))
  const areNumbers = form.fields.map(({ type }) => type === 'integer' || type === 'number')
  return (cells) => {
    const entries = header.flatMap((name, index) => {
      const cell = cells[index] ?? ''
      return cell === '' ? [] : [[name, areNumbers[index] ? Number(cell) : cell] as const]
    })
    const key = keyPlaces.map((place) => cells[place]).join(' ')
    return { table, key, content: JSON.stringify(Object.fromEntries(entries)) }
  }
}
