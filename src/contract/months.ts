/** Closing a month, its package, checking a package, and the journal. */

import { z } from 'zod'
import { GIVING_KINDS } from '../domain/numbering.ts'
import { BAG_WARNING_CODES, PACKAGE_FAULT_CODES } from '../domain/package-fault.ts'
import { PACKAGE_PROFILES } from '../domain/package-format.ts'
import { command, job, query } from './call.ts'
import { amountDong, count, day, id, instant, nothing, optionalText, period, refusalOrNull, sha256 } from './schemas.ts'

/**
 * Figures of a month: papers issued in it, and voids made in it with the value they took back (of any month's papers).
 */
const monthFigures = z.object({
  handoverCount: count,
  giftsDong: amountDong,
  repairCount: count,
  repairsDong: amountDong,
  voidCount: count,
  voidedDong: amountDong,
})
export type MonthFigures = z.output<typeof monthFigures>

const monthLine = z.object({
  period,
  state: z.enum(['open', 'closed']),
  figures: monthFigures,
  closedOn: day.nullable(),
  closedBy: z.string().nullable(),
  packageFile: z.string().nullable(),
  packageIdentity: sha256.nullable(),
})
export type MonthLine = z.output<typeof monthLine>

/** Worth a look before closing; does not stand in the way. */
export const MONTH_WARNINGS = [
  'noEntries',
  'campaignEndsWithoutHandovers',
  'missingCitizenIds',
  'voidsInMonth',
] as const
export type MonthWarning = (typeof MONTH_WARNINGS)[number]

const monthCheck = z.object({
  period,
  refusal: refusalOrNull,
  warnings: z.array(z.object({ code: z.enum(MONTH_WARNINGS), count })),
  figures: monthFigures,
  documentNumbers: z.array(
    z.object({ kind: z.enum(GIVING_KINDS), first: z.string(), last: z.string(), issued: count, voided: count }),
  ),
})
export type MonthCheck = z.output<typeof monthCheck>

const verification = z.object({
  faults: z.array(z.object({ code: z.enum(PACKAGE_FAULT_CODES), file: z.string().nullable(), detail: z.string() })),
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
      signature: z.enum(['good', 'bad', 'unknownKey', 'notChecked']),
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
  'months.close': command({
    permission: 'month.close',
    topics: ['months'],
    input: z.object({ period, explanation: optionalText(1000) }),
    output: z.object({ closingId: id, sequence: z.int(), journalHead: sha256 }),
  }),
  /** Writes the package of a closed month: into the ledger's own folder, or where the clerk said. */
  'months.package': job({
    permission: 'month.package',
    topics: ['months'],
    input: z.object({ period, folder: z.string().max(2000).nullable() }),
    output: z.object({ file: z.string(), identity: sha256, bytes: count }),
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
