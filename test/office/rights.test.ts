import { describe, expect, test } from 'vitest'
import { type CallName, contract, type Input } from '../../src/contract/contract.ts'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import { ACCEPT_AS_FOUND } from '../../src/contract/imports.ts'
import { NO_CHOICES } from '../../src/domain/household-list.ts'
import { period } from '../../src/domain/period.ts'
import { hasRight, RIGHTS, ROLES, rolesWith } from '../../src/domain/role.ts'
import { connect, granted, openTestOffice, openWorkingOffice } from '../support/office.ts'
import { PROFILE } from '../support/office-place.ts'
import { ACCEPTANCE, ALL_REPAIRS, CHECKS, JOB, SURVEY, WORK } from '../support/repair-inputs.ts'
import { CAMPAIGN, EXPLAINED, HOUSEHOLD, NOVEMBER_20 } from '../support/trade.ts'

const ID = '01940000-0000-7000-8000-00000000abcd'
const FILTER = ALL_HOUSEHOLDS
const SELECTION = { kind: 'some' as const, householdIds: [ID] }
const LOOKED = { source: { file: '/nowhere/a.xlsx' }, choices: NO_CHOICES, identities: [] }

const STEP = { repairId: ID, on: NOVEMBER_20 }
const PLAN = { placeId: ID, heldOn: NOVEMBER_20, staff: [], witnesses: [], note: null, expected: [] }

