/**
 * data/closing.json: what a package says about itself. Strict: a field more or less is another format. Each format that
 * was ever written has its reader.
 */

import { z } from 'zod'
import { type Day, dayInVietnam, isDay } from '../domain/day.ts'
import { GENESIS_HASH } from '../domain/journal-chain.ts'
import { type PackageFault, packageFault } from '../domain/package-fault.ts'
import { PACKAGE_FORMATS, PACKAGE_PROFILES, type PackageFormat, type PackageProfile } from '../domain/package-format.ts'
import type { TableName } from '../domain/package-tables.ts'
import { isPeriod, periodEnd, periodStart } from '../domain/period.ts'
import { forbiddenText } from '../domain/vietnamese.ts'

export const CLOSING_FILE = 'data/closing.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
/** One line of text, as the ledger takes it in. */
const text = z
  .string()
  .min(1)
  .refine((value) => forbiddenText(value) === null)
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const day = z.string().refine(isDay)

/** The numbers of one kind of paper in a month; null where none was issued. */
const documentNumbers = z
  .strictObject({
    first: z.int().min(1),
    last: z.int().min(1),
    /** Numbers from first to last whose paper is voided by this package. */
    voided: z.array(z.int().min(1)),
    /** Numbers from first to last that papers dated in another month carry, so they are in that month's package. */
    otherMonths: z.array(z.int().min(1)),
    /** Numbers of forms that gave nothing: blanks, void, lost, or open ones. Packages from before forms had none. */
    withoutHandover: z.array(z.int().min(1)).default([]),
  })
  .nullable()

/** Rows by table, for every table of the format. */
const counts1 = z.strictObject({
  households: count,
  campaigns: count,
  'gift-handovers': count,
  'gift-lines': count,
  voids: count,
  repairs: count,
  'repair-items': count,
  'repair-checks': count,
  journal: count,
})
const counts2 = counts1.extend({
  'stock-movements': count,
  'signed-papers': count,
  corrections: count,
  indicators: count,
})

/**
 * Whole đồng: papers issued (gifts handed over, repairs certified), and what the voids of this package took back, be
 * the paper of this month or of an earlier one.
 */
const totals1 = z.strictObject({ giftsDong: count, repairsDong: count, voidedDong: count })
/** What the corrections of this package add to figures of earlier months, and what they take from them. */
const totals2 = totals1.extend({ correctionIncreaseDong: count, correctionDecreaseDong: count })

/** The document of a format: its fields in the order they are written, and what they say of each other. */
function closingSchema<Format extends PackageFormat, Counts extends z.ZodType, Totals extends z.ZodType>(
  format: Format,
  profiles: readonly PackageProfile[],
  { counts, totals }: { counts: Counts; totals: Totals },
) {
  return z
    .strictObject({
      format: z.literal(format),
      appVersion: text,
      officeId: z.string().regex(/^[A-Z0-9]{2,12}$/),
      officeName: text,
      /** The company the office belongs to; null where none was entered. */
      companyId: text.nullable(),
      /** A UUID: another one is another installation. */
      ledgerId: z.uuid(),
      period: z.string().refine(isPeriod),
      periodStart: day,
      periodEnd: day,
      timeZone: text,
      /** Gap-free over all packages of a ledger, revisions counted. */
      sequence: z.int().min(1),
      revision: z.int().min(1).max(999),
      profile: z.enum(profiles),
      /** The identity of the revision this one replaces; null for a first revision. */
      supersedes: sha256.nullable(),
      /** The identity of the package with the sequence before; null for the first of a ledger. */
      previousPackage: sha256.nullable(),
      /** The first and last sequence of journal.csv; last is first - 1 where the journal has no row. */
      firstJournal: z.int().min(1),
      lastJournal: count,
      /** The hash before the first row and of the last row of journal.csv; equal where it has no row. */
      openingHead: sha256,
      closingHead: sha256,
      counts,
      totals,
      documentNumbers: z.strictObject({ handoverReceipt: documentNumbers, repairCertificate: documentNumbers }),
      warnings: z.array(z.strictObject({ code: text, explanation: text })),
      closedAt: instant,
      closedBy: text,
      approvedBy: text.nullable(),
      signerKeyId: z.string().regex(/^[0-9A-F]{16}$/),
    })
    .refine((closing) => closing.periodStart === periodStart(closing.period), { path: ['periodStart'] })
    .refine((closing) => closing.periodEnd === periodEnd(closing.period), { path: ['periodEnd'] })
    .refine((closing) => (closing.sequence === 1) === (closing.previousPackage === null), { path: ['previousPackage'] })
    .refine((closing) => (closing.revision === 1) === (closing.supersedes === null), { path: ['supersedes'] })
    .refine((closing) => closing.firstJournal > 1 || closing.openingHead === GENESIS_HASH, { path: ['openingHead'] })
}

