/** Making a file prints nothing; what is taken from it is printed, and each taking is kept. */

import { readFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import { ledgerFile } from '../../src/ledger/open-ledger.ts'
import { pageTexts } from '../documents/read-pdf.ts'
import { addPlace, calendar, distributionWithKit, sheetsOf, takePapers } from '../support/gifts.ts'
import { granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { giftFor, NOVEMBER_20, openCampaign, registerHousehold } from '../support/trade.ts'

const NAMES = ['Nguyễn Thị Lan', 'Trần Văn Đạt', 'Lò Văn Sơn']

/** Three households that were handed their gifts at the counter. */
async function openPrinting() {
  const opened = await openWorkingOffice({ clock: calendar().clock })
  const { client } = opened
  const campaign = await openCampaign(client)
  const receiptIds: string[] = []
  for (const name of NAMES) {
    const gift = giftFor(campaign, await registerHousehold(client, name))
    receiptIds.push(granted(await client.command('gifts.handOver', gift)).receiptId)
  }
  const all = { eventId: null, receiptIds: null, fromNumber: null, toNumber: null, layout: 'A4' as const }
  const make = async () => granted(await client.job('papers.receipts', { ...campaign, ...all }))
  return { opened, client, campaign, receiptIds, make }
}

/** The copy each page says it is; 0 for an original. */
function copiesIn({ file }: { file: string }): number[] {
  return pageTexts(readFileSync(file)).map((text) => Number(/Bản sao lần (\d+)/.exec(text)?.[1] ?? 0))
}

const check = async (client: Client, file: string, pages: { from: number; to: number } | null = null) =>
  granted(await client.query('papers.checkTaking', { file, pages })).refusal?.code ?? null

describe('a file of receipts', () => {
  test('that was only looked at has printed nothing: the next one holds originals, too', async () => {
    const { opened, make } = await openPrinting()
    await using _ = opened
    expect(copiesIn(await make())).toEqual([0, 0, 0])
    expect(copiesIn(await make())).toEqual([0, 0, 0])
  })

  test('that was taken is printed: the next one holds copies, and only of the pages that were taken', async () => {
    const { opened, client, make } = await openPrinting()
    await using _ = opened
    await takePapers(client, await make(), { pages: { from: 2, to: 3 } })
    const next = await make()
    expect(copiesIn(next)).toEqual([0, 1, 1])
    await takePapers(client, next)
    expect(copiesIn(await make())).toEqual([1, 2, 2])
  })

  test('that is sent again after a jam holds the same papers, and both sendings are kept with their pages', async () => {
    const { opened, client, make } = await openPrinting()
    await using _ = opened
    const printed = await make()
    const sending = { way: 'printer', printer: 'HP LaserJet', copies: 2 } as const
    await takePapers(client, printed, sending)
    expect(await check(client, printed.file, { from: 2, to: 3 })).toBeNull()
    await takePapers(client, printed, { ...sending, pages: { from: 2, to: 3 } })
    expect(copiesIn(await make())).toEqual([1, 1, 1])
    await opened.office.close()
    const database = new BetterSqlite3(ledgerFile(opened.folder), { readonly: true })
    const sql = `SELECT content FROM journal WHERE command = 'papers.noteTaking' ORDER BY sequence`
    const rows = database.prepare<[], string>(sql).pluck().all()
    database.close()
    const { file } = printed
    expect(rows.map((content) => JSON.parse(content).input)).toEqual([
      { file, pages: null, ...sending },
      { file, pages: { from: 2, to: 3 }, ...sending },
    ])
  })

  test('is refused where another file has printed one of its papers since', async () => {
    const { opened, client, make } = await openPrinting()
    await using _ = opened
    const [first, second] = await Promise.all([make(), make()])
    expect(first?.file).not.toBe(second?.file)
    if (!first || !second) throw new Error('Two files were made')
    await takePapers(client, first, { pages: { from: 1, to: 1 } })
    expect(await check(client, second.file)).toBe('paper.overtaken')
    expect(await check(client, second.file, { from: 2, to: 3 })).toBeNull()
    expect(await check(client, 'khong-co.pdf')).toBe('paper.fileUnknown')
    const unknown = { file: 'khong-co.pdf', pages: null, copies: 1, way: 'file' as const, printer: null }
    expect(refusedWith(await client.command('papers.noteTaking', unknown))).toBe('paper.fileUnknown')
  })
})

test('slips of voided receipts are one file, and a slip printed again is a copy', async () => {
  const { opened, client, receiptIds } = await openPrinting()
  await using _ = opened
  const [lan = '', dat = '', son = ''] = receiptIds
  for (const receiptId of [lan, dat]) {
    const voided = { receiptId, kind: 'mistake' as const, voidedOn: NOVEMBER_20, reason: 'Phát nhầm hộ' }
    granted(await client.command('gifts.void', voided))
  }
  const slips = async (...ids: string[]) => client.job('papers.voidSlips', { receiptIds: ids })
  expect(refusedWith(await slips(lan, son))).toBe('paper.nothingToPrint')
  const printed = granted(await slips(lan, dat))
  expect([printed.paperCount, copiesIn(printed)]).toEqual([2, [0, 0]])
  await takePapers(client, printed, { pages: { from: 1, to: 1 } })
  expect(copiesIn(granted(await slips(lan, dat)))).toEqual([1, 0])
})

test('a household that did not come leaves a slip that waits until it is printed', async () => {
  const { opened, client, campaign } = await openPrinting()
  await using _ = opened
  const { campaignId, giftPackageId } = campaign
  const placeId = await addPlace(client, 'distributionPoint', 'Nhà văn hoá thôn Đông')
  const expected = [{ householdId: await registerHousehold(client, 'Hà Thị Mai'), giftPackageId }]
  const eventId = await distributionWithKit(client, { campaignId, placeId, expected })
  const absent = { kind: 'void' as const, voidKind: 'notCollected' as const, reason: 'Không đến nhận' }
  const fate = { ...absent, voidedOn: NOVEMBER_20 }
  granted(await client.command('distributions.enterSheets', { eventId, positions: [1], fate }))
  const [sheet] = await sheetsOf(client, eventId)
  expect(sheet).toMatchObject({ fate: 'void', isSlipPrinted: false })
  const printed = granted(await client.job('papers.voidSlips', { receiptIds: [sheet?.receiptId ?? ''] }))
  expect(pageTexts(readFileSync(printed.file)).join()).toContain('Không đến nhận')
  await takePapers(client, printed)
  expect(await sheetsOf(client, eventId)).toMatchObject([{ isSlipPrinted: true }])
})

test('a jam among the blanks of a kit is printed again from its number on', async () => {
  const { opened, client, campaign } = await openPrinting()
  await using _ = opened
  const placeId = await addPlace(client, 'distributionPoint', 'Nhà văn hoá thôn Đông')
  const householdId = await registerHousehold(client, 'Hà Thị Mai')
  const expected = [{ householdId, giftPackageId: campaign.giftPackageId }]
  const { campaignId } = campaign
  const eventId = await distributionWithKit(client, { campaignId, placeId, expected, spareCount: 3 })
  const asked = { campaignId, eventId, receiptIds: null, toNumber: null, layout: 'A5TwoUp' as const }
  const again = granted(await client.job('papers.receipts', { ...asked, fromNumber: 6 }))
  expect(again.papers.map(({ title }) => title.split('/')[0])).toEqual(['06', '07'])
  const named = granted(await client.job('papers.receipts', { ...asked, fromNumber: null }))
  expect(named.papers.map(({ title }) => title.split('/')[0])).toEqual(['04'])
})

test('receipts of a whole campaign lie by commune, hamlet and name, from whichever distribution they are', async () => {
  await using opened = await openWorkingOffice({ clock: calendar().clock })
  const { client } = opened
  const { campaignId, giftPackageId } = await openCampaign(client)
  for (const [index, names] of [
    ['Lê Văn Bình', 'Lê Văn Yên'],
    ['Lê Văn An', 'Lê Văn Chi'],
  ].entries()) {
    const placeId = await addPlace(client, 'distributionPoint', `Nhà văn hoá ${index}`)
    const expected: { householdId: string; giftPackageId: string }[] = []
    for (const name of names) expected.push({ householdId: await registerHousehold(client, name), giftPackageId })
    const eventId = await distributionWithKit(client, { campaignId, placeId, expected })
    const fate = { kind: 'signed' as const, handedOverOn: NOVEMBER_20 }
    granted(await client.command('distributions.enterSheets', { eventId, positions: [1, 2], fate }))
  }
  const counter = giftFor({ campaignId, giftPackageId }, await registerHousehold(client, 'Lê Văn Bách'))
  granted(await client.command('gifts.handOver', counter))
  const all = { campaignId, eventId: null, receiptIds: null, fromNumber: null, toNumber: null, layout: 'A4' as const }
  const { papers } = granted(await client.job('papers.receipts', all))
  expect(papers.map(({ title }) => title.split(' ').at(-1))).toEqual(['An', 'Bách', 'Bình', 'Chi', 'Yên'])
})
