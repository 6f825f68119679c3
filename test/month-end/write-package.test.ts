import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../src/domain/package-tables.ts'
import { type PackageProgress, writePackage } from '../../src/month-end/write-package.ts'
import { freshFolder, goodFiles, inside } from '../support/month-end.ts'
import { closingOf, contentOf, sampleMonth, testKey } from '../support/month-end-content.ts'

const folder = freshFolder()
const support = pathToFileURL(join(process.cwd(), 'test/support/month-end-content.ts')).href
const writer = pathToFileURL(join(process.cwd(), 'src/month-end/write-package.ts')).href

/** Writes the sample month in a process of its own, whose clock may be moved, and answers the zip's hash. */
function writtenElsewhere(environment: Record<string, string>, clockShiftMs = 0): string {
  const target = inside(folder)
  const script = `
    const Real = Date, shift = ${clockShiftMs}
    globalThis.Date = class extends Real {
      constructor(...given) { given.length ? super(...given) : super(Real.now() + shift) }
      static now() { return Real.now() + shift }
    }
    const { contentOf, sampleMonth, testKey } = await import('${support}')
    const { writePackage } = await import('${writer}')
    const outcome = await writePackage(contentOf(sampleMonth()), { folder: process.argv[1], signingKey: testKey, recipients: [] })
    console.log(outcome.file)`
  const options = { encoding: 'utf8', env: { ...process.env, ...environment } } as const
  const file = execFileSync(process.execPath, ['--input-type=module', '-e', script, target], options).trim()
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

describe('The same closed month gives the same bytes', () => {
  test('in any time zone, in any language, on any day, in any summer time', () => {
    const here = writtenElsewhere({})
    expect(writtenElsewhere({ TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toBe(here)
    expect(writtenElsewhere({ TZ: 'Pacific/Kiritimati' })).toBe(here)
    expect(writtenElsewhere({ TZ: 'Asia/Ho_Chi_Minh' }, 200 * 86_400_000)).toBe(here)
  })

  test('and entries that carry the day the month was closed in Vietnam', async () => {
    const target = inside(folder)
    await writePackage(contentOf(sampleMonth(), { closedAt: '2026-11-30T18:30:00.000Z' }), {
      folder: target,
      signingKey: testKey,
      recipients: [],
    })
    const list = execFileSync('unzip', ['-lq', join(target, 'PC042_2026-11_r1.zip')], { encoding: 'utf8' })
    expect(list.match(/2026-12-01 12:00/g)).toHaveLength(22)
  })
})

describe('A month whose figures do not agree is no package', () => {
  test('but the faults, and nothing is left behind', async () => {
    const target = inside(folder)
    const month = sampleMonth()
    const { totals, counts } = closingOf(month)
    const changes = { totals: { ...totals, giftsDong: 1 }, counts: { ...counts, voids: 2 } }
    const outcome = await writePackage(contentOf(month, changes), {
      folder: target,
      signingKey: testKey,
      recipients: [],
    })
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ code: 'counts.wrong' }, { code: 'totals.wrong' }] })
    expect(readdirSync(target)).toEqual([])
  })

  test('nor one whose closing document is malformed, or signed with another key than it names', async () => {
    const target = inside(folder)
    const options = { folder: target, signingKey: testKey, recipients: [] }
    const malformed = await writePackage(contentOf(sampleMonth(), { officeId: '../x' }), options)
    expect(malformed).toMatchObject({ kind: 'refused', faults: [{ code: 'closing.malformed' }] })
    const other = await writePackage(contentOf(sampleMonth(), { signerKeyId: '0'.repeat(16) }), options)
    expect(other).toMatchObject({ kind: 'refused', faults: [{ code: 'signature.bad' }] })
    expect(readdirSync(target)).toEqual([])
  })
})

