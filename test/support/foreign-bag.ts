/** Bags as other programs make them, by any version of BagIt. */

import { createHash } from 'node:crypto'

export const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex')

export interface BagPlan {
  version?: string
  algorithms?: string[]
  encoding?: string
  payload?: Record<string, string>
  /** Files that replace or join those of a valid bag; null takes one away. */
  changes?: Record<string, string | Buffer | null>
}

/** A valid bag of two files as others make them, with the changes asked for. */
export function bagFiles({
  version = '1.0',
  algorithms = ['sha512'],
  encoding = 'UTF-8',
  payload,
  changes = {},
}: BagPlan) {
  const content = payload ?? { 'data/hello.txt': 'hello', 'data/sub/world.txt': 'world' }
  const encoded = (text: string) => {
    if (encoding === 'UTF-16BE') return Buffer.from(text, 'utf16le').swap16()
    // With a mark that says which way round, as most writers of UTF-16 do.
    if (encoding === 'UTF-16') return Buffer.from(`\ufeff${text}`, 'utf16le')
    return Buffer.from(text, encoding === 'ISO-8859-1' ? 'latin1' : 'utf8')
  }
  const files = new Map<string, Buffer>(Object.entries(content).map(([path, text]) => [path, Buffer.from(text)]))
  files.set('bagit.txt', Buffer.from(`BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`))
  files.set('bag-info.txt', encoded('Contact-Name: An\n  and Bình\nPayload-Oxum: 10.2\n'))
  for (const algorithm of algorithms) {
    const lines = Object.entries(content).map(([path, text]) => `${digest(algorithm, text)}  ${path}\n`)
    files.set(`manifest-${algorithm}.txt`, encoded(lines.join('')))
  }
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes === null) files.delete(path)
    else files.set(path, typeof bytes === 'string' ? encoded(bytes) : bytes)
  }
  return files
}
