/**
 * Writes the package of a closed month. The same month gives the same bytes, so it may be written again at any time.
 */

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import type { PackageFault } from '../../domain/package-fault.ts'
import type { Period } from '../../domain/period.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import {
  addPackage,
  type ClosingRecord,
  closingBefore,
  findClosing,
  findClosingBySequence,
  findPackage,
  findRevision,
} from '../../ledger/closings.ts'
import type { Reader } from '../../ledger/connection.ts'
import { monthPage } from '../../ledger/month-rows.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { readHeadOfficeKeyFile } from '../../month-end/head-office-key-file.ts'
import { done, type JobHandler, refused } from '../handler.ts'
import type { StoredClosingDocument } from '../month-documents.ts'
import { keyInForce, packageRecipients, privateKeysOf } from '../office-keys.ts'
import { packagesFolder, scansFolder } from '../place.ts'
import { programmeKey } from '../programme-key.ts'
import { servePages } from '../row-port.ts'

type Encrypting = ReturnType<typeof packageRecipients>

/** The identity of the package before this one: null for the first, undefined while that one was never written. */
function previousIdentity(reader: Reader, closing: ClosingRecord): string | null | undefined {
  if (closing.sequence === 1) return null
  const previous = findClosingBySequence(reader, closing.sequence - 1)
  return previous ? findPackage(reader, previous.closingId)?.identity : undefined
}

/** The identity of the revision that a closing replaces; null for a first one. */
function supersededIdentity(reader: Reader, { period, revision }: ClosingRecord): string | null {
  const superseded = findRevision(reader, period as Period, revision - 1)
  return superseded ? (findPackage(reader, superseded.closingId)?.identity ?? null) : null
}

function recipientsOf(reader: Reader): Encrypting {
  return officeOf(reader).isPractice ? { recipients: [] } : packageRecipients(reader)
}

/** A masked package is for somebody beyond the company, whose key this ledger does not trust and only encrypts to. */
function receiverOf(reader: Reader, file: string | null): Encrypting {
  if (file === null) return { recipients: [] }
  const fileName = basename(file)
  if (!existsSync(file)) return refused(refusal('file.missing', { fileName }))
  const key = readHeadOfficeKeyFile(readFileSync(file, 'utf8'))
  if (!key) return refused(refusal('headOfficeKey.notOne', { fileName }))
  return { recipients: [key.ageRecipient, keyInForce(reader).recoveryRecipient] }
}

/** Pictures that are gone are the office's to find; any other fault of our own package is our mistake. */
function refusalOf(faults: readonly PackageFault[], period: Period, folder: string): Refusal {
  const missing = faults.filter(({ code }) => code === 'scan.missing').length
  if (missing > 0) return refusal('package.scansMissing', { count: missing, folder })
  const found = faults.map(({ code, file, detail }) => `${code} ${file ?? ''} ${detail}`).join('; ')
  throw new Error(`The package of ${period} does not pass its own check: ${found}`)
}

export const packageMonth: JobHandler<'months.package'> = async (
  working,
  { period, folder, profile, receiverKeyFile },
) => {
  const { reader, place, workers, signal, report, now } = working
  const closing = findClosing(reader, period)
  if (!closing) return refused(refusal('month.notClosed', { period }))
  const previousPackage = previousIdentity(reader, closing)
  if (previousPackage === undefined) {
    const previous = findClosingBySequence(reader, closing.sequence - 1)?.period as Period
    return refused(refusal('package.previousMissing', { period, previous }))
  }
  const encrypting = profile === 'masked' ? receiverOf(reader, receiverKeyFile) : recipientsOf(reader)
  if ('refusal' in encrypting) return encrypting
  const disclosed = profile === 'masked' ? programmeKey(place) : undefined
  if (disclosed === null) return refused(refusal('package.noProgrammeKey', {}))
  const target = folder ?? packagesFolder(place)
  mkdirSync(target, { recursive: true })
  const document = JSON.parse(closing.document) as StoredClosingDocument
  // By the key that was in force when the month was closed, so that its package is always the same.
  const { signing } = privateKeysOf(reader, place, document.signerKeyId)
  const { firstJournal, lastJournal, closingId, closedAt } = closing
  const keptAfter = closingBefore(reader, period)?.closedAt ?? ''
  const month = { closingId, period, firstJournal, lastJournal, keptAfter, keptThrough: closedAt }
  const { port1: ours, port2: theirs } = new MessageChannel()
  servePages(ours, (wanted) => monthPage(reader, wanted, month))
  const outcome = await workers
    .run(
      {
        name: 'writePackage',
        closing: { ...document, profile, previousPackage, supersedes: supersededIdentity(reader, closing) },
        rows: theirs,
        report: closing.report,
        privateKeyText: signing.privateKeyText,
        recipients: encrypting.recipients,
        programmeKey: disclosed,
        scansFolder: scansFolder(place),
        folder: target,
      },
      { signal, report, transfer: [theirs] },
    )
    .finally(() => ours.close())
  if (outcome.kind === 'refused') return refused(refusalOf(outcome.faults, period, scansFolder(place)))
  const { file, identity, bytes } = outcome
  return working.commit(({ reader: committed, writer }) => {
    if (profile === 'full' && !findPackage(committed, closingId)) {
      addPackage(writer, { closingId, identity, fileName: basename(file), madeAt: now })
    }
    return done({ file, identity, bytes }, closingId)
  })
}
