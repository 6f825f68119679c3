/** The tags and texts of a web page as programs write them: tags left open, quotes forgotten, comments of Office. */

export interface HtmlHandlers {
  /** Names in small letters. `attributes` is the tag's raw rest, for `htmlAttribute`. */
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
  /** What stands in a style sheet. */
  styles(text: string): void
}

/** The named letters of HTML from U+00A0 on: Vietnamese pages write ô as &ocirc; and the rest as numbers. */
const LATIN_NAMES = [
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro',
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil',
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave',
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml',
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute',
  'thorn yuml',
]
const NAMED = new Map<string, string>([
  ...[['amp', '&'] as const, ['lt', '<'] as const, ['gt', '>'] as const, ['quot', '"'] as const],
  ...LATIN_NAMES.join(' ')
    .split(' ')
    .map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
])

export function decodeHtmlEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));?/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED.get(name) ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}

/** An attribute's value; null where the tag has none of that name. */
export function htmlAttribute(attributes: string, name: string): string | null {
  if (!attributes.includes(name) && !attributes.toLowerCase().includes(name)) return null
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes)
  return found ? decodeHtmlEntities(found[1] ?? found[2] ?? found[3] ?? '') : null
}

/** Where an element whose content is no HTML ends. */
function endOfRaw(page: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  return closing.exec(page)?.index ?? page.length
}

/** Tells a page's tags and texts in one pass, whatever is wrong with it. */
export function scanHtml(page: string, handlers: HtmlHandlers): void {
  let at = 0
  while (at < page.length) {
    const start = page.indexOf('<', at)
    if (start !== at) handlers.text(page.slice(at, start < 0 ? undefined : start))
    if (start < 0) return
    if (page.startsWith('<!--', start)) {
      const end = page.indexOf('-->', start + 4)
      at = end < 0 ? page.length : end + 3
      continue
    }
    const end = page.indexOf('>', start)
    if (end < 0) return
    const [, slash = '', name = '', attributes = ''] =
      /^<(\/?)([a-z][\w:]*)([\s\S]*)$/i.exec(page.slice(start, end)) ?? []
    const lower = name.toLowerCase()
    at = end + 1
    if (slash && name) handlers.close(lower)
    else if (name) handlers.open(lower, attributes)
    if (!slash && (lower === 'style' || lower === 'script')) {
      const close = endOfRaw(page, lower, at)
      if (lower === 'style') handlers.styles(page.slice(at, close))
      at = close
    }
  }
}
