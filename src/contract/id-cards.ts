/** ID cards and codes of papers that a scanner or a picture brings: whose they are. Nothing of them is kept. */

import { z } from 'zod'
import { isCitizenId } from '../domain/citizen-id.ts'
import { type Day, isDay } from '../domain/day.ts'
import { DOCUMENT_KINDS, readDocumentCode } from '../domain/numbering.ts'
import { job, query } from './call.ts'
import { householdLine } from './households.ts'
import { day, id } from './schemas.ts'

const citizenId = z.string().refine(isCitizenId, 'notACitizenId')

/** A day of a card: people are born in the last century, too. */
const cardDay = z.custom<Day>((value) => typeof value === 'string' && isDay(value)).nullable()

const card = z.object({
  citizenId,
  oldIdNumber: z.string().nullable(),
  birthYear: z.int(),
  birthDay: cardDay,
  issuedOn: cardDay,
  fullName: z.string().nullable(),
  residence: z.string().nullable(),
})

const foundPaper = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  documentNumber: z.string(),
  issuedOn: day,
  voidedOn: day.nullable(),
  household: householdLine,
  /** The repair that a paper of one is of. */
  repairId: id.nullable(),
})
export type FoundPaper = z.output<typeof foundPaper>

export const idCardCalls = {
  /**
   * The household of a citizen ID; where it is nobody's, those known by the card's old number whose year of birth does
   * not speak against it. A number of nine digits may have been given out twice, so a person decides.
   */
  'idCards.match': query({
    permission: 'ledger.read',
    input: z.object({ citizenId, oldIdNumber: z.string().max(12).nullable() }),
    output: z.object({ household: householdLine.nullable(), candidates: z.array(householdLine) }),
  }),
  /** Reads the QR code of a card on a PNG or JPEG. The picture stays where it is; its content goes nowhere. */
  'idCards.readImage': job({
    permission: 'ledger.read',
    input: z.object({ file: z.string().min(1, 'required').max(2000, 'tooLong') }),
    output: card,
  }),
  /** The paper of this ledger that carries a code; null where none does. */
  'papers.find': query({
    permission: 'ledger.read',
    input: z.object({ code: z.string().refine((code) => readDocumentCode(code) !== null, 'malformed') }),
    output: z.object({ paper: foundPaper.nullable() }),
  }),
}
