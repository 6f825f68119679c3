import { describe, expect, test } from 'vitest'
import type { Client } from '../../../src/contract/client.ts'
import type { Reply } from '../../../src/contract/failure.ts'
import { day } from '../../../src/domain/day.ts'
import { period } from '../../../src/domain/period.ts'
import { asPerson } from '../../support/gifts.ts'
import { failed, granted, openWorkingOffice, refusedWith } from '../../support/office.ts'
import { ACCEPTANCE, BAD_READINGS, CHECKS, JOB, SURVEY, WIRE, WORK } from '../../support/repair-inputs.ts'
import { certify, openRepair, repairAt, storeWithWire } from '../../support/repairs.ts'
import { closeMonth, NOVEMBER_20, registerHousehold } from '../../support/trade.ts'

const NOBODY = '01940000-0000-7000-8000-00000000abcd'
const NOVEMBER_21 = day('2026-11-21')
const NOVEMBER_25 = day('2026-11-25')
const DECEMBER_1 = day('2026-12-01')

const detailOf = async (client: Client, repairId: string) => granted(await client.query('repairs.get', { repairId }))

test('a repair goes its whole way, from the survey to a certificate, and its materials with it', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
  const { storeId, itemId } = await storeWithWire(client)
  const wire = { ...WIRE, itemId }
  const opening = { campaignId: null, openedOn: NOVEMBER_20, origin: 'request', fundingSource: 'Quỹ phúc lợi' } as const
  const first = granted(
    await client.command('repairs.open', { ...opening, householdIds: [householdId], need: 'Điện chập chờn' }),
  )
  expect(first).toMatchObject({ first: '01/2026/PKS-PC042', last: '01/2026/PKS-PC042' })
  const repairId = first.repairIds[0] ?? ''
  const at = { repairId, on: NOVEMBER_20 }
  const surveyed = granted(await client.command('repairs.survey', { ...at, ...SURVEY, items: [wire] }))
  expect(surveyed).toEqual({ state: 'surveyed', costDong: 360_000 })
  const { listId } = granted(await client.command('confirmations.drawUp', { repairIds: [repairId], drawnUpOn: at.on }))
  const answer = { listId, confirmedOn: NOVEMBER_21, confirmationNumber: '15/UBND', signedBy: 'Phạm Văn Xã' }
  granted(await client.command('confirmations.answer', { ...answer, declined: [] }))

  const on = { repairId, on: NOVEMBER_25 }
  const job = { ...JOB, plannedFor: NOVEMBER_25, items: [{ ...wire, quantity: 21 }] }
  expect(granted(await client.command('repairs.plan', { ...on, ...job }))).toMatchObject({
    state: 'inProgress',
    documentNumber: '01/2026/PGV-PC042',
  })
  const slip = { ...on, storeId, lines: [{ itemId, quantity: 21 }] }
  expect(granted(await client.command('repairs.drawMaterials', slip)).documentNumber).toBe('01/2026/PXK-PC042')
  const work = { ...on, ...WORK, items: [{ ...wire, quantity: 19.5 }] }
  expect(granted(await client.command('repairs.finishWork', work))).toEqual({
    state: 'awaitingAcceptance',
    costDong: 351_000,
  })
  granted(await client.command('repairs.returnMaterials', { ...slip, lines: [{ itemId, quantity: 1.5 }] }))
  granted(await client.command('repairs.check', { ...on, ...CHECKS }))
  const accepted = granted(await client.command('repairs.accept', { ...on, ...ACCEPTANCE }))
  expect(accepted).toMatchObject({ state: 'awaitingAcceptance', documentNumber: '01/2026/BBNT-PC042' })
  const certified = await certify(client, repairId, NOVEMBER_25, day('2027-05-25'))
  expect(certified).toMatchObject({ state: 'done', documentNumber: '01/2026/GXN-PC042' })

  const detail = await detailOf(client, repairId)
  expect(detail).toMatchObject({
    ...{ state: 'done', dueOn: '2027-05-25', doneOn: NOVEMBER_25, crew: 'Tổ 2', costDong: 351_000 },
    ...{ documentNumber: '01/2026/PKS-PC042', certificateNumber: '01/2026/GXN-PC042', isAccepted: true },
    ...{ dangerous: ['wiring'], failedChecks: [], isOnList: false, fundingSource: 'Quỹ phúc lợi' },
    confirmation: { documentNumber: '01/2026/DSXN-PC042', confirmedOn: NOVEMBER_21, confirmationNumber: '15/UBND' },
    materials: [{ itemName: WIRE.name, planned: 21, drawn: 21, used: 19.5, returned: 1.5, withCrew: 0 }],
    acceptance: { supervisor: ACCEPTANCE.supervisor, recordedBy: 'Trần Thị Thu' },
    works: [{ hours: 3.5, costDong: 351_000 }],
    possible: ['recheckPassed', 'recheckFailed', 'voidCertificate'],
  })
  expect(detail.steps.map(({ event }) => event)).toEqual(
    'survey confirm plan finishWork check accept certify'.split(' '),
  )
  expect(detail.papers.map(({ kind, voidedOn }) => [kind, voidedOn])).toEqual([
    ['workOrder', null],
    ['acceptanceRecord', null],
    ['repairCertificate', null],
  ])
  const { onHand } = granted(await client.query('stock.onHand', { on: DECEMBER_1 }))
  expect(onHand.filter(({ quantity }) => quantity > 0)).toMatchObject([{ placeId: storeId, quantity: 80.5 }])
  const { places } = granted(await client.query('stock.places', {}))
  const crewId = places.find(({ kind, name }) => kind === 'crew' && name === 'Tổ 2')?.placeId ?? ''
  const days = { from: NOVEMBER_20, to: DECEMBER_1 }
  const card = granted(await client.query('stock.card', { placeId: crewId, itemId, ...days }))
  expect(card.movements.map(({ documentNumber, balance }) => [documentNumber, balance])).toEqual([
    ['01/2026/PXK-PC042', 21],
    ['01/2026/PKS-PC042', 1.5],
    ['02/2026/PNK-PC042', 0],
  ])
  expect(card.movements[1]).toMatchObject({ headOfHousehold: 'Nguyễn Thị Lan', out: 19.5 })
  expect(granted(await client.query('journal.verify', {})).firstBroken).toBeNull()
})

