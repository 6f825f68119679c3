/** The journal: one row per command, in the command's own transaction, each row's hash covering the row before it. */

import { eq } from 'drizzle-orm'
import { GENESIS_HASH, journalLink } from '../domain/journal-chain.ts'
import { canonicalJson, sha256Hex } from './canonical-json.ts'
import { addRow, first, type Reader, type Writer } from './connection.ts'
import { journal } from './schema/office.ts'

/** What a command leaves in the journal; `subject` is the identity of what it was about. */
export interface JournalEntry {
  recordedAt: string
  personId: string | null
  command: string
  commandId: string
  subject: string | null
  input: unknown
  output: unknown
}

export interface JournalHead {
  sequence: number
  hash: string
}

export function journalHead(reader: Reader): JournalHead {
  return (
    first<JournalHead>(reader, 'SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1') ?? {
      sequence: 0,
      hash: GENESIS_HASH,
    }
  )
}

/** What was asked is kept whole up to this length: more is a list, of which a hash proves as much. */
const LONGEST_INPUT = 20_000

function journalled(input: unknown): unknown {
  const text = canonicalJson(input)
  return text.length > LONGEST_INPUT ? { characters: text.length, sha256: sha256Hex(text) } : input
}

export function appendToJournal(writer: Writer, entry: JournalEntry): JournalHead {
  const { recordedAt, personId, command, commandId, subject } = entry
  const head = journalHead(writer)
  const content = canonicalJson({ input: journalled(entry.input), output: entry.output })
  const link = {
    sequence: head.sequence + 1,
    recordedAt,
    personId,
    command,
    commandId,
    subject,
    contentSha256: sha256Hex(content),
    previousHash: head.hash,
  }
  const hash = sha256Hex(journalLink(link))
  addRow(writer, journal, { ...link, content, hash })
  return { sequence: link.sequence, hash }
}

/** What was answered when a command's id was first used; `isSame` says whether it asked for the same thing. */
export function earlierAnswer(
  reader: Reader,
  asked: { command: string; commandId: string; input: unknown },
): { isSame: boolean; output: unknown } | null {
  const row = reader.rows
    .select({ command: journal.command, content: journal.content })
    .from(journal)
    .where(eq(journal.commandId, asked.commandId))
    .get()
  if (!row) return null
  const { input, output } = JSON.parse(row.content) as { input: unknown; output: unknown }
  return {
    isSame: row.command === asked.command && canonicalJson(input) === canonicalJson(journalled(asked.input)),
    output,
  }
}

export type BrokenReason = 'gap' | 'previousHash' | 'hash' | 'content'

export interface JournalVerdict {
  rowCount: number
  head: string
  firstBroken: { sequence: number; reason: BrokenReason } | null
}

type JournalRecord = typeof journal.$inferSelect

const COLUMNS = `sequence, recorded_at AS recordedAt, person_id AS personId, command, command_id AS commandId, subject,
  content, content_sha256 AS contentSha256, previous_hash AS previousHash, hash`

/** Walks the whole chain and names the first row that does not fit: missing, unlinked, or with other content. */
export function verifyJournal(reader: Reader): JournalVerdict {
  let expected = 1
  let head = GENESIS_HASH
  for (const read of reader.statement(`SELECT ${COLUMNS} FROM journal ORDER BY sequence`).iterate()) {
    const row = read as JournalRecord
    const reason = brokenReason(row, expected, head)
    if (reason) return { rowCount: expected - 1, head, firstBroken: { sequence: expected, reason } }
    head = row.hash
    expected += 1
  }
  return { rowCount: expected - 1, head, firstBroken: null }
}

function brokenReason(row: JournalRecord, expected: number, head: string): BrokenReason | null {
  if (row.sequence !== expected) return 'gap'
  if (row.previousHash !== head) return 'previousHash'
  if (sha256Hex(row.content) !== row.contentSha256) return 'content'
  if (sha256Hex(journalLink(row)) !== row.hash) return 'hash'
  return null
}

export interface JournalLine {
  sequence: number
  recordedAt: string
  personName: string | null
  command: string
  subject: string | null
  hash: string
}

/** Newest first, before a sequence number. */
export function journalPage(reader: Reader, before: number | null, limit: number): JournalLine[] {
  return reader
    .statement(
      `SELECT sequence, recorded_at AS recordedAt, full_name AS personName, command, subject, hash
       FROM journal LEFT JOIN people USING (person_id)
       WHERE sequence < ? ORDER BY sequence DESC LIMIT ?`,
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit) as JournalLine[]
}
