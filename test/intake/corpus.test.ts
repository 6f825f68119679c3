/**
 * Walks the corpus: each list beside its expected reading. `WRITE_EXPECTED=1` writes what is read now in the place of
 * what is expected, to be gone through line by line before it is committed.
 */

import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { listFindings as english } from '../../src/contract/wording/en/list-findings.ts'
import { listFindings as vietnamese } from '../../src/contract/wording/vi/list-findings.ts'
import { type HouseholdList, type ListChoices, type ListSource, NO_CHOICES } from '../../src/domain/household-list.ts'
import type { ListFinding } from '../../src/domain/list-finding.ts'
import { openZip } from '../../src/intake/formats/zip-archive.ts'
import { type HouseholdListReading, readHouseholdList } from '../../src/intake/read-household-list.ts'
import { CORPUS, MADE_BY_OTHERS, makeCorpus } from '../support/make-corpus.ts'
import { TODAY } from './list-files.ts'

const FOLDER = fileURLToPath(new URL('corpus', import.meta.url))
const EXPECTED = '.expected.json'
const isWriting = process.env.WRITE_EXPECTED === '1'

function toldOf({ rowNumber, field, severity, code, value, mended, proposed, other }: ListFinding): string {
  const details = { value, mended, proposed, other }
  const said = Object.entries(details).flatMap(([name, text]) => (text === null ? [] : [`${name} “${text}”`]))
  return `${rowNumber} ${field} ${severity} ${code}: ${said.join(', ')}`
}

/** A reading with nothing in it that is as in every other. */
function readingOf(list: HouseholdList) {
  const stated = (facts: object) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
  const row = ({ rowNumber, facts }: HouseholdList['rows'][number]) => ({ rowNumber, ...stated(facts) })
  return {
    format: list.format,
    textEncoding: list.textEncoding,
    sheets: list.sheets.map(({ name, isHidden, hasList }) =>
      [name, isHidden ? 'hidden' : 'shown', hasList ? 'has a list' : 'has none'].join(', '),
    ),
    sheetName: list.sheetName,
    headerRowNumber: list.headerRowNumber,
    columns: list.columns.map(({ columnNumber, header, field, basis, confidence, conversion }) => {
      const found = `${columnNumber} “${header}”: ${field ?? 'not read'}, ${basis ?? 'nobody knows'}, ${confidence}`
      if (!conversion) return found
      const { encoding, capitals, before } = conversion
      return `${found}; ${encoding}${capitals ? ' in capitals' : ''} “${before[0] ?? ''}”`
    }),
    rows: list.rows.map(row),
    blockedRows: list.blockedRows.map(row),
    findings: list.findings.map(toldOf),
    skippedRowNumbers: list.skippedRowNumbers,
    hiddenRowNumbers: list.hiddenRowNumbers,
  }
}

interface Expected {
  /** What the clerk says of how the file is read; left out where it is read as it is found. */
  choices?: Partial<ListChoices>
  reading?: ReturnType<typeof readingOf>
  refusal?: { code: string; parameters: object }
}

async function readFrom(fileName: string, choices: Partial<ListChoices> = {}): Promise<HouseholdListReading> {
  const file = join(FOLDER, fileName)
  const source: ListSource = fileName.endsWith('.pasted') ? { pasted: await readFile(file, 'utf8') } : { file }
  return readHouseholdList(source, { today: TODAY, choices: { ...NO_CHOICES, ...choices } })
}

async function read(fileName: string, choices: Partial<ListChoices> = {}): Promise<Omit<Expected, 'choices'>> {
  const read = await readFrom(fileName, choices)
  if (!read.ok) return { refusal: read.refusal }
  for (const finding of read.list.findings) {
    for (const words of [vietnamese, english]) expect(words[finding.code](finding)).toMatch(/^\p{Lu}.*\.$/u)
  }
  return { reading: readingOf(read.list) }
}

async function expectedOf(fileName: string): Promise<Expected> {
  const text = await readFile(join(FOLDER, fileName + EXPECTED), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (isWriting && error.code === 'ENOENT') return '{}'
    throw error
  })
  return JSON.parse(text) as Expected
}