describe('a step is refused', () => {
  test('in a state that does not know it, whatever it is', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const repairId = await openRepair(client, await registerHousehold(client, 'Nguyễn Thị Lan'))
    const at = { repairId, on: NOVEMBER_20 }
    const reason = 'Nhầm'
    const replies: Reply<unknown>[] = [
      await client.command('repairs.exempt', { ...at, reason }),
      await client.command('repairs.plan', { ...at, ...JOB, plannedFor: NOVEMBER_20 }),
      await client.command('repairs.finishWork', { ...at, ...WORK }),
      await client.command('repairs.check', { ...at, ...CHECKS }),
      await client.command('repairs.rework', { ...at, reason }),
      await client.command('repairs.accept', { ...at, ...ACCEPTANCE }),
      await client.command('repairs.certify', { ...at, recheckOn: null }),
      await client.command('repairs.declareUnsafe', { ...at, reason, followUpOn: DECEMBER_1 }),
      await client.command('repairs.recheck', { ...at, ...CHECKS, remark: null, nextOn: null }),
      await client.command('confirmations.drawUp', { repairIds: [repairId], drawnUpOn: NOVEMBER_20 }),
    ]
    for (const reply of replies) {
      expect(failed(reply)).toMatchObject({ refusal: { code: 'repair.notNow', parameters: { state: 'new' } } })
    }
    granted(await client.command('repairs.cancel', { ...at, reason }))
    expect(refusedWith(await client.command('repairs.survey', { ...at, ...SURVEY }))).toBe('repair.notNow')
  })

  test('for a repair nobody opened', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const at = { repairId: NOBODY, on: NOVEMBER_20 }
    const moved = { ...at, storeId: NOBODY, lines: [{ itemId: NOBODY, quantity: 1 }] }
    const replies: Reply<unknown>[] = [
      await client.query('repairs.get', { repairId: NOBODY }),
      await client.command('repairs.survey', { ...at, ...SURVEY }),
      await client.command('repairs.drawMaterials', moved),
      await client.command('repairs.returnMaterials', moved),
      await client.command('repairs.finishWork', { ...at, ...WORK }),
      await client.command('repairs.complain', { ...at, complainant: 'Lan', content: 'Hỏng' }),
      await client.command('confirmations.drawUp', { repairIds: [NOBODY], drawnUpOn: NOVEMBER_20 }),
      await client.job('repairs.addPhotos', { repairId: NOBODY, moment: 'before', paths: ['/nowhere/a.jpg'] }),
    ]
    expect(replies.map(refusedWith)).toEqual(replies.map(() => 'repair.unknown'))
    const voided = { paperId: NOBODY, on: NOVEMBER_20, reason: 'Nhầm' }
    expect(refusedWith(await client.command('repairs.voidPaper', voided))).toBe('paper.unknown')
    const settled = { complaintId: NOBODY, on: NOVEMBER_20, outcome: 'Xong', opensRepair: false }
    expect(refusedWith(await client.command('repairs.settleComplaint', settled))).toBe('complaint.unknown')
    expect(refusedWith(await client.command('repairs.removePhoto', { photoId: NOBODY }))).toBe('photo.unknown')
  })

  test('on a day to come, before the step before it, in a closed month, with an appointment that is over', async () => {
    await using opened = await openWorkingOffice()
    const { client } = opened
    const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
    const repairId = await repairAt(client, householdId, 'surveyed')
    const exempt = async (on: typeof NOVEMBER_20) =>
      refusedWith(await client.command('repairs.exempt', { repairId, on, reason: 'Gấp' }))
    expect(await exempt(day('2026-12-02'))).toBe('document.inFuture')
    expect(await exempt(day('2026-11-19'))).toBe('repair.beforeLastStep')
    const unsafe = { repairId, on: NOVEMBER_21, reason: 'Nhà tạm', followUpOn: NOVEMBER_21 }
    expect(refusedWith(await client.command('repairs.declareUnsafe', unsafe))).toBe('repair.dueBefore')
    granted(await closeMonth(client, period('2026-11')))
    expect(await exempt(NOVEMBER_25)).toBe('month.closed')
    const late = { householdIds: [householdId], campaignId: null, openedOn: NOVEMBER_25, need: null }
    expect(refusedWith(await client.command('repairs.open', { ...late, origin: 'list', fundingSource: null }))).toBe(
      'month.closed',
    )
  })
})

