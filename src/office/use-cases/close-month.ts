/** Closes a month (khoá sổ): refuses what is unfinished or unexplained, then fixes what its package will say. */

import { trade } from '../../contract/wording/vi/trade.ts'
import { GENESIS_HASH } from '../../domain/journal-chain.ts'
import { closingCheckCode, refuseUnexplained, type WarningExplanation } from '../../domain/month-close.ts'
import type { Period } from '../../domain/period.ts'
import { addClosing, closingBefore, findProposal, lastClosing, latestRevision } from '../../ledger/closings.ts'
import type { Reader } from '../../ledger/connection.ts'
import { journalHead } from '../../ledger/journal.ts'
import { monthRows, servedHouseholds } from '../../ledger/month-rows.ts'
import { refuseToApprove, refuseToClose, warningsOfMonth } from '../answers/month-checklist.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import {
  type ClosingFacts,
  closingDocument,
  monthEndReportData,
  type StoredClosingDocument,
} from '../month-documents.ts'
import { keyInForce, privateKeysOf } from '../office-keys.ts'
import { personOf } from '../session.ts'

/** Each warning with the latest word said to it: the approver's, else of whoever drew the closing up. */
function explainedWarnings(
  reader: Reader,
  period: Period,
  said: readonly WarningExplanation[],
): ClosingFacts['warnings'] {
  return warningsOfMonth(reader, period).map(({ code, count }) => ({
    code,
    // The minutes and the package are Vietnamese papers, whatever language the window speaks.
    words: trade.monthWarnings[code](count),
    explanation: said.findLast((one) => one.code === code)?.words ?? '',
  }))
}

export const closeMonth: CommandHandler<'months.close'> = (commanding, { period, explanations }) => {
  const { reader, writer, now, today, place, newIdentity } = commanding
  const person = personOf(commanding)
  const proposal = findProposal(reader, period)
  const said = [...(proposal?.explanations ?? []), ...explanations]
  const warningCodes = warningsOfMonth(reader, period).map(({ code }) => code)
  const refusedBecause =
    refuseToClose(reader, period, today) ??
    refuseToApprove(reader, period, person.personId) ??
    refuseUnexplained(warningCodes, said)
  if (refusedBecause) return refused(refusedBecause)

  // Where one person closes alone, what the same person drew up before needs no second hand.
  const drawnUp = proposal && proposal.personId !== person.personId ? proposal : null
  const last = lastClosing(reader)
  const head = journalHead(reader)
  const facts: ClosingFacts = {
    period,
    sequence: (last?.sequence ?? 0) + 1,
    revision: (latestRevision(reader, period)?.revision ?? 0) + 1,
    firstJournal: (last?.lastJournal ?? 0) + 1,
    openingHead: last ? (JSON.parse(last.document) as StoredClosingDocument).closingHead : GENESIS_HASH,
    head,
    closedAt: now,
    closedOn: today,
    person,
    drawnUpBy: drawnUp?.proposedBy ?? null,
    warnings: explainedWarnings(reader, period, said),
    appVersion: place.appVersion,
    signerKeyId: privateKeysOf(reader, place, keyInForce(reader).keyId).signing.keyId,
  }
  const { firstJournal, sequence, revision } = facts
  const households = servedHouseholds(reader, period)
  const keptAfter = closingBefore(reader, period)?.closedAt ?? ''
  const range = { period, firstJournal, lastJournal: head.sequence, keptAfter, keptThrough: now }
  const rows = monthRows(reader, range, households)
  const closingId = newIdentity()
  addClosing(
    writer,
    {
      closingId,
      period,
      revision,
      sequence,
      closedAt: now,
      closedOn: today,
      personId: person.personId,
      proposalId: drawnUp?.proposalId ?? null,
      firstJournal,
      lastJournal: head.sequence,
      document: JSON.stringify(closingDocument(reader, rows, facts)),
      report: JSON.stringify(monthEndReportData(reader, rows, facts)),
    },
    households,
  )
  return done(
    { closingId, sequence, revision, checkCode: closingCheckCode(head.hash, revision), journalHead: head.hash },
    closingId,
  )
}