/** An input of each call that its schema takes. */
const INPUTS: { [Name in CallName]: Input<Name> } = {
  'office.describe': {},
  'office.setUp': { ...PROFILE, person: { fullName: 'Lê Văn Lâm', role: 'administrator' } },
  'session.start': { personId: ID },
  'people.add': { fullName: 'Lê Văn Lâm', role: 'clerk' },
  'households.search': { text: 'duoc', limit: 5 },
  'households.outline': { filter: FILTER, pageSize: 50 },
  'households.page': { filter: FILTER, after: null, limit: 50 },
  'households.count': { filters: [FILTER] },
  'households.totals': { selection: SELECTION },
  'households.copy': { selection: SELECTION, columns: ['headOfHousehold'], language: 'vi' },
  'households.export': {
    selection: SELECTION,
    columns: ['headOfHousehold'],
    language: 'vi',
    revealsCitizenIds: false,
    file: '/nowhere/a.xlsx',
  },
  'households.get': { householdId: ID },
  'households.register': HOUSEHOLD,
  'households.amend': { householdId: ID, revision: 1, facts: { phone: null } },
  'households.setStatus': { householdId: ID, revision: 1, status: 'moved', on: NOVEMBER_20, reason: 'Chuyển đi' },
  'households.erase': { householdId: ID, revision: 1, on: NOVEMBER_20, reason: 'Theo đơn' },
  'households.revealCitizenId': { householdId: ID },
  'duplicates.list': { state: 'open', from: 0, limit: 5 },
  'duplicates.get': { oneId: ID, otherId: ID },
  'duplicates.like': { facts: { ...HOUSEHOLD, headOfHousehold: 'Lê Văn Lâm' }, exceptId: null },
  'duplicates.settle': { oneId: ID, otherId: ID, verdict: 'later' },
  'households.merge': { keptId: ID, keptRevision: 1, mergedId: ID, mergedRevision: 1, takes: [] },
  'households.undoMerge': { mergeId: ID },
  'filters.list': {},
  'filters.save': { name: 'Hộ nghèo', filter: FILTER },
  'filters.remove': { filterId: ID },
  'communes.find': { communeName: 'Xã Mẫu', addressText: '', communeCode: null },
  'communes.table': {},
  'communes.load': { file: '/nowhere/communes.json' },
  'idCards.match': { citizenId: '001185000001', oldIdNumber: null },
  'idCards.readImage': { file: '/nowhere/a.png' },
  'papers.find': { code: '10042260000010' },
  'imports.preview': LOOKED,
  'imports.rows': { readingId: ID, show: 'all', from: 0, limit: 5 },
  'imports.run': { ...LOOKED, ...ACCEPT_AS_FOUND, fileSha256: 'a'.repeat(64) },
  'imports.saveFindings': { ...LOOKED, language: 'vi', file: '/nowhere/b.xlsx' },
  'imports.undo': { batchId: ID },
  'imports.list': {},
  'campaigns.list': {},
  'campaigns.open': CAMPAIGN,
  'campaigns.amend': { ...CAMPAIGN, campaignId: ID, giftPackages: null },
  'giftLists.list': { campaignId: ID },
  'giftLists.propose': { campaignId: ID, giftPackageId: ID, communeName: null, filter: FILTER },
  'giftLists.drawUp': {
    campaignId: ID,
    title: null,
    entries: [{ householdId: ID, giftPackageId: ID, action: 'grant', reason: null }],
  },
  'giftLists.approve': { listId: ID, decisionNumber: null },
  'giftLists.decline': { listId: ID, reason: 'Thiếu hộ' },
  'giftLists.entries': { listId: ID },
  'giftLists.grants': { campaignId: ID },
  'distributions.list': { campaignId: null },
  'distributions.get': { eventId: ID },
  'distributions.candidates': { campaignId: ID, eventId: null, heldOn: null },
  'distributions.plan': { ...PLAN, campaignId: ID },
  'distributions.amend': { ...PLAN, eventId: ID },
  'distributions.cancel': { eventId: ID },
  'distributions.issueKit': { eventId: ID, spareCount: 5 },
  'distributions.enterSheets': { eventId: ID, positions: [1], fate: { kind: 'spare' } },
  'distributions.substitute': {
    campaignId: ID,
    giftPackageId: ID,
    householdId: ID,
    handedOverOn: NOVEMBER_20,
    recipient: { kind: 'headOfHousehold' },
    eventId: ID,
    receiptId: ID,
    overruledBecause: null,
    insteadOf: ID,
    reason: 'Đi vắng',
  },
  'distributions.carryOver': {
    eventId: ID,
    toEventId: ID,
    positions: [1],
    voidedOn: NOVEMBER_20,
    reason: 'Đi vắng',
  },
  'distributions.missingPapers': { campaignId: ID, eventId: null },
  'stock.places': {},
  'distributions.addPoint': { name: 'Nhà văn hoá thôn Đông', addressText: null },
  'stock.addPlace': { kind: 'store', name: 'Kho đội', addressText: null },
  'stock.addItem': { name: 'Gạo tẻ', unitOfMeasure: 'kg' },
  'stock.onHand': { on: NOVEMBER_20 },
  'stock.card': { placeId: ID, itemId: ID, from: NOVEMBER_20, to: NOVEMBER_20 },
  'stock.slips': { limit: 5 },
  'stock.move': {
    fromPlaceId: ID,
    toPlaceId: ID,
    movedOn: NOVEMBER_20,
    counterpart: null,
    reason: null,
    lines: [{ itemId: ID, quantity: 1, unitPriceDong: null }],
  },
  'stock.correct': { slipId: ID, movedOn: NOVEMBER_20, reason: 'Nhập nhầm' },
  'stock.count': { placeId: ID, countedOn: NOVEMBER_20, reason: null, lines: [{ itemId: ID, counted: 1 }] },
  'scans.read': { files: ['/nowhere/a.pdf'], eventId: null },
  'scans.queue': { show: 'undecided', limit: 5 },
  'scans.pages': { pageIds: [ID] },
  'scans.keep': { pageId: ID, kind: 'handoverReceipt', documentId: ID, turnedDegrees: 0 },
  'scans.keepMatched': { pageIds: [ID] },
  'scans.setAside': { pageIds: [ID] },
  'scans.takeBack': { pageIds: [ID] },
  'scans.findPaper': { text: '31', eventId: null },
  'scans.ofPaper': { kind: 'handoverReceipt', documentId: ID },
  'scans.waiting': {},
  'scans.watch': { folder: null },
  'gifts.card': { campaignId: ID, householdId: ID, handedOverOn: NOVEMBER_20, eventId: null },
  'gifts.handOver': {
    campaignId: ID,
    giftPackageId: ID,
    householdId: ID,
    handedOverOn: NOVEMBER_20,
    recipient: { kind: 'headOfHousehold' },
    eventId: null,
    receiptId: null,
    overruledBecause: null,
  },
  'gifts.void': { receiptId: ID, kind: 'mistake', voidedOn: NOVEMBER_20, reason: 'Nhầm' },
  'gifts.list': { campaignId: ID, eventId: null, limit: 5 },
  'gifts.receipt': { text: '31/2026' },
  'repairs.list': { filter: ALL_REPAIRS, limit: 5 },
  'repairs.get': { repairId: ID },
  'repairs.find': { text: '01/2026/PKS-PC042' },
  'repairs.ofHousehold': { householdId: ID },
  'repairs.costs': { campaignId: null },
  'repairs.known': {},
  'repairs.open': {
    householdIds: [ID],
    campaignId: null,
    openedOn: NOVEMBER_20,
    origin: 'list',
    need: null,
    fundingSource: null,
  },
  'repairs.survey': { ...STEP, ...SURVEY },
  'repairs.exempt': { ...STEP, reason: 'Nguy hiểm' },
  'repairs.plan': { ...STEP, ...JOB, plannedFor: NOVEMBER_20 },
  'repairs.drawMaterials': { ...STEP, storeId: ID, lines: [{ itemId: ID, quantity: 1 }] },
  'repairs.returnMaterials': { ...STEP, storeId: ID, lines: [{ itemId: ID, quantity: 1 }] },
  'repairs.finishWork': { ...STEP, ...WORK },
  'repairs.check': { ...STEP, ...CHECKS },
  'repairs.rework': { ...STEP, reason: 'Chưa đạt' },
  'repairs.accept': { ...STEP, ...ACCEPTANCE },
  'repairs.certify': { ...STEP, recheckOn: null },
  'repairs.declareUnsafe': { ...STEP, reason: 'Nhà tạm', followUpOn: NOVEMBER_20 },
  'repairs.recheck': { ...STEP, ...CHECKS, remark: null, nextOn: null },
  'repairs.cancel': { ...STEP, reason: 'Hộ tự sửa' },
  'repairs.voidPaper': { paperId: ID, on: NOVEMBER_20, reason: 'Nhầm' },
  'repairs.complain': { ...STEP, complainant: 'Nguyễn Thị Lan', content: 'Đèn không sáng' },
  'repairs.settleComplaint': { complaintId: ID, on: NOVEMBER_20, outcome: 'Đã thay đèn', opensRepair: false },
  'repairs.setLimits': { continuityOhm: 1, earthingOhm: 10 },
  'repairs.addPhotos': { repairId: ID, moment: 'before', paths: ['/nowhere/a.jpg'] },
  'repairs.removePhoto': { photoId: ID },
  'confirmations.list': {},
  'confirmations.get': { listId: ID },
  'confirmations.drawUp': { repairIds: [ID], drawnUpOn: NOVEMBER_20 },
  'confirmations.answer': {
    listId: ID,
    confirmedOn: NOVEMBER_20,
    confirmationNumber: null,
    signedBy: null,
    declined: [],
  },
  'papers.receipts': {
    campaignId: ID,
    eventId: null,
    receiptIds: null,
    fromNumber: null,
    toNumber: null,
    layout: 'A4',
  },
  'papers.signOffList': { campaignId: ID },
  'papers.giftList': { listId: ID },
  'papers.kit': { eventId: ID, layout: 'A4', parts: ['receipts'] },
  'papers.voidSlips': { receiptIds: [ID] },
  'papers.checkTaking': { file: 'a.pdf', pages: null },
  'papers.noteTaking': { file: 'a.pdf', pages: null, copies: 1, way: 'file', printer: null },
  'papers.stockSlip': { slipId: ID },
  'papers.closingMinutes': { period: period('2026-11') },
  'papers.countSheet': { placeId: ID, on: NOVEMBER_20 },
  'papers.repairPapers': {
    kind: 'repairCertificate',
    repairIds: null,
    campaignId: null,
    fromNumber: null,
    toNumber: null,
  },
  'papers.surveyForms': { repairIds: [ID] },
  'papers.confirmationList': { listId: ID },
  'months.list': {},
  'months.check': { period: period('2026-11') },
  'months.propose': { period: period('2026-11'), explanations: EXPLAINED },
  'months.reopen': { period: period('2026-11'), reason: 'Sót một phiếu' },
  'months.correct': {
    kind: 'latePaper',
    enteredOn: NOVEMBER_20,
    correctedPeriod: period('2026-10'),
    correctedDocument: '31/2026/BBBG-PC042',
    figure: 'gifts',
    countDelta: 1,
    amountDeltaDong: 500_000,
    reason: 'Phiếu về muộn',
  },
  'months.corrections': { period: period('2026-11') },
  'months.copyPackage': { period: period('2026-11'), folder: '/nowhere' },
  'months.markMailed': { period: period('2026-11') },
  'months.takeInAcknowledgement': { path: '/nowhere/PC042_2026-11_r1.receipt.json' },
  'indicators.ofMonth': { period: period('2026-11') },
  'indicators.definitions': {},
  'indicators.enter': {
    period: period('2026-11'),
    entries: [{ code: 'HOI_NGHI', numerator: 2, denominator: null }],
  },
  'indicators.define': {
    code: 'HOI_NGHI',
    name: 'Hội nghị khách hàng',
    kind: 'count',
    unitOfMeasure: 'hội nghị',
    numeratorName: 'Số hội nghị',
    denominatorName: null,
    target: 2,
    targetDirection: 'atLeast',
    inForceFrom: period('2026-11'),
    inForceTo: null,
  },
  'ledger.backUp': { folder: null },
  'months.close': { period: period('2026-11'), explanations: EXPLAINED },
  'months.package': { period: period('2026-11'), folder: null },
  'packages.verify': { path: '/nowhere/a.zip', keysFolder: null },
  'inbox.preview': { path: '/nowhere/a.zip' },
  'inbox.takeIn': { path: '/nowhere/a.zip', identity: 'a'.repeat(64) },
  'inbox.overview': {},
  'inbox.conflicts': { period: period('2026-11') },
  'inbox.writeConflicts': { period: period('2026-11'), folder: '/nowhere' },
  'inbox.readKey': { path: '/nowhere/PC042.pub' },
  'inbox.takeInKey': { path: '/nowhere/PC042.pub', fingerprint: '0123' },
  'journal.page': { before: null, limit: 5 },
  'journal.verify': {},
}
const CALLS = Object.keys(contract) as CallName[]
const PROTECTED = CALLS.filter((call) => contract[call].permission !== 'anyone')

