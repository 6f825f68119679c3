/** Communes and hamlets in the lines of a list that are no households: its titles, and the rows that divide it. */

import { placeName } from './read-cell.ts'

/** "xã Mẫu", "THỊ TRẤN ĐÔNG", "Phường 5"; neither "thị xã" nor "xã hội". */
const COMMUNE = /(?<![\p{L}\p{M}]|thị )(xã|phường|thị trấn|đặc khu)\s*:?\s+(?!hội(?![\p{L}\p{M}]))([^,;:()–\n]+)/iu
/** Words that follow a commune's name in a title. */
const AFTER_COMMUNE =
  /\s(?:-|năm|tháng|quý|đợt|ngày|huyện|quận|thị xã|thành phố|tp\.?|tỉnh|theo|được|có|thuộc|về)(?=\s|$)/iu
const MOST_SYLLABLES = 5

/** The commune that a line names, "Xã Mẫu"; null where it names none. */
export function communeIn(line: string): string | null {
  const found = COMMUNE.exec(line)
  const kind = found?.[1] ?? ''
  const rest = (found?.[2] ?? '').split(AFTER_COMMUNE)[0] ?? ''
  const isCapitals = line === line.toUpperCase()
  const words = rest.trim().split(' ').slice(0, MOST_SYLLABLES)
  const end = isCapitals ? -1 : words.findIndex((word) => !/^[\p{Lu}\d]/u.test(word))
  const name = (end < 0 ? words : words.slice(0, end)).join(' ')
  if (!name) return null
  const kindAsWritten = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()
  return `${kindAsWritten} ${isCapitals ? placeName(name) : name}`
}

/** I. 1. A) - and the like before a heading. */
export function withoutOrdinal(line: string): string {
  return line.replace(/^(?:(?:[IVXLC]+|\d+|[A-ZĐ])\s*[.)/-]+\s*|[-*+•]\s*)/u, '')
}

const HAMLET_KINDS =
  'thôn|xóm|ấp|bản|buôn|bon|tổ dân phố|tdp|tổ|khu phố|khu dân cư|tiểu khu|khu|khối|khóm|làng|phum|sóc|cụm'
const HAMLET = new RegExp(`^(${HAMLET_KINDS})(?:\\s+|\\s*:\\s*)(\\S.*)$`, 'iu')
/** Without marks, "to", "ban" and "lang" may be surnames (Tô, Bàn, Lang): only a number makes a hamlet of them. */
const HAMLET_WITHOUT_MARKS = /^(thon|xom|ap|buon|to dan pho|khu pho)\s+\S|^(to|ban|lang|khu|khoi|khom)\s+\d/i

/** The hamlet that a line is the heading of: "I. Thôn Đông: 25 hộ" is Thôn Đông. Null where it is no such heading. */
export function hamletHeading(line: string): string | null {
  const heading = withoutOrdinal(line)
  const found = HAMLET.exec(heading)
  if (!found && !HAMLET_WITHOUT_MARKS.test(heading)) return null
  const whole = found ? `${found[1]} ${found[2]}` : heading
  const name = whole.replace(/\s*(?:[,;:(]|\s[-–]\s).*$/u, '').replace(/\s+\d+\s*hộ$/iu, '')
  return placeName(name)
}
