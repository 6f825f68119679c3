/** Adds somebody to the office. */

import { refusal } from '../../domain/refusal.ts'
import { addPerson, isNameTaken } from '../../ledger/office-record.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const addPersonToOffice: CommandHandler<'people.add'> = (
  { reader, writer, newIdentity },
  { fullName, role },
) => {
  if (isNameTaken(reader, fullName)) return refused(refusal('person.nameTaken', { fullName }))
  const personId = newIdentity()
  addPerson(writer, { personId, fullName, role, isActive: true })
  return done({ personId }, personId)
}
