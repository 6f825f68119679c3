import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { period } from '../../src/domain/period.ts'
import { granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { certify, repairAt } from '../support/repairs.ts'
import { closeMonth, EXPLAINED, giftFor, HOUSEHOLD, openCampaign } from '../support/trade.ts'

const FACTS = { ...HOUSEHOLD, headOfHousehold: 'NGUYỄN THỊ ĐƯỢC', phone: '0912345678', memberCount: 2 }

test('the main job runs from a household to a package', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { householdId } = granted(await client.command('households.register', FACTS))
  const found = granted(await client.query('households.search', { text: 'duoc', limit: 5 }))
  expect(found.households.map((line) => line.headOfHousehold)).toEqual(['Nguyễn Thị Được'])

  const { campaignId, giftPackageId } = await openCampaign(client)
  const gift = giftFor({ campaignId, giftPackageId }, householdId)
  const given = granted(await client.command('gifts.handOver', gift))
  expect(given.documentNumber).toBe('01/2026/BBBG-PC042')
  expect(refusedWith(await client.command('gifts.handOver', gift))).toBe('gift.alreadyGiven')

  const receipt = granted(
    await client.job('papers.receipts', {
      campaignId,
      eventId: null,
      receiptIds: [given.receiptId],
      fromNumber: null,
      toNumber: null,
      layout: 'A4',
    }),
  )
  expect(existsSync(receipt.file)).toBe(true)
  expect(receipt.pageCount).toBe(1)

  const repairId = await repairAt(client, householdId, 'accepted', { on: day('2026-11-21'), campaignId })
  expect(
    refusedWith(await client.command('months.close', { period: period('2026-11'), explanations: EXPLAINED })),
  ).toBe('month.unfinished')
  await certify(client, repairId, day('2026-11-22'))
  const all = { repairIds: null, campaignId, fromNumber: null, toNumber: null }
  granted(await client.job('papers.repairPapers', { kind: 'repairCertificate', ...all }))
  granted(await client.job('papers.signOffList', { campaignId }))

  granted(await closeMonth(client, period('2026-11')))
  const made = granted(await client.job('months.package', { period: period('2026-11'), folder: null }))
  expect(existsSync(made.file)).toBe(true)
  const verified = granted(await client.job('packages.verify', { path: made.file, keysFolder: null }))
  expect(verified.faults).toEqual([])
  expect(granted(await client.query('journal.verify', {})).firstBroken).toBeNull()
})
