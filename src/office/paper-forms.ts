/** The forms papers are printed on, each with the data that was stored for it. */

import { handoverReceipt, handoverReceiptTwoUp } from '../documents/handover-receipt.ts'
import { monthEndReport } from '../documents/month-end-report.ts'
import type { PageDefinition } from '../documents/page.ts'
import type { Printing } from '../documents/paper-data.ts'
import { repairCertificate } from '../documents/repair-certificate.ts'
import { signOffList } from '../documents/sign-off-list.ts'
import type { PaperToPrint } from './worker-tasks.ts'

const FORMS = {
  receiptA4: handoverReceipt,
  receiptA5TwoUp: handoverReceiptTwoUp,
  signOffList,
  certificate: repairCertificate,
  monthEndReport,
} satisfies Record<PaperToPrint['form'], unknown>

/** `data` is the JSON stored when the paper was issued, by the use case that knows its form. */
export function definePaper(form: PaperToPrint['form'], data: string, copyNumber: number): PageDefinition {
  const define = FORMS[form] as (data: unknown, printing: Printing) => PageDefinition
  return define(JSON.parse(data), { copyNumber })
}
