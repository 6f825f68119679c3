/** Each field of each call about repairs: what is missing, of another kind or out of bounds comes back by its name. */

import { describe, expect, test } from 'vitest'
import { contract, type Input } from '../../src/contract/contract.ts'
import { INPUT_PROBLEMS } from '../../src/contract/failure.ts'
import { day } from '../../src/domain/day.ts'
import { invalidInput } from '../../src/office/failures.ts'
import { ACCEPTANCE, ALL_REPAIRS, CHECKS, JOB, SURVEY, WORK } from '../support/repair-inputs.ts'

const ID = '01940000-0000-7000-8000-00000000abcd'
const ON = day('2026-11-20')
const STEP = { repairId: ID, on: ON }
const MOVED = { ...STEP, storeId: ID, lines: [{ itemId: ID, quantity: 1.5 }] }

const CALLS = {
  'repairs.list': { filter: { ...ALL_REPAIRS, states: ['new'] }, limit: 5 },
  'repairs.get': { repairId: ID },
  'repairs.find': { text: '01/2026/PKS-PC042' },
  'repairs.ofHousehold': { householdId: ID },
  'repairs.open': {
    householdIds: [ID],
    campaignId: null,
    openedOn: ON,
    origin: 'request',
    need: 'Điện chập chờn',
    fundingSource: 'Quỹ phúc lợi',
  },
  'repairs.survey': { ...STEP, ...SURVEY },
  'repairs.exempt': { ...STEP, reason: 'Nguy hiểm' },
  'repairs.plan': { ...STEP, ...JOB, plannedFor: ON, instructions: 'Cắt điện trước', overruledBecause: 'Nhà cháy' },
  'repairs.drawMaterials': MOVED,
  'repairs.returnMaterials': MOVED,
  'repairs.finishWork': { ...STEP, ...WORK },
  'repairs.check': { ...STEP, ...CHECKS },
  'repairs.rework': { ...STEP, reason: 'Chưa đạt' },
  'repairs.accept': { ...STEP, ...ACCEPTANCE, householdRelation: 'con', remark: 'Đủ' },
  'repairs.certify': { ...STEP, recheckOn: ON },
  'repairs.declareUnsafe': { ...STEP, reason: 'Nhà tạm', followUpOn: ON },
  'repairs.recheck': { ...STEP, ...CHECKS, remark: 'Tốt', nextOn: ON },
  'repairs.cancel': { ...STEP, reason: 'Hộ tự sửa' },
  'repairs.voidPaper': { paperId: ID, on: ON, reason: 'Nhầm' },
  'repairs.complain': { ...STEP, complainant: 'Nguyễn Thị Lan', content: 'Đèn không sáng' },
  'repairs.settleComplaint': { complaintId: ID, on: ON, outcome: 'Đã thay đèn', opensRepair: false },
  'repairs.setLimits': { continuityOhm: 1, earthingOhm: 10 },
  'repairs.addPhotos': { repairId: ID, moment: 'before', paths: ['/nowhere/a.jpg'] },
  'repairs.removePhoto': { photoId: ID },
  'confirmations.get': { listId: ID },
  'confirmations.drawUp': { repairIds: [ID], drawnUpOn: ON },
  'confirmations.answer': {
    listId: ID,
    confirmedOn: ON,
    confirmationNumber: '15/UBND',
    signedBy: 'Phạm Văn Xã',
    declined: [{ repairId: ID, reason: 'Không nghèo' }],
  },
} satisfies { [Name in keyof typeof contract]?: Input<Name> }
type Call = keyof typeof CALLS

type Path = (string | number)[]

/** Every field of an input, those inside others, too. */
function fieldsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  const inner = Object.entries(value).flatMap(([key, field]) =>
    fieldsOf(field, [...at, Array.isArray(value) ? Number(key) : key]),
  )
  return at.length === 0 ? inner : [at, ...inner]
}

function bent(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to
  const copy = structuredClone(value) as Record<string | number, unknown>
  copy[key] = rest.length === 0 ? to : bent(copy[key], rest, to)
  return copy
}

/** Where an input is refused, and for what. */
function problemsOf(call: Call, input: unknown): { path: string; problem: string }[] {
  const parsed = contract[call].input.safeParse(input, { reportInput: true })
  if (parsed.success) return []
  const failure = invalidInput(parsed.error)
  return failure.family === 'invalid-input'
    ? failure.issues.map(({ path, problem }) => ({ path: path.join('.'), problem }))
    : []
}

