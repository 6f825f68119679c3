/** Packages out of a real ledger: what moved and what came back signed is in them, for the eyes they are meant for. */

import { execFileSync } from 'node:child_process'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import { day } from '../../src/domain/day.ts'
import { type Row, TABLE_NAMES, type TableName } from '../../src/domain/package-tables.ts'
import { period } from '../../src/domain/period.ts'
import { findClosing } from '../../src/ledger/closings.ts'
import { monthPage, monthRows } from '../../src/ledger/month-rows.ts'
import { citizenIdHmac } from '../../src/month-end/profile.ts'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { ledgerIn } from '../bench/offices.ts'
import { calendar } from '../support/gifts.ts'
import { programmeKey, programmeKeyFile, takeInKey } from '../support/inbox.ts'
import { headOfficeKeys, takeInHeadOffice } from '../support/keys.ts'
import { granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { campaignFrom, furnish, slip } from '../support/stock.ts'
import { EXPLAINED, giftFor, NOVEMBER_20, openCampaign, registerHousehold } from '../support/trade.ts'

const NOVEMBER = period('2026-11')

/** Three gifts out of a store; the receipts of two came back and were kept. */
async function busyMonth(client: Client) {
  const { supplier, store, rice, noodles } = await furnish(client)
  const lines = [
    [rice, 50, 18_000],
    [noodles, 20, 95_000],
  ] as const
  granted(await client.command('stock.move', slip(supplier, store, NOVEMBER_20, lines)))
  const campaign = await campaignFrom(client, store)
  for (const name of ['Nguyễn Thị Lan', 'Trần Văn Đạt', 'Lò Văn Sơn']) {
    granted(await client.command('gifts.handOver', giftFor(campaign, await registerHousehold(client, name))))
  }
  const all = { eventId: null, receiptIds: null, fromNumber: null, toNumber: null, layout: 'A4' as const }
  const { file } = granted(await client.job('papers.receipts', { campaignId: campaign.campaignId, ...all }))
  granted(await client.job('scans.read', { files: [file], eventId: null }))
  const { pages } = granted(await client.query('scans.queue', { show: 'undecided', limit: 10 }))
  const keep = async (index: number) => {
    const page = pages[index]
    if (!page?.paper) throw new Error('The page is matched with its paper')
    const { kind, documentId } = page.paper
    granted(await client.command('scans.keep', { pageId: page.pageId, kind, documentId, turnedDegrees: 0 }))
  }
  await keep(0)
  await keep(1)
  return { keep }
}

const pack = (client: Client) => client.job('months.package', { period: NOVEMBER, folder: null })

test('a package goes out encrypted, with what moved and the scans that were kept before closing', async () => {
  const days = calendar()
  await using opened = await openWorkingOffice({ clock: days.clock })
  const { client, folder } = opened
  const { keep } = await busyMonth(client)
  days.turnTo(day('2026-12-01'))
  granted(await client.command('months.close', { period: NOVEMBER, explanations: EXPLAINED }))

  const { identity } = await takeInHeadOffice(client)
  const made = granted(await pack(client))
  expect(made.file).toMatch(/PC042_2026-11_r1\.zip\.age$/)

  // The office opens what it sent by its own key; head office by its key, and nobody else.
  const open = granted(await client.job('packages.verify', { path: made.file, keysFolder: null }))
  expect(open.faults).toEqual([])
  const keysFolder = join(folder, 'keys')
  const elsewhere = (identities: string[]) => verifyPackage(made.file, { keysFolder, identities })
  expect((await elsewhere([identity])).faults).toEqual([])
  expect((await elsewhere([])).faults.map(({ code }) => code)).toEqual(['encryption.noKey'])
  expect((await elsewhere([headOfficeKeys().identity])).faults.map(({ code }) => code)).toEqual(['encryption.noKey'])
  expect(open.summary).toMatchObject({
    identity: made.identity,
    profile: 'full',
    signature: 'good',
    counts: { 'gift-handovers': 3, 'stock-movements': 8, 'signed-papers': 2 },
  })

  // What comes back after closing is of the next month, and this one stays as it was.
  days.turnTo(day('2026-12-02'))
  await keep(2)
  expect(granted(await pack(client)).identity).toBe(made.identity)

  const scans = join(folder, 'scans')
  for (const name of readdirSync(scans)) renameSync(join(scans, name), join(folder, name))
  expect(refusedWith(await pack(client))).toBe('package.scansMissing')
})

test('a page of rows after the other is the whole month', async () => {
  const days = calendar()
  const opened = await openWorkingOffice({ clock: days.clock })
  await busyMonth(opened.client)
  days.turnTo(day('2026-12-01'))
  granted(await opened.client.command('months.close', { period: NOVEMBER, explanations: EXPLAINED }))
  await opened.office.close()
  const ledger = ledgerIn(opened.folder)
  const closing = findClosing(ledger.reader, NOVEMBER)
  if (!closing) throw new Error('closed')
  const { closingId, firstJournal, lastJournal, closedAt } = closing
  const range = { period: NOVEMBER, firstJournal, lastJournal, keptAfter: '', keptThrough: closedAt }
  const paged = <Name extends TableName>(name: Name): Row<Name>[] => {
    const rows: Row<Name>[] = []
    for (;;) {
      const after: Row<Name> | null = rows.at(-1) ?? null
      const page = monthPage(ledger.reader, { name, after, limit: 2 }, { closingId, ...range })
      rows.push(...page)
      if (page.length < 2) return rows
    }
  }
  const whole = monthRows(ledger.reader, range, paged('households'))
  expect(whole.households).toHaveLength(3)
  for (const name of TABLE_NAMES) expect(paged(name), name).toEqual(whole[name])
  ledger.close()
  rmSync(opened.folder, { recursive: true, force: true })
})

test('a masked package is for anybody beyond the company: the same person has one hash in every office, and no number', async () => {
  const days = calendar()
  await using opened = await openWorkingOffice({ clock: days.clock })
  const { client, folder } = opened
  const { campaignId, giftPackageId } = await openCampaign(client)
  const household = await registerHousehold(client, 'Nguyễn Thị Lan', '001151000001')
  granted(await client.command('gifts.handOver', giftFor({ campaignId, giftPackageId }, household)))
  days.turnTo(day('2026-12-01'))
  granted(await client.command('months.close', { period: NOVEMBER, explanations: EXPLAINED }))
  const masked = () => client.job('months.package', { period: NOVEMBER, folder: null, profile: 'masked' })
  expect(refusedWith(await masked())).toBe('package.noProgrammeKey')

  await takeInKey(client, programmeKeyFile(folder))
  const { file, identity } = granted(await masked())
  expect(file).toMatch(/PC042_2026-11_r1-masked\.zip$/)
  const { faults, summary } = granted(await client.job('packages.verify', { path: file, keysFolder: null }))
  expect([faults, summary?.profile]).toEqual([[], 'masked'])
  const households = execFileSync('unzip', ['-p', file, '*/data/households.csv'], { encoding: 'utf8' })
  expect(households).not.toContain('001151000001')
  expect(households).toContain(citizenIdHmac(programmeKey, '001151000001'))

  // With its receiver's key it opens there and here, and nowhere else.
  const { path: receiverKeyFile, identity: theirs } = headOfficeKeys()
  const sealed = granted(
    await client.job('months.package', { period: NOVEMBER, folder: null, profile: 'masked', receiverKeyFile }),
  )
  expect(sealed.file).toMatch(/-masked\.zip\.age$/)
  expect((await verifyPackage(sealed.file, { identities: [theirs] })).faults).toEqual([])
  expect((await verifyPackage(sealed.file)).faults.map(({ code }) => code)).toEqual(['encryption.noKey'])

  // It is no link of the chain: the month is packaged by the full one alone.
  const { months } = granted(await client.query('months.list', {}))
  expect(months.find((line) => line.period === NOVEMBER)?.packageIdentity).toBeNull()
  expect(granted(await pack(client)).identity).not.toBe(identity)
})
