import { expect, test } from 'vitest'
import { blankHousehold } from '../../src/domain/household.ts'
import type { RepairEvent, RepairState } from '../../src/domain/repair.ts'
import type { Writer } from '../../src/ledger/connection.ts'
import { addPerson } from '../../src/ledger/office-record.ts'
import { addHousehold } from '../../src/ledger/registry/households.ts'
import { findRepair } from '../../src/ledger/repairs/repair-lines.ts'
import { addRepairPaper, addRepairPaperVoid, type RepairPaperKind } from '../../src/ledger/repairs/repair-papers.ts'
import { addRepairPhoto, removeRepairPhoto } from '../../src/ledger/repairs/repair-photos.ts'
import { addChecks, addWork } from '../../src/ledger/repairs/repair-work.ts'
import { addRepair, addRepairStep } from '../../src/ledger/repairs/repairs.ts'
import { openTestLedger, PERSON_ID, RECORDED_AT } from '../support/ledger.ts'
import { CHECKS, WORK } from '../support/repair-inputs.ts'

const SECOND_ID = '01940000-0000-7000-8000-000000000002'
const BY = { recordedAt: RECORDED_AT, personId: PERSON_ID }
const LIMITS = { continuityOhm: 1, earthingOhm: 10 }

function begin(writer: Writer): void {
  addPerson(writer, { personId: SECOND_ID, fullName: 'Nguyễn Văn Duyệt', role: 'supervisor', isActive: true })
  addHousehold(writer, 'h', blankHousehold('Nguyễn Thị Lan'), RECORDED_AT)
  addRepair(writer, {
    ...{ repairId: 'r', householdId: 'h', documentYear: 2026, documentNumber: 1, code: 'pks', origin: 'list' },
    ...{ openedOn: '2026-12-01', ...BY },
  })
}

let ordinal = 0
function step(writer: Writer, event: RepairEvent, state: RepairState, bent: object = {}): string {
  ordinal += 1
  const stepId = `s${ordinal}`
  addRepairStep(writer, { stepId, repairId: 'r', ordinal, event, state, happenedOn: '2026-12-02', ...BY, ...bent })
  return stepId
}

/** Finished work with checks that pass, unless they are bent. */
function worked(writer: Writer, bent: Partial<typeof CHECKS.readings> = {}): void {
  begin(writer)
  ordinal = 0
  addWork(writer, step(writer, 'finishWork', 'awaitingAcceptance'), WORK)
  checked(writer, bent)
}

function checked(writer: Writer, bent: Partial<typeof CHECKS.readings>): void {
  const { readings, ...measured } = CHECKS
  const record = { ...readings, ...measured, ...bent, checkedOn: CHECKS.calibratedUntil, limits: LIMITS }
  addChecks(writer, step(writer, 'check', 'awaitingAcceptance'), record)
}

function issue(writer: Writer, kind: RepairPaperKind, number: number, bent: object = {}): void {
  const identity = { documentYear: 2026, documentNumber: number, code: `${kind}${number}`, issuedOn: '2026-12-02' }
  const paper = { paperId: `${kind}${number}`, repairId: 'r', stepId: `s${ordinal}`, kind, ...identity }
  addRepairPaper(writer, { ...paper, costDong: 0, paper: '{}', ...BY, ...bent })
}

