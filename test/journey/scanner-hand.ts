/** A scanner and a hand at the keyboard of the window: keys with the very times they are to have. */

import type { Page } from 'playwright-core'

export interface ScannerHand {
  /** Types as a scanner does, without a pause, and ends with Enter. */
  scan(text: string, options?: { end?: 'Enter' | 'Tab'; stallAt?: number }): Promise<void>
  /** Types as a person does who is very fast, 60 ms from key to key, and presses Enter at once. */
  typeFast(text: string): Promise<void>
}

const CODES: Record<string, number> = { Enter: 13, Tab: 9, ' ': 32 }

/** Keys go in over the debugger with their times said, so that a busy computer cannot spoil a scanner's pace. */
export async function scannerHand(page: Page): Promise<ScannerHand> {
  const session = await page.context().newCDPSession(page)
  let atMs = Date.now()

  async function press(key: string, afterMs: number): Promise<void> {
    atMs += afterMs
    const text = { Enter: '\r', Tab: undefined }[key] ?? (key.length === 1 ? key : undefined)
    const isDigit = /^\d$/.test(key)
    const code = isDigit ? `Digit${key}` : key === ' ' ? 'Space' : key.length > 1 ? key : ''
    const windowsVirtualKeyCode = CODES[key] ?? (/^[a-z0-9]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0)
    const common = { key, code, windowsVirtualKeyCode, timestamp: atMs / 1000 }
    await session.send('Input.dispatchKeyEvent', {
      ...common,
      type: text === undefined ? 'rawKeyDown' : 'keyDown',
      ...(text === undefined ? {} : { text }),
    })
    await session.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' })
  }
  async function pressAll(keys: readonly string[], pause: (index: number) => number): Promise<void> {
    await page.waitForTimeout(250)
    atMs = Date.now()
    await Promise.all(keys.map((key, index) => press(key, pause(index))))
    await page.waitForTimeout(Math.max(0, atMs - Date.now()))
  }
  return {
    scan: (text, { end = 'Enter', stallAt = -1 } = {}) =>
      pressAll([...text, end], (index) => (index === stallAt ? 150 : 2)),
    typeFast: (text) => pressAll([...text, 'Enter'], (index) => (index === text.length ? 0 : 60)),
  }
}
