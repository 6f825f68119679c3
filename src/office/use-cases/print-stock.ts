/** Papers of the store: slips as they were booked, and the sheet to count with. */

import type { CountSheetData } from '../../documents/count-sheet.ts'
import { refusal } from '../../domain/refusal.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { findStockSlip, stockOnHand } from '../../ledger/stock.ts'
import { findStockPlace } from '../../ledger/stock-movements.ts'
import { type JobHandler, refused } from '../handler.ts'
import { paperOffice } from '../papers.ts'
import { printIssued, printOne } from '../printing.ts'
import { personOf } from '../session.ts'

export const printStockSlip: JobHandler<'papers.stockSlip'> = async (working, { slipId }) => {
  const slip = findStockSlip(working.reader, slipId)
  if (!slip) return refused(refusal('stock.slipUnknown', {}))
  const { kind, documentNumber, paper } = slip
  const words = kind === 'stockIn' ? 'phieu nhap kho' : 'phieu xuat kho'
  return printIssued(working, kind, 'stockSlip', [{ documentId: slipId, documentNumber, paper }], words)
}

export const printCountSheet: JobHandler<'papers.countSheet'> = async (working, { placeId, on }) => {
  const { reader } = working
  const place = findStockPlace(reader, placeId)
  if (!place) return refused(refusal('stock.placeUnknown', {}))
  const lines = stockOnHand(reader, on).filter((line) => line.placeId === placeId)
  if (lines.length === 0) return refused(refusal('paper.nothingToPrint', {}))
  const office = officeOf(reader)
  const data: CountSheetData = {
    office: paperOffice(office),
    isPractice: office.isPractice,
    placeName: place.name,
    countedOn: on,
    lines: lines.map(({ name, unitOfMeasure, quantity }) => ({ name, unitOfMeasure, onHand: quantity })),
    preparedBy: { fullName: personOf(working).fullName, title: null },
  }
  return printOne(working, { form: 'countSheet', data: JSON.stringify(data) }, `kiem ke ${place.name}`, placeId)
}
