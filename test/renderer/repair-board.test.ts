/** The board of repairs: where cards stand, where arrows lead, and what is offered next. */

import { describe, expect, test } from 'vitest'
import type { Repair } from '../../src/contract/repairs.ts'
import { day } from '../../src/domain/day.ts'
import { eventsPossible, REPAIR_STATES, type RepairState } from '../../src/domain/repair.ts'
import { boardColumns, cardByKey, MOST_CARDS } from '../../src/renderer/features/repairs/board/board-keys.ts'
import { actionsOf, nextAction, REPAIR_ACTIONS } from '../../src/renderer/features/repairs/next-step.ts'
import { paperOf } from '../../src/renderer/features/repairs/paper-of.ts'
import { marksOf } from '../../src/renderer/features/repairs/repair-marks.ts'
import { filterOf, readRepairsView } from '../../src/renderer/features/repairs/repairs-view.ts'
import { texts } from '../../src/renderer/text/texts.ts'
import { repairLine } from '../support/repair-lines.ts'

const TODAY = day('2026-12-01')

function countsOf(repairs: readonly Repair[]): Record<RepairState, number> {
  const countOf = (state: RepairState) => repairs.filter((repair) => repair.state === state).length
  return Object.fromEntries(REPAIR_STATES.map((state) => [state, countOf(state)])) as Record<RepairState, number>
}

const board = (repairs: readonly Repair[]) => boardColumns(repairs, countsOf(repairs))

describe('where cards stand', () => {
  test('every state is a column, in the order of the work', () => {
    expect(board([]).map(({ state }) => state)).toEqual(REPAIR_STATES)
  })

  test('who waits longest stands first; of those done the latest', () => {
    const early = { since: day('2026-10-01') }
    const [older, newer] = [repairLine('new', early), repairLine('new')]
    const [doneEarly, doneLate] = [repairLine('done', early), repairLine('done')]
    const columns = board([newer, older, doneEarly, doneLate])
    const cardsOf = (state: RepairState) => columns.find((column) => column.state === state)?.cards
    expect(cardsOf('new')).toEqual([older, newer])
    expect(cardsOf('done')).toEqual([doneLate, doneEarly])
  })

  test('a long column shows its first cards and counts them all', () => {
    const many = Array.from({ length: MOST_CARDS + 5 }, () => repairLine('done'))
    const done = board(many).find(({ state }) => state === 'done')
    expect([done?.cards.length, done?.count]).toEqual([MOST_CARDS, MOST_CARDS + 5])
  })
})

describe('where arrows lead', () => {
  const [a, b, c] = [repairLine('new'), repairLine('new', { since: day('2026-11-06') }), repairLine('unsafe')]
  const columns = board([a, b, c])
  const from = (repair: Repair, key: string) => cardByKey(key, repair.repairId, columns)

  test('down and up in a column, and no further than its ends', () => {
    expect(from(a, 'ArrowDown')).toBe(b)
    expect(from(b, 'ArrowUp')).toBe(a)
    expect(from(b, 'ArrowDown')).toBe(b)
  })

  test('left and right pass over empty columns and keep to the row where there is one', () => {
    expect(from(b, 'ArrowRight')).toBe(c)
    expect(from(c, 'ArrowLeft')).toBe(a)
    expect(from(c, 'ArrowRight')).toBe(c)
  })

  test('other keys lead nowhere, and an empty board has no card', () => {
    expect(from(a, 'x')).toBeNull()
    expect(cardByKey('ArrowDown', undefined, board([]))).toBeNull()
  })
})

describe('what is offered', () => {
  test('in every state only what may happen in it, and the obvious step is one of it', () => {
    for (const state of REPAIR_STATES) {
      const repair = repairLine(state)
      const actions = actionsOf(repair)
      const next = nextAction(repair, TODAY)
      if (next) expect(actions).toContain(next)
      if (eventsPossible(state).length === 0) expect(actions).toEqual([])
      expect(REPAIR_ACTIONS).toEqual(expect.arrayContaining(actions))
    }
  })

  test('after the work: checks, then the record or the work again, then the certificate', () => {
    expect(nextAction(repairLine('awaitingAcceptance'), TODAY)).toBe('check')
    expect(nextAction(repairLine('awaitingAcceptance', { isChecked: true }), TODAY)).toBe('accept')
    expect(nextAction(repairLine('awaitingAcceptance', { isChecked: true, failedChecks: ['insulation'] }), TODAY)).toBe(
      'rework',
    )
    expect(nextAction(repairLine('awaitingAcceptance', { isChecked: true, isAccepted: true }), TODAY)).toBe('certify')
  })

  test('a repair that is done is looked at again when its day has come, not before', () => {
    expect(nextAction(repairLine('done', { dueOn: TODAY }), TODAY)).toBe('recheck')
    expect(nextAction(repairLine('done', { dueOn: day('2027-12-01') }), TODAY)).toBeNull()
    expect(actionsOf(repairLine('done'))).toContain('recheck')
  })

  test('a certificate is offered only on an acceptance, and no second acceptance beside one that stands', () => {
    expect(actionsOf(repairLine('awaitingAcceptance'))).not.toContain('certify')
    expect(actionsOf(repairLine('awaitingAcceptance', { isAccepted: true }))).not.toContain('accept')
  })

  test('the paper a repair is at: form, order, record, certificate', () => {
    expect(paperOf(repairLine('surveyed'))).toBe('surveyForm')
    expect(paperOf(repairLine('inProgress'))).toBe('workOrder')
    expect(paperOf(repairLine('awaitingAcceptance', { isAccepted: true }))).toBe('acceptanceRecord')
    expect(paperOf(repairLine('done'))).toBe('repairCertificate')
    expect(paperOf(repairLine('new', { documentNumber: null }))).toBeNull()
  })

  test('danger, complaints and a day that has passed are told in red words', () => {
    const facts = { dangerous: ['wiring' as const], openComplaints: 2, dueOn: TODAY }
    const words = marksOf(repairLine('unsafe', facts), TODAY, texts.vi).map((mark) => mark.words)
    expect(words).toEqual(['1 chỗ nguy hiểm', '2 phản ánh', 'Quá hẹn 01/12/2026'])
    expect(marksOf(repairLine('done', { dangerous: ['wiring'] }), TODAY, texts.vi)).toEqual([])
  })
})

describe('the address', () => {
  test('what is no state, shelf or day of ours is left out', () => {
    const view = readRepairsView({ state: 'sold', shelf: 'top', dueBy: 'soon', look: 'board', crew: '', photos: [] })
    expect(Object.entries(view).filter(([, value]) => value !== undefined)).toEqual([['look', 'board']])
  })

  test('the shelves of unsafe households and of re-checks ask for their states', () => {
    expect(filterOf({ shelf: 'unsafe', state: 'new' }, TODAY)).toMatchObject({ states: ['unsafe'], dueBy: null })
    expect(filterOf({ shelf: 'recheck' }, TODAY)).toMatchObject({ states: ['done'], dueBy: TODAY })
    expect(filterOf({ state: 'new' }, TODAY)).toMatchObject({ states: ['new'] })
  })
})