describe.each(Object.keys(CALLS) as Call[])('%s', (call) => {
  const input: unknown = CALLS[call]

  test('takes what is right', () => {
    expect(problemsOf(call, input)).toEqual([])
  })

  test('names every field that is of another kind', () => {
    for (const path of fieldsOf(input)) {
      for (const wrong of [[[]], { strange: 1 }]) {
        const problems = problemsOf(call, bent(input, path, wrong))
        expect(problems.length, path.join('.')).toBeGreaterThan(0)
        for (const { path: named, problem } of problems) {
          expect(`${named}.`.startsWith(`${path.join('.')}.`), `${path.join('.')} told as ${named}`).toBe(true)
          expect(INPUT_PROBLEMS).toContain(problem)
        }
      }
    }
  })
})

const UNDER: [call: Call, path: Path, wrong: unknown, problem: string][] = [
  ['repairs.open', ['householdIds'], [], 'required'],
  ['repairs.open', ['householdIds'], Array.from({ length: 1001 }, () => ID), 'tooBig'],
  ['repairs.open', ['openedOn'], '2026-02-30', 'notADay'],
  ['repairs.open', ['openedOn'], '1926-11-20', 'notADay'],
  ['repairs.open', ['origin'], 'earlier', 'malformed'],
  ['repairs.open', ['need'], 'x'.repeat(501), 'tooLong'],
  ['repairs.open', ['fundingSource'], '=1+1', 'forbiddenText'],
  ['repairs.survey', ['surveyor'], '  ', 'required'],
  ['repairs.survey', ['conditionFound'], 'x'.repeat(501), 'tooLong'],
  ['repairs.survey', ['findings', 0, 'condition'], 'broken', 'malformed'],
  ['repairs.survey', ['items', 0, 'quantity'], 0, 'tooSmall'],
  ['repairs.survey', ['items', 0, 'unitPriceDong'], 0.5, 'notAnAmount'],
  ['repairs.survey', ['items', 0, 'unitPriceDong'], -1, 'notAnAmount'],
  ['repairs.survey', ['items', 0, 'name'], '', 'required'],
  ['repairs.plan', ['crew'], '', 'required'],
  ['repairs.plan', ['plannedFor'], null, 'notADay'],
  ['repairs.drawMaterials', ['lines'], [], 'required'],
  ['repairs.drawMaterials', ['lines', 0, 'quantity'], -1, 'tooSmall'],
  ['repairs.finishWork', ['hours'], 0, 'tooSmall'],
  ['repairs.finishWork', ['hours'], 1001, 'tooBig'],
  ['repairs.finishWork', ['workDone'], '', 'required'],
  ['repairs.check', ['readings', 'insulationMegaohm'], -1, 'tooSmall'],
  ['repairs.check', ['readings', 'insulationMegaohm'], Number.NaN, 'malformed'],
  ['repairs.check', ['readings', 'insulationMegaohm'], null, 'required'],
  ['repairs.check', ['readings', 'continuityOhm'], 100_001, 'tooBig'],
  ['repairs.check', ['readings', 'rcdTripMilliseconds'], 0, 'tooSmall'],
  ['repairs.check', ['readings', 'earthingOhm'], -0.1, 'tooSmall'],
  ['repairs.check', ['readings', 'polarityCorrect'], 'yes', 'malformed'],
  ['repairs.check', ['instrument'], '', 'required'],
  ['repairs.check', ['calibratedUntil'], '20/11/2026', 'notADay'],
  ['repairs.accept', ['supervisor'], ' ', 'required'],
  ['repairs.accept', ['householdRelation'], 'x'.repeat(61), 'tooLong'],
  ['repairs.declareUnsafe', ['reason'], '', 'required'],
  ['repairs.declareUnsafe', ['followUpOn'], null, 'notADay'],
  ['repairs.complain', ['complainant'], 'x'.repeat(121), 'tooLong'],
  ['repairs.setLimits', ['continuityOhm'], 0, 'tooSmall'],
  ['repairs.addPhotos', ['paths'], [], 'required'],
  ['repairs.addPhotos', ['moment'], 'later', 'malformed'],
  ['confirmations.drawUp', ['repairIds'], [], 'required'],
  ['confirmations.answer', ['declined', 0, 'reason'], '', 'required'],
]

test.each(UNDER)('%s: %j of %j is told as %s', (call, path, wrong, problem) => {
  expect(problemsOf(call, bent(CALLS[call], path, wrong))).toContainEqual({ path: path.join('.'), problem })
})

test('work is no item of the stock, and lines add up to an amount there is', () => {
  const line = { ...SURVEY.items[0], itemId: ID, kind: 'work' }
  expect(problemsOf('repairs.survey', { ...CALLS['repairs.survey'], items: [line] })).toEqual([
    { path: 'items.0.itemId', problem: 'forbiddenText' },
  ])
  const dear = { ...SURVEY.items[0], quantity: 100_000, unitPriceDong: 1_000_000_000_000 }
  expect(problemsOf('repairs.survey', { ...CALLS['repairs.survey'], items: [dear] })).toContainEqual({
    path: 'items.0.quantity',
    problem: 'tooBig',
  })
})