test('a household has one open repair of a campaign, and one that does not live here any more has none', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const householdId = await registerHousehold(client, 'Nguyễn Thị Lan')
  const opening = { campaignId: null, openedOn: NOVEMBER_20, origin: 'list', need: null, fundingSource: null } as const
  const open = async (householdIds: string[], bent: object = {}) =>
    client.command('repairs.open', { ...opening, householdIds, ...bent })
  expect(refusedWith(await open([householdId, NOBODY]))).toBe('household.unknown')
  expect(refusedWith(await open([householdId], { campaignId: NOBODY }))).toBe('campaign.unknown')
  expect(refusedWith(await open([householdId, householdId]))).toBe('repair.alreadyOpen')
  granted(await open([householdId]))
  expect(failed(await open([householdId]))).toMatchObject({
    refusal: {
      code: 'repair.alreadyOpen',
      parameters: { headOfHousehold: 'Nguyễn Thị Lan', documentNumber: '01/2026/PKS-PC042', state: 'new' },
    },
  })
  const gone = await registerHousehold(client, 'Trần Văn Đạt')
  const status = { householdId: gone, revision: 1, status: 'moved', on: NOVEMBER_20, reason: 'Chuyển đi' } as const
  granted(await client.command('households.setStatus', status))
  expect(refusedWith(await open([gone]))).toBe('household.notActive')
})

test('nothing is accepted before checks after the last work have passed; what did not pass goes back', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const repairId = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'finished')
  const at = { repairId, on: NOVEMBER_20 }
  const accept = async () => client.command('repairs.accept', { ...at, ...ACCEPTANCE })
  const check = async (bent: object) => client.command('repairs.check', { ...at, ...CHECKS, ...bent })
  expect(refusedWith(await accept())).toBe('repair.notChecked')
  expect(refusedWith(await check({ calibratedUntil: day('2026-11-19') }))).toBe('repair.calibrationOver')
  const half = { readings: { ...CHECKS.readings, rcdTestButtonWorks: null } }
  expect(refusedWith(await check(half))).toBe('repair.rcdHalfTold')
  expect(granted(await check({ readings: BAD_READINGS })).failedChecks).toEqual(['insulation', 'poweredOn'])
  expect(failed(await accept())).toMatchObject({ refusal: { parameters: { failed: ['insulation', 'poweredOn'] } } })

  granted(await client.command('repairs.rework', { ...at, reason: 'Cách điện thấp' }))
  granted(await client.command('repairs.finishWork', { ...at, ...WORK, workDone: 'Thay ổ cắm', hours: null }))
  expect(refusedWith(await accept())).toBe('repair.notChecked')
  granted(await check({}))
  granted(await accept())
  expect(refusedWith(await accept())).toBe('repair.alreadyAccepted')
  expect(refusedWith(await check({}))).toBe('repair.alreadyAccepted')
  expect(refusedWith(await client.command('repairs.rework', { ...at, reason: 'Thêm' }))).toBe('repair.alreadyAccepted')
  const detail = await detailOf(client, repairId)
  expect(detail.works.map(({ workDone }) => workDone)).toEqual(['Thay dây', 'Thay ổ cắm'])
  expect(detail.costDong).toBe(720_000)
})

