/** What the papers of a repair say, put together when they are issued; survey forms, when they are printed. */

import type { PaperPerson } from '../documents/paper-data.ts'
import type { AcceptanceRecordData } from '../documents/repairs/acceptance-record.ts'
import type { ConfirmationListData, ConfirmationRow } from '../documents/repairs/confirmation-list.ts'
import type { RepairCertificateData } from '../documents/repairs/repair-certificate.ts'
import type { PaperChecks, RepairPaperData } from '../documents/repairs/repair-paper.ts'
import type { SurveyFormData } from '../documents/repairs/survey-form.ts'
import type { WorkOrderData } from '../documents/repairs/work-order.ts'
import type { Day } from '../domain/day.ts'
import { checkLines, type RepairCheckRecord } from '../domain/repair-check.ts'
import { findCampaign } from '../ledger/campaigns.ts'
import type { Reader } from '../ledger/connection.ts'
import { officeOf } from '../ledger/office-record.ts'
import type { HouseholdRecord } from '../ledger/registry/household-record.ts'
import { findHousehold } from '../ledger/registry/households.ts'
import { paperCampaign, paperHousehold, paperOffice } from './papers.ts'

/** The repair a paper is of. `fundingSource` null takes the campaign's. */
export interface RepairOnPaper {
  householdId: string
  campaignId: string | null
  fundingSource: string | null
}

/** The number, code and day a paper is issued with. */
export type PaperIssue = Pick<RepairPaperData, 'documentNumber' | 'code' | 'issuedOn'>

/** What a paper says beside the household, the office and its number. */
type Facts<Data extends RepairPaperData> = Omit<
  Data,
  keyof RepairPaperData | 'phone' | 'fundingSource' | 'checks' | 'measured'
>
type Checked<Data extends RepairPaperData> = Facts<Data> & { checks: RepairCheckRecord }

export function surveyFormData(
  reader: Reader,
  repair: RepairOnPaper,
  issue: PaperIssue,
  facts: Facts<SurveyFormData>,
): SurveyFormData {
  return { ...shared(reader, repair, issue), phone: householdOf(reader, repair.householdId).phone, ...facts }
}

export function workOrderData(
  reader: Reader,
  repair: RepairOnPaper,
  issue: PaperIssue,
  facts: Facts<WorkOrderData>,
): WorkOrderData {
  return { ...shared(reader, repair, issue), phone: householdOf(reader, repair.householdId).phone, ...facts }
}

/** `items` are those of all the work since the repair was planned, a second time after a rework included. */
export function acceptanceRecordData(
  reader: Reader,
  repair: RepairOnPaper,
  issue: PaperIssue,
  { checks, ...facts }: Checked<AcceptanceRecordData>,
): AcceptanceRecordData {
  const paper = shared(reader, repair, issue)
  return { ...paper, fundingSource: fundingOf(repair, paper), checks: paperChecks(checks), ...facts }
}

/** `items` as on the acceptance record. */
export function repairCertificateData(
  reader: Reader,
  repair: RepairOnPaper,
  issue: PaperIssue,
  { checks, ...facts }: Checked<RepairCertificateData>,
): RepairCertificateData {
  const paper = shared(reader, repair, issue)
  return { ...paper, fundingSource: fundingOf(repair, paper), checks: paperChecks(checks), ...facts }
}

/** `rows` in the order of the list. `campaignId` null where the repairs are of several campaigns, or of none. */
export function confirmationListData(
  reader: Reader,
  list: { documentNumber: string; code: string; drawnUpOn: Day; communeName: string | null; campaignId: string | null },
  rows: readonly (Omit<ConfirmationRow, 'household'> & { householdId: string })[],
  preparedBy: PaperPerson,
): ConfirmationListData {
  const office = officeOf(reader)
  const { campaignId, ...facts } = list
  const campaign = campaignId === null ? null : findCampaign(reader, campaignId)
  return {
    office: paperOffice(office),
    isPractice: office.isPractice,
    ...facts,
    campaign: campaign && paperCampaign(campaign),
    rows: rows.map(({ householdId, ...row }) => ({
      household: paperHousehold(householdOf(reader, householdId), list.drawnUpOn),
      ...row,
    })),
    preparedBy,
  }
}

/** The checks of a day with the limits that were in force. */
function paperChecks(record: RepairCheckRecord): PaperChecks {
  const { tester, instrument, calibratedUntil, checkedOn } = record
  return { lines: checkLines(record, record.limits), measured: { tester, instrument, calibratedUntil, checkedOn } }
}

function shared(reader: Reader, { householdId, campaignId }: RepairOnPaper, issue: PaperIssue): RepairPaperData {
  const office = officeOf(reader)
  const campaign = campaignId === null ? null : findCampaign(reader, campaignId)
  return {
    office: paperOffice(office),
    isPractice: office.isPractice,
    ...issue,
    campaign: campaign && paperCampaign(campaign),
    household: paperHousehold(householdOf(reader, householdId), issue.issuedOn),
  }
}

function fundingOf({ fundingSource }: RepairOnPaper, { campaign }: RepairPaperData): string | null {
  return fundingSource ?? campaign?.fundingSource ?? null
}

/** A repair is of a household of the ledger: its foreign key says so. */
function householdOf(reader: Reader, householdId: string): HouseholdRecord {
  const household = findHousehold(reader, householdId)
  if (!household) throw new Error(`The repair's household is not in the ledger: ${householdId}`)
  return household
}
