/** What is kept beside a repair: photos and complaints; how it is found and listed; months that wait for it. */

import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { period } from '../../../src/domain/period.ts'
import { failed, granted, openWorkingOffice, refusedWith } from '../../support/office.ts'
import { jpegPhoto, pngPhoto } from '../../support/photo.ts'
import { ALL_REPAIRS } from '../../support/repair-inputs.ts'
import { certifiedRepair, certify, repairAt } from '../../support/repairs.ts'
import { closeMonth, HOUSEHOLD, NOVEMBER_20, openCampaign, registerHousehold } from '../../support/trade.ts'

const NOVEMBER_25 = day('2026-11-25')

test('photos are kept once by their content, beside the ledger, and stay when the repair is certified', async () => {
  await using opened = await openWorkingOffice()
  const { client, folder } = opened
  const repairId = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'accepted')
  const [before, after, text] = ['truoc.jpg', 'sau.png', 'ghi-chu.jpg'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(before, jpegPhoto(1600, 1200))
  writeFileSync(after, pngPhoto(40, 30))
  writeFileSync(text, 'không phải ảnh')
  const add = async (moment: 'before' | 'after', paths: string[]) =>
    client.job('repairs.addPhotos', { repairId, moment, paths })
  expect(granted(await add('before', [before, before]))).toEqual({ added: 1, known: 1 })
  expect(granted(await add('before', [before]))).toEqual({ added: 0, known: 1 })
  expect(granted(await add('after', [after]))).toEqual({ added: 1, known: 0 })
  expect(failed(await add('after', [text]))).toMatchObject({
    refusal: { code: 'photo.notAPicture', parameters: { fileName: 'ghi-chu.jpg' } },
  })
  expect(refusedWith(await add('after', [join(folder, 'nowhere.jpg')]))).toBe('file.missing')
  truncateSync(text, 31 * 2 ** 20)
  expect(refusedWith(await add('after', [text]))).toBe('photo.tooLarge')

  const { photos } = granted(await client.query('repairs.get', { repairId }))
  expect(photos).toMatchObject([
    { moment: 'before', fileName: 'truoc.jpg' },
    { moment: 'after', fileName: 'sau.png' },
  ])
  const nameOf = (address: string) => address.replace('app://photos/', '')
  for (const { file, smallFile, byteLength } of photos) {
    expect(readFileSync(join(folder, 'photos', nameOf(file))).length).toBe(byteLength)
    expect(existsSync(join(folder, 'photos', nameOf(smallFile)))).toBe(true)
  }
  expect(readdirSync(join(folder, 'photos'))).toHaveLength(4)
  const [first, second] = photos
  granted(await client.command('repairs.removePhoto', { photoId: first?.photoId ?? '' }))
  await certify(client, repairId, NOVEMBER_20)
  expect(failed(await client.command('repairs.removePhoto', { photoId: second?.photoId ?? '' }))).toMatchObject({
    refusal: { code: 'photo.certified', parameters: { documentNumber: '01/2026/GXN-PC042' } },
  })
})

test('a complaint is settled once, in words, and by a new repair that follows the old one', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
  const repairId = await certifiedRepair(client, householdId)
  const complaint = { repairId, on: NOVEMBER_25, complainant: 'nguyễn thị lan', content: 'Ổ cắm nóng' }
  const late = { ...complaint, on: day('2026-12-02') }
  expect(refusedWith(await client.command('repairs.complain', late))).toBe('document.inFuture')
  const { complaintId } = granted(await client.command('repairs.complain', complaint))
  expect(granted(await client.query('repairs.get', { repairId }))).toMatchObject({
    openComplaints: 1,
    complaints: [{ complainant: 'Nguyễn Thị Lan', settledOn: null }],
  })
  const settlement = { complaintId, on: NOVEMBER_25, outcome: 'Sẽ thay ổ cắm', opensRepair: true }
  const early = { ...settlement, on: day('2026-11-24') }
  expect(refusedWith(await client.command('repairs.settleComplaint', early))).toBe('complaint.settledBefore')
  const { repairId: followingId } = granted(await client.command('repairs.settleComplaint', settlement))
  expect(refusedWith(await client.command('repairs.settleComplaint', settlement))).toBe('complaint.settled')
  expect(granted(await client.query('repairs.get', { repairId: followingId ?? '' }))).toMatchObject({
    ...{ origin: 'complaint', need: 'Ổ cắm nóng', followsRepairId: repairId, state: 'new' },
    documentNumber: '02/2026/PKS-PC042',
  })
  expect(granted(await client.query('repairs.get', { repairId }))).toMatchObject({
    openComplaints: 0,
    complaints: [{ outcome: 'Sẽ thay ổ cắm', followedByRepairId: followingId }],
  })
})

