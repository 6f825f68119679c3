/** First run: says whose ledger this is, adds its first person, makes its signing key. */

import { refusal } from '../../domain/refusal.ts'
import { addPerson, readOffice, writeOffice } from '../../ledger/office-record.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { makeOfficeKey } from '../signing-keys.ts'

export const setUpOffice: CommandHandler<'office.setUp'> = ({ reader, writer, place, newIdentity }, input) => {
  const existing = readOffice(reader)
  if (existing) return refused(refusal('office.alreadySetUp', { officeName: existing.officeName }))
  const { person, ...profile } = input
  const personId = newIdentity()
  writeOffice(writer, { ...profile, ledgerId: newIdentity(), scanFolder: null })
  addPerson(writer, { personId, ...person, isActive: true })
  makeOfficeKey(place, profile.officeCode)
  return done({ personId }, personId)
}
