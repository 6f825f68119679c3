/** The life of a repair as the trade tells it: what may happen when, and what no way through it can bring about. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import {
  eventsPossible,
  isSettled,
  nextRepairState,
  REPAIR_EVENTS,
  REPAIR_STATES,
  type RepairEvent,
  type RepairFacts,
  type RepairState,
  refuseAcceptance,
  refuseAcceptanceVoid,
  refuseCertificate,
  refusePlan,
  refuseStepDay,
  refuseUnderAcceptance,
} from '../../src/domain/repair.ts'
import type { RepairCheckRecord } from '../../src/domain/repair-check.ts'
import { USUAL_CHECK_LIMITS } from '../../src/domain/repair-check.ts'

/** For each event, the states it may happen in and what it makes of them; in all others it is refused. */
const LIFE: Record<RepairEvent, Partial<Record<RepairState, RepairState>>> = {
  // Looked at first, and again as long as nobody outside has been asked, or when money came for an unsafe household.
  survey: { new: 'surveyed', surveyed: 'surveyed', unsafe: 'surveyed' },
  // The commune answers what was surveyed; so does the supervisor who goes on without it.
  confirm: { surveyed: 'confirmed' },
  exempt: { surveyed: 'confirmed' },
  decline: { surveyed: 'cancelled' },
  // A job may be planned anew until the work is done, and for a household that was left unsafe.
  plan: { confirmed: 'inProgress', inProgress: 'inProgress', unsafe: 'inProgress' },
  finishWork: { inProgress: 'awaitingAcceptance' },
  // Between work and certificate: measured as often as needed, sent back, accepted, the acceptance voided.
  check: { awaitingAcceptance: 'awaitingAcceptance' },
  rework: { awaitingAcceptance: 'inProgress' },
  accept: { awaitingAcceptance: 'awaitingAcceptance' },
  voidAcceptance: { awaitingAcceptance: 'awaitingAcceptance' },
  certify: { awaitingAcceptance: 'done' },
  // After the certificate only a later look, or its void.
  recheckPassed: { done: 'done' },
  recheckFailed: { done: 'unsafe' },
  voidCertificate: { done: 'awaitingAcceptance' },
  // Whoever has seen the installation may say it is not safe, until it is certified.
  declareUnsafe: {
    surveyed: 'unsafe',
    confirmed: 'unsafe',
    inProgress: 'unsafe',
    awaitingAcceptance: 'unsafe',
    unsafe: 'unsafe',
  },
  // Whatever is not certified may be given up; once.
  cancel: {
    new: 'cancelled',
    surveyed: 'cancelled',
    confirmed: 'cancelled',
    inProgress: 'cancelled',
    awaitingAcceptance: 'cancelled',
    unsafe: 'cancelled',
  },
}

const EVERY_PAIR = REPAIR_EVENTS.flatMap((event) => REPAIR_STATES.map((state) => [event, state] as const))

describe('what may happen to a repair', () => {
  test.each(EVERY_PAIR)('%s, to one that is %s', (event, state) => {
    const leadsTo = LIFE[event][state]
    expect(nextRepairState(state, event)).toEqual(
      leadsTo ? { state: leadsTo } : { refusal: { code: 'repair.notNow', parameters: { state, event } } },
    )
  })

  test('is what the window offers', () => {
    for (const state of REPAIR_STATES) {
      expect(eventsPossible(state)).toEqual(REPAIR_EVENTS.filter((event) => LIFE[event][state]))
    }
  })

  test('ends with the certificate or with giving up, which nothing follows', () => {
    expect(REPAIR_STATES.filter(isSettled)).toEqual(['done', 'cancelled'])
    expect(eventsPossible('cancelled')).toEqual([])
  })
})

