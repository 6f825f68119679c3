/** The papers of repairs from the printer and back: in their order, numbered as copies, known again by their codes. */

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Client } from '../../../src/contract/client.ts'
import type { Input } from '../../../src/contract/contract.ts'
import { bookmarks, codesOn, pagePictures, pageText } from '../../documents/read-pdf.ts'
import { takePapers } from '../../support/gifts.ts'
import { granted, openWorkingOffice, refusedWith } from '../../support/office.ts'
import { repairAt } from '../../support/repairs.ts'
import { HOUSEHOLD, NOVEMBER_20, registerHousehold } from '../../support/trade.ts'

const ALL = { repairIds: null, campaignId: null, fromNumber: null, toNumber: null }
type Kind = Input<'papers.repairPapers'>['kind']

async function householdOf(client: Client, headOfHousehold: string, communeName: string, hamlet: string) {
  const facts = { ...HOUSEHOLD, headOfHousehold, citizenId: null, communeName, hamlet }
  return granted(await client.command('households.register', facts)).householdId
}

const wordsOf = (file: string) => pageText(readFileSync(file)).replace(/\s+/g, ' ')

test('papers lie in one file by commune, hamlet and given name, with a bookmark for each', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const people = [
    ['Trần Văn Đạt', 'Xã Ngoài', 'Buôn A'],
    ['Nguyễn Văn Bình', 'Xã Mẫu', 'Thôn Đông'],
    ['Lê Thị An', 'Xã Mẫu', 'Buôn Ea Yông'],
    ['Phạm Văn Bảo', 'Xã Mẫu', 'Buôn Ea Yông'],
  ] as const
  for (const [name, commune, hamlet] of people) {
    await repairAt(client, await householdOf(client, name, commune, hamlet), 'certified')
  }
  for (const [kind, abbreviation] of [
    ['workOrder', 'PGV'],
    ['acceptanceRecord', 'BBNT'],
    ['repairCertificate', 'GXN'],
  ] as const) {
    const printed = granted(await client.job('papers.repairPapers', { ...ALL, kind }))
    expect(printed).toMatchObject({ paperCount: 4, pageCount: 4 })
    expect(bookmarks(readFileSync(printed.file))).toEqual([
      { page: 1, title: `03/2026/${abbreviation}-PC042 Lê Thị An` },
      { page: 2, title: `04/2026/${abbreviation}-PC042 Phạm Văn Bảo` },
      { page: 3, title: `02/2026/${abbreviation}-PC042 Nguyễn Văn Bình` },
      { page: 4, title: `01/2026/${abbreviation}-PC042 Trần Văn Đạt` },
    ])
  }
  const jammed = granted(
    await client.job('papers.repairPapers', { ...ALL, kind: 'repairCertificate', fromNumber: 3, toNumber: 4 }),
  )
  expect(bookmarks(readFileSync(jammed.file)).map(({ title }) => title)).toEqual([
    '03/2026/GXN-PC042 Lê Thị An',
    '04/2026/GXN-PC042 Phạm Văn Bảo',
  ])
})

test('a paper is printed as it was issued, each time more as a copy with its number, and not once it is void', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const repairId = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'certified')
  const print = async (kind: Kind) => client.job('papers.repairPapers', { ...ALL, kind, repairIds: [repairId] })
  const original = granted(await print('repairCertificate'))
  await takePapers(client, original)
  const copy = granted(await print('repairCertificate'))
  expect(wordsOf(original.file)).not.toContain('Bản sao')
  expect(wordsOf(copy.file)).toContain('Bản sao lần 1')
  expect(wordsOf(copy.file).replace('Bản sao lần 1 ', '')).toBe(wordsOf(original.file))
  expect(wordsOf(granted(await print('acceptanceRecord')).file)).not.toContain('Bản sao')

  const { papers } = granted(await client.query('repairs.get', { repairId }))
  const certificate = papers.find(({ kind }) => kind === 'repairCertificate')
  const voided = { paperId: certificate?.paperId ?? '', on: NOVEMBER_20, reason: 'Ghi sai vật tư' }
  granted(await client.command('repairs.voidPaper', voided))
  expect(refusedWith(await print('repairCertificate'))).toBe('paper.nothingToPrint')
})

