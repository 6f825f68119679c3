/** What was found in a list that comes in, in English: what stands in the cell and what was made of it. */

import type { ListFindingWording } from '../vi/list-findings.ts'
import { trade } from './trade.ts'

export const listFindings: ListFindingWording = {
  nameMissing: () => 'The row has data but no head of household.',
  nameNotText: ({ value }) => `The head of household is no name: “${value}”.`,
  nameHasRemark: ({ value }) => `The name has digits or a remark, kept as it is written: “${value}”.`,
  forbiddenText: ({ field, value }) =>
    `${trade.householdFields[field]} begins with = + - @ or has broken characters, not taken in: “${value}”.`,
  bulletDropped: ({ field, mended }) =>
    `${trade.householdFields[field]}: the leading dash was dropped, kept as “${mended}”.`,
  formulaError: ({ field, value }) => `${trade.householdFields[field]}: the formula failed (${value}), left empty.`,
  citizenIdMended: ({ mended }) => `The citizen ID had lost a leading zero, which was put back: ${mended}.`,
  citizenIdStrange: ({ value }) => `The citizen ID is not 12 digits of the known shape, left empty: “${value}”.`,
  citizenIdOldNumber: ({ mended }) => `The citizen ID is an old identity number and was kept as such: ${mended}.`,
  citizenIdTwice: ({ value, other }) => `Citizen ID ${value} stands in row ${other} already; this row is left out.`,
  oldIdNumberMended: ({ mended }) => `The old identity number had lost a leading zero, which was put back: ${mended}.`,
  oldIdNumberStrange: ({ value }) => `The old identity number is not 9 digits, left empty: “${value}”.`,
  phoneMended: ({ value, mended }) => `The phone number “${value}” is written as ${mended}.`,
  phoneStrange: ({ value }) => `The phone number is not valid, left empty: “${value}”.`,
  birthYearStrange: ({ value }) => `The birth year cannot be read, left empty: “${value}”.`,
  birthYearDiffersFromCitizenId: ({ value, other }) =>
    `The birth year ${value} differs from the one in the citizen ID (${other}).`,
  memberCountStrange: ({ value }) => `The number of members is not valid, left empty: “${value}”.`,
  categoryUnknown: ({ value }) => `The category is not known, left empty: “${value}”.`,
  categoryTwice: ({ value, other }) => `The household is marked twice: “${other}” is kept, “${value}” is not.`,
  categoryDecisionAlone: ({ value }) => `A decision without a category, so the decision is not kept: “${value}”.`,
  householdTwice: ({ value, other }) =>
    `Household “${value}” is just like the household of row ${other}; neither has a citizen ID.`,
  customerCodeStrange: ({ value }) => `The customer code is unlike any known one, kept all the same: “${value}”.`,
  meterNumberStrange: ({ value }) => `Excel has shortened the meter number, left empty: “${value}”.`,
}

/** Heads the column of findings in a list that goes back to its sender. */
export const findingsHeader = 'To be looked at'
