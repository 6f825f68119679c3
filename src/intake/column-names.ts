/**
 * What the header of a column says the column holds. Communes word their headers freely: they are compared without
 * marks, capitals and punctuation, and the words that decide are looked for, not whole sentences.
 */

import { type HouseholdCategory, readCategory } from '../domain/household-category.ts'
import type { ListField } from '../domain/household-list.ts'
import { searchKey } from '../domain/vietnamese.ts'

/**
 * A column of a field; one whose marks (x) say that the household is of a category; the running number; one that we
 * know and do not keep.
 */
export type ColumnMeaning =
  | { kind: 'field'; field: ListField }
  | { kind: 'categoryMark'; category: HouseholdCategory }
  | { kind: 'runningNumber' }
  | { kind: 'ignored' }

/** Longer texts are titles and explanations. */
const LONGEST_HEADER = 80
const OFFICIAL_WORDS = 'danh sach|bao cao|tong hop|phu luc|uy ban|ubnd|cong hoa|doc lap|kem theo|don vi'
const TITLE = new RegExp(`^(?:${OFFICIAL_WORDS})\\b`)
/** Words that begin titles, and names of persons, too (Mậu). */
const FORM_WORDS = /^(bieu|mau)\b/

const HAMLET_WORDS = 'ten|thon|xom|to|ap|ban|buon|bon|khu|vuc|pho|dan|lang|khom|khoi|phum|soc|doi|cum|noi|o|hoac|so'
const COMMUNE_WORDS = 'ten|xa|phuong|thi|tran|tt|dac|khu|hoac'

/** Whether a key is made of these words alone, one of `deciding` among them. */
function isMadeOf(key: string, words: string, deciding: RegExp): boolean {
  return deciding.test(key) && new RegExp(`^(?:(?:${words})(?: |$))+$`).test(key)
}

/** Facts about other people than the head, about papers' days and places, and what we must not or need not keep. */
const IGNORED = [
  /ngay cap/,
  /noi cap/,
  /ngay ky/,
  /ngay qd/,
  /quan he/,
  /vo chong/,
  /ho ten (vo|chong|con|bo|me)/,
  /nguoi (nhan|than|dai dien|thua|giao|thu huong thay)/,
  /gioi tinh/,
  /dan toc/,
  /ton giao/,
  /ky nhan/,
  /ky ten/,
  /chu ky/,
  /ma ho\b/,
  /so tien/,
  /thanh tien/,
  /huyen/,
  /tinh\b/,
  /(?<!binh )quan\b/,
]

/** The column of findings that we gave a list when it went back to its sender, in either language. */
const FINDINGS = /^(dieu can xem lai|to be looked at)$/

/** Whether a column is one of ours: it says nothing of households, and nothing of whose list it is. */
export function isFindingsHeader(texts: readonly string[]): boolean {
  return FINDINGS.test(searchKey(texts.at(-1) ?? ''))
}

function isIgnored(key: string): boolean {
  return IGNORED.some((words) => words.test(key))
}

const FIELD_WORDS: readonly (readonly [RegExp, ListField])[] = [
  [/can cuoc|\bcccd\b|dinh danh|\bso cc\b/, 'citizenId'],
  [/\bcmnd\b|\bcmt\b|\bcmtnd\b|chung minh/, 'oldIdNumber'],
  [/nam sinh|ngay sinh|ngay thang nam sinh|sinh nam|sinh ngay|^ntns$|^nam nu sinh/, 'birthYear'],
  [/\bma (so )?(kh|khach hang|khang)\b|^makh$|^ma diem do$|customer code/, 'customerCode'],
  [/cong to|\bso cto\b/, 'meterNumber'],
  [/dien thoai|\bsdt\b|\bso dt\b|^dt$|^dtdd$|di dong|\bphone\b/, 'phone'],
  [/nhan khau|so khau|^khau$|so nguoi|so thanh vien/, 'memberCount'],
  [/\bso (qd|quyet dinh)\b|quyet dinh|^qd\b|giay chung nhan/, 'categoryDecision'],
  [/ghi chu|chu thich|^luu y$/, 'note'],
  [/dia chi|thuong tru|cu tru|ho khau|cho o|noi o/, 'addressText'],
  [
    /^(ho (va )?)?ten( dem)?( (cua )?(chu|ho|kh|khach hang|nguoi (dung dien|thu huong)|doi tuong|gia dinh))*$/,
    'headOfHousehold',
  ],
  [
    /^(ten )?(chu ho|ho gia dinh|khach hang)( gia dinh| su dung dien| dung dien)?$|^ho va ten\b|full name/,
    'headOfHousehold',
  ],
  [/phan loai|loai (ho|doi tuong)|doi tuong|^(thuoc )?dien\b|hoan canh|chinh sach|^loai$|thuoc ho$/, 'category'],
]

function fieldOf(key: string): ListField | null {
  if (isMadeOf(key, HAMLET_WORDS, /\b(thon|xom|to|ap|ban|buon|bon|khu|lang|khom|khoi|phum|soc)\b/)) return 'hamlet'
  if (isMadeOf(key, COMMUNE_WORDS, /\b(xa|phuong|thi tran|dac khu)\b/)) return 'communeName'
  return FIELD_WORDS.find(([words]) => words.test(key))?.[1] ?? null
}

/** "DANH SÁCH HỘ NGHÈO", "UBND xã Mẫu": a title or an office, neither header nor household. */
export function isTitle(text: string): boolean {
  return TITLE.test(searchKey(text))
}

/** Whether a text may be (part of) a header at all. */
export function isHeaderText(text: string): boolean {
  return text.length <= LONGEST_HEADER && !isTitle(text) && !FORM_WORDS.test(searchKey(text)) && /\p{L}/u.test(text)
}

/** Reads one text as a header; null where it says nothing that we know. */
function meaningOfText(text: string): ColumnMeaning | null {
  const key = searchKey(text)
  if (/^(stt|tt|so tt|so thu tu|thu tu)$/.test(key)) return { kind: 'runningNumber' }
  if (isIgnored(key)) return { kind: 'ignored' }
  const field = fieldOf(key)
  if (field) return { kind: 'field', field }
  const category = key.length <= 40 ? readCategory(text) : null
  return category ? { kind: 'categoryMark', category } : null
}

/**
 * Reads the texts that stand above a column, from top to bottom. The lowest decides ("Địa chỉ" over "Xã"), unless
 * only all together make sense ("Năm sinh" over "Nam") or the group is about somebody else ("Người nhận thay" over
 * "Họ tên").
 */
export function meaningOfHeader(texts: readonly string[]): ColumnMeaning | null {
  const lowest = texts.at(-1)
  if (lowest === undefined) return null
  if (isFindingsHeader(texts)) return { kind: 'ignored' }
  if (texts.slice(0, -1).some((text) => isIgnored(searchKey(text)))) return { kind: 'ignored' }
  return meaningOfText(lowest) ?? (texts.length > 1 ? meaningOfText(texts.join(' ')) : null)
}
