/** Checks the journal's chain from the opening head of a package to its closing head; names each row that breaks it. */

import { createHash } from 'node:crypto'
import { journalLink } from '../domain/journal-chain.ts'
import { cellOf, TABLES, tableFile } from '../domain/package-tables.ts'
import type { ClosingDocument } from './closing-document.ts'
import type { FaultList } from './fault-list.ts'

const sequenceOf = cellOf(TABLES.journal, 'sequence')
const recordedAtOf = cellOf(TABLES.journal, 'recorded_at')
const personIdOf = cellOf(TABLES.journal, 'person_id')
const commandOf = cellOf(TABLES.journal, 'command')
const commandIdOf = cellOf(TABLES.journal, 'command_id')
const subjectOf = cellOf(TABLES.journal, 'subject')
const contentOf = cellOf(TABLES.journal, 'content_sha256')
const previousOf = cellOf(TABLES.journal, 'previous_hash')
const hashOf = cellOf(TABLES.journal, 'hash')

/** `closing` is null where it could not be read: the chain is then followed from the first row's own start. */
export function journalCheck(closing: ClosingDocument | null, faults: FaultList) {
  let sequence = closing ? closing.firstJournal - 1 : null
  let head = closing?.openingHead ?? null
  const broken = (detail: string) => faults.add('journal.broken', tableFile('journal'), detail)

  return {
    row(cells: readonly string[]): void {
      const found = Number(sequenceOf(cells))
      if (sequence !== null && found !== sequence + 1) broken(`row ${found} stands where ${sequence + 1} is expected`)
      if (head !== null && previousOf(cells) !== head) broken(`row ${found} does not follow the row before it`)
      if (hashOf(cells) !== hashOfRow(cells)) broken(`row ${found} does not have the hash of its content`)
      sequence = found
      head = hashOf(cells)
    },
    end(): void {
      if (!closing) return
      if (sequence !== closing.lastJournal) broken(`ends with row ${sequence} instead of ${closing.lastJournal}`)
      if (head !== closing.closingHead) broken('does not end in the closing head')
    },
  }
}

function hashOfRow(cells: readonly string[]): string {
  const link = journalLink({
    sequence: Number(sequenceOf(cells)),
    recordedAt: recordedAtOf(cells),
    personId: personIdOf(cells) || null,
    command: commandOf(cells),
    commandId: commandIdOf(cells),
    subject: subjectOf(cells) || null,
    contentSha256: contentOf(cells),
    previousHash: previousOf(cells),
  })
  return createHash('sha256').update(link).digest('hex')
}