describe('Nothing is left behind', () => {
  test('when the clerk stops it, at whichever step', async () => {
    for (const step of ['tables', 'check', 'zip'] as const) {
      const target = inside(folder)
      const stop = new AbortController()
      const onProgress = (progress: PackageProgress) =>
        progress.step === step && stop.abort(new Error('stopped by the clerk'))
      const writing = writePackage(contentOf(sampleMonth()), {
        folder: target,
        signingKey: testKey,
        recipients: [],
        signal: stop.signal,
        onProgress,
      })
      await expect(writing, step).rejects.toThrow('stopped by the clerk')
      expect(readdirSync(target), step).toEqual([])
    }
  })

  test('when the ledger fails in the middle of a table', async () => {
    const target = inside(folder)
    const month = sampleMonth()
    function* torn(): Generator<Row<'gift-handovers'>> {
      yield* month['gift-handovers'].slice(0, 3)
      throw new Error('the ledger is damaged')
    }
    const content = contentOf(month)
    const writing = writePackage(
      { ...content, tables: { ...month, 'gift-handovers': torn() } },
      { folder: target, signingKey: testKey, recipients: [] },
    )
    await expect(writing).rejects.toThrow('the ledger is damaged')
    expect(readdirSync(target)).toEqual([])
  })

  test('when a folder stands where the package should be, and the folder is untouched', async () => {
    const target = inside(folder)
    mkdirSync(join(target, 'PC042_2026-11_r1.zip'))
    writeFileSync(join(target, 'PC042_2026-11_r1.zip', 'kept'), '')
    await expect(
      writePackage(contentOf(sampleMonth()), { folder: target, signingKey: testKey, recipients: [] }),
    ).rejects.toThrow()
    expect(readdirSync(target)).toEqual(['PC042_2026-11_r1.zip'])
  })

  test('when there is no such folder', async () => {
    const target = join(inside(folder), 'none')
    await expect(
      writePackage(contentOf(sampleMonth()), { folder: target, signingKey: testKey, recipients: [] }),
    ).rejects.toThrow('ENOENT')
  })
})

test('Writing tells how far it is: rows of all rows, then bytes', async () => {
  const steps: PackageProgress[] = []
  const month = sampleMonth()
  await writePackage(contentOf(month), {
    folder: inside(folder),
    signingKey: testKey,
    recipients: [],
    onProgress: (step) => steps.push(step),
  })
  const rows = Object.values(month).reduce((sum, table) => sum + table.length, 0)
  expect(steps.filter(({ step }) => step === 'tables').at(-1)).toEqual({ step: 'tables', done: rows, total: rows })
  expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(['tables', 'check', 'zip']))
})

test('Texts leave in NFC, however the ledger spelt them', async () => {
  const month = sampleMonth()
  const [first] = month.households
  if (!first) throw new Error('no household')
  first.hamlet = 'Thôn Đoài'.normalize('NFD')
  expect((await goodFiles(month)).get('data/households.csv')?.toString()).toContain('Thôn Đoài'.normalize('NFC'))
})

test('The workbook for people shows typed figures and masked citizen IDs', async () => {
  const workbook = await readXlsx((await goodFiles()).get('data/summary.xlsx') ?? new Uint8Array())
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
    'Tổng hợp',
    'Quà đã trao',
    'Sửa điện',
    'Điều chỉnh',
    'Chỉ tiêu',
  ])
  const [summary, handovers, repairs, corrections, indicators] = workbook.sheets
  expect(summary?.rows).toContainEqual(['Trị giá quà (đồng)', 6_000_000])
  const [header, first, second] = handovers?.rows ?? []
  expect(header?.slice(0, 4)).toEqual(['Số biên bản', 'Ngày trao', 'Chủ hộ', 'Số định danh'])
  expect(first?.[0]).toBe('01/2026/BBBG-PC042')
  expect(first?.[1]).toEqual(new Date('2026-11-02T00:00:00Z'))
  expect(first?.[3]).toBe('001******001')
  expect(first?.[8]).toBe(500_000)
  expect(second?.[10]).toBe('Hủy')
  expect(repairs?.rows).toHaveLength(4)
  expect(summary?.rows).toContainEqual(['Điều chỉnh giảm (đồng)', 120_000])
  const [, , corrected] = corrections?.rows ?? []
  expect(corrected?.slice(0, 3)).toEqual(['02/2026/BTDC-PC042', new Date('2026-11-06T00:00:00Z'), '10/2026'])
  expect(corrected?.slice(6, 8)).toEqual([0, -120_000])
  expect(indicators?.rows.slice(2, 4)).toEqual([
    ['KHIEU_NAI', 'Khiếu nại được giải quyết đúng hạn', 38, 40, 95, '%', '≥ 100', 'Không đạt'],
    ['SAIDI', 'Thời gian mất điện trung bình (SAIDI)', 125_430.5, 20_500, 6.119, 'phút', '≤ 7,5', 'Đạt'],
  ])
  expect(JSON.stringify(workbook.sheets)).not.toContain('001100000001')
})
