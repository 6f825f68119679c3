/** Checks a package of an office and tells what taking it in would change; nothing is kept. */

import { basename } from 'node:path'
import type { PackagePreview } from '../../../contract/inbox.ts'
import { missingPackages, type PackagePlace } from '../../../domain/consolidation.ts'
import { differenceOf, type PackageRow, tablesOf } from '../../../domain/inbox.ts'
import type { Period } from '../../../domain/period.ts'
import type { Reader } from '../../../ledger/connection.ts'
import { knownPackages, rowsOfPackage } from '../../../ledger/inbox.ts'
import { knownPackage, type PackageSummary } from '../../../month-end/package-summary.ts'
import { figuresOfPackage } from '../../answers/inbox.ts'
import { done, type JobHandler, refused } from '../../handler.ts'
import { placeOfReceived, readPackage, refusePath } from '../../package-reading.ts'

const NOTHING = { forkDetail: null, difference: [], missing: { months: [], sequences: [] } }

export const previewPackage: JobHandler<'inbox.preview'> = async (working, input) => {
  const wrong = refusePath(input)
  if (wrong) return refused(wrong)
  const read = await readPackage(working, input)
  if ('refusal' in read) return read
  const { faults, summary } = read.verification
  const fileName = basename(input.path)
  const shown = summary && summaryShown(summary)
  if (!summary || faults.length > 0) {
    return done<PackagePreview>({ fileName, state: 'faulty', faults, summary: shown, ...NOTHING })
  }
  const place = placeOfReceived(working.reader, summary)
  const state = stateOf(place)
  const told = {
    forkDetail: place.kind === 'fork' ? place.detail : null,
    difference: differenceMade(working.reader, place, read.rows),
    missing: place.kind === 'fork' ? NOTHING.missing : missingWith(working.reader, summary),
  }
  return done<PackagePreview>({ fileName, state, faults, summary: shown, ...told })
}

function summaryShown(summary: PackageSummary): PackagePreview['summary'] {
  const { packageName, identity, officeId, officeName, sequence, revision, profile } = summary
  const period = summary.period as Period
  const figures = figuresOfPackage(summary.closing)
  return { packageName, identity, officeId, officeName, period, sequence, revision, profile, figures }
}

export function stateOf(place: PackagePlace): Exclude<PackagePreview['state'], 'faulty'> {
  if (place.kind !== 'current') return place.kind
  return place.replaces === null ? 'new' : 'revision'
}

function differenceMade(reader: Reader, place: PackagePlace, rows: readonly PackageRow[]) {
  if (place.kind !== 'current') return []
  const before = place.replaces === null ? [] : rowsOfPackage(reader, place.replaces)
  return differenceOf(tablesOf(before), tablesOf(rows))
}

/** What is missing of the office once its package is here. */
function missingWith(reader: Reader, summary: PackageSummary): PackagePreview['missing'] {
  const { months, sequences } = missingPackages([...knownPackages(reader), knownPackage(summary)])
  const isOurs = ({ officeId }: { officeId: string }) => officeId === summary.officeId
  return {
    months: months.filter(isOurs).map(({ period }) => period),
    sequences: sequences.filter(isOurs),
  }
}