test('the limits an office sets hold from the next checks on', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const repairId = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'checked')
  expect(granted(await client.query('repairs.known', {})).limits).toEqual({ continuityOhm: 1, earthingOhm: 10 })
  granted(await client.command('repairs.setLimits', { continuityOhm: 0.3, earthingOhm: 4 }))
  expect((await detailOf(client, repairId)).failedChecks).toEqual([])
  const again = granted(await client.command('repairs.check', { repairId, on: NOVEMBER_20, ...CHECKS }))
  expect(again.failedChecks).toEqual(['continuity'])
  const { checks } = await detailOf(client, repairId)
  expect(checks?.lines[1]).toEqual({
    ...{ check: 'continuity', reading: 0.4, result: 'failed' },
    requirement: { kind: 'atMost', value: 0.3, unit: 'ohm' },
  })
  expect(granted(await client.query('repairs.known', {}))).toEqual({
    ...{ crews: ['Tổ 2'], surveyors: ['Lê Văn Khảo'] },
    instruments: [{ instrument: 'MFT-01', tester: 'Lê Văn Đo', calibratedUntil: '2027-06-30' }],
    limits: { continuityOhm: 0.3, earthingOhm: 4 },
  })
})

test('a second person certifies; a certificate that is voided is followed by another one', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const repairId = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'checked')
  const at = { repairId, on: NOVEMBER_20 }
  const supervisor = await asPerson(opened, 'Lê Văn Lâm', 'supervisor')
  const second = async () => supervisor.command('repairs.certify', { ...at, recheckOn: null })
  expect(refusedWith(await second())).toBe('repair.notAccepted')
  const accepted = granted(await client.command('repairs.accept', { ...at, ...ACCEPTANCE }))
  expect(failed(await client.command('repairs.certify', { ...at, recheckOn: null }))).toMatchObject({
    refusal: { code: 'repair.sameHand', parameters: { acceptedBy: 'Trần Thị Thu' } },
  })
  const { paperId } = granted(await second())
  const voidPaper = async (id: string, on = NOVEMBER_21) =>
    client.command('repairs.voidPaper', { paperId: id, on, reason: 'Sai tên' })
  expect(refusedWith(await voidPaper(accepted.paperId))).toBe('repair.notNow')
  expect(refusedWith(await voidPaper(paperId, day('2026-11-19')))).toBe('document.voidedBeforeIssue')
  expect(granted(await voidPaper(paperId))).toEqual({
    state: 'awaitingAcceptance',
    documentNumber: '01/2026/GXN-PC042',
  })
  expect(refusedWith(await voidPaper(paperId))).toBe('document.alreadyVoided')
  expect(granted(await voidPaper(accepted.paperId)).state).toBe('awaitingAcceptance')
  const [order] = (await detailOf(client, repairId)).papers
  expect(refusedWith(await voidPaper(order?.paperId ?? ''))).toBe('repair.orderStays')

  const again = { repairId, on: NOVEMBER_21 }
  granted(await client.command('repairs.accept', { ...again, ...ACCEPTANCE }))
  const reissued = granted(await supervisor.command('repairs.certify', { ...again, recheckOn: null }))
  expect(reissued.documentNumber).toBe('02/2026/GXN-PC042')
  const { state, papers } = await detailOf(client, repairId)
  expect([state, papers.filter(({ voidedOn }) => voidedOn === null).length]).toEqual(['done', 3])
})

test('a look after months that fails takes the certificate back and leaves the household unsafe, with a day', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const repairId = await repairAt(client, await registerHousehold(client, 'Nguyễn Thị Lan'), 'certified')
  const look = { repairId, on: NOVEMBER_25, ...CHECKS, remark: null }
  const passed = granted(await client.command('repairs.recheck', { ...look, nextOn: day('2027-06-01') }))
  expect(passed).toEqual({ state: 'done', failedChecks: [] })
  expect((await detailOf(client, repairId)).dueOn).toBe('2027-06-01')
  const bad = { ...look, readings: BAD_READINGS, remark: 'Mối mọt' }
  expect(refusedWith(await client.command('repairs.recheck', { ...bad, nextOn: null }))).toBe('repair.followUpMissing')
  granted(await client.command('repairs.recheck', { ...bad, nextOn: DECEMBER_1 }))
  const detail = await detailOf(client, repairId)
  expect(detail).toMatchObject({ state: 'unsafe', dueOn: DECEMBER_1, certificateNumber: null, isAccepted: false })
  expect(detail.papers.filter(({ voidedOn }) => voidedOn !== null)).toMatchObject([
    { kind: 'acceptanceRecord', voidReason: 'Kiểm tra lại không đạt: Mối mọt' },
    { kind: 'repairCertificate' },
  ])
  const again = { repairId, on: NOVEMBER_25 }
  granted(await client.command('repairs.plan', { ...again, ...JOB, plannedFor: NOVEMBER_25 }))
  expect((await detailOf(client, repairId)).papers.filter(({ kind }) => kind === 'workOrder')).toMatchObject([
    { voidReason: 'Thay bằng phiếu giao việc mới' },
    { voidedOn: null },
  ])
})
