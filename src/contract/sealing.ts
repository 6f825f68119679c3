/**
 * How the office comes by the key it seals its secrets with: only the shell can ask the system's key store, and the
 * office asks the shell once, before it takes its first port.
 */

/**
 * What stands between a secret and whoever copies the ledger's folder: the system's key store; one that hides without a
 * password of its own, on Linux; the rights of a file; or a seal that cannot be opened from here.
 */
export const KEY_PROTECTIONS = ['system', 'basic', 'file', 'shut'] as const
export type KeyProtection = (typeof KEY_PROTECTIONS)[number]

export interface SealingKey {
  /** 32 bytes in base64; never on a disk. */
  key: string
  /** The same as the system's key store sealed it, in base64; it lies beside what is sealed. */
  wrapped: string
  protection: Extract<KeyProtection, 'system' | 'basic'>
}

/** The office to the shell: `wrapped` as it lies in the ledger's folder, null where nothing was sealed yet. */
export interface SealingKeyWanted {
  type: 'sealingKeyWanted'
  wrapped: string | null
}

/** The shell's answer: that key, or a new one where it cannot be unwrapped; null where the system keeps none. */
export interface SealingKeyGiven {
  type: 'sealingKey'
  sealingKey: SealingKey | null
}
