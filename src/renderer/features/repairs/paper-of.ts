/** Which paper a repair is at. */

import type { Input } from '../../../contract/contract.ts'
import type { Repair } from '../../../contract/repairs.ts'

export type NumberedKind = Input<'papers.repairPapers'>['kind']

/** The paper that a repair is at: the form for the survey, the order for the crew, the record, the certificate. */
export function paperOf({ state, isAccepted, documentNumber }: Repair): NumberedKind | 'surveyForm' | null {
  if (state === 'done') return 'repairCertificate'
  if (state === 'awaitingAcceptance') return isAccepted ? 'acceptanceRecord' : 'workOrder'
  if (state === 'inProgress') return 'workOrder'
  return documentNumber === null || state === 'cancelled' ? null : 'surveyForm'
}
