/** Signed papers come back: read, matched, kept once, shown beside their paper, and told where they are missing. */

import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ScannedPage } from '../../src/contract/scans.ts'
import { printedPages } from '../support/distorted-scans.ts'
import { addPlace, distributionWithKit } from '../support/gifts.ts'
import { granted, openWorkingOffice, refusedWith, type TestOffice } from '../support/office.ts'
import { certifiedRepair } from '../support/repairs.ts'
import { pdfOfScans } from '../support/scan-files.ts'
import { SCAN_DOTS_PER_INCH, signedReceipts } from '../support/signed-pages.ts'
import { furnish, slip } from '../support/stock.ts'
import { giftFor, NOVEMBER_20, openCampaign, registerHousehold } from '../support/trade.ts'

/** Gifts handed out at the counter, their receipts printed; the names are in the order of printing. */
async function handedOut(opened: TestOffice, names: readonly string[]) {
  const { client } = opened
  const campaign = await openCampaign(client)
  for (const name of names)
    granted(await client.command('gifts.handOver', giftFor(campaign, await registerHousehold(client, name))))
  const all = { eventId: null, receiptIds: null, fromNumber: null, toNumber: null, layout: 'A4' as const }
  const { file } = granted(await client.job('papers.receipts', { campaignId: campaign.campaignId, ...all }))
  return { ...campaign, file }
}

async function readScans({ client }: TestOffice, ...files: string[]) {
  return granted(await client.job('scans.read', { files, eventId: null }))
}

async function waiting({ client }: TestOffice): Promise<ScannedPage[]> {
  return granted(await client.query('scans.queue', { show: 'undecided', limit: 100 })).pages
}

/** A page kept as the paper its code names. */
async function keep({ client }: TestOffice, { pageId, paper }: ScannedPage) {
  if (!paper) throw new Error('The page is matched with a paper')
  const { kind, documentId } = paper
  return client.command('scans.keep', { pageId, kind, documentId, turnedDegrees: 0 })
}

function scanned(folder: string, name: string, pages: Parameters<typeof pdfOfScans>[0]): string {
  const file = join(folder, name)
  writeFileSync(file, pdfOfScans(pages, 60))
  return file
}

test('a stack is matched page by page, kept once, and what has not come back is told', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { campaignId, file } = await handedOut(opened, ['Trần Văn Đạt', 'Nguyễn Thị Lan', 'Lò Văn Sơn'])
  const read = await readScans(opened, file)
  // Nobody signed them: each is for a person to look at.
  expect(read).toMatchObject({ states: { unsure: 3, matched: 0 }, leftOut: [] })
  const again = await readScans(opened, file)
  expect([again.pageIds.length, again.leftOut.length]).toEqual([0, 1])
  const pages = await waiting(opened)
  expect(pages.map(({ signature }) => signature)).toEqual(['looksEmpty', 'looksEmpty', 'looksEmpty'])
  const [first, second] = pages
  if (!first?.paper || !second) throw new Error('Two pages are matched with their papers')
  expect(existsSync(join(opened.folder, 'scans', `${first.imageSha256}.jpg`))).toBe(true)
  granted(await keep(opened, first))
  expect(refusedWith(await keep(opened, first))).toBe('scan.settled')
  expect(refusedWith(await keep(opened, { ...second, paper: first.paper }))).toBe('scan.paperBack')
  const missing = async () =>
    granted(await client.query('distributions.missingPapers', { campaignId, eventId: null })).missingCount
  expect(await missing()).toBe(2)
  granted(await client.command('scans.takeBack', { pageIds: [first.pageId] }))
  expect(await missing()).toBe(3)
})

describe('a paper that is scanned twice', () => {
  test('is told while the first scan still waits for a word, and after it was kept', async () => {
    await using opened = await openWorkingOffice()
    const { file } = await handedOut(opened, ['Nguyễn Thị Lan'])
    const pages = signedReceipts(opened.folder, file)
    expect((await readScans(opened, scanned(opened.folder, 'a.pdf', pages))).states).toMatchObject({ matched: 1 })
    const twice = await readScans(opened, scanned(opened.folder, 'b.pdf', [...pages, ...pages]))
    expect(twice.states).toMatchObject({ matched: 0, duplicate: 2 })
    const [first] = await waiting(opened)
    if (!first) throw new Error('A page waits')
    granted(await keep(opened, first))
    const after = scanned(opened.folder, 'c.pdf', [...pages, ...pages, ...pages])
    expect((await readScans(opened, after)).states).toMatchObject({ matched: 0, duplicate: 3 })
  })

  test('does not keep the others from being kept at one key, is told, and all come back at one key', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const { file } = await handedOut(opened, ['Trần Văn Đạt', 'Nguyễn Thị Lan', 'Lò Văn Sơn'])
    await readScans(opened, scanned(opened.folder, 'a.pdf', signedReceipts(opened.folder, file)))
    const pages = await waiting(opened)
    const [first] = pages
    if (!first) throw new Error('Pages wait')
    granted(await keep(opened, first))
    const pageIds = pages.map(({ pageId }) => pageId)
    const { keptIds, skipped } = granted(await client.command('scans.keepMatched', { pageIds }))
    expect(keptIds).toEqual(pageIds.slice(1))
    expect(skipped).toMatchObject([{ sourceName: 'a.pdf', pageNumber: 1, refusal: { code: 'scan.settled' } }])
    granted(await client.command('scans.takeBack', { pageIds: keptIds }))
    expect((await waiting(opened)).map(({ pageId }) => pageId)).toEqual(keptIds)
  })
})

