/** What was done and used: material of the stock goes from the crew to the household by the movement of this step. */

import type { ParsedInput } from '../../../contract/contract.ts'
import { type Refusal, refusal } from '../../../domain/refusal.ts'
import { refuseMoreThanDrawn, repairCostDong } from '../../../domain/repair-cost.ts'
import type { StockPlace } from '../../../domain/stock.ts'
import type { Reader } from '../../../ledger/connection.ts'
import { addWork, crewMaterialsOf, planOf } from '../../../ledger/repairs/repair-work.ts'
import { findCrewPlace } from '../../../ledger/stock.ts'
import { moveForRepair, refuseTaking } from '../../../ledger/stock-movements.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { refuseUnknownItems, takeStep } from '../../repairing.ts'

export const finishWork: CommandHandler<'repairs.finishWork'> = (commanding, { repairId, on, ...work }) => {
  const { reader, writer } = commanding
  const crew = crewPlaceOf(reader, repairId)
  const lines = usedLines(work.items)
  const taken = takeStep(
    commanding,
    { repairId, event: 'finishWork', on },
    () =>
      refuseUnknownItems(reader, work.items) ??
      refuseMoreThanDrawn(crewMaterialsOf(reader, repairId), work.items) ??
      refuseUse(reader, crew, on, lines),
  )
  if ('refusal' in taken) return refused(taken.refusal)
  addWork(writer, taken.stepId, work)
  if (crew) moveForRepair(writer, { repairStepId: taken.stepId, fromPlaceId: crew.placeId, on, lines })
  return done({ state: taken.state, costDong: repairCostDong(work.items) }, taken.repair.household.householdId)
}

type Item = ParsedInput<'repairs.finishWork'>['items'][number]

/** Lines of the stock. */
function usedLines(items: readonly Item[]): { itemId: string; quantity: number }[] {
  return items.flatMap(({ itemId, quantity }) => (itemId === null ? [] : [{ itemId, quantity }]))
}

function crewPlaceOf(reader: Reader, repairId: string): StockPlace | null {
  const plan = planOf(reader, repairId)
  return plan && findCrewPlace(reader, plan.crew)
}

/** Nothing is used on a day before it was drawn. */
function refuseUse(
  reader: Reader,
  crew: StockPlace | null,
  on: ParsedInput<'repairs.finishWork'>['on'],
  lines: readonly { itemId: string; quantity: number }[],
): Refusal | null {
  if (lines.length === 0) return null
  return crew ? refuseTaking(reader, crew, on, lines) : refusal('repair.noCrew', {})
}