const ON = day('2026-12-10')
const CHECKS: RepairCheckRecord = {
  insulationMegaohm: 12.5,
  continuityOhm: 0.4,
  rcdTripMilliseconds: 28,
  rcdTestButtonWorks: true,
  polarityCorrect: true,
  earthingOhm: null,
  poweredOn: true,
  limits: USUAL_CHECK_LIMITS,
  checkedOn: ON,
  tester: 'Trần Văn Lực',
  instrument: 'Kyoritsu 6516',
  calibratedUntil: day('2027-06-30'),
}
const FAILED: RepairCheckRecord = { ...CHECKS, insulationMegaohm: 0.2 }
const CLERK = { personId: 'p1', fullName: 'Nguyễn Văn Hùng' }
const SUPERVISOR = { personId: 'p2', fullName: 'Trần Thị Thu' }
const CHECKED: RepairFacts = {
  state: 'awaitingAcceptance',
  lastOn: ON,
  isConfirmed: true,
  checks: CHECKS,
  acceptedBy: null,
  acceptedOn: null,
}
const ACCEPTED: RepairFacts = { ...CHECKED, acceptedBy: CLERK, acceptedOn: ON }

describe('what is asked before a step', () => {
  test('a job is planned only for a household that the commune confirmed, or a supervisor exempted', () => {
    expect(refusePlan(CHECKED)).toBeNull()
    expect(refusePlan({ ...CHECKED, isConfirmed: false })).toEqual({ code: 'repair.notConfirmed', parameters: {} })
  })

  test('a repair is accepted once, after checks that passed', () => {
    expect(refuseAcceptance(CHECKED)).toBeNull()
    expect(refuseAcceptance({ ...CHECKED, checks: null })?.code).toBe('repair.notChecked')
    expect(refuseAcceptance({ ...CHECKED, checks: FAILED })).toEqual({
      code: 'repair.checksFailed',
      parameters: { failed: ['insulation'] },
    })
    expect(refuseAcceptance(ACCEPTED)).toEqual({ code: 'repair.alreadyAccepted', parameters: { acceptedOn: ON } })
  })

  test('a certificate wants an acceptance, checks that passed, and another person than who accepted', () => {
    expect(refuseCertificate(ACCEPTED, SUPERVISOR.personId)).toBeNull()
    expect(refuseCertificate(CHECKED, SUPERVISOR.personId)?.code).toBe('repair.notAccepted')
    expect(refuseCertificate({ ...ACCEPTED, checks: null }, SUPERVISOR.personId)?.code).toBe('repair.notChecked')
    expect(refuseCertificate({ ...ACCEPTED, checks: FAILED }, SUPERVISOR.personId)?.code).toBe('repair.checksFailed')
    expect(refuseCertificate(ACCEPTED, CLERK.personId)).toEqual({
      code: 'repair.sameHand',
      parameters: { acceptedBy: 'Nguyễn Văn Hùng' },
    })
  })

  test('an acceptance is voided where one stands', () => {
    expect(refuseAcceptanceVoid(ACCEPTED)).toBeNull()
    expect(refuseAcceptanceVoid(CHECKED)?.code).toBe('repair.notAccepted')
  })

  test('what would make an acceptance untrue waits until it is voided', () => {
    expect(refuseUnderAcceptance(CHECKED)).toBeNull()
    expect(refuseUnderAcceptance(ACCEPTED)).toEqual({ code: 'repair.alreadyAccepted', parameters: { acceptedOn: ON } })
  })

  test('steps keep the order of their days, and may share one', () => {
    expect(refuseStepDay(null, ON)).toBeNull()
    expect(refuseStepDay(ON, ON)).toBeNull()
    expect(refuseStepDay(ON, day('2026-12-11'))).toBeNull()
    expect(refuseStepDay(ON, day('2026-12-09'))).toEqual({
      code: 'repair.beforeLastStep',
      parameters: { on: day('2026-12-09'), lastOn: ON },
    })
  })
})

interface Told {
  event: RepairEvent
  person: typeof CLERK
  passes: boolean
}

/** What a ledger keeps of one repair, step by step, with every guard asked; a step that is refused changes nothing. */
function lived(story: readonly Told[]): { facts: RepairFacts; history: Told[] }[] {
  let facts: RepairFacts = { ...CHECKED, state: 'new', lastOn: null, isConfirmed: false, checks: null }
  const history: Told[] = []
  const moments: { facts: RepairFacts; history: Told[] }[] = []
  for (const told of story) {
    const next = nextRepairState(facts.state, told.event)
    if ('refusal' in next || refusedFor(facts, told)) continue
    facts = after({ ...facts, state: next.state }, told)
    history.push(told)
    moments.push({ facts, history: [...history] })
  }
  return moments
}

