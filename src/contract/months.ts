/** Closing a month and opening it again, its package and what head office answered, checking a package, the journal. */

import { z } from 'zod'
import {
  CORRECTED_FIGURES,
  CORRECTION_KINDS,
  DELIVERY_STATES,
  MONTH_BLOCKS,
  MONTH_WARNINGS,
} from '../domain/month-close.ts'
import { GIVING_KINDS } from '../domain/numbering.ts'
import { BAG_WARNING_CODES, PACKAGE_FAULT_CODES } from '../domain/package-fault.ts'
import { PACKAGE_PROFILES } from '../domain/package-format.ts'
import { command, job, query } from './call.ts'
import { printed } from './papers.ts'
import { amountDong, count, day, id, instant, nothing, period, refusalOrNull, sha256, text } from './schemas.ts'

/**
 * Figures of a month: papers issued in it, and voids made in it with the value they took back (of any month's papers).
 */
export const monthFigures = z.object({
  handoverCount: count,
  giftsDong: amountDong,
  repairCount: count,
  repairsDong: amountDong,
  voidCount: count,
  voidedDong: amountDong,
})
export type MonthFigures = z.output<typeof monthFigures>

const explanation = z.object({ code: z.enum(MONTH_WARNINGS), words: text(500) })

/** What head office said of a package; a conflict is a household that another office has helped, too. */
const acknowledgement = z.object({
  verdict: z.enum(['accepted', 'rejected']),
  decidedAt: instant,
  reasons: z.array(z.string()),
  conflictCount: count,
})

const monthLine = z.object({
  period,
  /** `proposed` is drawn up by one person and waits for another. */
  state: z.enum(['open', 'proposed', 'closed']),
  figures: monthFigures,
  proposal: z.object({ proposedBy: z.string(), proposedAt: instant, explanations: z.array(explanation) }).nullable(),
  closedOn: day.nullable(),
  /** Who approved the closing. */
  closedBy: z.string().nullable(),
  /** Who drew it up, where that was another person. */
  drawnUpBy: z.string().nullable(),
  revision: count,
  /** Nine digits that stand for the closing on the telephone; null while the month is open. */
  checkCode: z.string().nullable(),
  /** Closings of the month that were taken back. */
  reopenings: z.array(z.object({ revision: count, reopenedOn: day, reopenedBy: z.string(), reason: z.string() })),
  delivery: z.enum(DELIVERY_STATES),
  dispatch: z.object({ way: z.enum(['copy', 'mail']), target: z.string().nullable(), sentAt: instant }).nullable(),
  acknowledgement: acknowledgement.nullable(),
  /** Why the month may not be opened again; null where it may, or where it is open. */
  reopenRefusal: refusalOrNull,
  packageFile: z.string().nullable(),
  packageIdentity: sha256.nullable(),
})
export type MonthLine = z.output<typeof monthLine>

const monthCheck = z.object({
  period,
  refusal: refusalOrNull,
  /** Every line of the checklist that stands in the way when its count is above zero. */
  blocks: z.array(z.object({ code: z.enum(MONTH_BLOCKS), count })),
  /** Every line that then asks for a word of explanation. */
  warnings: z.array(z.object({ code: z.enum(MONTH_WARNINGS), count })),
  /** The one who looks may approve what was drawn up, or close alone; why not, else null. */
  approvalRefusal: refusalOrNull,
  figures: monthFigures,
  documentNumbers: z.array(
    z.object({ kind: z.enum(GIVING_KINDS), first: z.string(), last: z.string(), issued: count, voided: count }),
  ),
})
export type MonthCheck = z.output<typeof monthCheck>

/** What checking a package found. */
export const packageFaults = z.array(
  z.object({ code: z.enum(PACKAGE_FAULT_CODES), file: z.string().nullable(), detail: z.string() }),
)

const verification = z.object({
  faults: packageFaults,
  /** Of a bag judged by BagIt alone: what is allowed but better otherwise. */
  warnings: z.array(z.object({ code: z.enum(BAG_WARNING_CODES), file: z.string().nullable() })),
  summary: z
    .object({
      packageName: z.string(),
      identity: sha256,
      officeId: z.string(),
      officeName: z.string(),
      period: z.string(),
      sequence: z.int(),
      revision: z.int(),
      profile: z.enum(PACKAGE_PROFILES),
      signature: z.enum(['good', 'bad', 'unknownKey', 'revokedKey', 'notChecked']),
      counts: z.record(z.string(), z.number()),
      totals: z.record(z.string(), z.number()),
    })
    .nullable(),
})
export type PackageVerification = z.output<typeof verification>

const journalRow = z.object({
  sequence: z.int(),
  recordedAt: instant,
  personName: z.string().nullable(),
  command: z.string(),
  subject: z.string().nullable(),
  hash: sha256,
})
export type JournalRow = z.output<typeof journalRow>

