/**
 * The table of communes made ready for looking up: every name folded, wards of before beside the communes they became,
 * and what an address states held against both.
 */

import { searchKey } from '../vietnamese.ts'
import type { Commune, CommuneTable, OldWard } from './commune-table.ts'
import { type PlaceName, placesIn, printedPlace, spelling } from './place-name.ts'

/** Where an office works: what it knows of its own places narrows what an address leaves out. */
export interface Surroundings {
  /** Of today, as the table prints them. */
  provinceNames: readonly string[]
  /** Communes of its households. */
  communeCodes: ReadonlySet<string>
}
export const ANYWHERE: Surroundings = { provinceNames: [], communeCodes: new Set() }

/** 0 for a commune of the office's own households, 1 for one of its province, 2 for all others. */
export function distance({ code, provinceName }: Commune, near: Surroundings): number {
  if (near.communeCodes.has(code)) return 0
  return near.provinceNames.includes(provinceName) ? 1 : 2
}

export interface CommuneEntry {
  commune: Commune
  name: PlaceName
  provinceKey: string
  /** Districts whose wards became it. */
  districtKeys: Set<string>
}
export interface WardEntry {
  ward: OldWard
  name: PlaceName
  district: PlaceName
  provinceKey: string
  communes: readonly CommuneEntry[]
}
export type Entry = CommuneEntry | WardEntry

export interface Gazetteer {
  communes: readonly CommuneEntry[]
  communesOfKey: Map<string, CommuneEntry[]>
  wardsOfKey: Map<string, WardEntry[]>
  districtKeys: Set<string>
  currentProvinceKeys: Set<string>
  /** Provinces that are cities: Hà Nội, but not Nam Định, whose capital bears its name. */
  cityKeys: Set<string>
  /** Provinces of before, and those their wards lie in now. */
  oldProvinces: Map<string, Set<string>>
}

/** What an address says: the names its commune may have, and where that lies; null where it says nothing of it. */
export interface Stated {
  names: readonly PlaceName[]
  /** Whether it is written with marks, so that its spelling counts. */
  isMarked: boolean
  districts: readonly PlaceName[] | null
  provinceKeys: readonly string[] | null
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** Answers once for each text: few syllables make up all names, few districts lie above all wards. */
function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const value = known.get(text) ?? read(text)
    known.set(text, value)
    return value
  }
}

/** Makes a table ready for looking up. Takes some tens of milliseconds, so it is made once and when it is needed. */
export function gazetteerOf({ communes, oldWards }: CommuneTable): Gazetteer {
  const foldWord = remembered(searchKey)
  const fold = (text: string) => text.split(/[ -]+/).map(foldWord).join(' ')
  const provinceOf = remembered((name) => printedPlace('province', name, fold))
  const districtOf = remembered((name) => printedPlace('district', name, fold))
  const gazetteer: Gazetteer = {
    communes: communes.map((commune) => ({
      commune,
      name: printedPlace('commune', commune.name, fold),
      provinceKey: provinceOf(commune.provinceName).key,
      districtKeys: new Set(),
    })),
    communesOfKey: new Map(),
    wardsOfKey: new Map(),
    districtKeys: new Set(),
    currentProvinceKeys: new Set(),
    cityKeys: new Set(),
    oldProvinces: new Map(),
  }
  const ofCode = new Map(gazetteer.communes.map((entry) => [entry.commune.code, entry]))
  for (const entry of gazetteer.communes) {
    addTo(gazetteer.communesOfKey, entry.name.key, entry)
    gazetteer.currentProvinceKeys.add(entry.provinceKey)
    if (provinceOf(entry.commune.provinceName).kind === 'thanh pho') gazetteer.cityKeys.add(entry.provinceKey)
  }
  for (const ward of oldWards) {
    const name = printedPlace('commune', ward.name, fold)
    const district = districtOf(ward.districtName)
    const provinceKey = provinceOf(ward.provinceName).key
    const became = ward.newCodes.flatMap((code) => ofCode.get(code) ?? [])
    addTo(gazetteer.wardsOfKey, name.key, {
      ward,
      name,
      district,
      provinceKey,
      communes: became,
    })
    gazetteer.districtKeys.add(district.key)
    const lieIn = gazetteer.oldProvinces.get(provinceKey) ?? new Set()
    gazetteer.oldProvinces.set(provinceKey, lieIn)
    for (const entry of became) {
      entry.districtKeys.add(district.key)
      lieIn.add(entry.provinceKey)
    }
  }
  return gazetteer
}

/** The values that are so, or all of them where none is: what an address says narrows, what it lacks does not. */
function preferring<Value>(values: readonly Value[], isSo: (value: Value) => boolean): readonly Value[] {
  const so = values.filter(isSo)
  return so.length > 0 ? so : values
}

/** Those whose kind and spelling are as written; where none has both, those with one of them; else all of the name. */
function asWritten(entries: readonly Entry[], stated: Stated): readonly Entry[] {
  if (entries.length < 2) return entries
  const { names, isMarked } = stated
  const isOfKind = ({ name }: Entry) =>
    names.some(({ kind, key }) => key === name.key && (kind === null || kind === name.kind))
  const spellings = isMarked ? names.map(spelling) : []
  const isSpelledSo = ({ name }: Entry) => !isMarked || spellings.includes(spelling(name))
  const both = entries.filter((entry) => isOfKind(entry) && isSpelledSo(entry))
  return both.length > 0 ? both : preferring(entries, (entry) => isOfKind(entry) || isSpelledSo(entry))
}

