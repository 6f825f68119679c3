/** One Parquet file: a package's rows of a relation, written row group by row group. */

import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { Field } from '../../domain/package-tables.ts'
import { CsvReader } from '../../month-end/csv.ts'
import type { RelationCsv } from '../relations.ts'

/** Rows held in memory before they are written. */
const ROW_GROUP_ROWS = 20_000

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]
type Column = (string | number | bigint | Date | null)[]

interface ColumnType {
  element: Omit<SchemaElement, 'name'>
  read(cell: string): string | number | bigint | Date
}

/** Types that DuckDB, Spark and ClickHouse read alike: money and counts are 64-bit integers, instants are in UTC. */
const TYPES: Record<Field['type'], ColumnType> = {
  string: { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, read: (cell) => cell },
  integer: { element: { type: 'INT64' }, read: BigInt },
  number: { element: { type: 'DOUBLE' }, read: Number },
  date: { element: { type: 'INT32', converted_type: 'DATE' }, read: (cell) => new Date(cell) },
  datetime: {
    element: {
      type: 'INT64',
      converted_type: 'TIMESTAMP_MILLIS',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
    },
    read: (cell) => new Date(cell),
  },
}

/** Writes the rows to `file`, each with the office it comes from; company and month are in the file's path. */
export async function writeTableFile(file: string, { relation, csv }: RelationCsv, officeId: string): Promise<void> {
  const fields: readonly Field[] = [OFFICE, ...relation.fields]
  const elements = fields.map(({ name, type }) => ({
    name,
    ...TYPES[type].element,
    repetition_type: 'OPTIONAL' as const,
  }))
  const schema: SchemaElement[] = [{ name: 'root', num_children: fields.length }, ...elements]
  const writer = new ParquetWriter({ writer: fileWriter(file), schema, createdBy: 'so-tri-an' })
  let columns = fields.map((): Column => [])
  const flush = async () => {
    const columnData = fields.map(({ name }, index) => ({ name, data: columns[index] ?? [] }))
    await writer.write({ columnData, rowGroupSize: ROW_GROUP_ROWS })
    columns = fields.map((): Column => [])
  }
  for await (const { header, cells } of recordsOf(csv)) {
    fields.forEach(({ name, type }, index) => {
      const cell = name === OFFICE.name ? officeId : (cells[header.get(name) ?? -1] ?? '')
      columns[index]?.push(cell === '' ? null : TYPES[type].read(cell))
    })
    if ((columns[0]?.length ?? 0) >= ROW_GROUP_ROWS) await flush()
  }
  await flush()
  await writer.finish()
}

const OFFICE = { name: 'office_id', type: 'string' } as const satisfies Field

/** The records behind the header, with the place of each column. */
async function* recordsOf(csv: AsyncIterable<Uint8Array>) {
  const reader = new CsvReader()
  let header: Map<string, number> | null = null
  for await (const piece of csv) {
    for (const cells of reader.push(piece).records) {
      if (header) yield { header, cells }
      else header = new Map(cells.map((name, index) => [name, index]))
    }
  }
  reader.end()
}