test('what the steps recorded stands on the papers they issued', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const repairId = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'certified')
  const words = async (kind: Kind) =>
    wordsOf(granted(await client.job('papers.repairPapers', { ...ALL, kind, repairIds: [repairId] })).file)
  const [order, record, certificate] = [
    await words('workOrder'),
    await words('acceptanceRecord'),
    await words('repairCertificate'),
  ]
  for (const paper of [order, record]) expect(paper).toContain('Dây sau công tơ nứt vỏ')
  expect(order).toContain('Nguy hiểm: dây trong nhà.')
  expect(order).toContain('Dây Cu/PVC 2x2,5 m Mua ngoài 20')
  expect(record).toContain('01/2026/PGV-PC042')
  for (const paper of [record, certificate]) {
    expect(paper).toContain('từ 1 MΩ 50 MΩ Đạt')
    expect(paper).toContain('MFT-01, hiệu chuẩn đến ngày 30/06/2027')
    expect(paper).toContain('Tổng cộng 360.000')
  }
  expect(certificate).toContain('01/2026/BBNT-PC042')
})

/** A repair of each paper, and all files printed for it. */
async function everyPaper(client: Client) {
  const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
  const repairId = await repairAt(client, householdId, 'certified')
  const surveyed = await repairAt(client, await registerHousehold(client, 'Trần Văn Đạt'), 'surveyed')
  const drawnUp = { repairIds: [surveyed], drawnUpOn: NOVEMBER_20 }
  const { listId } = granted(await client.command('confirmations.drawUp', drawnUp))
  const files = [granted(await client.job('papers.surveyForms', { repairIds: [repairId] })).file]
  files.push(granted(await client.job('papers.confirmationList', { listId })).file)
  for (const kind of ['workOrder', 'acceptanceRecord', 'repairCertificate'] as const) {
    files.push(granted(await client.job('papers.repairPapers', { ...ALL, kind, repairIds: [repairId] })).file)
  }
  return { repairId, listId, files }
}

test('each of the five papers comes back through the same queue, and an empty signature box of one sheet is told', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { repairId, listId, files } = await everyPaper(client)
  const read = granted(await client.job('scans.read', { files, eventId: null }))
  expect(read.leftOut).toEqual([])
  const { pages } = granted(await client.query('scans.queue', { show: 'undecided', limit: 20 }))
  expect(pages.map(({ paper, signature }) => [paper?.documentNumber, signature])).toEqual([
    ['01/2026/PKS-PC042', 'notLooked'],
    ['01/2026/DSXN-PC042', 'notLooked'],
    ['01/2026/PGV-PC042', 'looksEmpty'],
    ['01/2026/BBNT-PC042', 'looksEmpty'],
    ['01/2026/GXN-PC042', 'looksEmpty'],
  ])
  for (const { pageId, paper } of pages) {
    if (!paper) throw new Error('Each page is matched with its paper')
    const { kind, documentId } = paper
    granted(await client.command('scans.keep', { pageId, kind, documentId, turnedDegrees: 0 }))
  }
  const { papers } = granted(await client.query('repairs.get', { repairId }))
  expect(papers.map(({ kind, isBack }) => [kind, isBack])).toEqual([
    ['workOrder', true],
    ['acceptanceRecord', true],
    ['repairCertificate', true],
  ])
  expect(granted(await client.query('confirmations.get', { listId })).isBack).toBe(true)
})

test('the code on any paper of a repair opens the repair', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { repairId, files } = await everyPaper(client)
  const [survey, _list, ...issued] = files
  for (const file of [survey ?? '', ...issued]) {
    const [picture] = pagePictures(readFileSync(file), 150)
    const [code = ''] = picture ? await codesOn(picture) : []
    expect(granted(await client.query('repairs.find', { text: code }))).toEqual({ repairId })
  }
})
