/** Says who is at a port from now on. */

import { refusal } from '../../domain/refusal.ts'
import { findPerson } from '../../ledger/office-record.ts'
import { done, type QueryHandler, refused } from '../handler.ts'

export const startSession: QueryHandler<'session.start'> = ({ reader, session }, { personId }) => {
  const person = findPerson(reader, personId)
  if (!person?.isActive) return refused(refusal('person.unknown', {}))
  session.person = person
  return done(person)
}
