/** The journal's chain: a row's hash covers the row before it, so a changed, lost or inserted row shows, and where. */

/** What stands for the hash before the first row of a ledger. */
export const GENESIS_HASH = '0'.repeat(64)

/**
 * One row of the journal as the chain sees it. The content itself stays in the ledger, for it may hold personal data;
 * its hash travels, so that head office can check the chain without it.
 */
export interface JournalLink {
  /** 1 for the first row of a ledger, then without gaps. */
  sequence: number
  /** A UTC instant, 'YYYY-MM-DDTHH:MM:SS.sssZ'. */
  recordedAt: string
  personId: string | null
  command: string
  commandId: string
  /** The identity of what the command was about. */
  subject: string | null
  /** Lower-case hex. */
  contentSha256: string
  /** The hash of the row before, or GENESIS_HASH. */
  previousHash: string
}

/**
 * The text a row's hash is taken of: a JSON array of the eight fields in this order, without spaces. The hash is the
 * lower-case hex SHA-256 of its UTF-8 bytes; whoever calls computes it, for this folder has no hashing of its own.
 */
export function journalLink(link: JournalLink): string {
  const { sequence, recordedAt, personId, command, commandId, subject, contentSha256, previousHash } = link
  return JSON.stringify([sequence, recordedAt, personId, command, commandId, subject, contentSha256, previousHash])
}