test('two threads that share a stack bring its pages in their order, each once', async () => {
  await using opened = await openWorkingOffice()
  const { file } = await handedOut(opened, ['Trần Văn Đạt', 'Nguyễn Thị Lan', 'Lò Văn Sơn'])
  const pages = signedReceipts(opened.folder, file)
  const [one, two, three] = pages
  if (!one || !two || !three) throw new Error('Three pages are signed')
  const files = [scanned(opened.folder, 'b.pdf', [three, one]), scanned(opened.folder, 'a.pdf', [two])]
  const { pageIds } = await readScans(opened, ...files)
  const read = granted(await opened.client.query('scans.pages', { pageIds })).pages
  expect(read.map(({ sourceName, pageNumber }) => [sourceName, pageNumber])).toEqual([
    ['b.pdf', 1],
    ['b.pdf', 2],
    ['a.pdf', 1],
  ])
  expect(read.map(({ paper }) => paper?.headOfHousehold)).toEqual(['Lò Văn Sơn', 'Trần Văn Đạt', 'Nguyễn Thị Lan'])
  expect(read.map(({ signature }) => signature)).toEqual(['signed', 'signed', 'signed'])
})

test('a page is shown as the person turned it, and a page without a code is the paper a person says it is', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { file } = await handedOut(opened, ['Nguyễn Thị Lan'])
  const [page] = signedReceipts(opened.folder, file)
  if (!page) throw new Error('A page is signed')
  const blank = { ...page, pixels: page.pixels.map(() => 255) }
  expect((await readScans(opened, scanned(opened.folder, 'a.pdf', [blank]))).states).toMatchObject({ unreadable: 1 })
  const [scan] = await waiting(opened)
  const { papers } = granted(await client.query('scans.findPaper', { text: 'Lan', eventId: null }))
  const [paper] = papers
  if (!scan || !paper) throw new Error('A page waits, and its paper is found by name')
  const { kind, documentId } = paper
  granted(await client.command('scans.keep', { pageId: scan.pageId, kind, documentId, turnedDegrees: 270 }))
  const kept = granted(await client.query('scans.ofPaper', { kind, documentId })).pages
  expect(kept).toMatchObject([{ pageId: scan.pageId, turnedDegrees: 270, paperPage: 1, decision: 'kept' }])
})

