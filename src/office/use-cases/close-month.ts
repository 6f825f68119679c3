/** Closes a month (khoá sổ): refuses what is unfinished, then fixes what its package will say. */

import { trade } from '../../contract/wording/vi/trade.ts'
import { GENESIS_HASH } from '../../domain/journal-chain.ts'
import { journalHead } from '../../ledger/journal.ts'
import { monthRows, servedHouseholds } from '../../ledger/month-rows.ts'
import { addClosing, lastClosing } from '../../ledger/months.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { monthWarnings, refuseToClose } from '../answers/months.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import {
  type ClosingFacts,
  closingDocument,
  monthEndReportData,
  type StoredClosingDocument,
} from '../month-documents.ts'
import { personOf } from '../session.ts'
import { officeKey } from '../signing-keys.ts'

export const closeMonth: CommandHandler<'months.close'> = (commanding, { period, explanation }) => {
  const { reader, writer, now, today, place, newIdentity } = commanding
  const refusedBecause = refuseToClose(reader, period, today)
  if (refusedBecause) return refused(refusedBecause)

  const last = lastClosing(reader)
  const head = journalHead(reader)
  const person = personOf(commanding)
  const facts: ClosingFacts = {
    period,
    sequence: (last?.sequence ?? 0) + 1,
    firstJournal: (last?.lastJournal ?? 0) + 1,
    openingHead: last ? (JSON.parse(last.document) as StoredClosingDocument).closingHead : GENESIS_HASH,
    head,
    closedAt: now,
    closedOn: today,
    person,
    // The minutes and the package are Vietnamese papers, whatever language the window speaks.
    warnings: monthWarnings(reader, period).map(({ code, count }) => ({
      code,
      words: trade.monthWarnings[code](count),
    })),
    explanation,
    appVersion: place.appVersion,
    signerKeyId: officeKey(place, officeOf(reader).officeCode).keyId,
  }
  const { firstJournal, sequence } = facts
  const households = servedHouseholds(reader, period)
  const range = { period, firstJournal, lastJournal: head.sequence, keptAfter: last?.closedAt ?? '', keptThrough: now }
  const rows = monthRows(reader, range, households)
  const closingId = newIdentity()
  addClosing(
    writer,
    {
      closingId,
      period,
      sequence,
      closedAt: now,
      closedOn: today,
      personId: person.personId,
      firstJournal,
      lastJournal: head.sequence,
      document: JSON.stringify(closingDocument(reader, rows, facts)),
      report: JSON.stringify(monthEndReportData(reader, rows, facts)),
    },
    households,
  )
  return done({ closingId, sequence, journalHead: head.hash }, closingId)
}
