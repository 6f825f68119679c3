/**
 * Which commune an address means today. Old papers name wards and districts that are no more; a ward that was split, or
 * a name that several places bear, is a question for the clerk and never a guess. The address itself stays as printed.
 */

import { findCurrent } from './commune-search.ts'
import type { Commune, CommuneTable, OldWard } from './commune-table.ts'
import {
  ANYWHERE,
  areOfBefore,
  type CommuneEntry,
  communesUnder,
  distance,
  entriesStated,
  type Gazetteer,
  gazetteerOf,
  placesBehind,
  provinceKeysIn,
  type Stated,
  type Surroundings,
  type WardEntry,
} from './gazetteer.ts'
import { hasMarks, type PlaceName, placesIn, printedPlace, spelling, waysToCut } from './place-name.ts'

/** A commune an address may mean; `from` where it is written as an old ward. */
export interface CommuneCandidate {
  commune: Commune
  from: OldWard | null
}

export type AddressReading =
  /** Written as it is called today; `namesakes` were called so before and lie in other communes now. */
  | { kind: 'current'; commune: Commune; namesakes: readonly OldWard[] }
  | { kind: 'mapped'; from: OldWard; commune: Commune }
  /** The ward was split: only its people know in which of them they live. */
  | { kind: 'split'; from: OldWard; candidates: readonly Commune[] }
  | { kind: 'ambiguous'; candidates: readonly CommuneCandidate[] }
  | { kind: 'unknown' }

/** An address in the columns of a list. */
export interface ListedAddress {
  communeName: string
  districtName?: string | null
  provinceName?: string | null
}

export interface CommuneFinder {
  readonly version: CommuneTable['version']
  /**
   * The communes of today whose name, or one of whose words, begins so: the surroundings' first, then whole names.
   * Marks and kinds may be missing; a name with marks has those. Behind a comma the province may be typed.
   */
  findCurrent(text: string, limit: number, near?: Surroundings): Commune[]
  readAddress(address: string | ListedAddress, near?: Surroundings): AddressReading
  communeOf(code: string): Commune | null
  /** The province of today that a province of before, a district or a commune is in; null where there are several. */
  provinceOf(place: string): string | null
}

const UNKNOWN: AddressReading = { kind: 'unknown' }

function ambiguous(candidates: readonly CommuneCandidate[]): AddressReading {
  return candidates.length > 0 ? { kind: 'ambiguous', candidates } : UNKNOWN
}

const asCandidate = ({ commune }: CommuneEntry): CommuneCandidate => ({ commune, from: null })
const asCandidates = ({ ward, communes }: WardEntry): CommuneCandidate[] =>
  communes.map(({ commune }) => ({ commune, from: ward }))

/** What wards of before mean today: one commune, a question where it was split, or where several bear the name. */
function readWards(wards: readonly WardEntry[]): AddressReading {
  const [first] = wards
  if (!first) return UNKNOWN
  const [target, ...others] = new Set(wards.flatMap(({ communes }) => communes))
  if (target && others.length === 0) return { kind: 'mapped', from: first.ward, commune: target.commune }
  if (wards.length > 1) return ambiguous(wards.flatMap(asCandidates))
  return { kind: 'split', from: first.ward, candidates: first.communes.map(({ commune }) => commune) }
}

/**
 * With a district an address is of before 1 July 2025, or names a commune of today under the district it was made from;
 * where both can be, it is a question. Without one it names a commune of today, unless there is none of that name or
 * the province is one of before.
 */
function readStated(gazetteer: Gazetteer, stated: Stated, near: Surroundings): AddressReading {
  const { communes, wards } = entriesStated(gazetteer, stated, near)
  if (stated.districts) {
    const { districts } = stated
    const madeOfIt = communes.filter(({ districtKeys }) => districts.some(({ key }) => districtKeys.has(key)))
    const others = madeOfIt.filter((entry) => !wards.some((ward) => ward.communes.includes(entry)))
    if (wards.length > 0 && others.length === 0) return readWards(wards)
    const [only] = madeOfIt
    if (wards.length === 0 && only && madeOfIt.length === 1)
      return { kind: 'current', commune: only.commune, namesakes: [] }
    return ambiguous([...wards.flatMap(asCandidates), ...(wards.length > 0 ? others : communes).map(asCandidate)])
  }
  const isOfBefore = stated.provinceKeys !== null && areOfBefore(gazetteer, stated.provinceKeys)
  const [commune, ...more] = communes
  if (!commune || (isOfBefore && wards.length > 0)) return readWards(wards)
  if (more.length > 0) return ambiguous(communes.map(asCandidate))
  const namesakes = wards.filter((ward) => ward.communes.some((entry) => entry !== commune))
  return { kind: 'current', commune: commune.commune, namesakes: namesakes.map(({ ward }) => ward) }
}

