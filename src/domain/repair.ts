/**
 * Free repairs of the wiring after the meter: the life of one, from the household named to its certificate. What may
 * happen in which state is one table; every way in (window, terminal, scans) asks it.
 */

import type { Day } from './day.ts'
import { type Refusal, refusal } from './refusal.ts'
import { failedChecks, type RepairCheckRecord } from './repair-check.ts'

/** The columns of the board, in its order; `unsafe` is an outcome of its own, with a day to look again. */
export const REPAIR_STATES = [
  'new',
  'surveyed',
  'confirmed',
  'inProgress',
  'awaitingAcceptance',
  'done',
  'unsafe',
  'cancelled',
] as const
export type RepairState = (typeof REPAIR_STATES)[number]

/**
 * What happens to a repair. `confirm`, `decline`: the commune's answer; `exempt`: a supervisor goes on without it, with
 * a reason; `rework`: the checks sent the crew back; `accept`: the acceptance record is signed; `recheckPassed`,
 * `recheckFailed`: a look after months.
 */
export const REPAIR_EVENTS = [
  'survey',
  'confirm',
  'exempt',
  'decline',
  'plan',
  'finishWork',
  'check',
  'rework',
  'accept',
  'certify',
  'recheckPassed',
  'recheckFailed',
  'declareUnsafe',
  'voidAcceptance',
  'voidCertificate',
  'cancel',
] as const
export type RepairEvent = (typeof REPAIR_EVENTS)[number]

type Transitions = Readonly<Record<RepairState, Readonly<Partial<Record<RepairEvent, RepairState>>>>>

/** State × event → state; what is not in the table is refused. */
export const REPAIR_TRANSITIONS: Transitions = {
  new: { survey: 'surveyed', cancel: 'cancelled' },
  surveyed: {
    survey: 'surveyed',
    confirm: 'confirmed',
    exempt: 'confirmed',
    decline: 'cancelled',
    declareUnsafe: 'unsafe',
    cancel: 'cancelled',
  },
  confirmed: { plan: 'inProgress', declareUnsafe: 'unsafe', cancel: 'cancelled' },
  inProgress: { plan: 'inProgress', finishWork: 'awaitingAcceptance', declareUnsafe: 'unsafe', cancel: 'cancelled' },
  awaitingAcceptance: {
    check: 'awaitingAcceptance',
    rework: 'inProgress',
    accept: 'awaitingAcceptance',
    voidAcceptance: 'awaitingAcceptance',
    certify: 'done',
    declareUnsafe: 'unsafe',
    cancel: 'cancelled',
  },
  done: { recheckPassed: 'done', recheckFailed: 'unsafe', voidCertificate: 'awaitingAcceptance' },
  unsafe: { survey: 'surveyed', plan: 'inProgress', declareUnsafe: 'unsafe', cancel: 'cancelled' },
  cancelled: {},
}

/** The state after an event, or the refusal where it cannot happen in this state. */
export function nextRepairState(state: RepairState, event: RepairEvent): { state: RepairState } | { refusal: Refusal } {
  const next = REPAIR_TRANSITIONS[state][event]
  return next ? { state: next } : { refusal: refusal('repair.notNow', { state, event }) }
}

/** The events that may happen in a state, in the order of REPAIR_EVENTS: what the window offers. */
export function eventsPossible(state: RepairState): RepairEvent[] {
  return REPAIR_EVENTS.filter((event) => REPAIR_TRANSITIONS[state][event] !== undefined)
}

/** Whether nothing more is awaited of a repair but a later look. */
export function isSettled(state: RepairState): boolean {
  return state === 'done' || state === 'cancelled'
}

/**
 * Why a repair is open: a list of the programme, the household's own word, a complaint about an earlier one; `earlier`
 * was taken over from the first version.
 */
export const REPAIR_ORIGINS = ['list', 'request', 'complaint', 'earlier'] as const
export type RepairOrigin = (typeof REPAIR_ORIGINS)[number]

/** When a picture of an installation was taken: at the survey, before the work, after it. */
export const PHOTO_MOMENTS = ['survey', 'before', 'after'] as const
export type PhotoMoment = (typeof PHOTO_MOMENTS)[number]

/** What a repair's guards look at, beside its state. */
export interface RepairFacts {
  state: RepairState
  /** The day of its latest step; null where it has none yet. */
  lastOn: Day | null
  /** Confirmed by the commune, or exempted by a supervisor, once. */
  isConfirmed: boolean
  /** The latest checks, where no work was done after them. */
  checks: RepairCheckRecord | null
  /** Who recorded the acceptance that stands, which is of the latest work; null where none stands. */
  acceptedBy: { personId: string; fullName: string } | null
  acceptedOn: Day | null
}

/** Steps come in the order of their days: nothing happens to a repair before what happened to it last. */
export function refuseStepDay(lastOn: Day | null, on: Day): Refusal | null {
  return lastOn !== null && on < lastOn ? refusal('repair.beforeLastStep', { on, lastOn }) : null
}

/** Whether a job may be planned: only after the commune confirmed the household, or a supervisor exempted it. */
export function refusePlan({ isConfirmed }: RepairFacts): Refusal | null {
  return isConfirmed ? null : refusal('repair.notConfirmed', {})
}

/** Whether a repair may be accepted: checked after its last work, every check passed, nothing accepted that stands. */
export function refuseAcceptance({ checks, acceptedBy, acceptedOn }: RepairFacts): Refusal | null {
  if (acceptedBy && acceptedOn) return refusal('repair.alreadyAccepted', { acceptedOn })
  if (!checks) return refusal('repair.notChecked', {})
  const failed = failedChecks(checks)
  return failed.length > 0 ? refusal('repair.checksFailed', { failed }) : null
}

/** Whether a repair may be certified by a person: accepted, its checks passed, and by another than who accepted it. */
export function refuseCertificate(facts: RepairFacts, personId: string): Refusal | null {
  const { checks, acceptedBy } = facts
  if (!acceptedBy) return refusal('repair.notAccepted', {})
  if (!checks) return refusal('repair.notChecked', {})
  const failed = failedChecks(checks)
  if (failed.length > 0) return refusal('repair.checksFailed', { failed })
  return acceptedBy.personId === personId ? refusal('repair.sameHand', { acceptedBy: acceptedBy.fullName }) : null
}

/** Whether a step may be taken that would make an acceptance untrue (checks, rework, not safe): after it was voided. */
export function refuseUnderAcceptance({ acceptedOn }: Pick<RepairFacts, 'acceptedOn'>): Refusal | null {
  return acceptedOn === null ? null : refusal('repair.alreadyAccepted', { acceptedOn })
}

/** What an acceptance stands against: it is voided before the certificate, never under it. */
export function refuseAcceptanceVoid({ acceptedBy }: RepairFacts): Refusal | null {
  return acceptedBy ? null : refusal('repair.notAccepted', {})
}
