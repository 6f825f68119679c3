/** First run: says whose ledger this is, adds its first person, makes its keys. */

import { refusal } from '../../domain/refusal.ts'
import { addPerson, readOffice, writeOffice } from '../../ledger/office-record.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { makeOfficeKey } from '../office-keys.ts'

export const setUpOffice: CommandHandler<'office.setUp'> = (commanding, input) => {
  const { reader, writer, newIdentity } = commanding
  const existing = readOffice(reader)
  if (existing) return refused(refusal('office.alreadySetUp', { officeName: existing.officeName }))
  const { person, ...profile } = input
  const personId = newIdentity()
  writeOffice(writer, { ...profile, ledgerId: newIdentity(), scanFolder: null })
  addPerson(writer, { personId, ...person, isActive: true })
  makeOfficeKey(commanding, personId)
  return done({ personId }, personId)
}
