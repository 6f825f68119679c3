import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ClosingDocument } from '../../src/month-end/closing-document.ts'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { goodFiles, layOut } from '../support/month-end.ts'
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
import { changeClosing, codesOf, knownKeys, replaceText, spoiler } from '../support/spoilt-package.ts'

const { newFolder, good, sealed, codesAfter, codesSealed } = spoiler()

describe('A good package', () => {
  test('has no faults, zipped or unpacked, and says the same of itself', async () => {
    const outcome = await writePackage(contentOf(sampleMonth()), {
      folder: newFolder(),
      signingKey: testKey,
      recipients: [],
    })
    if (outcome.kind === 'refused') throw new Error('refused')
    const zipped = await verifyPackage(outcome.file, { knownKeys })
    const unpacked = await verifyPackage(layOut(good(), newFolder()), { knownKeys })
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
      totals: {
        giftsDong: 6_000_000,
        repairsDong: 2_400_000,
        voidedDong: 500_000,
        correctionIncreaseDong: 500_000,
        correctionDecreaseDong: 120_000,
      },
    })
  })

  test('of a month without a single entry has no faults either', async () => {
    const empty: Month = { ...sampleMonth(0, 0), voids: [], journal: [] }
    const files = await goodFiles(empty)
    expect(await codesOf(layOut(files, newFolder()))).toEqual([])
  })
})

describe('Files', () => {
  test('one changed byte in any file of the bag is found, and in which', async () => {
    for (const [path, bytes] of good()) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1)
      const codes = await codesAfter((files) => files.set(path, changed))
      const signature = 'signature.bad tagmanifest-sha256.txt.minisig'
      if (path === 'bagit.txt') expect(codes).toEqual(['bag.structure bagit.txt'])
      else expect(codes, path).toContain(path.startsWith('tagmanifest') ? signature : `file.changed ${path}`)
    }
  })

  test('a missing file is named, whichever it is', async () => {
    for (const path of good().keys()) {
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
    const bag = layOut(new Map([...good()].filter(([path]) => path !== 'data/voids.csv')), newFolder())
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
    const bag = layOut(good(), newFolder())
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
    const bag = layOut(good(), newFolder())
    const others = { knownKeys: new Map([['PC001', testKey.publicKeyText]]) }
    expect(await codesOf(bag, others)).toEqual(['signature.unknownKey tagmanifest-sha256.txt.minisig'])
    const unchecked = await verifyPackage(bag)
    expect(unchecked.faults).toEqual([])
    expect(unchecked.summary?.signature).toBe('notChecked')
  })

  test('is checked by a folder of public keys', async () => {
    const bag = layOut(good(), newFolder())
    const keysFolder = newFolder()
    expect(await codesOf(bag, { keysFolder })).toEqual(['signature.unknownKey tagmanifest-sha256.txt.minisig'])
    writeFileSync(join(keysFolder, 'PC042.pub'), testKey.publicKeyText)
    expect((await verifyPackage(bag, { keysFolder })).summary?.signature).toBe('good')
    writeFileSync(join(keysFolder, 'PC042.pub'), 'not a key')
    expect(await codesOf(bag, { keysFolder })).toEqual(['signature.unknownKey tagmanifest-sha256.txt.minisig'])
  })

  test('that another closing of the same office carries does not pass for this one', async () => {
    const other = await sealed((files) => changeClosing(files, { closedBy: 'Người khác' }))
    const stolen = readFileSync(join(other, 'tagmanifest-sha256.txt.minisig'))
    const codes = await codesAfter((own) => own.set('tagmanifest-sha256.txt.minisig', stolen))
    expect(codes).toEqual(['signature.bad tagmanifest-sha256.txt.minisig'])
  })
})

describe('The closing document', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a field more', { extra: 1 }, 'closing.malformed'],
    ['a field less', { appVersion: undefined }, 'closing.malformed'],
    ['a later format', { format: 'so-tri-an/3' }, 'closing.version'],
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
    ['forms without a gift', ({ documentNumbers: n }) => numbered(n, { withoutHandover: [5] }), 'numbers.gap'],
    [
      'numbers at all',
      ({ documentNumbers: n }) => ({ documentNumbers: { ...n, handoverReceipt: null } }),
      'numbers.gap',
    ],
  ])('that states other %s than the tables hold is wrong', async (_what, changes, code) => {
    const codes = await codesSealed((files) => changeClosing(files, changes(closingOf(sampleMonth()))))
    expect(codes).toEqual([`${code} data/closing.json`])
  })

  test('says nothing of forms without a gift in packages from before there were any', async () => {
    const { documentNumbers: n } = closingOf(sampleMonth())
    const before = numbered(n, { withoutHandover: undefined })
    expect(await codesSealed((files) => changeClosing(files, before))).toEqual([])
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

describe('The place in the sequence', () => {
  async function following(changes: Partial<ClosingDocument>) {
    const first = (await verifyPackage(layOut(good(), newFolder()))).summary
    if (!first) throw new Error('no summary')
    const { lastJournal, closingHead, ledgerId } = first.closing
    const month = { ...sampleMonth(), journal: journalRows(3, lastJournal + 1, closingHead) }
    const closing = { sequence: 2, previousPackage: first.identity, openingHead: closingHead, ...changes }
    const journal = { firstJournal: lastJournal + 1, lastJournal: lastJournal + 3 }
    const target = newFolder()
    const content = contentOf(month, { ...journal, ...closing })
    const outcome = await writePackage(content, { folder: target, signingKey: testKey, recipients: [] })
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
    const bag = layOut(good(), newFolder())
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
  const bag = layOut(good(), newFolder())
  const stop = new AbortController()
  const checking = verifyPackage(bag, { signal: stop.signal, onProgress: () => stop.abort(new Error('stopped')) })
  await expect(checking).rejects.toThrow('stopped')
})