/** The communes of today that an address may name. A province of before stands for those its wards lie in. */
function communesStated(gazetteer: Gazetteer, stated: Stated, near: Surroundings): readonly CommuneEntry[] {
  const named = stated.names.flatMap(({ key }) => gazetteer.communesOfKey.get(key) ?? [])
  if (stated.provinceKeys === null) {
    return preferring(named, ({ commune }) => near.provinceNames.includes(commune.provinceName))
  }
  const keys = new Set(stated.provinceKeys.flatMap((key) => [key, ...(gazetteer.oldProvinces.get(key) ?? [])]))
  const today = stated.provinceKeys.filter((key) => gazetteer.currentProvinceKeys.has(key))
  return named.filter(({ provinceKey }) => (today.length > 0 ? today.includes(provinceKey) : keys.has(provinceKey)))
}

/** The wards of before that an address may name. People write the province of today above a district of before, too. */
function wardsStated(gazetteer: Gazetteer, stated: Stated, near: Surroundings): readonly WardEntry[] {
  const { names, districts, provinceKeys } = stated
  const named = names.flatMap(({ key }) => gazetteer.wardsOfKey.get(key) ?? [])
  const liesIn = (entry: WardEntry, isIt: (commune: CommuneEntry) => boolean) => entry.communes.some(isIt)
  const within = named.filter((entry) => {
    const isThere = (key: string) =>
      entry.provinceKey === key || liesIn(entry, (commune) => commune.provinceKey === key)
    const isOfDistrict = ({ key }: PlaceName) => entry.district.key === key
    return (provinceKeys === null || provinceKeys.some(isThere)) && (districts === null || districts.some(isOfDistrict))
  })
  const inProvince =
    provinceKeys === null
      ? preferring(within, (entry) => liesIn(entry, ({ commune }) => near.provinceNames.includes(commune.provinceName)))
      : preferring(within, (entry) => provinceKeys.includes(entry.provinceKey))
  const isDistrictOfKind = ({ district }: WardEntry) =>
    districts === null ||
    districts.some(({ kind, key }) => key === district.key && (kind === null || kind === district.kind))
  return preferring(inProvince, isDistrictOfKind)
}

/** The communes of today and the wards of before that an address may name, those written so before all others. */
export function entriesStated(
  gazetteer: Gazetteer,
  stated: Stated,
  near: Surroundings,
): { communes: CommuneEntry[]; wards: WardEntry[] } {
  const named = [...communesStated(gazetteer, stated, near), ...wardsStated(gazetteer, stated, near)]
  const written = asWritten(named, stated)
  return {
    communes: written.filter((entry) => 'commune' in entry),
    wards: written.filter((entry) => 'ward' in entry),
  }
}

/** A province of today or of before; "TP. Nam Định" is a district, for that province is no city. */
export function provinceKeysIn(gazetteer: Gazetteer, text: string): string[] {
  const { currentProvinceKeys, oldProvinces, cityKeys } = gazetteer
  const named = placesIn('province', text).filter(({ kind, key }) => kind !== 'thanh pho' || cityKeys.has(key))
  return named.map(({ key }) => key).filter((key) => currentProvinceKeys.has(key) || oldProvinces.has(key))
}

/** The communes of a place, be it a province, a district of before or a commune: of the largest it can be. */
export function communesUnder(gazetteer: Gazetteer, place: string): Commune[] {
  const provinceKeys = provinceKeysIn(gazetteer, place)
  const lieIn = provinceKeys.flatMap((key) => [...(gazetteer.oldProvinces.get(key) ?? []), key])
  const districtKeys = placesIn('district', place).map(({ key }) => key)
  const communeKeys = placesIn('commune', place).map(({ key }) => key)
  const ways: ((entry: CommuneEntry) => boolean)[] = [
    (entry) => lieIn.includes(entry.provinceKey),
    (entry) => districtKeys.some((key) => entry.districtKeys.has(key)),
    (entry) => communeKeys.includes(entry.name.key),
  ]
  const found = ways.map((isUnder) => gazetteer.communes.filter(isUnder))
  return (found.find((entries) => entries.length > 0) ?? []).map(({ commune }) => commune)
}

/** Whether all of these provinces are no more, and some is meant. */
export function areOfBefore({ currentProvinceKeys }: Gazetteer, provinceKeys: readonly string[]): boolean {
  return provinceKeys.length > 0 && provinceKeys.every((key) => !currentProvinceKeys.has(key))
}

/** What the places behind a commune may state, the likelier first; none where they are no places of the table. */
export function placesBehind(
  gazetteer: Gazetteer,
  places: readonly string[],
): Pick<Stated, 'districts' | 'provinceKeys'>[] {
  const [first, second, ...more] = places
  if (more.length > 0) return []
  if (first === undefined) return [{ districts: null, provinceKeys: null }]
  const districts = placesIn('district', first).filter(({ key }) => gazetteer.districtKeys.has(key))
  const provinceKeys = provinceKeysIn(gazetteer, second ?? first)
  const ofDistrict =
    districts.length > 0 ? [{ districts, provinceKeys: second === undefined ? null : provinceKeys }] : []
  if (second !== undefined) return provinceKeys.length > 0 ? ofDistrict : []
  return [...(provinceKeys.length > 0 ? [{ districts: null, provinceKeys }] : []), ...ofDistrict]
}