const names = await readdir(FOLDER)
const files = names.filter((name) => !name.endsWith(EXPECTED))

describe('every list of the corpus is read as it should be', () => {
  test.each(files)('%s', async (fileName) => {
    const expected = await expectedOf(fileName)
    const { choices } = expected
    const found: Expected = { ...(choices && { choices }), ...(await read(fileName, choices)) }
    if (isWriting) await writeFile(join(FOLDER, fileName + EXPECTED), `${JSON.stringify(found, null, 2)}\n`)
    else expect(found).toEqual(expected)
  })
})

/** What a file holds, without the times that a zip carries. */
async function contentOf(file: string): Promise<unknown> {
  const bytes = await readFile(file)
  const isWhole = bytes.subarray(0, 2).toString() === 'PK' && !file.endsWith('cut-short.xlsx')
  if (!isWhole) return bytes.length > 0 && file.endsWith('cut-short.xlsx') ? 'cut short' : bytes
  const zip = await openZip(bytes)
  const content: Record<string, string> = {}
  for (const part of zip.partNames().filter((name) => !name.startsWith('docProps/'))) {
    const chunks: Uint8Array[] = []
    for await (const chunk of zip.read(part)) chunks.push(chunk)
    content[part] = Buffer.concat(chunks).toString()
  }
  return content
}

test('the committed files are what the script makes, and none is without its expected reading', async () => {
  expect(files.toSorted()).toEqual([...Object.keys(CORPUS), ...MADE_BY_OTHERS].toSorted())
  expect(names.filter((name) => name.endsWith(EXPECTED)).toSorted()).toEqual(
    files.map((name) => name + EXPECTED).toSorted(),
  )
  const fresh = await mkdtemp(join(tmpdir(), 'corpus-'))
  await makeCorpus(fresh)
  for (const fileName of Object.keys(CORPUS)) {
    expect(await contentOf(join(FOLDER, fileName)), fileName).toEqual(await contentOf(join(fresh, fileName)))
  }
})

test('whoever takes every mend that is proposed in the corpus is told none of it again', async () => {
  let taken = 0
  for (const fileName of files) {
    const before = await readFrom(fileName)
    if (!before.ok) continue
    const { findings } = before.list
    const corrections = findings.flatMap(({ rowNumber, field, proposed: text }) =>
      text === null ? [] : [{ rowNumber, field, text }],
    )
    if (corrections.length === 0) continue
    taken += corrections.length
    const after = await readFrom(fileName, { corrections })
    if (!after.ok) throw new Error(after.refusal.code)
    const open = findings.filter(({ proposed }) => proposed === null)
    const told = ({ rowNumber, field, code }: ListFinding) => `${rowNumber} ${field} ${code}`
    expect(open.map(told), fileName).toEqual(expect.arrayContaining(after.list.findings.map(told)))
  }
  expect(taken).toBeGreaterThan(25)
})

const facts = (rows: object[] = []) => rows.map((row) => ({ ...row, rowNumber: null }))

test('a list is no other list because another program, encoding or font wrote it', async () => {
  const { reading: titled } = await expectedOf('titles-above.xlsx')
  for (const fileName of ['excel-97.xls', 'open-document.ods']) {
    const { reading } = await expectedOf(fileName)
    expect(reading?.rows, fileName).toEqual(titled?.rows)
    expect(reading?.columns, fileName).toEqual(titled?.columns)
  }
  const { reading: plain } = await expectedOf('utf-8.csv')
  const others = [
    ...['utf-8-with-mark.csv', 'utf-16-le.txt', 'utf-16-be.csv', 'windows-1258.csv', 'tcvn3-without-font.csv'],
    ...['tcvn3-capitals.xlsx', 'vni.xlsx', 'one-legacy-column.xlsx', 'nfd.xlsx', 'all-capitals.xlsx', 'tabs.tsv'],
    ...['separator-line.csv', 'web-page.xls', 'xml-of-2003.xls', 'workbook-named-csv.csv', 'signatures.xlsx'],
  ]
  for (const fileName of others) {
    expect(facts((await expectedOf(fileName)).reading?.rows), fileName).toEqual(facts(plain?.rows))
  }
})
