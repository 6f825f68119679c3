/** The terminal's texts in the language asked for. */

import { en } from './en.ts'
import { type TerminalText, vi } from './vi.ts'

export function terminalText(language: 'vi' | 'en'): TerminalText {
  return language === 'vi' ? vi : en
}
