import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { listFindings as english } from '../../src/contract/wording/en/list-findings.ts'
import { listFindings as vietnamese } from '../../src/contract/wording/vi/list-findings.ts'
import { openZip } from '../../src/intake/formats/zip-archive.ts'
import { readHouseholdList } from '../../src/intake/read-household-list.ts'
import { makeSamples, SAMPLE_FILES } from '../support/make-sample.ts'
import { freshFile, listOf, TODAY } from './list-files.ts'

const FOLDER = fileURLToPath(new URL('../../resources/sample', import.meta.url))
const PARTS = [
  'xl/workbook.xml',
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  'xl/worksheets/sheet1.xml',
  'xl/worksheets/sheet2.xml',
]

/** What a file holds, without the times that a zip and its properties carry. */
async function contentOf(file: string): Promise<Record<string, string>> {
  const bytes = await readFile(file)
  if (file.endsWith('.csv')) return { text: bytes.toString() }
  const zip = await openZip(bytes)
  const content: Record<string, string> = {}
  for (const part of PARTS.filter(zip.has)) {
    const chunks: Uint8Array[] = []
    for await (const chunk of zip.read(part)) chunks.push(chunk)
    content[part] = Buffer.concat(chunks).toString()
  }
  return content
}

test('the committed samples are what the script makes', async () => {
  const fresh = await freshFile('')
  await makeSamples(fresh)
  for (const fileName of SAMPLE_FILES) {
    const committed = await contentOf(join(FOLDER, fileName))
    expect(Object.keys(committed).length).toBeGreaterThan(0)
    expect(committed).toEqual(await contentOf(join(fresh, fileName)))
  }
})

test('the samples hold over 200 households, few errors, something to tell, and no citizen ID twice', async () => {
  const citizenIds: string[] = []
  let households = 0
  for (const fileName of SAMPLE_FILES) {
    const list = listOf(await readHouseholdList({ file: join(FOLDER, fileName) }, { today: TODAY }))
    const errors = list.findings.filter(({ severity }) => severity === 'error')
    expect(errors.length).toBeLessThanOrEqual(1)
    expect(list.findings.length - errors.length).toBeGreaterThan(5)
    expect(list.rowCount - list.rows.length).toBe(errors.length)
    expect(list.columns.filter(({ basis }) => basis === null)).toEqual([])
    for (const { facts } of list.rows) {
      expect(facts.communeName).toMatch(/^(Xã Mẫu|Xã Đông Mẫu|Phường Mẫu)$/)
      expect(facts.customerCode ?? 'PS0000').toMatch(/^PS(0000|33)/)
      if (facts.citizenId) citizenIds.push(facts.citizenId)
    }
    households += list.rows.length
    for (const finding of list.findings) {
      for (const words of [vietnamese, english]) expect(words[finding.code](finding)).toMatch(/^\p{Lu}.*\.$/u)
    }
  }
  expect(households).toBeGreaterThan(200)
  expect(new Set(citizenIds).size).toBe(citizenIds.length)
})

test('a lost zero is told in words that name the whole number', () => {
  const finding = { rowNumber: 9, field: 'citizenId', severity: 'warning', value: '1185000001', other: null } as const
  const mended = { ...finding, mended: '001185000001', proposed: '001185000001' }
  expect(vietnamese.citizenIdMended(mended)).toBe('Số CCCD thiếu số 0 ở đầu, đã thêm lại: 001185000001.')
  expect(english.citizenIdMended(mended)).toContain('001185000001')
})
