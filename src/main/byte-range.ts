/** What a request asks for of a file: a viewer reads only the parts that are looked at (RFC 9110, 14). */

/** First and last byte of "bytes=0-65535"; null where all is asked for, several ranges, or none of the file. */
export function byteRange(header: string | null, size: number): { from: number; to: number } | null {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined) return null
  const from = Number(first)
  const to = last ? Math.min(Number(last), size - 1) : size - 1
  return from <= to ? { from, to } : null
}