export const monthCalls = {
  'months.list': query({
    permission: 'ledger.read',
    input: nothing,
    output: z.object({ months: z.array(monthLine) }),
  }),
  'months.check': query({ permission: 'ledger.read', input: z.object({ period }), output: monthCheck }),
  /** Draws up the closing of a month for another person to approve, with a word to each warning. */
  'months.propose': command({
    permission: 'month.propose',
    topics: ['months'],
    input: z.object({ period, explanations: z.array(explanation).max(MONTH_WARNINGS.length) }),
    output: z.object({ proposalId: id }),
  }),
  /** Approves what another person drew up, or closes alone where the office has no other; words add to theirs. */
  'months.close': command({
    permission: 'month.close',
    topics: ['months'],
    input: z.object({ period, explanations: z.array(explanation).max(MONTH_WARNINGS.length) }),
    output: z.object({
      closingId: id,
      sequence: z.int(),
      revision: z.int(),
      checkCode: z.string(),
      journalHead: sha256,
    }),
  }),
  /** Takes the last closing back, until head office has accepted it; the next one is a new revision. */
  'months.reopen': command({
    permission: 'month.reopen',
    topics: ['months'],
    input: z.object({ period, reason: text(300) }),
    output: z.object({ revision: z.int() }),
  }),
  /** Enters a late paper or a correction of a closed month into the open one. */
  'months.correct': command({
    permission: 'month.correct',
    topics: ['months'],
    input: z.object({
      kind: z.enum(CORRECTION_KINDS),
      enteredOn: day,
      correctedPeriod: period,
      /** The number of the paper it is about, as printed. */
      correctedDocument: text(60),
      figure: z.enum(CORRECTED_FIGURES),
      countDelta: z.int().min(-1_000_000, 'tooSmall').max(1_000_000, 'tooBig'),
      amountDeltaDong: z.int().min(-1_000_000_000_000, 'tooSmall').max(1_000_000_000_000, 'tooBig'),
      reason: text(300),
    }),
    output: z.object({ correctionId: id, documentNumber: z.string() }),
  }),
  'months.corrections': query({
    permission: 'ledger.read',
    input: z.object({ period }),
    /** Entered in the month, or about it. */
    output: z.object({
      corrections: z.array(
        z.object({
          correctionId: id,
          kind: z.enum(CORRECTION_KINDS),
          documentNumber: z.string(),
          enteredOn: day,
          correctedPeriod: period,
          correctedDocument: z.string(),
          figure: z.enum(CORRECTED_FIGURES),
          countDelta: z.int(),
          amountDeltaDong: z.int(),
          reason: z.string(),
          recordedBy: z.string(),
        }),
      ),
    }),
  }),
  /**
   * Writes the package of a closed month: into the ledger's own folder, or where the clerk said. `masked` is for
   * anybody beyond the office's company: it goes where it is sent and is no link of the chain.
   */
  'months.package': job({
    permission: 'month.package',
    topics: ['months'],
    input: z.object({
      period,
      folder: z.string().max(2000).nullable(),
      profile: z.enum(PACKAGE_PROFILES).default('full'),
      /** Of a masked package: the file of its receiver's key, whom it is encrypted to; none leaves it in the clear. */
      receiverKeyFile: z.string().max(2000).nullable().default(null),
    }),
    output: z.object({ file: z.string(), identity: sha256, bytes: count }),
  }),
  /** The minutes of closing a month (biên bản khoá sổ), to be signed; the package has the same. */
  'papers.closingMinutes': job({ permission: 'paper.print', input: z.object({ period }), output: printed }),
  /** Copies the package to a folder or a stick, reads the copy back, and notes that it left the office. */
  'months.copyPackage': job({
    permission: 'month.package',
    topics: ['months'],
    input: z.object({ period, folder: text(2000) }),
    output: z.object({ file: z.string(), sha256, bytes: count }),
  }),
  /** Notes that the package went by mail. */
  'months.markMailed': command({
    permission: 'month.package',
    topics: ['months'],
    input: z.object({ period }),
    output: nothing,
  }),
  /** Takes in head office's signed answer from its file; the signature lies beside it as `<file>.minisig`. */
  'months.takeInAcknowledgement': job({
    permission: 'month.package',
    topics: ['months'],
    input: z.object({ path: text(2000) }),
    output: acknowledgement.extend({ period }),
  }),
  /** Makes a copy of the ledger that is checked before it counts: into the ledger's backups folder, or another one. */
  'ledger.backUp': job({
    permission: 'ledger.read',
    topics: ['months'],
    input: z.object({ folder: z.string().max(2000).nullable() }),
    output: z.object({ file: z.string(), sha256, bytes: count }),
  }),
  /**
   * Checks any package or unpacked bag; the office's own keys are known, others by the folder of public keys and the
   * file of age identities that opens what is encrypted. `bagOnly` judges any bag by BagIt alone.
   */
  'packages.verify': job({
    permission: 'anyone',
    input: z.object({
      path: z.string().min(1, 'required').max(2000),
      keysFolder: z.string().max(2000).nullable(),
      identityFile: z.string().max(2000).nullable().default(null),
      bagOnly: z.boolean().default(false),
    }),
    output: verification,
  }),
  'journal.page': query({
    permission: 'journal.read',
    input: z.object({ before: z.int().nullable(), limit: z.int().min(1).max(500) }),
    output: z.object({ rows: z.array(journalRow), count }),
  }),
  'journal.verify': query({
    permission: 'journal.read',
    input: nothing,
    output: z.object({
      rowCount: count,
      head: sha256,
      firstBroken: z
        .object({ sequence: z.int(), reason: z.enum(['gap', 'previousHash', 'hash', 'content']) })
        .nullable(),
    }),
  }),
}
