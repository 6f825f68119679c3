/** Signed papers read without a window: each page with its code, its paper, how it lay and whether it looks signed. */

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScannedPage } from '../../src/contract/scans.ts'
import { distorted } from '../support/distorted-scans.ts'
import { granted, openWorkingOffice } from '../support/office.ts'
import { pdfOfScans } from '../support/scan-files.ts'
import { signedReceipts } from '../support/signed-pages.ts'
import { runTerminal } from '../support/terminal.ts'
import { giftFor, openCampaign, registerHousehold } from '../support/trade.ts'

let folder = ''
const office = (...words: string[]) => runTerminal(folder, [...words, '--ledger', folder])

interface Answer {
  ok: boolean
  states: Record<string, number>
  leftOut: { fileName: string; what: string }[]
  pages: ScannedPage[]
}

beforeAll(async () => {
  const opened = await openWorkingOffice()
  const { client } = opened
  folder = opened.folder
  const campaign = await openCampaign(client)
  for (const name of ['Trần Văn Đạt', 'Nguyễn Thị Lan'])
    granted(await client.command('gifts.handOver', giftFor(campaign, await registerHousehold(client, name))))
  const all = { eventId: null, receiptIds: null, fromNumber: null, toNumber: null, layout: 'A4' as const }
  const { file } = granted(await client.job('papers.receipts', { campaignId: campaign.campaignId, ...all }))
  await opened.office.close()
  const [dat, lan] = signedReceipts(folder, file)
  if (!lan || !dat) throw new Error('Two receipts are signed')
  const blank = { ...dat, pixels: dat.pixels.map(() => 255) }
  writeFileSync(join(folder, 'ban-ky.pdf'), pdfOfScans([distorted(dat, { turned: 180 }, 1), lan, blank], 60))
  writeFileSync(join(folder, 'hong.pdf'), '%PDF-1.7\nnothing')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a stack is told page by page as JSON; a file that is broken is named, and ends with exit code 1', async () => {
  const { code, output } = await office('scan', 'ban-ky.pdf', 'hong.pdf', '--json')
  expect(code, output).toBe(1)
  const answer = JSON.parse(output) as Answer
  expect(answer.states).toMatchObject({ matched: 2, unreadable: 1, unsure: 0, duplicate: 0, foreign: 0 })
  expect(answer.leftOut).toMatchObject([{ fileName: 'hong.pdf' }])
  expect(answer.pages).toMatchObject([
    {
      pageNumber: 1,
      codes: [expect.stringMatching(/^\d{14}$/)],
      rotationDegrees: 180,
      signature: 'signed',
      state: 'matched',
      paper: { documentNumber: '01/2026/BBBG-PC042', headOfHousehold: 'Trần Văn Đạt' },
    },
    { pageNumber: 2, rotationDegrees: 0, state: 'matched', paper: { headOfHousehold: 'Nguyễn Thị Lan' } },
    { pageNumber: 3, codes: [], confidence: 0, state: 'unreadable', signature: 'notLooked', paper: null },
  ])
  for (const { confidence } of answer.pages.slice(0, 2)) expect(confidence).toBeGreaterThan(0)
})

test('what was read before is left out, and a page is told in words', async () => {
  const { code, output } = await office('scan', 'ban-ky.pdf', '--language', 'vi')
  expect(code, output).toBe(1)
  expect(output).toContain('ban-ky.pdf')
  expect(output).toContain('đã được đọc')
})

test.each([
  { words: ['scan'], code: 2 },
  { words: ['scan', 'nowhere.pdf'], code: 1 },
  { words: ['scan', 'ban-ky.pdf', '--event', 'Nhà văn hoá thôn Nam 20/11/2026'], code: 2 },
])('ends $words with exit code $code and no stack trace', async ({ words, code }) => {
  const ended = await office(...words)
  expect(ended.code, ended.output).toBe(code)
  expect(ended.output).not.toMatch(/\n\s+at /)
})
