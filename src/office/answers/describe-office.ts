/** What a window needs to know first: whether there is a ledger, whose it is, who its people are, who is asking. */

import type { OfficeDescription } from '../../contract/office.ts'
import { hasRight, RIGHTS } from '../../domain/role.ts'
import { closedThrough } from '../../ledger/months.ts'
import { listPeople, readOffice } from '../../ledger/office-record.ts'
import { type Asking, done, type QueryHandler } from '../handler.ts'

function ledgerPart(asking: Asking): Pick<OfficeDescription, 'office' | 'people' | 'closedThrough'> {
  if (asking.ledgerTrouble) return { office: null, people: [], closedThrough: null }
  const { reader } = asking
  const record = readOffice(reader)
  if (!record) return { office: null, people: [], closedThrough: null }
  const { ledgerId: _ledgerId, scanFolder: _folder, ...office } = record
  return { office, people: listPeople(reader), closedThrough: closedThrough(reader) }
}

export const describeOffice: QueryHandler<'office.describe'> = (asking) => {
  const { place, session, today, ledgerTrouble } = asking
  const { person } = session
  return done({
    appVersion: place.appVersion,
    today,
    ledgerFolder: place.ledgerFolder,
    ledgerFailure: ledgerTrouble,
    ...ledgerPart(asking),
    person,
    rights: person ? RIGHTS.filter((right) => hasRight(person.role, right)) : [],
  })
}
