import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ClosingDocument } from '../../src/month-end/closing-document.ts'
import { type VerifyOptions, verifyPackage } from '../../src/month-end/verify-package.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { freshFolder, goodFiles, inside, layOut, sealAnew } from '../support/month-end.ts'
import {
  closingOf,
  contentOf,
  journalRows,
  keyOfSeed,
  type Month,
  OFFICE,
  sampleMonth,
  testKey,
} from '../support/month-end-content.ts'

type Files = Map<string, Buffer>

const folder = freshFolder()
const knownKeys = new Map([[OFFICE, testKey.publicKeyText]])
let good: Files

beforeAll(async () => {
  good = await goodFiles()
})

async function codesOf(path: string, options: VerifyOptions = { knownKeys }) {
  const { faults } = await verifyPackage(path, options)
  return [...new Set(faults.map(({ code, file }) => `${code} ${file}`))]
}

/** The faults of the good package's files after a change that nobody sealed. */
async function codesAfter(change: (files: Files) => void) {
  const files = new Map(good)
  change(files)
  return codesOf(layOut(files, inside(folder)))
}

/** The faults of a payload changed and then sealed and signed anew. */
async function codesSealed(change: (files: Files) => void, key = testKey) {
  const files = new Map(good)
  change(files)
  return codesOf(await sealAnew(files, inside(folder), key))
}