describe('papers of many pages come back page by page', () => {
  test('the sign-off list of a distribution, in whatever order it was picked up', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const { campaignId, giftPackageId } = await openCampaign(client)
    const names = Array.from({ length: 16 }, (_, at) => `Nguyễn Thị ${String.fromCharCode(65 + at)}`)
    const expected = await Promise.all(
      names.map(async (name) => ({ householdId: await registerHousehold(client, name), giftPackageId })),
    )
    const placeId = await addPlace(client, 'distributionPoint', 'Nhà văn hoá thôn Đông')
    const eventId = await distributionWithKit(client, { campaignId, placeId, expected })
    const kit = granted(await client.job('papers.kit', { eventId, layout: 'A4', parts: ['signOffList'] }))
    const [one, two, ...more] = printedPages(readFileSync(kit.file), SCAN_DOTS_PER_INCH)
    if (!one || !two) throw new Error('The list has two pages')
    const file = scanned(opened.folder, 'list.pdf', [two, ...more, one])
    const { states } = granted(await client.job('scans.read', { files: [file], eventId }))
    expect(states).toMatchObject({ matched: 2 + more.length, foreign: 0, unreadable: 0 })
    const pages = await waiting(opened)
    expect(pages.map(({ paperPage }) => paperPage)).toEqual([...more.map((_, at) => at + 2), 2 + more.length, 1])
    const pageIds = pages.map(({ pageId }) => pageId)
    expect(granted(await client.command('scans.keepMatched', { pageIds })).skipped).toEqual([])
    const kept = granted(await client.query('scans.ofPaper', { kind: 'signOffList', documentId: eventId })).pages
    expect(kept.map(({ paperPage }) => paperPage)).toEqual([1, 2, ...more.map((_, at) => at + 3)])
    const again = scanned(opened.folder, 'again.pdf', [two])
    expect((await readScans(opened, again)).states).toMatchObject({ duplicate: 1 })
    const [duplicate] = await waiting(opened)
    if (!duplicate) throw new Error('The second scan of page 2 waits')
    expect(refusedWith(await keep(opened, duplicate))).toBe('scan.paperBack')
  })

  test('a slip of the store, and a page of it without a code that a person knows', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const { supplier, store, rice } = await furnish(client)
    const { slipId } = granted(
      await client.command('stock.move', slip(supplier, store, NOVEMBER_20, [[rice, 40, 18_000]])),
    )
    const { file } = granted(await client.job('papers.stockSlip', { slipId }))
    const [page] = printedPages(readFileSync(file), SCAN_DOTS_PER_INCH)
    if (!page) throw new Error('The slip has a page')
    const blank = { ...page, pixels: page.pixels.map(() => 255) }
    const { states } = await readScans(opened, scanned(opened.folder, 'slip.pdf', [page, blank]))
    expect(states).toMatchObject({ matched: 1, unreadable: 1 })
    for (const scan of await waiting(opened)) {
      const kept = { pageId: scan.pageId, kind: 'stockIn' as const, documentId: slipId, turnedDegrees: 0 as const }
      granted(await client.command('scans.keep', kept))
    }
    const kept = granted(await client.query('scans.ofPaper', { kind: 'stockIn', documentId: slipId })).pages
    expect(kept.map(({ paperPage }) => paperPage)).toEqual([1, 2])
  })
})

test('of the whole office what is missing names counter receipts and certificates, by commune and hamlet', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  await handedOut(opened, ['Nguyễn Thị Lan'])
  await certifiedRepair(client, await registerHousehold(client, 'Lò Văn Sơn'))
  const wanted = { campaignId: null, eventId: null }
  const { groups, missingCount } = granted(await client.query('distributions.missingPapers', wanted))
  expect(missingCount).toBe(2)
  const here = { eventId: null, communeName: 'Xã Mẫu', hamlet: 'Thôn Đông', signedCount: 1 }
  expect(groups).toMatchObject([
    { ...here, kind: 'handoverReceipt', papers: [{ headOfHousehold: 'Nguyễn Thị Lan' }] },
    { ...here, kind: 'repairCertificate', papers: [{ headOfHousehold: 'Lò Văn Sơn' }] },
  ])
})

describe('the folder of the scanner', () => {
  /** Written long enough ago to be whole. */
  function left(folder: string, name: string, content: Uint8Array | string): string {
    const file = join(folder, name)
    writeFileSync(file, content)
    utimesSync(file, new Date('2026-01-01'), new Date('2026-01-01'))
    return file
  }

  test('offers what is whole and new, and never again what is broken or was read', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const folder = join(opened.folder, 'scanner')
    mkdirSync(folder)
    granted(await client.command('scans.watch', { folder }))
    const { file } = await handedOut(opened, ['Nguyễn Thị Lan'])
    const good = left(folder, 'a.pdf', readFileSync(file))
    const broken = left(folder, 'b.pdf', '%PDF-1.7\nnothing')
    left(folder, 'notes.txt', 'no scan')
    const look = async () => granted(await client.job('scans.waiting', {}))
    expect(await look()).toEqual({ folder, isThere: true, files: [good, broken] })
    const read = await readScans(opened, good, broken)
    expect([read.pageIds.length, read.leftOut.map(({ fileName }) => fileName)]).toEqual([1, ['b.pdf']])
    expect((await look()).files).toEqual([])
    const lines = async () => granted(await client.query('journal.page', { before: null, limit: 100 })).count
    const before = await lines()
    // Somebody who chooses the broken file by hand is told again, and nothing is written for it.
    const byHand = await readScans(opened, good, broken)
    expect([byHand.pageIds.length, byHand.leftOut.length]).toEqual([0, 2])
    expect(await lines()).toBe(before)
  })

  test('is told when it cannot be opened, and is watched again when it is back', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const folder = join(opened.folder, 'stick')
    mkdirSync(folder)
    granted(await client.command('scans.watch', { folder }))
    rmSync(folder, { recursive: true })
    expect(granted(await client.job('scans.waiting', {}))).toEqual({ folder, isThere: false, files: [] })
    mkdirSync(folder)
    expect(granted(await client.job('scans.waiting', {}))).toEqual({ folder, isThere: true, files: [] })
  })
})
