/** Small choices of this computer, kept in a file beside the window's state: a text for each name. */

import { readFileSync, writeFileSync } from 'node:fs'

/** What was kept; nothing where the file is missing or is none of ours. */
export function rememberedTexts(file: string): Record<string, string> {
  try {
    const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return {}
  }
}

export function rememberTexts(file: string, texts: Record<string, string>): void {
  writeFileSync(file, JSON.stringify(texts))
}