type Stated = Omit<z.infer<ReturnType<typeof closingSchema>>, 'counts' | 'totals'>

export interface ClosingDocument extends Stated {
  /** Rows by table; format 1 did not know all of them. */
  counts: z.infer<typeof counts1> & Partial<Record<TableName, number>>
  /** Format 1 knew no corrections. */
  totals: z.infer<typeof totals1> & Partial<z.infer<typeof totals2>>
}

const READERS: Record<PackageFormat, z.ZodType<ClosingDocument>> = {
  'so-tri-an/1': closingSchema('so-tri-an/1', ['full'], { counts: counts1, totals: totals1 }),
  'so-tri-an/2': closingSchema('so-tri-an/2', PACKAGE_PROFILES, { counts: counts2, totals: totals2 }),
}

/** PC042_2026-11_r1: the package's name, its one folder's and its External-Identifier; a masked one says so. */
export function packageName(closing: Pick<ClosingDocument, 'officeId' | 'period' | 'revision' | 'profile'>): string {
  const { officeId, period, revision, profile } = closing
  return `${officeId}_${period}_r${revision}${profile === 'full' ? '' : `-${profile}`}`
}

/** What the signature's trusted comment says, so that minisign shows it to whoever verifies by hand. */
export function trustedComment(closing: ClosingDocument): string {
  const { format, officeId, period, revision, sequence, closingHead } = closing
  return `${format} ${officeId} ${period} r${revision} seq=${sequence} head=${closingHead}`
}

/** The labels of bag-info.txt that follow from the closing document, in their order; Payload-Oxum comes after them. */
export function bagInfo(closing: ClosingDocument): [string, string][] {
  return [
    ['Source-Organization', closing.officeName],
    ['External-Identifier', packageName(closing)],
    ['Bagging-Date', closingDay(closing)],
    ['Closing-Period', closing.period],
    ['Closing-Sequence', String(closing.sequence)],
    ['Closing-Revision', String(closing.revision)],
    ['Previous-Package-SHA256', closing.previousPackage ?? GENESIS_HASH],
  ]
}

/** The day in Vietnam on which the month was closed. */
export function closingDay(closing: Pick<ClosingDocument, 'closedAt'>): Day {
  return dayInVietnam(Date.parse(closing.closedAt))
}

export function closingText(closing: ClosingDocument): string {
  return `${JSON.stringify(closing, null, 1)}\n`.normalize('NFC')
}

/** Reads closing.json: the document, or what is wrong with it. An unknown format is told apart from a broken file. */
export function readClosing(json: string): { closing: ClosingDocument | null; faults: PackageFault[] } {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { closing: null, faults: [packageFault('closing.malformed', CLOSING_FILE, 'is not JSON')] }
  }
  const stated = z.object({ format: z.string() }).safeParse(value).data?.format
  const format = PACKAGE_FORMATS.find((known) => known === stated)
  if (stated !== undefined && !format) {
    const detail = `expected a format of ${PACKAGE_FORMATS.join(', ')}, found ${JSON.stringify(stated.slice(0, 40))}`
    return { closing: null, faults: [packageFault('closing.version', CLOSING_FILE, detail)] }
  }
  if (!format) return { closing: null, faults: [packageFault('closing.malformed', CLOSING_FILE, 'names no format')] }
  const parsed = READERS[format].safeParse(value)
  if (parsed.success) return { closing: parsed.data, faults: [] }
  const faults = parsed.error.issues
    .slice(0, 20)
    .map((issue) => packageFault('closing.malformed', CLOSING_FILE, `${issue.path.join('.') || '/'}: ${issue.code}`))
  return { closing: null, faults }
}
