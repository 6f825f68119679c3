/** What many offices send head office in many months: real packages, each signed by its office and chained to the last. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GENESIS_HASH } from '../../src/domain/journal-chain.ts'
import { documentCode, type GivingKind } from '../../src/domain/numbering.ts'
import type { Row } from '../../src/domain/package-tables.ts'
import { type Period, period, periodEnd, periodStart } from '../../src/domain/period.ts'
import type { ClosingDocument } from '../../src/month-end/closing-document.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { closingOf, journalRows, keyOfSeed, type Month, sampleMonth } from './month-end-content.ts'

export interface MonthSize {
  gifts: number
  repairs: number
}

/** A month of one office's sending, and what the next one must follow. */
export interface SentPackage {
  file: string
  identity: string
  closing: ClosingDocument
}

export interface Sender {
  /** From 1; the office's code, name, company and key follow. */
  office: number
  folder: string
  size: MonthSize
  /** For masked packages. */
  programmeKey?: Uint8Array
  /** Voids the last certificate of the month before, too. */
  voidsRepairs?: boolean
}

const COMPANIES = 9
const YEAR = 2026

export function officeIdOf(office: number): string {
  return `PC${String(office).padStart(3, '0')}`
}

/** Month 0 is January 2026. */
export function periodOfMonth(month: number): Period {
  return period(`${YEAR}-${String(month + 1).padStart(2, '0')}`)
}

/** An identity for each kind, office and number, in the order of the numbers. */
function identity(kind: string, office: number, index: number): string {
  return `0193${kind.padEnd(4, '0')}-${String(office).padStart(4, '0')}-7000-8000-${String(index).padStart(12, '0')}`
}

/**
 * The rows of a month: the sample's, as this office would have written them. Every household comes again in the next
 * month but a tenth; receipt 2 of the month is voided at once, and the last receipt of the month before as well.
 */
function rowsOfMonth(
  { office, size, voidsRepairs = false }: Sender,
  month: number,
  opening: string,
  firstJournal: number,
): Month {
  const sample = sampleMonth(size.gifts, size.repairs)
  const officeId = officeIdOf(office)
  const on = (dayOfMonth: number) => `${periodOfMonth(month)}-${String(dayOfMonth).padStart(2, '0')}`
  const household = (index: number) => identity('a', office, month * Math.ceil(size.gifts / 10) + index)
  const number = (count: number, index: number) => month * count + index
  const code = (kind: GivingKind, value: number) => documentCode({ kind, year: YEAR, number: value }, officeId)
  const handoverOf = (value: number) => identity('c', office, value)
  const repairOf = (value: number) => identity('e', office, value)
  const certificateOf = (value: number) => identity('f', office, value)
  const voided = (value: number, index: number): Row<'voids'>[] =>
    sample.voids.map((row) => ({
      ...row,
      void_id: identity('9', office, month * 2 + index),
      document_id: handoverOf(value),
      document_number_text: null,
      voided_on: on(27),
      reason: index === 1 ? 'Ghi nhầm hộ' : 'Hộ trả lại, "nhầm đợt"',
    }))
  const voidedCertificate = (value: number): Row<'voids'>[] =>
    voided(value, 1).map((row) => ({
      ...row,
      void_id: identity('9a', office, month),
      document_kind: 'repairCertificate',
      document_id: certificateOf(value),
      amount_dong: sample.repairs.at(-1)?.cost_dong ?? 0,
    }))
  const indexOf = (id: string) => Number(id.slice(-12))
  const campaign = { campaign_id: identity('b', office, 1), from_day: `${YEAR}-01-01`, to_day: `${YEAR}-12-31` }
  return {
    households: sample.households.map((row, at) => ({
      ...row,
      household_id: household(at + 1),
      citizen_id: citizenIdOf(office, indexOf(household(at + 1))),
    })),
    campaigns: sample.campaigns.map((row) => ({ ...row, ...campaign })),
    'gift-handovers': sample['gift-handovers'].map((row, at) => {
      const value = number(size.gifts, at + 1)
      const paper = { document_number: value, code: code('handoverReceipt', value), handed_over_on: on(1 + (at % 28)) }
      const ids = { handover_id: handoverOf(value), household_id: household(at + 1), campaign_id: campaign.campaign_id }
      return { ...row, ...ids, ...paper }
    }),
    'gift-lines': sample['gift-lines'].map((row) => ({
      ...row,
      handover_id: handoverOf(number(size.gifts, indexOf(row.handover_id))),
    })),
    voids: [
      ...voided(number(size.gifts, 2), 1),
      ...(month > 0 ? voided(number(size.gifts, 0), 2) : []),
      ...(month > 0 && voidsRepairs ? voidedCertificate(number(size.repairs, 0)) : []),
    ],
    'stock-movements': sample['stock-movements'].map((row, at) => {
      const value = number(size.gifts, at + 1)
      return { ...row, movement_id: value, moved_on: on(1 + (at % 28)), handover_id: handoverOf(value) }
    }),
    'signed-papers': [],
    // Of the month before, so that the first month has none.
    corrections:
      month === 0
        ? []
        : sample.corrections.map((row, at) => ({
            ...row,
            correction_id: identity('8', office, month * 2 + at),
            document_year: YEAR,
            document_number: (month - 1) * 2 + at + 1,
            entered_on: on(5 + at),
            corrected_period: periodOfMonth(month - 1),
          })),
    indicators: sample.indicators,
    repairs: sample.repairs.map((row, at) => {
      const value = number(size.repairs, at + 1)
      const paper = { certificate_number: value, code: code('repairCertificate', value), certified_on: on(21) }
      const ids = {
        certificate_id: certificateOf(value),
        repair_id: repairOf(value),
        household_id: household(at + 1),
        campaign_id: campaign.campaign_id,
      }
      return { ...row, ...ids, ...paper, done_on: on(20) }
    }),
    'repair-items': sample['repair-items'].map((row) => ({
      ...row,
      certificate_id: certificateOf(number(size.repairs, indexOf(row.certificate_id))),
    })),
    'repair-checks': sample['repair-checks'].map((row) => ({
      ...row,
      certificate_id: certificateOf(number(size.repairs, indexOf(row.certificate_id))),
    })),
    journal: journalRows(size.gifts + size.repairs + 1, firstJournal, opening),
  }
}

