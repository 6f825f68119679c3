/** The inbox of a company: packages of its offices, what each changes, and whom two offices helped. */

import { z } from 'zod'
import { PACKAGE_PROFILES } from '../domain/package-format.ts'
import { TABLE_NAMES } from '../domain/package-tables.ts'
import { job, query } from './call.ts'
import { monthFigures, packageFaults } from './months.ts'
import { count, id, instant, nothing, period, sha256, text } from './schemas.ts'

const tableDifference = z.object({
  table: z.enum(TABLE_NAMES),
  added: count,
  removed: count,
  changed: count,
  /** The first of them; ID numbers are masked. */
  lines: z.array(
    z.object({
      kind: z.enum(['added', 'removed', 'changed']),
      label: z.string(),
      cells: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    }),
  ),
})

/** Sequences, from first to last, of packages that were written and did not come. */
const sequences = z.object({ officeId: z.string(), ledgerId: id, first: count, last: count })

const preview = z.object({
  fileName: z.string(),
  /**
   * `new` is a month not known so far, `revision` takes the place of one that is, `superseded` comes behind a later
   * revision, `known` changes nothing, `fork` contradicts what is known, `faulty` does not pass its check.
   */
  state: z.enum(['new', 'revision', 'superseded', 'known', 'fork', 'faulty']),
  faults: packageFaults,
  summary: z
    .object({
      packageName: z.string(),
      identity: sha256,
      officeId: z.string(),
      officeName: z.string(),
      period,
      sequence: z.int(),
      revision: z.int(),
      profile: z.enum(PACKAGE_PROFILES),
      figures: monthFigures,
    })
    .nullable(),
  /** What a fork contradicts, in plain words for a log. */
  forkDetail: z.string().nullable(),
  /** What its month would have more, less or other than now. */
  difference: z.array(tableDifference),
  /** What is still missing of the office once this is taken in. */
  missing: z.object({ months: z.array(period), sequences: z.array(sequences) }),
})
export type PackagePreview = z.output<typeof preview>

const receivedMonth = z.object({
  officeId: z.string(),
  officeName: z.string(),
  /** What came; null for a month that is missing. */
  received: z
    .object({
      identity: sha256,
      packageName: z.string(),
      revision: z.int(),
      profile: z.enum(PACKAGE_PROFILES),
      figures: monthFigures,
      /** When it was checked and taken in, and by whom. */
      takenInAt: instant,
      takenInBy: z.string(),
      file: z.string(),
    })
    .nullable(),
  /** Revisions that were replaced, the latest first. */
  superseded: z.array(z.object({ identity: sha256, revision: z.int(), takenInAt: instant })),
})
export type ReceivedMonth = z.output<typeof receivedMonth>

const helpedPerson = z.object({
  citizenIdHmac: sha256,
  year: z.string(),
  figure: z.enum(['gifts', 'repairs']),
  helps: z.array(
    z.object({
      officeId: z.string(),
      officeName: z.string(),
      period,
      /** Null beyond one's own company. */
      headOfHousehold: z.string().nullable(),
      citizenIdMasked: z.string(),
    }),
  ),
})
export type HelpedPerson = z.output<typeof helpedPerson>

const keyFile = z.object({
  kind: z.enum(['programme', 'office', 'revocation']),
  /** Whose key it is; null for the programme's. */
  officeId: z.string().nullable(),
  /** What two people compare; of a revocation the id of the key that no longer counts. */
  fingerprint: z.string(),
  /**
   * `another` takes the place of the programme key that is kept, or joins the keys an office has; `vouched` is one that
   * a key the office has signed for.
   */
  state: z.enum(['new', 'known', 'another', 'vouched']),
})
export type KeyFile = z.output<typeof keyFile>

/** Where a package lies, and the file of age identities that opens it where this ledger's own do not. */
const file = z.object({ path: text(2000), identityFile: z.string().max(2000).nullable().default(null) })

export const inboxCalls = {
  /** Checks a package and tells what taking it in would change; keeps nothing. */
  'inbox.preview': job({ permission: 'package.takeIn', input: file, output: preview }),
  /** Takes in the package that was looked at: another content by now is refused. */
  'inbox.takeIn': job({
    permission: 'package.takeIn',
    topics: ['inbox'],
    input: file.extend({ identity: sha256 }),
    output: z.object({
      state: z.enum(['new', 'revision', 'superseded', 'known']),
      packageName: z.string(),
      identity: sha256,
    }),
  }),
  'inbox.overview': query({
    permission: 'ledger.read',
    input: nothing,
    output: z.object({
      /** The newest first; each with every office that has sent that month or one before. */
      months: z.array(
        z.object({
          period,
          offices: z.array(receivedMonth),
          figures: monthFigures,
          receivedCount: count,
          missingCount: count,
        }),
      ),
      missingSequences: z.array(sequences),
      /** Offices that began anew in another ledger. */
      newLedgers: z.array(z.object({ officeId: z.string(), count })),
      /** Of the programme key; null where none was taken in, and nobody can be compared. */
      programmeKey: z.string().nullable(),
      /** Offices whose packages can be checked. */
      officeKeys: z.array(z.string()),
    }),
  }),
  /** People whom more than one office helped in a year, where one of them did so in this month. */
  'inbox.conflicts': query({
    permission: 'ledger.read',
    input: z.object({ period }),
    output: z.object({ people: z.array(helpedPerson) }),
  }),
  /** Writes `<package>.conflicts.json` for each package of the month that has conflicts. */
  'inbox.writeConflicts': job({
    permission: 'package.takeIn',
    input: z.object({ period, folder: text(2000) }),
    output: z.object({ files: z.array(z.string()), conflictCount: count }),
  }),
  /** Whose key a file holds and its fingerprint, for a person to compare before it is taken in. */
  'inbox.readKey': job({ permission: 'people.manage', input: z.object({ path: text(2000) }), output: keyFile }),
  /** Takes in an office's public key or the programme key whose fingerprint was compared. */
  'inbox.takeInKey': job({
    permission: 'people.manage',
    topics: ['inbox'],
    input: z.object({ path: text(2000), fingerprint: text(100) }),
    output: keyFile.omit({ state: true }),
  }),
}
