import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageForm } from '../../src/domain/package-format.ts'
import type { TableName } from '../../src/domain/package-tables.ts'
import type { ClosingDocument } from '../../src/month-end/closing-document.ts'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { freshFolder, inside, scansOf, unpacked } from '../support/month-end.ts'
import { closingOf, contentOf, sampleMonth, signedPaper, testKey } from '../support/month-end-content.ts'
import { knownKeys } from '../support/spoilt-package.ts'

const folder = freshFolder()
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const GOLDEN = join(import.meta.dirname, 'golden')
/** A package of the first format, as the program wrote it then. */
const FIRST = join(GOLDEN, 'so-tri-an-1.zip')
const FIRST_IDENTITY = '9b2bbc3d0b0942e59e1e225cd1828c921a8b1b419b1fd746ac18260890025d19'

const ZIP = {
  zlib: '1.3.2.1-motley-8002e91',
  sha256: '043e0ba5159ede86402e0ebbfa87931f97bcb937155c68ff9542a1b0c896fde3',
}

describe('A package of the first format', () => {
  test('is read and found good', async () => {
    const { faults, summary } = await verifyPackage(FIRST, { knownKeys })
    expect(faults).toEqual([])
    expect(summary).toMatchObject({ identity: FIRST_IDENTITY, signature: 'good', profile: 'full' })
  })

  test('is still refused for what was wrong with it then', async () => {
    const files = unpacked(FIRST)
    expect([...files.keys()]).not.toContain('data/stock-movements.csv')
    const { faults } = await verifyPackage(FIRST, { knownKeys, expectedPrevious: { ...PREVIOUS, sequence: 5 } })
    expect(faults.map(({ code }) => code)).toEqual(['sequence.fork'])
  })

  test('is written again byte for byte for a month that was closed then', async () => {
    const today = sampleMonth(3, 1)
    // A repair was certified once then, so that its own key was the certificate's: as old ledgers were taken over.
    const asThen = <Row extends { certificate_id: string }>(row: Row) => ({ ...row, repair_id: row.certificate_id })
    const repairs = {
      repairs: today.repairs.map(asThen),
      'repair-items': today['repair-items'].map(asThen),
      'repair-checks': today['repair-checks'].map(asThen),
    }
    const month = { ...today, ...repairs }
    const { counts, totals } = ofFirstFormat(closingOf(month))
    const content = contentOf(month, { format: 'so-tri-an/1', counts, totals })
    const outcome = await writePackage(content, { folder: inside(folder), signingKey: testKey, recipients: [] })
    expect(outcome).toMatchObject({ kind: 'written', identity: FIRST_IDENTITY })
  })
})

/** What a closing document of then counted and added up. */
function ofFirstFormat({ counts, totals }: ClosingDocument): Pick<ClosingDocument, 'counts' | 'totals'> {
  const tables = packageForm('so-tri-an/1', 'full').tables
  const { giftsDong, repairsDong, voidedDong } = totals
  return {
    counts: Object.fromEntries(
      Object.entries(counts).filter(([name]) => tables.has(name as TableName)),
    ) as typeof counts,
    totals: { giftsDong, repairsDong, voidedDong },
  }
}

const PREVIOUS = {
  identity: '0'.repeat(64),
  ledgerId: closingOf(sampleMonth()).ledgerId,
  sequence: 0,
  lastJournal: 0,
  closingHead: '0'.repeat(64),
}

describe('A package of today', () => {
  test('has the bytes it always had', async () => {
    const month = { ...sampleMonth(3, 1), 'signed-papers': [signedPaper(1)] }
    const options = { folder: inside(folder), signingKey: testKey, recipients: [] }
    const outcome = await writePackage(contentOf(month, {}, scansOf(month, inside(folder))), options)
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.faults))
    const files = [...unpacked(outcome.file)].map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`)
    expect(files.join('')).toBe(readFileSync(join(GOLDEN, 'so-tri-an-2.sha256'), 'utf8'))
    // Deflate's output is that of one build of zlib; the identity is not.
    if (process.versions.zlib === ZIP.zlib) expect(sha256(readFileSync(outcome.file))).toBe(ZIP.sha256)
  })
})
