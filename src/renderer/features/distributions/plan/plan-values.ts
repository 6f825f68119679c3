/** A distribution as it is planned in its form, and what is sent to the office. */

import type { Input, Output } from '../../../../contract/contract.ts'
import type { DistributionEvent } from '../../../../contract/distributions.ts'
import type { Day } from '../../../../domain/day.ts'
import { type Candidate, candidateKey } from './candidates.ts'

/** Empty texts stand for what is not known. */
export interface AttendantValues {
  fullName: string
  title: string
}

export interface PlanValues {
  campaignId: string
  placeId: string
  heldOn: string
  staff: AttendantValues[]
  witnesses: AttendantValues[]
  note: string
}

export const BLANK_ATTENDANT: AttendantValues = { fullName: '', title: '' }

type Attendants = DistributionEvent['staff']

function typedAttendants(attendants: Attendants): AttendantValues[] {
  return attendants.map(({ fullName, title }) => ({ fullName, title: title ?? '' }))
}

/** The staff of the campaign's last distribution will mostly come again; witnesses are of another hamlet. */
export function blankPlan(facts: {
  campaignId: string
  today: Day
  personName: string
  events: readonly DistributionEvent[]
}): PlanValues {
  const { campaignId, today, personName, events } = facts
  const last = events
    .filter((event) => event.campaignId === campaignId)
    .reduce<DistributionEvent | null>(
      (latest, event) => (!latest || event.heldOn > latest.heldOn ? event : latest),
      null,
    )
  return {
    campaignId,
    placeId: '',
    heldOn: today,
    staff: last && last.staff.length > 0 ? typedAttendants(last.staff) : [{ fullName: personName, title: '' }],
    witnesses: [],
    note: '',
  }
}

export function planValuesOf({ campaignId, placeId, heldOn, staff, witnesses, note }: DistributionEvent): PlanValues {
  return {
    campaignId,
    placeId,
    heldOn,
    staff: typedAttendants(staff),
    witnesses: typedAttendants(witnesses),
    note: note ?? '',
  }
}

/** Lines nobody wrote in are no people. */
function namedAttendants(attendants: readonly AttendantValues[]): Attendants {
  return attendants
    .filter(({ fullName, title }) => fullName.trim() !== '' || title.trim() !== '')
    .map(({ fullName, title }) => ({ fullName, title: title === '' ? null : title }))
}

/** What both planning and changing a distribution send. */
export function planOf(
  { placeId, heldOn, staff, witnesses, note }: PlanValues,
  candidates: readonly Candidate[],
  leftOut: ReadonlySet<string>,
): Omit<Input<'distributions.amend'>, 'eventId'> {
  return {
    placeId,
    heldOn: heldOn as Day,
    staff: namedAttendants(staff),
    witnesses: namedAttendants(witnesses),
    note: note === '' ? null : note,
    expected: candidates
      .filter((candidate) => !leftOut.has(candidateKey(candidate)))
      .map(({ household, giftPackageId }) => ({ householdId: household.householdId, giftPackageId })),
  }
}

/** When a distribution is changed: of all who may be expected, those who are not. */
export function leftOutOf(
  candidates: readonly Candidate[],
  expected: Output<'distributions.get'>['expected'],
): Set<string> {
  const known = new Set(expected.map(candidateKey))
  return new Set(candidates.map(candidateKey).filter((key) => !known.has(key)))
}
