/**
 * The country's communes and the wards they were made of, as a table with a day: since 1 July 2025 there are 34
 * provinces, 3,321 communes and no districts (Nghị quyết 202/2025/QH15 and those of the communes). Codes were used
 * again, so one means a commune only together with its table's day. Rows are read and written as
 * resources/help/commune-table-format.md says.
 */

import { type Day, isDay } from '../day.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { forbiddenText, searchKey, tidyText } from '../vietnamese.ts'

export interface Commune {
  /** Five digits. */
  code: string
  /** With its kind: "Xã Đông Mẫu", "Phường Mẫu", "Đặc khu Mẫu". */
  name: string
  /** With its kind: "Tỉnh Ninh Bình", "Thành phố Hà Nội". */
  provinceName: string
}

/** A ward as it was called before: its people live in one of `newCodes` now, in which one only they can say. */
export interface OldWard {
  /** Null where the table does not know it. */
  code: string | null
  name: string
  districtName: string
  provinceName: string
  newCodes: readonly string[]
}

export interface CommuneTable {
  /** The day from which it holds. */
  version: Day
  communes: readonly Commune[]
  oldWards: readonly OldWard[]
}

export const COMMUNE_TABLE_PROBLEMS = [
  'notThisFormat',
  'badVersion',
  'unknownRow',
  'badCode',
  'badName',
  'codeTwice',
  'noProvince',
  'noDistrict',
  'unknownNewCode',
  'noCommunes',
] as const
export type CommuneTableProblem = (typeof COMMUNE_TABLE_PROBLEMS)[number]

/** "Xã Đông Mẫu, tỉnh Ninh Bình": a commune in one line. */
export function communeInWords({ name, provinceName }: Pick<Commune, 'name' | 'provinceName'>): string {
  return `${name}, ${provinceName.charAt(0).toLowerCase()}${provinceName.slice(1)}`
}

class BadRow extends Error {
  readonly problem: CommuneTableProblem
  /** Null for the row that is being read. */
  readonly rowNumber: number | null

  constructor(problem: CommuneTableProblem, rowNumber: number | null = null) {
    super(problem)
    this.problem = problem
    this.rowNumber = rowNumber
  }
}

/** Words of the rows, folded, so that a hand that types them without marks is understood. */
const ROWS = {
  version: 'phiên bản',
  province: 'tỉnh',
  commune: 'xã',
  oldProvince: 'tỉnh cũ',
  oldDistrict: 'huyện cũ',
  oldWard: 'xã cũ',
} as const
type RowKind = keyof typeof ROWS
const ROW_KINDS = new Map(
  Object.entries(ROWS).flatMap(([kind, word]) => [word, searchKey(word)].map((spelled) => [spelled, kind as RowKind])),
)

/**
 * Reads a table. Excel's habits are taken: a mark at the file's head, semicolons or tabs, quotes, empty cells at the
 * end of a row, codes without their leading zeros. Refuses communes.badTable with the row, from 1, and its problem.
 */
export function readCommuneTable(text: string): { ok: true; table: CommuneTable } | { ok: false; refusal: Refusal } {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const separator = /[;\t,]/.exec(lines[0] ?? '')?.[0] ?? ','
  const reading = tableReading()
  let rowNumber = 0
  try {
    for (const line of lines) {
      rowNumber += 1
      const cells = cellsOf(line, separator)
      if (cells.length > 0) reading.take(cells, rowNumber)
    }
    return { ok: true, table: reading.finish() }
  } catch (error) {
    if (!(error instanceof BadRow)) throw error
    const { problem } = error
    return { ok: false, refusal: refusal('communes.badTable', { rowNumber: error.rowNumber ?? rowNumber, problem }) }
  }
}

/** No name holds a separator or a quote, so a row is cut at each; quotes that a program put round a cell go. */
function cellsOf(line: string, separator: string): string[] {
  const isQuoted = line.includes('"')
  const cells = line.split(separator).map((cell) => (isQuoted ? cell.trim().replace(/^"(.*)"$/, '$1') : cell.trim()))
  while (cells.length > 0 && cells.at(-1) === '') cells.pop()
  return cells
}

