/** Finding a commune of today while its name is being typed. */

import { searchKey } from '../vietnamese.ts'
import type { Commune } from './commune-table.ts'
import { type CommuneEntry, distance, type Gazetteer, type Surroundings } from './gazetteer.ts'
import { isSpelledOut, type PlaceName, placesIn, spelling } from './place-name.ts'

/** Names that begin as typed; the fewer words before what was typed, the better. */
function likeness({ name }: CommuneEntry, typed: readonly PlaceName[]): number | null {
  const ranks = typed.flatMap(({ kind, key }) => {
    if (kind !== null && kind !== name.kind) return []
    if (name.key === key) return [0]
    if (name.key.startsWith(key)) return [1]
    return name.key.includes(` ${key}`) ? [2] : []
  })
  return ranks.length > 0 ? Math.min(...ranks) : null
}

/** The communes whose names begin as typed, the nearest first; see CommuneFinder. */
export function findCurrent(gazetteer: Gazetteer, text: string, limit: number, near: Surroundings): Commune[] {
  const [typed = '', province = ''] = text.split(',')
  const names = placesIn('commune', typed)
  const provinceKey = searchKey(province)
  const isSpelled = isSpelledOut(typed)
  const found = gazetteer.communes.flatMap((entry) => {
    const rank = entry.provinceKey.startsWith(provinceKey) ? likeness(entry, names) : null
    if (rank === null || (isSpelled && !names.some((name) => spelling(entry.name).includes(spelling(name))))) return []
    return [{ commune: entry.commune, rank: rank + 3 * distance(entry.commune, near) }]
  })
  const inOrder = found.sort((one, other) => one.rank - other.rank)
  return inOrder.slice(0, limit).map(({ commune }) => commune)
}
