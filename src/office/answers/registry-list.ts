/** Answers about the registry as a list: filtered, counted, paged, added up, copied. */

import { dong } from '../../domain/money.ts'
import {
  countHouseholds,
  outlineHouseholds,
  pageHouseholds,
  selectedHouseholds,
  totalsOf,
} from '../../ledger/registry/registry-list.ts'
import { done, type QueryHandler } from '../handler.ts'
import { registryCells, registryHeaders, safeText } from '../registry-cells.ts'
import { registryLineOf } from './household-line.ts'

/** So many are read at once where a whole selection is wanted. */
const PIECE = 5000

export const outlineOfHouseholds: QueryHandler<'households.outline'> = ({ reader }, { filter, pageSize }) =>
  done(outlineHouseholds(reader, filter, pageSize))

export const pageOfHouseholds: QueryHandler<'households.page'> = ({ reader }, { filter, after, limit }) =>
  done({ households: pageHouseholds(reader, filter, after, limit).map(registryLineOf) })

export const countsOfHouseholds: QueryHandler<'households.count'> = ({ reader }, { filters }) =>
  done({ counts: filters.map((filter) => countHouseholds(reader, filter)) })

export const totalsOfHouseholds: QueryHandler<'households.totals'> = ({ reader }, { selection }) => {
  const { householdCount, memberCount, giftsDong, repairsDong } = totalsOf(reader, selection)
  return done({ householdCount, memberCount, giftsDong: dong(giftsDong), repairsDong: dong(repairsDong) })
}

export const copyOfHouseholds: QueryHandler<'households.copy'> = ({ reader }, { selection, columns, language }) => {
  const lines = [registryHeaders(columns, language)]
  for (const records of selectedHouseholds(reader, selection, PIECE)) {
    for (const record of records) lines.push(registryCells(record, columns, { language, revealsCitizenIds: false }))
  }
  const text = lines.map((cells) => cells.map((cell) => safeText(String(cell ?? ''))).join('\t')).join('\r\n')
  return done({ text, householdCount: lines.length - 1 })
}