/** Each office has a family that its neighbour helps, too. */
function citizenIdOf(office: number, household: number): string {
  return household === 1
    ? `00119${String(office - (office % 2)).padStart(7, '0')}`
    : `00${office + 100}${String(household).padStart(7, '0')}`
}

/** Writes the package of a month after `previous`; `changes` make it another one than the generator's own. */
export async function sendMonth(
  sender: Sender,
  month: number,
  previous: SentPackage | null,
  changes: Partial<ClosingDocument> = {},
): Promise<SentPackage> {
  const { office, folder, size, programmeKey } = sender
  const before = previous?.closing
  const firstJournal = changes.firstJournal ?? (before?.lastJournal ?? 0) + 1
  const openingHead = changes.openingHead ?? before?.closingHead ?? GENESIS_HASH
  const rows = rowsOfMonth(sender, month, openingHead, firstJournal)
  const key = keyOfSeed(office)
  const numbers = (count: number, voided: number[]) => {
    const [first, last] = [month * count + 1, (month + 1) * count]
    return count > 0 ? { first, last, voided, otherMonths: [], withoutHandover: [] } : null
  }
  const officePeriod = periodOfMonth(month)
  const closing = closingOf(rows, {
    officeId: officeIdOf(office),
    officeName: `Đội Quản lý Điện lực khu vực ${office}`,
    companyId: `PC ${String(1 + (office % COMPANIES)).padStart(2, '0')}/Đ`,
    ledgerId: `0193aaaa-0000-7000-8000-${String(office).padStart(12, '0')}`,
    period: officePeriod,
    periodStart: periodStart(officePeriod),
    periodEnd: periodEnd(officePeriod),
    sequence: (before?.sequence ?? 0) + 1,
    previousPackage: previous?.identity ?? null,
    firstJournal,
    lastJournal: firstJournal + rows.journal.length - 1,
    openingHead,
    documentNumbers: {
      handoverReceipt: numbers(size.gifts, [month * size.gifts + 2]),
      repairCertificate: numbers(size.repairs, []),
    },
    closedAt: `${periodEnd(officePeriod)}T09:30:00.000Z`,
    signerKeyId: key.keyId,
    ...changes,
  })
  mkdirSync(folder, { recursive: true })
  const report = Buffer.from('%PDF-1.7\nreport of tests\n')
  const content = { closing, tables: rows, report, scansFolder: folder }
  const outcome = await writePackage(content, { folder, signingKey: key, recipients: [], programmeKey })
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.faults.slice(0, 5)))
  return { file: outcome.file, identity: outcome.identity, closing }
}

/** A revision of the month last sent: other rows (so many more gifts) in its place. */
export async function sendRevision(sender: Sender, month: number, sent: SentPackage[]): Promise<SentPackage> {
  const last = sent.at(-1)
  if (!last) throw new Error('A revision follows the package it replaces')
  const { closing, identity: supersedes } = last
  const { firstJournal, openingHead } = closing
  return sendMonth(sender, month, last, { revision: closing.revision + 1, supersedes, firstJournal, openingHead })
}

/** All months of all offices, each office in a folder of its own. */
export async function sendAll(
  folder: string,
  offices: number,
  months: number,
  size: MonthSize,
): Promise<SentPackage[]> {
  const all: SentPackage[] = []
  for (let office = 1; office <= offices; office++) {
    let previous: SentPackage | null = null
    for (let month = 0; month < months; month++) {
      previous = await sendMonth({ office, folder: join(folder, officeIdOf(office)), size }, month, previous)
      all.push(previous)
    }
  }
  return all
}

/** A folder of the public keys of so many offices. */
export function keysOfOffices(folder: string, offices: number): string {
  mkdirSync(folder, { recursive: true })
  for (let office = 1; office <= offices; office++) {
    writeFileSync(join(folder, `${officeIdOf(office)}.pub`), keyOfSeed(office).publicKeyText)
  }
  return folder
}