function refusedFor(facts: RepairFacts, { event, person }: Told): boolean {
  if (event === 'plan') return refusePlan(facts) !== null
  if (event === 'accept') return refuseAcceptance(facts) !== null
  if (event === 'certify') return refuseCertificate(facts, person.personId) !== null
  if (event === 'voidAcceptance') return refuseAcceptanceVoid(facts) !== null
  if (event === 'check' || event === 'rework' || event === 'declareUnsafe') return refuseUnderAcceptance(facts) !== null
  return false
}

function after(facts: RepairFacts, { event, person, passes }: Told): RepairFacts {
  if (event === 'confirm' || event === 'exempt') return { ...facts, isConfirmed: true }
  if (event === 'finishWork') return { ...facts, checks: null, acceptedBy: null, acceptedOn: null }
  if (event === 'check') return { ...facts, checks: passes ? CHECKS : FAILED }
  if (event === 'accept') return { ...facts, acceptedBy: person, acceptedOn: ON }
  if (event === 'voidAcceptance') return { ...facts, acceptedBy: null, acceptedOn: null }
  return facts
}

const anything = fc.record<Told>({
  event: fc.constantFrom(...REPAIR_EVENTS),
  person: fc.constantFrom(CLERK, SUPERVISOR),
  passes: fc.boolean(),
})
/** The straight way, so that stories come far, with anything in between. */
const STRAIGHT: readonly RepairEvent[] = ['survey', 'confirm', 'plan', 'finishWork', 'check', 'accept', 'certify']
const story = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...STRAIGHT.keys()), fc.array(anything, { maxLength: 2 })), { maxLength: 4 }),
    fc.array(anything, { maxLength: 60 }),
  )
  .map(([turns, rest]) => {
    const straight = turns.flatMap(([last, between]): Told[] => [
      ...STRAIGHT.slice(0, last + 1).map((event) => ({
        event,
        person: event === 'certify' ? SUPERVISOR : CLERK,
        passes: true,
      })),
      ...between,
    ])
    return [...straight, ...rest]
  })

const whereLast = (history: readonly Told[], ...events: RepairEvent[]) =>
  history.findLastIndex(({ event }) => events.includes(event))

describe('whatever is tried, in whatever order', () => {
  test('no certificate comes without passed checks after the last work, and an acceptance by somebody else', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (const { history } of lived(told)) {
          const last = history.at(-1)
          if (last?.event !== 'certify') continue
          const [work, checked] = [whereLast(history, 'finishWork'), whereLast(history, 'check')]
          const accepted = whereLast(history, 'accept')
          expect(work).toBeLessThan(checked)
          expect(work).toBeLessThan(accepted)
          expect(history[checked]?.passes).toBe(true)
          expect(history[accepted]?.person).not.toBe(last.person)
          expect(whereLast(history, 'voidAcceptance')).toBeLessThan(accepted)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('no work is done at a household that was not surveyed and then confirmed or exempted', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (const { history } of lived(told)) {
          if (history.at(-1)?.event !== 'finishWork') continue
          const firstConfirmed = history.findIndex(({ event }) => event === 'confirm' || event === 'exempt')
          expect(firstConfirmed).toBeGreaterThan(history.findIndex(({ event }) => event === 'survey'))
          expect(firstConfirmed).toBeGreaterThan(0)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('from every state but a cancelled one some way leads to a certificate', () => {
    const reach = (state: RepairState, seen: RepairState[] = []): RepairState[] => {
      if (seen.includes(state)) return seen
      return eventsPossible(state).reduce(
        (known, event) => {
          const next = nextRepairState(state, event)
          return 'state' in next ? reach(next.state, known) : known
        },
        [...seen, state],
      )
    }
    for (const state of REPAIR_STATES) {
      expect([state, reach(state).includes('done')]).toEqual([state, state !== 'cancelled'])
    }
  })
})
