/** Whose ledger this is, and the people of the office. */

import { eq } from 'drizzle-orm'
import type { Role } from '../domain/role.ts'
import { preparedOnce, type Reader, type Writer } from './connection.ts'
import { office, people } from './schema/office.ts'

export type OfficeRecord = Omit<typeof office.$inferSelect, 'id'>
export interface PersonRecord {
  personId: string
  fullName: string
  role: Role
  isActive: boolean
}

const theOffice = preparedOnce((rows) => rows.select().from(office).prepare())

export function readOffice(reader: Reader): OfficeRecord | null {
  const row = theOffice(reader).get()
  if (!row) return null
  const { id: _one, ...record } = row
  return record
}

/** The office of a ledger that has been set up, as every ledger with people in it is. */
export function officeOf(reader: Reader): OfficeRecord {
  const record = readOffice(reader)
  if (!record) throw new Error('The office was asked for before it was set up')
  return record
}

export function writeOffice(writer: Writer, record: OfficeRecord): void {
  writer.rows
    .insert(office)
    .values({ id: 1, ...record })
    .run()
}

/** The folder a scanner writes to; null stops looking into one. */
export function setScanFolder(writer: Writer, scanFolder: string | null): void {
  writer.rows.update(office).set({ scanFolder }).run()
}

export function listPeople(reader: Reader): PersonRecord[] {
  return reader.rows.select().from(people).orderBy(people.fullName).all() as PersonRecord[]
}

export function findPerson(reader: Reader, personId: string): PersonRecord | null {
  return (
    (reader.rows.select().from(people).where(eq(people.personId, personId)).get() as PersonRecord | undefined) ?? null
  )
}

export function isNameTaken(reader: Reader, fullName: string): boolean {
  return reader.rows.select().from(people).where(eq(people.fullName, fullName)).get() !== undefined
}

export function addPerson(writer: Writer, person: PersonRecord): void {
  writer.rows.insert(people).values(person).run()
}
