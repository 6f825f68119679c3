/** A baseline counts only where it prints what ours prints. */

import { execFileSync } from 'node:child_process'

/** The words of a PDF, sorted: lines may break at other places, and a mark may be told apart from the word before. */
function words(file: string): string[] {
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 30 })
  return text
    .replace(/\s+([,.;:])/g, '$1')
    .split(/\s+/)
    .sort()
}

/** Throws where two PDFs do not say the same, and names the first words that differ. */
export function expectSameWords(ours: string, baseline: string): void {
  const [one, other] = [words(ours), words(baseline)]
  const at = one.findIndex((word, index) => word !== other[index])
  if (at < 0 && one.length === other.length) return
  throw new Error(`The baseline does not say what our page says: "${one[at]}" and "${other[at]}"`)
}
