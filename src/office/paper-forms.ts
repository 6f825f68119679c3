/** The forms papers are printed on, each with the data that was stored for it. */

import { blankReceipt, blankReceiptTwoUp } from '../documents/blank-receipt.ts'
import { countSheet } from '../documents/count-sheet.ts'
import { giftListPaper } from '../documents/gift-list-paper.ts'
import { handoverReceipt, handoverReceiptTwoUp } from '../documents/handover-receipt.ts'
import { keyRegistration } from '../documents/key-registration.ts'
import { monthEndReport } from '../documents/month-end-report.ts'
import type { PageDefinition } from '../documents/page.ts'
import type { Printing } from '../documents/paper-data.ts'
import { pickList } from '../documents/pick-list.ts'
import { recoverySheet } from '../documents/recovery-sheet.ts'
import { acceptanceRecord } from '../documents/repairs/acceptance-record.ts'
import { confirmationList } from '../documents/repairs/confirmation-list.ts'
import { certificateAsStored } from '../documents/repairs/first-certificate.ts'
import { repairCertificate } from '../documents/repairs/repair-certificate.ts'
import { surveyForm } from '../documents/repairs/survey-form.ts'
import { workOrder } from '../documents/repairs/work-order.ts'
import { signOffList } from '../documents/sign-off-list.ts'
import { stockSlip } from '../documents/stock-slip.ts'
import { voidSlip } from '../documents/void-slip.ts'
import type { PaperToPrint } from './worker-tasks.ts'

const FORMS = {
  receiptA4: handoverReceipt,
  receiptA5TwoUp: handoverReceiptTwoUp,
  blankA4: blankReceipt,
  blankA5TwoUp: blankReceiptTwoUp,
  signOffList,
  pickList,
  giftList: giftListPaper,
  voidSlip,
  stockSlip,
  countSheet,
  surveyForm,
  confirmationList,
  workOrder,
  acceptanceRecord,
  certificate: (data: Parameters<typeof certificateAsStored>[0], printing: Printing) =>
    repairCertificate(certificateAsStored(data), printing),
  monthEndReport,
  recoverySheet,
  keyRegistration,
} satisfies Record<PaperToPrint['form'], unknown>

/** `data` is the JSON stored when the paper was issued, by the use case that knows its form. */
export function definePaper(form: PaperToPrint['form'], data: string, copyNumber: number): PageDefinition {
  const define = FORMS[form] as (data: unknown, printing: Printing) => PageDefinition
  return define(JSON.parse(data), { copyNumber })
}
