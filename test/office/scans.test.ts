/** Signed papers come back: read, matched, kept once, and told where they are missing. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { giftFor, openCampaign, registerHousehold } from '../support/trade.ts'

test('a stack is matched page by page, kept once, and what has not come back is told', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const campaign = await openCampaign(client)
  for (const name of ['Nguyễn Thị Lan', 'Trần Văn Đạt', 'Lò Văn Sơn']) {
    granted(await client.command('gifts.handOver', giftFor(campaign, await registerHousehold(client, name))))
  }
  const all = { eventId: null, receiptIds: null, fromNumber: null, toNumber: null, layout: 'A4' as const }
  const { file } = granted(await client.job('papers.receipts', { campaignId: campaign.campaignId, ...all }))
  const read = granted(await client.job('scans.read', { files: [file], eventId: null }))
  // Nobody signed them: each is for a person to look at.
  expect(read).toMatchObject({ states: { unsure: 3, matched: 0 }, leftOut: [] })
  expect(read.pageIds).toHaveLength(3)
  const again = granted(await client.job('scans.read', { files: [file], eventId: null }))
  expect([again.pageIds.length, again.leftOut.length]).toEqual([0, 1])

  const { pages, counts } = granted(await client.query('scans.queue', { show: 'undecided', limit: 10 }))
  expect(counts).toEqual({ undecided: 3, kept: 0, setAside: 0 })
  expect(pages.map(({ signature }) => signature)).toEqual(['looksEmpty', 'looksEmpty', 'looksEmpty'])
  const [first, second] = pages
  if (!first?.paper || !second?.paper) throw new Error('Two pages are matched with their papers')
  expect(existsSync(join(opened.folder, 'scans', `${first.imageSha256}.jpg`))).toBe(true)
  const { kind, documentId } = first.paper
  granted(await client.command('scans.keep', { pages: [{ pageId: first.pageId, kind, documentId }] }))
  expect(refusedWith(await client.command('scans.keep', { pages: [{ pageId: first.pageId, kind, documentId }] }))).toBe(
    'scan.settled',
  )
  expect(
    refusedWith(await client.command('scans.keep', { pages: [{ pageId: second.pageId, kind, documentId }] })),
  ).toBe('scan.paperBack')
  const missing = granted(
    await client.query('distributions.missingPapers', { campaignId: campaign.campaignId, eventId: null }),
  )
  expect(missing.missingCount).toBe(2)
  granted(await client.command('scans.takeBack', { pageId: first.pageId }))
  const after = granted(
    await client.query('distributions.missingPapers', { campaignId: campaign.campaignId, eventId: null }),
  )
  expect(after.missingCount).toBe(3)
})
