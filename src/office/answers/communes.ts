/** Answers about the communes of today. */

import { candidatesOf, certainCommune } from '../../domain/addresses/address.ts'
import { newestCommuneTable } from '../../ledger/registry/commune-table.ts'
import { communesInUse, communesOf, readHouseholdPlace } from '../communes.ts'
import { done, type QueryHandler } from '../handler.ts'

const MOST_CANDIDATES = 12
const MOST_SUGGESTIONS = 8

export const findCommunes: QueryHandler<'communes.find'> = (asking, { communeName, addressText, communeCode }) => {
  const communes = communesOf(asking)
  const { finder, near } = communes
  const reading = readHouseholdPlace(communes, { communeName, addressText })
  const kind = certainCommune(reading) ? 'certain' : reading.kind
  // A name of today that wards of before bore, too, is a question about those as well.
  const namesakes =
    reading.kind === 'current'
      ? reading.namesakes.flatMap((from) =>
          from.newCodes.flatMap((code) => {
            const commune = finder.communeOf(code)
            return commune ? [{ commune, from }] : []
          }),
        )
      : []
  return done({
    version: finder.version,
    reading: {
      kind: kind === 'current' || kind === 'mapped' ? 'ambiguous' : kind,
      candidates: [...candidatesOf(reading), ...namesakes].slice(0, MOST_CANDIDATES).map(({ commune, from }) => ({
        commune,
        from: from && { name: from.name, districtName: from.districtName, provinceName: from.provinceName },
      })),
    },
    suggestions: finder.findCurrent(communeName, MOST_SUGGESTIONS, near),
    known: communeCode === null ? null : finder.communeOf(communeCode),
  })
}

export const tableOfCommunes: QueryHandler<'communes.table'> = (asking) => {
  const { version } = communesInUse(asking)
  const loaded = newestCommuneTable(asking.reader)
  const isLoaded = loaded?.version === version
  return done({ version, loadedAt: isLoaded ? loaded.loadedAt : null, loadedBy: isLoaded ? loaded.loadedBy : null })
}