/** Takes rows one by one; throws a BadRow. */
function tableReading() {
  let version: Day | null = null
  const communes = new Map<string, Commune>()
  const oldWards: OldWard[] = []
  const oldWardRows: number[] = []
  let province = ''
  let oldProvince = ''
  let oldDistrict = ''

  const takeRow: Record<RowKind, (cells: readonly string[], rowNumber: number) => void> = {
    version: ([, day = '']) => {
      if (!isDay(day)) throw new BadRow('badVersion')
      version = day
    },
    province: ([, name]) => {
      province = nameOf(name)
    },
    commune: ([, code, name]) => {
      if (province === '') throw new BadRow('noProvince')
      const commune = { code: codeOf(code), name: nameOf(name), provinceName: province }
      if (communes.has(commune.code)) throw new BadRow('codeTwice')
      communes.set(commune.code, commune)
    },
    oldProvince: ([, name]) => {
      oldProvince = nameOf(name)
      oldDistrict = ''
    },
    oldDistrict: ([, name]) => {
      if (oldProvince === '') throw new BadRow('noProvince')
      oldDistrict = nameOf(name)
    },
    oldWard: ([, code, name, newCodes = ''], rowNumber) => {
      if (oldDistrict === '') throw new BadRow('noDistrict')
      oldWards.push({
        code: code ? codeOf(code) : null,
        name: nameOf(name),
        districtName: oldDistrict,
        provinceName: oldProvince,
        newCodes: newCodes.split(' ').map(codeOf),
      })
      oldWardRows.push(rowNumber)
    },
  }
  return {
    take(cells: readonly string[], rowNumber: number): void {
      const [word = ''] = cells
      const kind = ROW_KINDS.get(word) ?? ROW_KINDS.get(searchKey(word))
      if (version === null && kind !== 'version') throw new BadRow('notThisFormat')
      if (!kind) throw new BadRow('unknownRow')
      takeRow[kind](cells, rowNumber)
    },
    /** New codes may stand before their communes, so they are looked at last. */
    finish(): CommuneTable {
      if (version === null) throw new BadRow('notThisFormat')
      if (communes.size === 0) throw new BadRow('noCommunes')
      const stray = oldWards.findIndex(({ newCodes }) => !newCodes.every((code) => communes.has(code)))
      if (stray >= 0) throw new BadRow('unknownNewCode', oldWardRows[stray] ?? null)
      return { version, communes: [...communes.values()], oldWards }
    },
  }
}

function codeOf(cell: string | undefined): string {
  if (!cell || !/^\d{1,5}$/.test(cell)) throw new BadRow('badCode')
  return cell.padStart(5, '0')
}

/** Letters as NFC has them, digits, apostrophes and hyphens, single spaces: nothing to tidy, nothing to forbid. */
const PLAIN_NAME = /^[A-Za-zÀ-ÏÑ-ÖØ-ïñ-öø-ɏḀ-ỹ][\w'À-ÏÑ-ÖØ-ïñ-öø-ɏḀ-ỹ-]*(?: [\w'À-ÏÑ-ÖØ-ïñ-öø-ɏḀ-ỹ-]+){0,9}$/

function nameOf(cell: string | undefined): string {
  if (cell && cell.length <= 120 && PLAIN_NAME.test(cell)) return cell
  const name = tidyText(cell ?? '')
  // U+FFFD stands where a letter could not be read.
  const isForbidden = forbiddenText(name) !== null || name.includes('\ufffd')
  if (name === '' || name.length > 120 || isForbidden) throw new BadRow('badName')
  return name
}

/** The table as a file: communes under their provinces, old wards under their districts, in the order given. */
export function writeCommuneTable({ version, communes, oldWards }: CommuneTable): string {
  const rows: string[][] = [[ROWS.version, version]]
  let province = ''
  for (const commune of communes) {
    if (commune.provinceName !== province) rows.push([ROWS.province, commune.provinceName])
    province = commune.provinceName
    rows.push([ROWS.commune, commune.code, commune.name])
  }
  let oldProvince = ''
  let oldDistrict = ''
  for (const { code, name, districtName, provinceName, newCodes } of oldWards) {
    if (provinceName !== oldProvince) rows.push([ROWS.oldProvince, provinceName])
    if (provinceName !== oldProvince || districtName !== oldDistrict) rows.push([ROWS.oldDistrict, districtName])
    oldProvince = provinceName
    oldDistrict = districtName
    rows.push([ROWS.oldWard, code ?? '', name, newCodes.join(' ')])
  }
  return `${rows.map((cells) => cells.join(',')).join('\n')}\n`
}
