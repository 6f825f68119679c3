/** What a company sees of its inbox: who has sent which month, what is missing, and whom two offices helped. */

import { join } from 'node:path'
import type { ReceivedMonth } from '../../contract/inbox.ts'
import type { MonthFigures } from '../../contract/months.ts'
import { maskCitizenId } from '../../domain/citizen-id.ts'
import { missingPackages } from '../../domain/consolidation.ts'
import { helpedTwice } from '../../domain/inbox.ts'
import type { Dong } from '../../domain/money.ts'
import type { Period } from '../../domain/period.ts'
import { helpsOfSharedPeople, knownPackages, listReceivedPackages, type ReceivedPackage } from '../../ledger/inbox.ts'
import type { ClosingDocument } from '../../month-end/closing-document.ts'
import { keysInFolder } from '../../month-end/keys-folder.ts'
import { programmeKeyFingerprint } from '../../month-end/programme-key-file.ts'
import { done, type QueryHandler } from '../handler.ts'
import { keysFolder, receivedFolder } from '../place.ts'
import { programmeKey } from '../programme-key.ts'

/** The figures a package states; the check has recomputed them. */
export function figuresOfPackage({ counts, totals }: Pick<ClosingDocument, 'counts' | 'totals'>): MonthFigures {
  return {
    handoverCount: counts['gift-handovers'],
    giftsDong: totals.giftsDong as Dong,
    repairCount: counts.repairs,
    repairsDong: totals.repairsDong as Dong,
    voidCount: counts.voids,
    voidedDong: totals.voidedDong as Dong,
  }
}

const NO_FIGURES = figuresOfPackage({
  counts: { 'gift-handovers': 0, repairs: 0, voids: 0 } as ClosingDocument['counts'],
  totals: { giftsDong: 0, repairsDong: 0, voidedDong: 0 },
})

function sumOf(one: MonthFigures, other: MonthFigures): MonthFigures {
  const entries = Object.entries(one).map(([name, value]) => [name, value + other[name as keyof MonthFigures]])
  return Object.fromEntries(entries) as MonthFigures
}

export const overviewOfInbox: QueryHandler<'inbox.overview'> = ({ reader, place }) => {
  const received = listReceivedPackages(reader)
  const missing = missingPackages(knownPackages(reader))
  const periods = new Set([...received, ...missing.months].map(({ period }) => period))
  const names = new Map(received.map((one) => [one.officeId, documentOf(one).officeName]))
  const months = [...periods]
    .sort()
    .reverse()
    .map((period) => {
      const ofMonth = Map.groupBy(
        received.filter((one) => one.period === period),
        ({ officeId }) => officeId,
      )
      const absent = missing.months.filter((one) => one.period === period).map(({ officeId }) => officeId)
      const offices = [...ofMonth.keys(), ...absent].sort().map((officeId): ReceivedMonth => {
        const office = { officeId, officeName: names.get(officeId) ?? officeId }
        return { ...office, ...revisionsShown(ofMonth.get(officeId) ?? [], receivedFolder(place)) }
      })
      const figures = offices.reduce((sum, office) => sumOf(sum, office.received?.figures ?? NO_FIGURES), NO_FIGURES)
      return { period, offices, figures, receivedCount: ofMonth.size, missingCount: absent.length }
    })
  // A terminal cannot unseal it where the window sealed it: then it is not told.
  const key = place.keyStore.protection === 'shut' ? null : programmeKey(place)
  return done({
    months,
    missingSequences: missing.sequences,
    newLedgers: missing.ledgers,
    programmeKey: key && programmeKeyFingerprint(key),
    officeKeys: [...new Set(keysInFolder(keysFolder(place)).map(({ officeId }) => officeId))],
  })
}

function documentOf({ document }: ReceivedPackage): ClosingDocument {
  return JSON.parse(document) as ClosingDocument
}

/** Of an office's month: the revision that speaks, and those it replaced. */
function revisionsShown(
  revisions: readonly ReceivedPackage[],
  folder: string,
): Pick<ReceivedMonth, 'received' | 'superseded'> {
  const current = revisions.find(({ isCurrent }) => isCurrent)
  const superseded = revisions.filter(({ isCurrent }) => !isCurrent).reverse()
  return {
    received: current
      ? {
          identity: current.identity,
          packageName: current.packageName,
          revision: current.revision,
          profile: current.profile,
          figures: figuresOfPackage(documentOf(current)),
          takenInAt: current.takenInAt,
          takenInBy: current.takenInBy,
          file: join(folder, current.fileName),
        }
      : null,
    superseded: superseded.map(({ identity, revision, takenInAt }) => ({ identity, revision, takenInAt })),
  }
}

export const conflictsOfMonth: QueryHandler<'inbox.conflicts'> = ({ reader }, { period }) => {
  const twice = helpedTwice(helpsOfSharedPeople(reader, period))
  const ofMonth = twice.filter(({ helps }) => helps.some((help) => help.period === period))
  return done({
    people: ofMonth.map(({ helps, ...person }) => ({
      ...person,
      helps: helps.map(({ officeId, officeName, period: on, headOfHousehold, citizenId }) => {
        const citizenIdMasked = headOfHousehold === null ? citizenId : maskCitizenId(citizenId)
        return { officeId, officeName, period: on as Period, headOfHousehold, citizenIdMasked }
      }),
    })),
  })
}
