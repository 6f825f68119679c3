/** Packages that were chosen: which are taken in and in what order, what stays missing, and how a change is told. */

import { describe, expect, test } from 'vitest'
import type { PackagePreview } from '../../src/contract/inbox.ts'
import type { Dong } from '../../src/domain/money.ts'
import { period } from '../../src/domain/period.ts'
import { linesOf } from '../../src/renderer/features/inbox/difference-lines.ts'
import { readInboxView } from '../../src/renderer/features/inbox/inbox-view.ts'
import {
  type ChosenPackage,
  chosenPackages,
  isShut,
  stillMissing,
  toTakeIn,
  withStep,
} from '../../src/renderer/features/inbox/taking-in.ts'
import { texts } from '../../src/renderer/text/texts.ts'

const NO_FIGURES = {
  ...{ handoverCount: 0, repairCount: 0, voidCount: 0 },
  ...{ giftsDong: 0 as Dong, repairsDong: 0 as Dong, voidedDong: 0 as Dong },
}

function previewOf(officeId: string, sequence: number, changes: Partial<PackagePreview> = {}): PackagePreview {
  const month = period(`2026-${String(sequence).padStart(2, '0')}`)
  return {
    fileName: `${officeId}.zip`,
    state: 'new',
    faults: [],
    summary: {
      ...{ packageName: `${officeId} ${sequence}`, identity: 'a'.repeat(64), officeId, officeName: officeId },
      ...{ period: month, sequence, revision: 1, profile: 'full', figures: NO_FIGURES },
    },
    forkDetail: null,
    difference: [],
    missing: { months: [], sequences: [] },
    ...changes,
  }
}

const looked = (path: string, preview: PackagePreview): ChosenPackage => ({ path, step: 'looked', preview })

describe('packages that were chosen', () => {
  test('wait, are looked at one by one, and keep what was found', () => {
    const preview = previewOf('PC042', 1)
    const packages = withStep(chosenPackages(['a.zip', 'b.zip']), 'a.zip', 'looked', preview)
    expect(packages.map(({ step }) => step)).toEqual(['looked', 'waiting'])
    expect(withStep(packages, 'a.zip', 'taken')[0]).toEqual({ path: 'a.zip', step: 'taken', preview })
  })

  test('are taken in where they change something, an office’s earlier ones first', () => {
    const packages = [
      looked('march', previewOf('PC042', 3)),
      looked('january', previewOf('PC042', 1, { state: 'superseded' })),
      looked('known', previewOf('PC042', 2, { state: 'known' })),
      looked('fork', previewOf('PC042', 4, { state: 'fork' })),
      looked('faulty', previewOf('PC042', 5, { state: 'faulty' })),
      { ...looked('taken', previewOf('PC042', 6)), step: 'taken' as const },
      ...chosenPackages(['waiting']),
    ]
    expect(toTakeIn(packages).map(({ path }) => path)).toEqual(['january', 'march'])
  })

  test('fill each other’s gaps: only what nobody chose stays missing', () => {
    const ledgerId = 'ledger'
    const gap = { officeId: 'PC042', ledgerId, first: 1, last: 5 }
    const missing = { months: [period('2026-02'), period('2026-03')], sequences: [gap] }
    const last = previewOf('PC042', 6, { missing })
    const packages = [
      looked('6', last),
      looked('3', previewOf('PC042', 3)),
      looked('of another', previewOf('PC043', 2)),
    ]
    expect(stillMissing(last, packages)).toEqual({
      months: [period('2026-02')],
      sequences: [
        { officeId: 'PC042', ledgerId, first: 1, last: 2 },
        { officeId: 'PC042', ledgerId, first: 4, last: 5 },
      ],
    })
  })

  test('are shut where no key opens them', () => {
    const fault = { code: 'encryption.noKey' as const, file: null, detail: 'no key' }
    expect(isShut(looked('a', previewOf('PC042', 1, { state: 'faulty', faults: [fault] })))).toBe(true)
    expect(isShut(looked('b', previewOf('PC042', 1)))).toBe(false)
  })
})

test('a difference is told in the words of the trade: days, amounts, and how many more there are', () => {
  const cells = [
    { field: 'handed_over_on', before: '2026-11-02', after: '2026-11-03' },
    { field: 'value_dong', before: '500000', after: '600000' },
    { field: 'status', before: 'active', after: 'moved' },
    { field: 'phone', before: null, after: '0912345678' },
  ]
  const difference: PackagePreview['difference'][number] = {
    ...{ table: 'gift-handovers', added: 9, removed: 1, changed: 3 },
    lines: [
      { kind: 'changed', label: 'Nguyễn Thị Lan', cells },
      { kind: 'removed', label: 'Trần Văn Đạt', cells: [] },
      { kind: 'added', label: 'Lò Văn Sơn', cells: [] },
      { kind: 'added', label: 'Lò Thị Yến', cells: [] },
    ],
  }
  expect(linesOf(difference, texts.vi)).toEqual([
    'sửa Nguyễn Thị Lan: 02/11/2026 → 03/11/2026; 500.000 ₫ → 600.000 ₫; Đang ở → Đã chuyển đi; trống → 0912345678',
    'và 2 dòng khác',
    'bớt Trần Văn Đạt',
    'thêm Lò Văn Sơn, Lò Thị Yến và 7 dòng khác',
  ])
})

test('the address of the inbox takes a month and packages, and nothing else', () => {
  expect(readInboxView({ period: '2026-11', files: ['a.zip', 7] })).toEqual({ period: '2026-11', files: ['a.zip'] })
  expect(readInboxView({ period: '11/2026', files: [] })).toEqual({ period: undefined, files: undefined })
})
