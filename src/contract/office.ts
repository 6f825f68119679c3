/** The office itself: setting it up, its people, who is at a port. */

import { z } from 'zod'
import { hasRight, RIGHTS, ROLES } from '../domain/role.ts'
import { command, query } from './call.ts'
import type { Failure } from './failure.ts'
import { day, id, name, nothing, period, text } from './schemas.ts'

const officeProfile = z.object({
  officeCode: z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/, 'malformed'),
  officeName: text(),
  parentOrganisation: text(),
  /** The place papers are dated at: "Krông Pắc". */
  place: text(80),
  signerTitle: text(80),
  signerName: name(),
  /** A practice ledger: every paper says MẪU, no package of it counts. */
  isPractice: z.boolean(),
})
export type OfficeProfile = z.output<typeof officeProfile>

export const person = z.object({ personId: id, fullName: z.string(), role: z.enum(ROLES), isActive: z.boolean() })
export type Person = z.output<typeof person>

const description = z.object({
  appVersion: z.string(),
  today: day,
  ledgerFolder: z.string(),
  /** Null when the ledger is open; otherwise why it could not be opened. */
  ledgerFailure: z.custom<Failure>().nullable(),
  /** Null until the office has been set up. */
  office: officeProfile.nullable(),
  people: z.array(person),
  /** Who is at this port; null before a session has begun. */
  person: person.nullable(),
  rights: z.array(z.enum(RIGHTS)),
  closedThrough: period.nullable(),
})
export type OfficeDescription = z.output<typeof description>

/** The first person must be able to add the next ones. */
const firstRole = z.enum(ROLES).refine((role) => hasRight(role, 'people.manage'), 'malformed')

export const officeCalls = {
  'office.describe': query({ permission: 'anyone', input: nothing, output: description }),
  'office.setUp': command({
    permission: 'anyone',
    topics: ['office'],
    input: officeProfile.extend({ person: z.object({ fullName: name(), role: firstRole }) }),
    output: z.object({ personId: id }),
  }),
  /** Says who is at this port from now on. (Passwords come later.) */
  'session.start': query({ permission: 'anyone', input: z.object({ personId: id }), output: person }),
  'people.add': command({
    permission: 'people.manage',
    topics: ['office'],
    input: z.object({ fullName: name(), role: z.enum(ROLES) }),
    output: z.object({ personId: id }),
  }),
}