/** What a transaction is refused with. */
function refusal(work: (writer: Writer) => void): string {
  using opened = openTestLedger()
  try {
    opened.ledger.transact(work)
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('the state of a repair is that of its latest step, since the day it came into it', () => {
  using opened = openTestLedger()
  const { ledger } = opened
  ordinal = 0
  ledger.transact(begin)
  expect(findRepair(ledger.reader, 'r')).toMatchObject({ state: 'new', since: '2026-12-01', lastOn: '2026-12-01' })
  ledger.transact((writer) => step(writer, 'survey', 'surveyed'))
  ledger.transact((writer) => step(writer, 'survey', 'surveyed', { happenedOn: '2026-12-05' }))
  expect(findRepair(ledger.reader, 'r')).toMatchObject({ state: 'surveyed', since: '2026-12-02', lastOn: '2026-12-05' })
  ledger.transact((writer) =>
    step(writer, 'declareUnsafe', 'unsafe', { happenedOn: '2026-12-06', reason: 'Nhà tạm', dueOn: '2027-01-06' }),
  )
  expect(findRepair(ledger.reader, 'r')).toMatchObject({ state: 'unsafe', dueOn: '2027-01-06', ordinal: 3 })
})

test('steps come one after the other, not before the day of the last one, with the reason they ask for', () => {
  const after = (bent: object, event: RepairEvent = 'survey', state: RepairState = 'surveyed') =>
    refusal((writer) => {
      begin(writer)
      ordinal = 0
      step(writer, 'survey', 'surveyed')
      step(writer, event, state, bent)
    })
  expect(after({})).toBe('nothing')
  expect(after({ ordinal: 1 })).toBe('step: not the next of its repair')
  expect(after({ ordinal: 3 })).toBe('step: not the next of its repair')
  expect(after({ happenedOn: '2026-12-01' })).toBe('step: not the next of its repair')
  expect(after({}, 'cancel', 'cancelled')).toMatch(/repair_steps_reason/)
  expect(after({ reason: 'Nhà tạm' }, 'declareUnsafe', 'unsafe')).toMatch(/repair_steps_follow_up/)
  expect(
    refusal((writer) => {
      begin(writer)
      ordinal = 0
      step(writer, 'survey', 'surveyed', { happenedOn: '2026-11-30' })
    }),
  ).toBe('step: not the next of its repair')
})

test('what a step holds comes with it, not afterwards', () => {
  expect(
    refusal((writer) => {
      worked(writer)
      addWork(writer, 's1', { ...WORK, workDone: 'Khác' })
    }),
  ).toBe('step: another came after it')
})

test.each([
  ['insulation', { insulationMegaohm: 0.99 }],
  ['continuity', { continuityOhm: 1.01 }],
  ['trip time', { rcdTripMilliseconds: 301 }],
  ['test button', { rcdTestButtonWorks: false }],
  ['polarity', { polarityCorrect: false }],
  ['earthing', { earthingOhm: 10.1 }],
  ['power', { poweredOn: false }],
])('no acceptance and no certificate with a bad %s', (_what, bent) => {
  const refused = 'paper: checks have not passed'
  expect(
    refusal((writer) => {
      worked(writer, bent)
      issue(writer, 'acceptanceRecord', 1)
    }),
  ).toBe(refused)
  expect(
    refusal((writer) => {
      worked(writer)
      issue(writer, 'acceptanceRecord', 1)
      checked(writer, bent)
      issue(writer, 'repairCertificate', 1, { personId: SECOND_ID })
    }),
  ).toBe(refused)
})

test('checks that passed do not count for work that was done after them', () => {
  expect(
    refusal((writer) => {
      worked(writer)
      addWork(writer, step(writer, 'finishWork', 'awaitingAcceptance'), WORK)
      issue(writer, 'acceptanceRecord', 1)
    }),
  ).toBe('paper: checks have not passed')
})

test('a certificate is a second person’s, on an acceptance that stands, and the only one', () => {
  const certify = (work: (writer: Writer) => void) =>
    refusal((writer) => {
      worked(writer)
      work(writer)
    })
  const alone = 'certificate: not accepted by somebody else'
  expect(certify((writer) => issue(writer, 'repairCertificate', 1, { personId: SECOND_ID }))).toBe(alone)
  expect(
    certify((writer) => {
      issue(writer, 'acceptanceRecord', 1)
      issue(writer, 'repairCertificate', 1)
    }),
  ).toBe(alone)
  expect(
    certify((writer) => {
      issue(writer, 'acceptanceRecord', 1)
      const voided = { paperId: 'acceptanceRecord1', voidedOn: '2026-12-02', reason: 'Nhầm', ...BY }
      addRepairPaperVoid(writer, voided)
      issue(writer, 'repairCertificate', 1, { personId: SECOND_ID })
    }),
  ).toBe(alone)
  expect(
    certify((writer) => {
      issue(writer, 'acceptanceRecord', 1)
      issue(writer, 'repairCertificate', 1, { personId: SECOND_ID })
      issue(writer, 'repairCertificate', 2, { personId: SECOND_ID })
    }),
  ).toBe('paper: one of its kind stands')
})

test('a photo is taken off until the repair is certified', () => {
  const photo = { photoId: 'f', repairId: 'r', moment: 'after', fileSha256: 'a', fileType: 'image/jpeg' } as const
  const file = { fileName: 'a.jpg', byteLength: 1, smallSha256: 'b', ...BY }
  const takenOff = (isCertified: boolean) =>
    refusal((writer) => {
      worked(writer)
      addRepairPhoto(writer, { ...photo, ...file })
      if (isCertified) {
        issue(writer, 'acceptanceRecord', 1)
        issue(writer, 'repairCertificate', 1, { personId: SECOND_ID })
      }
      removeRepairPhoto(writer, 'f')
    })
  expect(takenOff(false)).toBe('nothing')
  expect(takenOff(true)).toBe('issued: repair_photos is not deleted')
})
