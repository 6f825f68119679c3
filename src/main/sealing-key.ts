/** The key that the office seals its secrets with, kept by the system: DPAPI on Windows, a keyring on Linux. */

import { randomBytes } from 'node:crypto'
import { safeStorage } from 'electron'
import type { SealingKey } from '../contract/sealing.ts'

const KEY_BYTES = 32

/**
 * Unwraps a key; makes a new one where there is none, or where another computer or user wrapped it. Null where the
 * system keeps none, or its store is locked.
 */
export function sealingKey(wrapped: string | null): SealingKey | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  // Electron of before version 26 does not tell; it counts a store without a password as none.
  const isBasic = process.platform === 'linux' && safeStorage.getSelectedStorageBackend?.() === 'basic_text'
  const protection = isBasic ? 'basic' : 'system'
  const key = wrapped === null ? null : unwrapped(wrapped)
  if (key !== null && wrapped !== null) return { key, wrapped, protection }
  const made = randomBytes(KEY_BYTES).toString('base64')
  try {
    return { key: made, wrapped: safeStorage.encryptString(made).toString('base64'), protection }
  } catch {
    return null
  }
}

function unwrapped(wrapped: string): string | null {
  try {
    const key = safeStorage.decryptString(Buffer.from(wrapped, 'base64'))
    return Buffer.from(key, 'base64').length === KEY_BYTES ? key : null
  } catch {
    return null
  }
}
