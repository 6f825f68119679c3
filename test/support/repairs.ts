/** Repairs of wiring, brought as far as a test needs them. */

import type { Client } from '../../src/contract/client.ts'
import type { Input } from '../../src/contract/contract.ts'
import type { Day } from '../../src/domain/day.ts'
import { granted } from './office.ts'
import { ACCEPTANCE, CHECKS, JOB, SURVEY, WIRE, WORK } from './repair-inputs.ts'
import { NOVEMBER_20 } from './trade.ts'

/** How far a repair is brought, in the order of its life. */
const STAGES = ['new', 'surveyed', 'confirmed', 'planned', 'finished', 'checked', 'accepted', 'certified'] as const
export type Stage = (typeof STAGES)[number]

export async function openRepair(
  client: Client,
  householdId: string,
  bent: Partial<Input<'repairs.open'>> = {},
): Promise<string> {
  const opening = { campaignId: null, openedOn: NOVEMBER_20, origin: 'list', need: null, fundingSource: null } as const
  const { repairIds } = granted(
    await client.command('repairs.open', { ...opening, householdIds: [householdId], ...bent }),
  )
  return repairIds[0] ?? ''
}

/** Opens a repair and brings it to a stage, all of it on one day; a supervisor exempts it from the commune's list. */
export async function repairAt(
  client: Client,
  householdId: string,
  stage: Stage,
  { on = NOVEMBER_20, campaignId = null }: { on?: Day; campaignId?: string | null } = {},
): Promise<string> {
  const repairId = await openRepair(client, householdId, { openedOn: on, campaignId })
  const at = { repairId, on }
  const steps: (() => Promise<unknown>)[] = [
    async () => granted(await client.command('repairs.survey', { ...at, ...SURVEY })),
    async () => granted(await client.command('repairs.exempt', { ...at, reason: 'Nguy hiểm, làm ngay' })),
    async () => granted(await client.command('repairs.plan', { ...at, ...JOB, plannedFor: on })),
    async () => granted(await client.command('repairs.finishWork', { ...at, ...WORK })),
    async () => granted(await client.command('repairs.check', { ...at, ...CHECKS })),
    async () => granted(await client.command('repairs.accept', { ...at, ...ACCEPTANCE })),
    () => certify(client, repairId, on),
  ]
  for (const step of steps.slice(0, STAGES.indexOf(stage))) await step()
  return repairId
}

export function certifiedRepair(client: Client, householdId: string, on = NOVEMBER_20): Promise<string> {
  return repairAt(client, householdId, 'certified', { on })
}

/** Certifies as a second person, who leaves the port again. */
export async function certify(client: Client, repairId: string, on: Day, recheckOn: Day | null = null) {
  const { person, people } = granted(await client.query('office.describe', {}))
  const fullName = 'Nguyễn Văn Duyệt'
  const known = people.find((candidate) => candidate.fullName === fullName)
  const second =
    known?.personId ?? granted(await client.command('people.add', { fullName, role: 'supervisor' })).personId
  granted(await client.query('session.start', { personId: second }))
  const certified = await client.command('repairs.certify', { repairId, on, recheckOn })
  granted(await client.query('session.start', { personId: person?.personId ?? '' }))
  return granted(certified)
}

/** A store with a hundred metres of wire, an item of the stock like WIRE. */
export async function storeWithWire(
  client: Client,
  on: Day = NOVEMBER_20,
): Promise<{ storeId: string; itemId: string }> {
  const place = async (kind: 'supplier' | 'store', name: string) =>
    granted(await client.command('stock.addPlace', { kind, name, addressText: null })).placeId
  const [fromPlaceId, storeId] = [await place('supplier', 'Công ty Thiết bị điện'), await place('store', 'Kho vật tư')]
  const { name, unitOfMeasure } = WIRE
  const { itemId } = granted(await client.command('stock.addItem', { name, unitOfMeasure }))
  const slip = { movedOn: on, counterpart: null, reason: null, lines: [{ itemId, quantity: 100, unitPriceDong: null }] }
  granted(await client.command('stock.move', { fromPlaceId, toPlaceId: storeId, ...slip }))
  return { storeId, itemId }
}
