import { createHmac } from 'node:crypto'
import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { packageForm } from '../../src/domain/package-format.ts'
import { headerOf, TABLES } from '../../src/domain/package-tables.ts'
import { householdCells } from '../../src/month-end/profile.ts'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { freshFolder, inside, scansOf, unpacked } from '../support/month-end.ts'
import { contentOf, sampleMonth, signedPaper, testKey } from '../support/month-end-content.ts'
import { knownKeys } from '../support/spoilt-package.ts'

const folder = freshFolder()
const programmeKey = Buffer.alloc(32, 5)
const month = { ...sampleMonth(), 'signed-papers': [signedPaper(1), signedPaper(2)] }

async function written(profile: 'full' | 'masked') {
  const target = inside(folder)
  const content = contentOf(month, { profile }, scansOf(month, inside(folder)))
  const options = { folder: target, signingKey: testKey, recipients: [], programmeKey }
  const outcome = await writePackage(content, options)
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.faults))
  return { ...outcome, files: unpacked(outcome.file) }
}

describe('A masked package', () => {
  test('is checked like any other and says what it is', async () => {
    const { file } = await written('masked')
    expect(file).toMatch(/PC042_2026-11_r1-masked\.zip$/)
    const { faults, summary } = await verifyPackage(file, { knownKeys })
    expect(faults).toEqual([])
    expect(summary).toMatchObject({ packageName: 'PC042_2026-11_r1-masked', profile: 'masked' })
  })

  test('holds no citizen ID, no phone and no scan in any of its files', async () => {
    const { files } = await written('masked')
    expect([...files.keys()].filter((path) => path.includes('scans'))).toEqual([])
    for (const household of month.households) {
      for (const [path, bytes] of files) {
        expect(bytes.includes(household.citizen_id ?? ''), path).toBe(false)
        expect(bytes.includes(household.phone ?? ''), path).toBe(false)
      }
    }
    const { sheets } = await readXlsx(files.get('data/summary.xlsx') ?? new Uint8Array())
    expect(JSON.stringify(sheets)).not.toContain('001100000001')
  })

  test('has keyed hashes that join, and forms for the eye', async () => {
    const { files } = await written('masked')
    const [header = '', first = ''] = files.get('data/households.csv')?.toString().split('\r\n') ?? []
    const cells = first.split(',')
    const hmac = createHmac('sha256', programmeKey).update('001100000001').digest('hex')
    expect(cells[header.split(',').indexOf('citizen_id_hmac')]).toBe(hmac)
    expect(cells[header.split(',').indexOf('citizen_id_masked')]).toBe('001******001')
    expect(header).not.toMatch(/\b(citizen_id|old_id_number|phone)\b(?!_)/)
  })

  test('is not written without the programme’s key, nor with a short one', async () => {
    const content = contentOf(month, { profile: 'masked' })
    const options = { folder: inside(folder), signingKey: testKey, recipients: [] }
    await expect(writePackage(content, options)).rejects.toThrow('programme key')
    const short = { ...options, programmeKey: Buffer.from('secret') }
    await expect(writePackage(content, short)).rejects.toThrow('32 bytes')
  })
})

test('A full package holds everything, scans as they came in', async () => {
  const { file, files } = await written('full')
  expect((await verifyPackage(file, { knownKeys })).faults).toEqual([])
  expect(files.get('data/households.csv')?.toString()).toContain('001100000001')
  expect([...files.keys()].filter((path) => path.startsWith('data/scans/'))).toHaveLength(2)
})

test('A household without numbers has neither hash nor mask', () => {
  const [household] = month.households
  if (!household) throw new Error('no household')
  const cells = householdCells({ ...household, citizen_id: null }, { profile: 'masked', programmeKey })
  expect(cells).toMatchObject({ citizen_id_hmac: null, citizen_id_masked: null })
})

test('Each profile writes the columns of its own form', () => {
  const [household] = month.households
  const masked = packageForm('so-tri-an/2', 'masked').tables.get('households')
  if (!household || !masked) throw new Error('no household')
  expect(Object.keys(householdCells(household, { profile: 'full' })).sort()).toEqual(headerOf(TABLES.households).sort())
  expect(Object.keys(householdCells(household, { profile: 'masked', programmeKey })).sort()).toEqual(
    headerOf(masked).sort(),
  )
})
