/** Draws materials for a planned job from a store into the crew's hands, and brings leftovers back, by slips. */

import type { ParsedInput } from '../../../contract/contract.ts'
import { type Refusal, refusal } from '../../../domain/refusal.ts'
import { refuseStepDay } from '../../../domain/repair.ts'
import { refuseMoreThanDrawn } from '../../../domain/repair-cost.ts'
import { refuseRoute, type StockPlace } from '../../../domain/stock.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import { findRepair, type RepairLine } from '../../../ledger/repairs/repair-lines.ts'
import { addRepairSlip, crewMaterialsOf, planOf } from '../../../ledger/repairs/repair-work.ts'
import { addStockPlace, findCrewPlace, findStockItem } from '../../../ledger/stock.ts'
import { findStockPlace } from '../../../ledger/stock-movements.ts'
import { type BookedSlip, bookSlip } from '../../booking-slips.ts'
import { repairNumber } from '../../document-numbers.ts'
import { type CommandHandler, type Commanding, done, type Outcome, refused } from '../../handler.ts'

type Moved = ParsedInput<'repairs.drawMaterials'>

export const drawMaterials: CommandHandler<'repairs.drawMaterials'> = (commanding, input) => {
  const { reader } = commanding
  const found = findBoth(commanding, input)
  if ('refusal' in found) return refused(found.refusal)
  const { repair, store, crewName } = found
  if (repair.state !== 'inProgress') {
    return refused(refusal('repair.notNow', { state: repair.state, event: 'finishWork' }))
  }
  const refusedBecause = refuseStepDay(repair.lastOn, input.on)
  if (refusedBecause) return refused(refusedBecause)
  const crew = findCrewPlace(reader, crewName) ?? addCrew(commanding, crewName)
  return book(commanding, input, repair, { from: store, to: crew })
}

export const returnMaterials: CommandHandler<'repairs.returnMaterials'> = (commanding, input) => {
  const { reader } = commanding
  const found = findBoth(commanding, input)
  if ('refusal' in found) return refused(found.refusal)
  const { repair, store, crewName } = found
  const crew = findCrewPlace(reader, crewName)
  if (!crew) return refused(refusal('repair.noCrew', {}))
  const lines = input.lines.map(({ itemId, quantity }) => {
    const { name = '', unitOfMeasure = '' } = findStockItem(reader, itemId) ?? {}
    return { itemId, name, unitOfMeasure, quantity }
  })
  const tooMuch = refuseMoreThanDrawn(crewMaterialsOf(reader, repair.repairId), lines)
  if (tooMuch) return refused(tooMuch)
  return book(commanding, input, repair, { from: crew, to: store })
}

function findBoth(
  { reader }: Commanding,
  { repairId, storeId, lines }: Moved,
): { repair: RepairLine; store: StockPlace; crewName: string } | { refusal: Refusal } {
  const repair = findRepair(reader, repairId)
  if (!repair) return { refusal: refusal('repair.unknown', {}) }
  const store = findStockPlace(reader, storeId)
  if (store?.kind !== 'store') return { refusal: refusal('stock.placeUnknown', {}) }
  if (lines.some(({ itemId }) => !findStockItem(reader, itemId))) return { refusal: refusal('stock.itemUnknown', {}) }
  const plan = planOf(reader, repairId)
  return plan ? { repair, store, crewName: plan.crew } : { refusal: refusal('repair.noCrew', {}) }
}

function addCrew({ writer, newIdentity }: Commanding, name: string): StockPlace {
  const crew: StockPlace = { placeId: newIdentity(), kind: 'crew', name }
  addStockPlace(writer, { ...crew, addressText: null })
  return crew
}

function book(
  commanding: Commanding,
  { on, lines }: Moved,
  repair: RepairLine,
  places: { from: StockPlace; to: StockPlace },
): Outcome<BookedSlip> {
  const { reader, writer } = commanding
  const route = refuseRoute(places.from, places.to)
  if (route) return refused(route)
  const number = repairNumber(officeOf(reader), 'surveyForm', repair)
  const booked = bookSlip(commanding, {
    ...places,
    movedOn: on,
    counterpart: null,
    reason: `Sửa điện hộ ${repair.household.headOfHousehold}${number === null ? '' : `, phiếu ${number}`}`,
    isCount: false,
    corrects: null,
    lines: lines.map((line) => ({ ...line, unitPriceDong: null })),
  })
  if ('refusal' in booked) return refused(booked.refusal)
  addRepairSlip(writer, { slipId: booked.slipId, repairId: repair.repairId })
  return done(booked, repair.household.householdId)
}
