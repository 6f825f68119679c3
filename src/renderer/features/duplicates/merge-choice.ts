/** Which of two households is kept, and of which each fact is taken, until the clerk says otherwise. */

import type { Output } from '../../../contract/contract.ts'
import type { PairSide } from '../../../contract/duplicates.ts'
import { HOUSEHOLD_FIELDS, type HouseholdField } from '../../../domain/household.ts'

export type Pair = Output<'duplicates.get'>
export type Side = 'one' | 'other'

export const opposite = (side: Side): Side => (side === 'one' ? 'other' : 'one')

/** A commune's name, its code and the table of the code are one fact: they are taken together. */
const COMMUNE: readonly HouseholdField[] = ['communeName', 'communeCode', 'communeVersion']

export interface FactRow {
  /** The field whose value is shown. */
  field: HouseholdField
  /** Those that are taken with it. */
  fields: readonly HouseholdField[]
}

/** The fields as rows to choose in. */
export function factRows(fields: readonly HouseholdField[]): FactRow[] {
  const hasCommune = fields.some((field) => COMMUNE.includes(field))
  return HOUSEHOLD_FIELDS.flatMap((field): FactRow[] => {
    if (field === 'communeName') return hasCommune ? [{ field, fields: COMMUNE }] : []
    return fields.includes(field) && !COMMUNE.includes(field) ? [{ field, fields: [field] }] : []
  })
}

/** The value of a field as it may be shown: numbers of persons masked. */
export function factOf(side: PairSide, field: HouseholdField): unknown {
  if (field === 'citizenId') return side.maskedCitizenId
  if (field === 'oldIdNumber') return side.maskedOldIdNumber
  return side[field]
}

function isKnown(side: PairSide, field: HouseholdField): boolean {
  const value = factOf(side, field)
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== ''
}

function knownCount(side: PairSide): number {
  return HOUSEHOLD_FIELDS.filter((field) => isKnown(side, field)).length
}

/** The one with more papers; with as many, the one of which more is known; else the first. */
export function likelyKept({ one, other }: Pick<Pair, 'one' | 'other'>): Side {
  const papers = (side: PairSide) => side.giftCount + side.repairCount
  const byPapers = papers(other) - papers(one)
  return (byPapers || knownCount(other) - knownCount(one)) > 0 ? 'other' : 'one'
}

export type Choices = Partial<Record<HouseholdField, Side>>

/** Each fact of the kept one, but where it says nothing. */
export function likelyChoices(pair: Pick<Pair, 'one' | 'other'>, rows: readonly FactRow[], kept: Side): Choices {
  const choices: Choices = {}
  for (const { field } of rows) {
    const saysNothing = !isKnown(pair[kept], field) && isKnown(pair[opposite(kept)], field)
    choices[field] = saysNothing ? opposite(kept) : kept
  }
  return choices
}

/** The facts that are taken from the one that is merged. */
export function takesOf(rows: readonly FactRow[], choices: Choices, kept: Side): HouseholdField[] {
  return rows.flatMap(({ field, fields }) => (choices[field] === opposite(kept) ? fields : []))
}

/** The facts both know and agree on. */
export function agreedFields({ one, differing }: Pick<Pair, 'one' | 'differing'>): HouseholdField[] {
  const isPartOfName = (field: HouseholdField) => field === 'communeCode' || field === 'communeVersion'
  return HOUSEHOLD_FIELDS.filter((field) => !differing.includes(field) && !isPartOfName(field) && isKnown(one, field))
}
