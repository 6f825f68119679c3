/** Certifies a finished repair: every check passed, the next number, the certificate stored as it was issued. */

import type { RepairCertificateData } from '../../documents/repair-certificate.ts'
import { dayParts } from '../../domain/day.ts'
import { refusePaperDay } from '../../domain/document.ts'
import { documentCode, formatDocumentNumber } from '../../domain/numbering.ts'
import { refusal } from '../../domain/refusal.ts'
import { refuseCertificate } from '../../domain/repair.ts'
import { findCampaign } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import { closedThrough } from '../../ledger/months.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import {
  addCertificate,
  findRepair,
  itemsOfRepair,
  nextCertificateNumber,
  type RepairLine,
} from '../../ledger/repairs.ts'
import { stateOfRepair } from '../answers/repairs.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { paperCampaign, paperHousehold, paperOffice } from '../papers.ts'
import { personOf } from '../session.ts'

type Issue = Pick<RepairCertificateData, 'documentNumber' | 'code' | 'certifiedOn'>

function certificateData(reader: Reader, repair: RepairLine, issue: Issue): RepairCertificateData | null {
  const household = findHousehold(reader, repair.householdId)
  if (!household) return null
  const office = officeOf(reader)
  const campaign = repair.campaignId ? findCampaign(reader, repair.campaignId) : null
  const { doneOn, conditionFound, crew, fundingSource, readings } = repair
  return {
    office: paperOffice(office),
    isPractice: office.isPractice,
    ...issue,
    doneOn,
    campaign: campaign && paperCampaign(campaign),
    household: paperHousehold(household, issue.certifiedOn),
    conditionFound,
    crew,
    fundingSource,
    items: itemsOfRepair(reader, repair.repairId),
    readings,
  }
}

export const certifyRepair: CommandHandler<'repairs.certify'> = (commanding, { repairId, certifiedOn }) => {
  const { reader, writer, now, today } = commanding
  const repair = findRepair(reader, repairId)
  if (!repair) return refused(refusal('repair.unknown', {}))
  const office = officeOf(reader)
  const { doneOn, readings } = repair
  const refusedBecause =
    refuseCertificate({ doneOn, readings, state: stateOfRepair(office, repair) }, certifiedOn) ??
    refusePaperDay(certifiedOn, today, closedThrough(reader))
  if (refusedBecause) return refused(refusedBecause)

  const { year } = dayParts(certifiedOn)
  const number = nextCertificateNumber(writer, year)
  const identity = { kind: 'repairCertificate', year, number } as const
  const documentNumber = formatDocumentNumber(identity, office.officeCode)
  const code = documentCode(identity, office.officeCode)
  const paper = certificateData(reader, repair, { documentNumber, code, certifiedOn })
  if (!paper) return refused(refusal('household.unknown', {}))
  addCertificate(writer, {
    repairId,
    documentYear: year,
    documentNumber: number,
    code,
    certifiedOn,
    paper: JSON.stringify(paper),
    recordedAt: now,
    personId: personOf(commanding).personId,
  })
  return done({ documentNumber, code }, repair.householdId)
}