/**
 * Whether a reading may stand without being asked about. Where no district is written, marks must agree; where no place
 * is written at all, the commune must lie where the office works, if that is known.
 */
function isSound(commune: Commune, from: OldWard | null, stated: Stated, near: Surroundings): boolean {
  const { names, isMarked, districts, provinceKeys } = stated
  if (districts) return true
  const written = printedPlace('commune', (from ?? commune).name)
  if (isMarked && !names.map(spelling).includes(spelling(written))) return false
  return provinceKeys !== null || near.provinceNames.length === 0 || near.provinceNames.includes(commune.provinceName)
}

function soundly(reading: AddressReading, stated: Stated, near: Surroundings): AddressReading {
  if (reading.kind !== 'current' && reading.kind !== 'mapped') return reading
  const candidates = candidatesOf(reading)
  const isSoundOne = candidates.every(({ commune, from }) => isSound(commune, from, stated, near))
  return isSoundOne ? reading : ambiguous(candidates)
}

function nearestFirst(reading: AddressReading, near: Surroundings): AddressReading {
  if (reading.kind !== 'ambiguous') return reading
  const { candidates } = reading
  return ambiguous([...candidates].sort((one, other) => distance(one.commune, near) - distance(other.commune, near)))
}

/** What a commune with the places behind it means: the likelier way to take those places first. */
function readPlaces(
  gazetteer: Gazetteer,
  names: readonly PlaceName[],
  places: readonly string[],
  near: Surroundings,
): AddressReading {
  if (names.length === 0) return UNKNOWN
  const isMarked = hasMarks([names[0]?.text, ...places].join(' '))
  const reading = firstKnown(placesBehind(gazetteer, places), (behind) => {
    const stated = { names, isMarked, ...behind }
    return soundly(readStated(gazetteer, stated, near), stated, near)
  })
  return nearestFirst(reading, near)
}

function firstKnown<Way>(ways: Iterable<Way>, read: (way: Way) => AddressReading): AddressReading {
  for (const way of ways) {
    const reading = read(way)
    if (reading.kind !== 'unknown') return reading
  }
  return UNKNOWN
}

/** The communes a reading leaves open, or its only one. */
export function candidatesOf(reading: AddressReading): readonly CommuneCandidate[] {
  switch (reading.kind) {
    case 'current':
      return [{ commune: reading.commune, from: null }]
    case 'mapped':
      return [{ commune: reading.commune, from: reading.from }]
    case 'split':
      return reading.candidates.map((commune) => ({ commune, from: reading.from }))
    case 'ambiguous':
      return reading.candidates
    case 'unknown':
      return []
  }
}

/** Reads the end of an address, from its commune on, where that is written with its kind, or where it is not. */
type EndReader = (end: readonly string[], hasKind: boolean) => AddressReading

const MOST_KEPT = 10_000

/** Reads each text once, for what is read recurs all over a list; answers the very same reading. */
function remembering(read: (text: string) => AddressReading): (text: string) => AddressReading {
  const readings = new Map<string, AddressReading>()
  return (text) => {
    const reading = readings.get(text) ?? read(text)
    if (readings.size < MOST_KEPT) readings.set(text, reading)
    return reading
  }
}

/** Reads addresses. Nothing before the third comma from the end says which commune it is: house numbers are dropped. */
function textReader(gazetteer: Gazetteer, near: Surroundings): (address: string) => AddressReading {
  const readNamed = (hasKind: boolean) =>
    remembering((end) => {
      const [commune = '', ...places] = end.split('\n')
      const names = placesIn('commune', commune).filter(({ kind }) => (kind !== null) === hasKind)
      return readPlaces(gazetteer, names, places, near)
    })
  const withKind = readNamed(true)
  const withoutKind = readNamed(false)
  const readEnd: EndReader = (end, hasKind) => (hasKind ? withKind : withoutKind)(end.join('\n'))
  const readLastParts = remembering((text) =>
    firstKnown(waysToCut(text), (parts) => readParts(gazetteer, parts, readEnd)),
  )
  return (address) =>
    readLastParts(
      address
        .split(/[,;\n\r]/)
        .slice(-3)
        .join(','),
    )
}

