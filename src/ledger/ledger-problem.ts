/** What can be wrong with a ledger or the disk under it, told apart next to SQLite, where its error codes are known. */

export type LedgerProblemCode =
  | 'inUse'
  | 'fromNewerVersion'
  | 'historyDiffers'
  | 'notALedger'
  | 'damaged'
  | 'sealBroken'
  | 'diskFull'
  | 'unwritable'

export class LedgerProblem extends Error {
  readonly code: LedgerProblemCode
  readonly detail: string

  constructor(code: LedgerProblemCode, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'LedgerProblem'
    this.code = code
    this.detail = detail
  }
}

const CODES: readonly (readonly [RegExp, LedgerProblemCode])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'diskFull'],
  [/^SQLITE_NOTADB/, 'notALedger'],
  [/^SQLITE_CORRUPT/, 'damaged'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'inUse'],
  [
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_IOERR|SQLITE_PERM|EACCES|EPERM|EROFS|EIO|ENOTDIR|EEXIST|EISDIR)/,
    'unwritable',
  ],
]

/** The problem an error of SQLite or of the file system stands for; null where it is neither. */
export function ledgerProblemOf(error: unknown): LedgerProblem | null {
  if (error instanceof LedgerProblem) return error
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const code = error.code
  const known = CODES.find(([pattern]) => pattern.test(code))
  return known ? new LedgerProblem(known[1], `${code} ${error.message}`) : null
}