function replaceText(files: Files, path: string, from: string | RegExp, to: string): void {
  const text = files.get(path)?.toString() ?? ''
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${path} has no ${from}`)
  files.set(path, Buffer.from(changed))
}

const changeClosing = (files: Files, changes: Record<string, unknown>) =>
  files.set('data/closing.json', Buffer.from(JSON.stringify({ ...closingOf(sampleMonth()), ...changes })))

describe('A good package', () => {
  test('has no faults, zipped or unpacked, and says the same of itself', async () => {
    const outcome = await writePackage(contentOf(sampleMonth()), { folder, signingKey: testKey })
    if (outcome.kind === 'refused') throw new Error('refused')
    const zipped = await verifyPackage(outcome.file, { knownKeys })
    const unpacked = await verifyPackage(layOut(good, inside(folder)), { knownKeys })
    expect(zipped.faults).toEqual([])
    expect(unpacked).toEqual(zipped)
    expect(zipped.summary).toMatchObject({
      packageName: 'PC042_2026-11_r1',
      identity: outcome.identity,
      officeId: OFFICE,
      period: '2026-11',
      sequence: 1,
      revision: 1,
      signature: 'good',
      counts: { 'gift-handovers': 12, journal: 16 },
      totals: { giftsDong: 6_000_000, repairsDong: 2_400_000, voidedDong: 500_000 },
    })
  })

  test('of a month without a single entry has no faults either', async () => {
    const empty: Month = { ...sampleMonth(0, 0), voids: [], journal: [] }
    const files = await goodFiles(empty)
    expect(await codesOf(layOut(files, inside(folder)))).toEqual([])
  })
})

describe('Files', () => {
  test('one changed byte in any file of the bag is found, and in which', async () => {
    for (const [path, bytes] of good) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1)
      const codes = await codesAfter((files) => files.set(path, changed))
      const signature = 'signature.bad tagmanifest-sha256.txt.minisig'
      if (path === 'bagit.txt') expect(codes).toEqual(['bag.structure bagit.txt'])
      else expect(codes, path).toContain(path.startsWith('tagmanifest') ? signature : `file.changed ${path}`)
    }
  })

  test('a missing file is named, whichever it is', async () => {
    for (const path of good.keys()) {
      const codes = await codesAfter((files) => files.delete(path))
      if (path === 'bagit.txt') expect(codes).toEqual(['bag.structure bagit.txt'])
      else if (path.endsWith('.minisig')) expect(codes).toEqual([`signature.missing ${path}`])
      else expect(codes, path).toContain(`file.missing ${path}`)
    }
  })

  test.each(['data/notes.txt', 'notes.txt', 'data/scans/a.jpg', 'fetch.txt', 'manifest-md5.txt'])(
    'a file that does not belong there is named: %s',
    async (path) => {
      expect(await codesAfter((files) => files.set(path, Buffer.from('x')))).toContain(`file.extra ${path}`)
    },
  )

  test('a sealed file that the format does not have is refused all the same', async () => {
    expect(await codesSealed((files) => files.set('data/extra.csv', Buffer.from('a\r\n')))).toEqual([
      'file.extra data/extra.csv',
    ])
  })

  test('a renamed file is missing and extra', async () => {
    const codes = await codesAfter((files) => {
      files.set('data/void.csv', files.get('data/voids.csv') ?? Buffer.alloc(0))
      files.delete('data/voids.csv')
    })
    expect(codes).toContain('file.missing data/voids.csv')
    expect(codes).toContain('file.extra data/void.csv')
  })

  test('a name that differs only in capitals is a duplicate', async () => {
    const codes = await codesAfter((files) => files.set('data/Voids.csv', Buffer.from('x')))
    expect(codes).toEqual(['name.duplicate data/voids.csv'])
  })

  test('a link is never followed', async () => {
    const bag = layOut(new Map([...good].filter(([path]) => path !== 'data/voids.csv')), inside(folder))
    symlinkSync('/etc/hostname', join(bag, 'data/voids.csv'))
    expect(await codesOf(bag)).toEqual(['name.unsafe data/voids.csv'])
  })

  test('a manifest that points outside the bag is unsafe', async () => {
    const outside = `${'0'.repeat(64)}  data/../../../etc/hostname\n`
    const codes = await codesAfter((files) =>
      files.set(
        'manifest-sha256.txt',
        Buffer.concat([files.get('manifest-sha256.txt') ?? Buffer.alloc(0), Buffer.from(outside)]),
      ),
    )
    expect(codes).toContain('name.unsafe manifest-sha256.txt')
  })

  test('an empty folder more is told', async () => {
    const bag = layOut(good, inside(folder))
    mkdirSync(join(bag, 'data/scans'))
    expect(await codesOf(bag)).toEqual(['file.extra data/scans'])
  })
})

describe('The signature', () => {
  test('by another key of the same office name is of an unknown key', async () => {
    const codes = await codesSealed((files) => changeClosing(files, { signerKeyId: keyOfSeed(8).keyId }), keyOfSeed(8))
    expect(codes).toEqual(['signature.unknownKey tagmanifest-sha256.txt.minisig'])
  })

  test('of an office whose key is not known is told, unless no keys are given at all', async () => {
    const bag = layOut(good, inside(folder))
    const others = { knownKeys: new Map([['PC001', testKey.publicKeyText]]) }
    expect(await codesOf(bag, others)).toEqual(['signature.unknownKey tagmanifest-sha256.txt.minisig'])
    const unchecked = await verifyPackage(bag)
    expect(unchecked.faults).toEqual([])
    expect(unchecked.summary?.signature).toBe('notChecked')
  })

  test('is checked by a folder of public keys', async () => {
    const bag = layOut(good, inside(folder))
    const keysFolder = inside(folder)
    expect(await codesOf(bag, { keysFolder })).toEqual(['signature.unknownKey tagmanifest-sha256.txt.minisig'])
    writeFileSync(join(keysFolder, 'PC042.pub'), testKey.publicKeyText)
    expect((await verifyPackage(bag, { keysFolder })).summary?.signature).toBe('good')
    writeFileSync(join(keysFolder, 'PC042.pub'), 'not a key')
    expect(await codesOf(bag, { keysFolder })).toEqual(['signature.unknownKey tagmanifest-sha256.txt.minisig'])
  })

  test('that another closing of the same office carries does not pass for this one', async () => {
    const files = new Map(good)
    changeClosing(files, { closedBy: 'Người khác' })
    const other = await sealAnew(files, inside(folder))
    const stolen = readFileSync(join(other, 'tagmanifest-sha256.txt.minisig'))
    const codes = await codesAfter((own) => own.set('tagmanifest-sha256.txt.minisig', stolen))
    expect(codes).toEqual(['signature.bad tagmanifest-sha256.txt.minisig'])
  })
})

describe('The closing document', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a field more', { extra: 1 }, 'closing.malformed'],
    ['a field less', { appVersion: undefined }, 'closing.malformed'],
    ['a later format', { format: 'so-tri-an/2' }, 'closing.version'],
    ['a month that is none', { period: '2026-13' }, 'closing.malformed'],
    ['an end that is not the month’s', { periodEnd: '2026-11-29' }, 'closing.malformed'],
    ['a first package that follows another', { previousPackage: 'a'.repeat(64) }, 'closing.malformed'],
    ['a ledger without identity', { ledgerId: 'x' }, 'closing.malformed'],
    ['a name with a control character', { officeName: 'A\u0007' }, 'closing.malformed'],
  ])('with %s is refused', async (_what, changes, code) => {
    expect(await codesSealed((files) => changeClosing(files, changes))).toContain(`${code} data/closing.json`)
  })

  test('that is no JSON is refused', async () => {
    const codes = await codesAfter((files) => files.set('data/closing.json', Buffer.from('{')))
    expect(codes).toContain('closing.malformed data/closing.json')
  })

  test.each<[string, (counts: ClosingDocument) => Record<string, unknown>, string]>([
    ['counts', ({ counts }) => ({ counts: { ...counts, households: 13 } }), 'counts.wrong'],
    ['gifts', ({ totals }) => ({ totals: { ...totals, giftsDong: 1 } }), 'totals.wrong'],
    ['repairs', ({ totals }) => ({ totals: { ...totals, repairsDong: 1 } }), 'totals.wrong'],
    ['voids', ({ totals }) => ({ totals: { ...totals, voidedDong: 1 } }), 'totals.wrong'],
    ['first number', ({ documentNumbers: n }) => numbered(n, { first: 2 }), 'numbers.gap'],
    ['last number', ({ documentNumbers: n }) => numbered(n, { last: 13 }), 'numbers.gap'],
    ['voided numbers', ({ documentNumbers: n }) => numbered(n, { voided: [] }), 'numbers.gap'],
    ['numbers of other months', ({ documentNumbers: n }) => numbered(n, { otherMonths: [5] }), 'numbers.gap'],
    [
      'numbers at all',
      ({ documentNumbers: n }) => ({ documentNumbers: { ...n, handoverReceipt: null } }),
      'numbers.gap',
    ],
  ])('that states other %s than the tables hold is wrong', async (_what, changes, code) => {
    const codes = await codesSealed((files) => changeClosing(files, changes(closingOf(sampleMonth()))))
    expect(codes).toEqual([`${code} data/closing.json`])
  })

  test('and bag-info.txt must say the same', async () => {
    const codes = await codesAfter((files) =>
      replaceText(files, 'bag-info.txt', 'Closing-Sequence: 1', 'Closing-Sequence: 2'),
    )
    expect(codes).toEqual(['bag.info bag-info.txt', 'file.changed bag-info.txt'])
  })
})

function numbered(numbers: ClosingDocument['documentNumbers'], changes: Record<string, unknown>) {
  return { documentNumbers: { ...numbers, handoverReceipt: { ...numbers.handoverReceipt, ...changes } } }
}

describe('Tables', () => {
  test.each<[string, string, string | RegExp, string, string[]]>([
    ['an amount that is no number', 'gift-handovers', ',500000,', ',abc,', ['table.malformed']],
    ['a day that does not exist', 'gift-handovers', '2026-11-03', '2026-11-31', ['table.malformed']],
    ['a day outside the month', 'gift-handovers', '2026-11-03', '2026-12-03', ['table.malformed']],
    ['a word that is none of the list', 'households', ',active', ',sleeping', ['table.malformed']],
    ['a required field that is empty', 'voids', 'Ghi nhầm hộ', '', ['table.malformed']],
    ['a cell that would be a formula', 'households', 'Trần Văn Đức', '=1+1', ['table.malformed']],
    ['a text that is not NFC', 'households', 'Trần Văn Đức', 'Trần Văn Đức'.normalize('NFD'), ['table.malformed']],
    ['another header', 'households', 'head_of_household', 'head', ['table.malformed']],
    ['a ragged row', 'campaigns', '7/QĐ,', '', ['table.malformed']],
    ['bare line feeds', 'campaigns', /\r\n/g, '\n', ['table.malformed']],
    ['an open quote', 'campaigns', 'Tri ân 2026', '"Tri ân 2026', ['table.malformed']],
    ['a code that is not of its number', 'gift-handovers', /1004226000003\d/, '10042260000040', ['table.malformed']],
  ])('with %s are malformed', async (_what, name, from, to, expected) => {
    const codes = await codesSealed((files) => replaceText(files, `data/${name}.csv`, from, to))
    for (const code of expected) expect(codes).toContain(`${code} data/${name}.csv`)
  })

  test('a repeated key and rows out of order are found', async () => {
    const rows = (files: Files) => files.get('data/households.csv')?.toString().split('\r\n') ?? []
    const codes = await codesSealed((files) => {
      const [header = '', first = '', ...others] = rows(files)
      files.set('data/households.csv', Buffer.from([header, first, first, ...others.slice(1)].join('\r\n')))
    })
    expect(codes).toContain('table.key data/households.csv')
    const swapped = await codesSealed((files) => {
      const [header = '', first = '', second = '', ...others] = rows(files)
      files.set('data/households.csv', Buffer.from([header, second, first, ...others].join('\r\n')))
    })
    expect(swapped).toEqual(['table.key data/households.csv'])
  })

  test('a handover to a household that is not there is found', async () => {
    const lost = '0193a000-0000-7000-8000-000000000099'
    const codes = await codesSealed((files) =>
      replaceText(files, 'data/gift-handovers.csv', '0193a000-0000-7000-8000-000000000003', lost),
    )
    expect(codes).toContain('table.reference data/gift-handovers.csv')
  })

  test('lines that do not come to their paper’s value are found, and lines that are not quantity times price', async () => {
    const codes = await codesSealed((files) =>
      replaceText(files, 'data/gift-lines.csv', '12.5,20000,250000', '12.5,20000,260000'),
    )
    expect(codes).toEqual(['totals.wrong data/gift-lines.csv', 'totals.wrong data/gift-handovers.csv'])
  })

  test('a data package that describes other tables is found', async () => {
    const codes = await codesAfter((files) => replaceText(files, 'data/datapackage.json', '"integer"', '"string"'))
    expect(codes).toContain('table.malformed data/datapackage.json')
  })
})

describe('The journal', () => {
  const row = (files: Files) => files.get('data/journal.csv')?.toString() ?? ''

  test('with one changed command breaks where it was changed', async () => {
    const files = new Map(good)
    replaceText(files, 'data/journal.csv', /(\r\n7,.*?)gift\.handOver/, '$1gift.void')
    const { faults } = await verifyPackage(await sealAnew(files, inside(folder)), { knownKeys })
    expect(faults).toEqual([
      { code: 'journal.broken', file: 'data/journal.csv', detail: 'row 7 does not have the hash of its content' },
    ])
  })

  test('without one of its rows is broken', async () => {
    const codes = await codesSealed((files) =>
      files.set('data/journal.csv', Buffer.from(row(files).replace(/\r\n7,.*?(?=\r\n)/, ''))),
    )
    expect(codes).toContain('journal.broken data/journal.csv')
  })

  test('that ends before the closing head is broken', async () => {
    const codes = await codesSealed((files) => changeClosing(files, { closingHead: 'b'.repeat(64) }))
    expect(codes).toEqual(['journal.broken data/journal.csv'])
  })
})

describe('The place in the sequence', () => {
  async function following(changes: Partial<ClosingDocument>) {
    const first = (await verifyPackage(layOut(good, inside(folder)))).summary
    if (!first) throw new Error('no summary')
    const { lastJournal, closingHead, ledgerId } = first.closing
    const month = { ...sampleMonth(), journal: journalRows(3, lastJournal + 1, closingHead) }
    const closing = { sequence: 2, previousPackage: first.identity, openingHead: closingHead, ...changes }
    const journal = { firstJournal: lastJournal + 1, lastJournal: lastJournal + 3 }
    const target = inside(folder)
    const content = contentOf(month, { ...journal, ...closing })
    const outcome = await writePackage(content, { folder: target, signingKey: testKey })
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.faults))
    const expectedPrevious = { identity: first.identity, ledgerId, sequence: 1, lastJournal, closingHead }
    return codesOf(outcome.file, { knownKeys, expectedPrevious })
  }

  test('is right for the next package of the same ledger', async () => {
    expect(await following({})).toEqual([])
  })

  test('shows a lost package', async () => {
    expect(await following({ sequence: 3 })).toEqual(['sequence.gap data/closing.json'])
  })

  test('shows another ledger, and another package before it', async () => {
    expect(await following({ ledgerId: '0193aaaa-0000-7000-8000-000000000002' })).toEqual([
      'sequence.fork data/closing.json',
    ])
    expect(await following({ previousPackage: 'c'.repeat(64) })).toEqual(['sequence.fork data/closing.json'])
  })

  test('the same package again is no fork, and a first one where none is expected is right', async () => {
    const bag = layOut(good, inside(folder))
    const { summary } = await verifyPackage(bag)
    if (!summary) throw new Error('no summary')
    const { identity, sequence, closing } = summary
    const { ledgerId, lastJournal, closingHead } = closing
    const itself = { identity, sequence, ledgerId, lastJournal, closingHead }
    expect(await codesOf(bag, { expectedPrevious: itself })).toEqual([])
    expect(await codesOf(bag, { expectedPrevious: null })).toEqual([])
    const other = { ...itself, identity: 'd'.repeat(64) }
    expect(await codesOf(bag, { expectedPrevious: other })).toEqual(['sequence.fork data/closing.json'])
  })
})

test('A check can be stopped', async () => {
  const bag = layOut(good, inside(folder))
  const stop = new AbortController()
  const checking = verifyPackage(bag, { signal: stop.signal, onProgress: () => stop.abort(new Error('stopped')) })
  await expect(checking).rejects.toThrow('stopped')
})