/**
 * Reads an address in one text: its commune is the last place that is written with its kind. Where none is, places are
 * told by their order alone: "Thanh Sơn, Kim Bảng, Ninh Bình" may be ward, district and province of before, or hamlet,
 * commune and province of today.
 */
function readParts(gazetteer: Gazetteer, parts: readonly string[], readEnd: EndReader): AddressReading {
  const readLast = (count: number, hasKind: boolean) =>
    count <= parts.length ? readEnd(parts.slice(parts.length - count), hasKind) : UNKNOWN
  const withKind = firstKnown([1, 2, 3], (count) => readLast(count, true))
  if (withKind.kind !== 'unknown') return withKind
  const ofThree = readLast(3, false)
  const ofTwo = readLast(2, false)
  const candidates = [...candidatesOf(ofThree), ...candidatesOf(ofTwo)]
  const isOne = new Set(candidates.map(({ commune }) => commune)).size === 1
  if (ofThree.kind === 'unknown') return ofTwo
  const isSure =
    ofTwo.kind === 'unknown' || isOne || areOfBefore(gazetteer, provinceKeysIn(gazetteer, parts.at(-1) ?? ''))
  return isSure ? ofThree : ambiguous(candidates)
}

const isIn = (candidates: readonly CommuneCandidate[], { commune }: CommuneCandidate) =>
  candidates.some((candidate) => candidate.commune === commune)

/** Whether a name says no more than what the address that was read has, too. */
function isRepeated(communeName: string, candidates: readonly CommuneCandidate[]): boolean {
  const keys = placesIn('commune', communeName).map(({ key }) => key)
  return candidates.some(({ commune, from }) => keys.includes(printedPlace('commune', (from ?? commune).name).key))
}

/**
 * What the address means together with the name of the commune that is typed or listed beside it, and with how that
 * name reads alone. A name that repeats the address adds nothing; another one answers what the address leaves open;
 * where they disagree the clerk is asked.
 */
export function readingOfBoth(address: AddressReading, communeName: string, name: AddressReading): AddressReading {
  if (address.kind === 'unknown') return name
  const ofAddress = candidatesOf(address)
  if (name.kind === 'unknown' || isRepeated(communeName, ofAddress)) return address
  const ofName = candidatesOf(name)
  const [common, ...others] = ofAddress.filter((candidate) => isIn(ofName, candidate))
  if (!common) return ambiguous([...ofAddress, ...ofName])
  if (others.length > 0) return address.kind === 'split' ? address : ambiguous([common, ...others])
  if (ofAddress.length === 1) return address
  return { kind: 'current', commune: common.commune, namesakes: [] }
}

/** The commune a reading is certain of; null where somebody has to say. */
export function certainCommune(reading: AddressReading): Commune | null {
  if (reading.kind === 'mapped') return reading.commune
  return reading.kind === 'current' && reading.namesakes.length === 0 ? reading.commune : null
}

/**
 * Reads addresses against a table. Made once for a table: that takes about as long as drawing a screen.
 * Sources: the table; for old names, the table's own wards of before.
 */
export function communeFinder(table: CommuneTable): CommuneFinder {
  const gazetteer = gazetteerOf(table)
  const ofCode = new Map(table.communes.map((commune) => [commune.code, commune]))
  let reader = { near: ANYWHERE, readText: textReader(gazetteer, ANYWHERE) }

  return {
    version: table.version,
    findCurrent: (text, limit, near = ANYWHERE) => findCurrent(gazetteer, text, limit, near),
    readAddress(address, near = ANYWHERE) {
      if (typeof address !== 'string') {
        return readPlaces(gazetteer, placesIn('commune', address.communeName), placesOf(address), near)
      }
      if (reader.near !== near) reader = { near, readText: textReader(gazetteer, near) }
      return reader.readText(address)
    },
    communeOf: (code) => ofCode.get(code) ?? null,
    provinceOf(place) {
      const provinceNames = new Set(communesUnder(gazetteer, place).map(({ provinceName }) => provinceName))
      const [only, ...others] = provinceNames
      return only !== undefined && others.length === 0 ? only : null
    },
  }
}

function placesOf({ districtName, provinceName }: ListedAddress): string[] {
  return [districtName, provinceName].flatMap((place) => (place ? [place] : []))
}
