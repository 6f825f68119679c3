/**
 * The communes as this office sees them: the newest list, read when it is first needed and kept while it is in use, and
 * the places the office works in.
 */

import { readFileSync } from 'node:fs'
import {
  type AddressReading,
  type CommuneFinder,
  certainCommune,
  communeFinder,
  readingOfBoth,
} from '../domain/addresses/address.ts'
import { readCommuneTable } from '../domain/addresses/commune-table.ts'
import type { Surroundings } from '../domain/addresses/gazetteer.ts'
import type { HouseholdFacts } from '../domain/household.ts'
import { officeOf } from '../ledger/office-record.ts'
import { contentOfCommuneTable, newestCommuneTable, recentCommuneCodes } from '../ledger/registry/commune-table.ts'
import type { Asking } from './handler.ts'
import { communesFile } from './place.ts'

type Place = Pick<HouseholdFacts, 'communeName' | 'addressText'>
/** Both null where it is not certain which commune it is. */
type Placement = Pick<HouseholdFacts, 'communeCode' | 'communeVersion'>

export interface Communes {
  finder: CommuneFinder
  near: Surroundings
}

/** One list is in use at a time, by one office in a process: the last one is kept, and no other. */
let kept: { madeOf: string; finder: CommuneFinder } | null = null

function finderOf(content: string): CommuneFinder {
  const reading = readCommuneTable(content)
  if (!reading.ok) throw new Error(`The list of communes is unreadable: ${JSON.stringify(reading.refusal)}`)
  return communeFinder(reading.table)
}

/** The list in use: the newest that was loaded, unless the program brings a newer one along. */
export function communesInUse({ reader, place }: Pick<Asking, 'reader' | 'place'>): CommuneFinder {
  const loaded = newestCommuneTable(reader)
  const madeOf = `${place.resourcesFolder} ${loaded?.sha256 ?? ''}`
  if (kept?.madeOf === madeOf) return kept.finder
  const shipped = finderOf(readFileSync(communesFile(place), 'utf8'))
  const isNewer = loaded !== null && loaded.version > shipped.version
  const finder = isNewer ? finderOf(contentOfCommuneTable(reader, loaded.version)) : shipped
  kept = { madeOf, finder }
  return finder
}

/** The list in use and where the office works: the communes of its last households, and the province it stands in. */
export function communesOf(asking: Pick<Asking, 'reader' | 'place'>): Communes {
  const finder = communesInUse(asking)
  const codes = recentCommuneCodes(asking.reader, finder.version)
  const ownProvince = finder.provinceOf(officeOf(asking.reader).place)
  const provinces = codes.map((code) => finder.communeOf(code)?.provinceName ?? null)
  return {
    finder,
    near: {
      communeCodes: new Set(codes),
      provinceNames: [...new Set([ownProvince, ...provinces])].filter((name) => name !== null),
    },
  }
}

function readAddressText({ finder, near }: Communes, addressText: string | null): AddressReading {
  return finder.readAddress(addressText ?? '', near)
}

/** What an address that was read means together with a commune's name, which may have places behind commas. */
function readWithName({ finder, near }: Communes, address: AddressReading, communeName: string | null): AddressReading {
  const [name, ...above] = communeName?.split(',').map((place) => place.trim()) ?? []
  if (!name) return address
  const [districtName, provinceName] = above.length > 1 ? above : [null, above[0] ?? null]
  return readingOfBoth(address, name, finder.readAddress({ communeName: name, districtName, provinceName }, near))
}

/** What a household's address and the name of its commune mean together. */
export function readHouseholdPlace(communes: Communes, { communeName, addressText }: Place): AddressReading {
  return readWithName(communes, readAddressText(communes, addressText), communeName)
}

/**
 * Answers, household by household, the code of the commune where it is certain, with the list it is of. A ward of
 * before is left to the clerk, who is shown what it became: lists tell of few of the wards that were split. Made once
 * for a batch: what an address means recurs, and is held against the name of a commune once.
 */
export function householdPlacer(asking: Pick<Asking, 'reader' | 'place'>): (place: Place) => Placement {
  const communes = communesOf(asking)
  const { version } = communes.finder
  const known = new WeakMap<AddressReading, Map<string | null, Placement>>()
  return ({ communeName, addressText }) => {
    const address = readAddressText(communes, addressText)
    const placements = known.get(address) ?? new Map<string | null, Placement>()
    known.set(address, placements)
    const earlier = placements.get(communeName)
    if (earlier) return earlier
    const reading = readWithName(communes, address, communeName)
    const commune = reading.kind === 'mapped' ? null : certainCommune(reading)
    const placement: Placement = { communeCode: commune?.code ?? null, communeVersion: commune ? version : null }
    placements.set(communeName, placement)
    return placement
  }
}