test('repairs are listed by state, campaign, place, crew, day and words, and found by any paper of theirs', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { campaignId } = await openCampaign(client)
  const lan = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'accepted', { campaignId })
  const elsewhere = {
    ...HOUSEHOLD,
    headOfHousehold: 'Y Bhăm',
    citizenId: null,
    communeName: 'Xã Đông',
    hamlet: 'Buôn Ea',
  }
  const { householdId } = granted(await client.command('households.register', elsewhere))
  const bham = await repairAt(client, householdId, 'confirmed')
  const unsafe = { repairId: bham, on: NOVEMBER_20, reason: 'Nhà tạm', followUpOn: NOVEMBER_25 }
  granted(await client.command('repairs.declareUnsafe', unsafe))
  const found = async (bent: Partial<typeof ALL_REPAIRS>) => {
    const list = granted(await client.query('repairs.list', { filter: { ...ALL_REPAIRS, ...bent }, limit: 5 }))
    expect(list.count).toBe(list.repairs.length)
    return list.repairs.map(({ repairId }) => repairId)
  }
  expect(await found({})).toEqual([bham, lan])
  expect(await found({ states: ['unsafe', 'new'] })).toEqual([bham])
  expect(await found({ campaignId })).toEqual([lan])
  expect(await found({ communeName: 'Xã Đông' })).toEqual([bham])
  expect(await found({ hamlet: 'Thôn Đông', communeName: 'Xã Mẫu' })).toEqual([lan])
  expect(await found({ crew: 'Tổ 2' })).toEqual([lan])
  expect(await found({ dueBy: NOVEMBER_25 })).toEqual([bham])
  expect(await found({ dueBy: day('2026-11-24') })).toEqual([])
  expect(await found({ sought: 'bham buon' })).toEqual([bham])
  expect(await found({ sought: '01/2026/BBNT' })).toEqual([lan])
  const { counts } = granted(
    await client.query('repairs.list', { filter: { ...ALL_REPAIRS, states: ['new'] }, limit: 5 }),
  )
  expect(counts).toMatchObject({ new: 0, awaitingAcceptance: 1, unsafe: 1, done: 0 })

  const certified = await certify(client, lan, NOVEMBER_20)
  const find = async (text: string) => granted(await client.query('repairs.find', { text })).repairId
  expect(await find(certified.code)).toBe(lan)
  expect(await find('1/2026/gxn-pc042')).toBe(lan)
  expect(await find('02/2026/PKS-PC042')).toBe(bham)
  expect([await find('99/2026/GXN-PC042'), await find('01/2026/BBBG-PC042'), await find('lan')]).toEqual([
    null,
    null,
    null,
  ])
  const paper = granted(await client.query('papers.find', { code: certified.code })).paper
  expect(paper).toMatchObject({
    kind: 'repairCertificate',
    repairId: lan,
    household: { headOfHousehold: 'Nguyễn Thị Lan' },
  })
  const forms = granted(await client.job('papers.surveyForms', { repairIds: [lan, bham] }))
  expect([forms.paperCount, forms.pageCount]).toEqual([2, 2])
})

test('a month waits for work that was finished in it; what is unsafe, given up or certified later does not hold it', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const at = async (name: string, stage: 'accepted' | 'finished') =>
    repairAt(client, await registerHousehold(client, name), stage)
  const lan = await at('Nguyễn Thị Lan', 'accepted')
  const dat = await at('Trần Văn Đạt', 'finished')
  const an = await at('Lê Văn An', 'finished')
  const november = period('2026-11')
  const waiting = async () => {
    const { refusal } = granted(await client.query('months.check', { period: november }))
    return refusal?.code === 'month.unfinished' ? (refusal.parameters as { items: unknown[] }).items.length : 0
  }
  expect(await waiting()).toBe(3)
  const reason = 'Nhà tạm'
  granted(
    await client.command('repairs.declareUnsafe', {
      repairId: dat,
      on: NOVEMBER_25,
      reason,
      followUpOn: day('2026-12-20'),
    }),
  )
  granted(await client.command('repairs.cancel', { repairId: an, on: NOVEMBER_25, reason }))
  expect(await waiting()).toBe(1)
  const { paperId } = await certify(client, lan, day('2026-12-01'))
  granted(await closeMonth(client, november))
  const { figures } = granted(await client.query('months.check', { period: period('2026-12') }))
  expect(figures).toMatchObject({ repairCount: 1, repairsDong: 360_000 })
  granted(await client.command('repairs.voidPaper', { paperId, on: day('2026-12-01'), reason: 'Sai tên' }))
  const december = granted(await client.query('months.check', { period: period('2026-12') }))
  expect(december.figures).toMatchObject({ voidCount: 1, voidedDong: 360_000 })
})

test('a repair certified twice in a month goes into its package twice, once as void, and the package is whole', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const repairId = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'accepted')
  const first = await certify(client, repairId, NOVEMBER_20)
  granted(await client.command('repairs.voidPaper', { paperId: first.paperId, on: NOVEMBER_20, reason: 'Sai tên' }))
  await certify(client, repairId, NOVEMBER_25)
  const november = period('2026-11')
  granted(await closeMonth(client, november))
  const made = granted(await client.job('months.package', { period: november, folder: null }))
  const { faults, summary } = granted(await client.job('packages.verify', { path: made.file, keysFolder: null }))
  expect(faults).toEqual([])
  expect(summary).toBeTruthy()
  const { months } = granted(await client.query('months.list', {}))
  expect(months.find(({ period: of }) => of === november)?.figures).toMatchObject({
    ...{ repairCount: 2, repairsDong: 720_000, voidCount: 1, voidedDong: 360_000 },
  })
})
