/**
 * Tells the tags and texts of an XML part as its bytes arrive, in memory that does not grow with the part. No DOCTYPE
 * is let in, so there are no entities to expand; a part that ends before its last tag is refused, not read as far as
 * it goes.
 */

import { TableFault } from './table-source.ts'

/** Names come without their namespace prefix. `attributes` is the tag's raw rest, for `attributeOf`. */
export interface XmlHandlers {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

export interface XmlScanner {
  write(chunk: Uint8Array): void
  end(): void
}

/** No tag and no text of a workbook is longer; Excel's longest cell has 32,767 characters. */
const LONGEST_PIECE = 2 ** 20

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}

const QUOTE = 0x22
const APOSTROPHE = 0x27
const SLASH = 0x2f
const GREATER = 0x3e

/**
 * An attribute's value; null where the tag has none of that name. Written the usual way it is found without a
 * pattern.
 */
export function attributeOf(attributes: string, name: string): string | null {
  const at = attributes.indexOf(` ${name}="`)
  if (at >= 0) {
    const start = at + name.length + 3
    return decodeEntities(attributes.slice(start, attributes.indexOf('"', start)))
  }
  if (!/['\t\r\n]|\s=|=\s/.test(attributes)) return null
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : null
}

/**
 * Where the tag that starts at `start` ends: the next > that no attribute's quotes enclose; -1 where it is still to
 * come.
 */
function endOfTag(xml: string, start: number): number {
  let quote = 0
  for (let at = start + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === GREATER) {
      return at
    } else if (code === QUOTE || code === APOSTROPHE) {
      quote = code
    }
  }
  return -1
}

/** Where the name that starts at `start` ends: at white space, at the slash of an empty tag or at the tag's end. */
function endOfName(xml: string, start: number, tagEnd: number): number {
  let at = start
  while (at < tagEnd && xml.charCodeAt(at) > 0x20 && xml.charCodeAt(at) !== SLASH) at++
  return at
}

function nameIn(xml: string, start: number, end: number): string {
  const name = xml.slice(start, end)
  return name.slice(name.indexOf(':') + 1)
}

/** Reads what starts with <! or <?; answers where it ends, -1 where the end is still to come. */
function readDeclaration(xml: string, start: number, handlers: XmlHandlers): number {
  const [opening, closing] = xml.startsWith('<?', start)
    ? ['<?', '?>']
    : xml.startsWith('<!--', start)
      ? ['<!--', '-->']
      : ['<![CDATA[', ']]>']
  if (!xml.startsWith(opening, start)) {
    if (opening.startsWith(xml.slice(start)) || '<!--'.startsWith(xml.slice(start))) return -1
    throw new TableFault('broken', 'A document type declaration in a part')
  }
  const end = xml.indexOf(closing, start + opening.length)
  if (end < 0) return -1
  if (closing === ']]>') handlers.text(xml.slice(start + opening.length, end))
  return end + closing.length
}

export function xmlScanner(handlers: XmlHandlers): XmlScanner {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let pending = ''
  let depth = 0

  function readTag(xml: string, start: number): number {
    const end = endOfTag(xml, start)
    if (end < 0) return -1
    if (xml.charCodeAt(start + 1) === SLASH) {
      depth -= 1
      handlers.close(nameIn(xml, start + 2, endOfName(xml, start + 2, end)))
      return end + 1
    }
    const isEmpty = xml.charCodeAt(end - 1) === SLASH
    const nameEnd = endOfName(xml, start + 1, end)
    const name = nameIn(xml, start + 1, nameEnd)
    handlers.open(name, xml.slice(nameEnd, isEmpty ? end - 1 : end))
    if (isEmpty) handlers.close(name)
    else depth += 1
    return end + 1
  }

  function scan(xml: string): string {
    let at = 0
    for (;;) {
      const start = xml.indexOf('<', at)
      if (start < 0 || start + 1 === xml.length) return xml.slice(at)
      const mark = xml.charCodeAt(start + 1)
      const isDeclaration = mark === 0x21 || mark === 0x3f
      if (start > at) handlers.text(decodeEntities(xml.slice(at, start)))
      const next = isDeclaration ? readDeclaration(xml, start, handlers) : readTag(xml, start)
      if (next < 0) return xml.slice(start)
      at = next
    }
  }

  function decode(chunk?: Uint8Array): string {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch (cause) {
      throw new TableFault('broken', 'A part is not UTF-8', { cause })
    }
  }

  return {
    write(chunk) {
      pending = scan(pending + decode(chunk))
      if (pending.length > LONGEST_PIECE) throw new TableFault('broken', 'A tag or text without end')
    },
    end() {
      pending = scan(pending + decode())
      if (depth !== 0 || pending.trim()) throw new TableFault('broken', 'A part ends too early')
    },
  }
}