type Client = ReturnType<typeof connect>
const ask = (client: Client, call: CallName) =>
  contract[call].kind === 'query'
    ? client.query(call as 'journal.page', INPUTS[call] as Input<'journal.page'>)
    : client.job(call as 'imports.preview', INPUTS[call] as Input<'imports.preview'>)

test('every input of this file is one the contract takes', () => {
  for (const call of CALLS) expect(contract[call].input.safeParse(INPUTS[call]).error, call).toBeUndefined()
})

test('what is asked before anybody said who they are', () => {
  expect(CALLS.filter((call) => contract[call].permission === 'anyone').sort()).toEqual([
    'office.describe',
    'office.setUp',
    'packages.verify',
    'session.start',
  ])
})

test('nothing else is answered on a port without a session', async () => {
  await using opened = await openWorkingOffice()
  const stranger = connect(opened.office)
  for (const call of PROTECTED) {
    expect(await ask(stranger, call), call).toEqual({
      ok: false,
      failure: { family: 'refused', refusal: { code: 'session.required', parameters: {} } },
    })
  }
  expect(granted(await stranger.query('office.describe', {})).person).toBeNull()
})

describe.each(ROLES)('a %s', (role) => {
  test('is refused what the role does not hold, and told who may', async () => {
    await using opened = await openWorkingOffice()
    const { personId } = granted(await opened.client.command('people.add', { fullName: 'Lê Văn Lâm', role }))
    const client = connect(opened.office)
    granted(await client.query('session.start', { personId }))
    const { rights, person } = granted(await client.query('office.describe', {}))
    expect(person).toEqual({ personId, fullName: 'Lê Văn Lâm', role, isActive: true })
    expect(rights).toEqual(RIGHTS.filter((right) => hasRight(role, right)))
    for (const call of PROTECTED) {
      const { permission } = contract[call]
      if (permission === 'anyone') continue
      const reply = await ask(client, call)
      const refusal = !reply.ok && reply.failure.family === 'refused' ? reply.failure.refusal : null
      if (hasRight(role, permission)) expect(refusal?.code, call).not.toBe('right.missing')
      else {
        expect(refusal, call).toEqual({
          code: 'right.missing',
          parameters: { right: permission, roles: rolesWith(permission) },
        })
      }
      expect(reply.ok || reply.failure.family, `${call} ${JSON.stringify(reply)}`).not.toBe('defect')
    }
  })
})

test('each port has a session of its own, and the journal names its person', async () => {
  await using opened = await openWorkingOffice()
  const { personId } = granted(await opened.client.command('people.add', { fullName: 'Lê Văn Lâm', role: 'clerk' }))
  const client = connect(opened.office)
  granted(await client.query('session.start', { personId }))
  granted(await client.command('households.register', HOUSEHOLD))
  granted(await opened.client.command('campaigns.open', CAMPAIGN))
  const { rows } = granted(await opened.client.query('journal.page', { before: null, limit: 2 }))
  expect(rows.map(({ command, personName }) => [command, personName])).toEqual([
    ['campaigns.open', 'Trần Thị Thu'],
    ['households.register', 'Lê Văn Lâm'],
  ])
})

test('nobody who is not of the office begins a session', async () => {
  await using opened = await openTestOffice()
  expect(await opened.client.query('session.start', { personId: ID })).toMatchObject({
    ok: false,
    failure: { refusal: { code: 'person.unknown' } },
  })
})
