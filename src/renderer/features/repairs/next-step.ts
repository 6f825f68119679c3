/** What a clerk may do next with a repair, and which of it is the obvious thing: one key and one button. */

import type { Repair, RepairDetail } from '../../../contract/repairs.ts'
import type { Day } from '../../../domain/day.ts'
import { eventsPossible, type RepairEvent } from '../../../domain/repair.ts'
import type { Right } from '../../../domain/role.ts'

/** In the order they are offered. `toList`: to the list by which the commune confirms. */
export const REPAIR_ACTIONS = [
  'survey',
  'toList',
  'exempt',
  'plan',
  'drawMaterials',
  'finishWork',
  'returnMaterials',
  'check',
  'rework',
  'accept',
  'certify',
  'recheck',
  'declareUnsafe',
  'complain',
  'cancel',
] as const
export type RepairAction = (typeof REPAIR_ACTIONS)[number]

/** What must be possible for an action to be; null where it is no step of its own. */
const EVENT_OF: Record<RepairAction, RepairEvent | null> = {
  survey: 'survey',
  toList: 'confirm',
  exempt: 'exempt',
  plan: 'plan',
  drawMaterials: null,
  finishWork: 'finishWork',
  returnMaterials: null,
  check: 'check',
  rework: 'rework',
  accept: 'accept',
  certify: 'certify',
  recheck: 'recheckPassed',
  declareUnsafe: 'declareUnsafe',
  complain: null,
  cancel: 'cancel',
}

export const RIGHT_OF: Record<RepairAction, Right> = {
  survey: 'repair.record',
  toList: 'repair.record',
  exempt: 'repair.overrule',
  plan: 'repair.record',
  drawMaterials: 'stock.move',
  finishWork: 'repair.record',
  returnMaterials: 'stock.move',
  check: 'repair.record',
  rework: 'repair.record',
  accept: 'repair.record',
  certify: 'repair.certify',
  recheck: 'repair.record',
  declareUnsafe: 'repair.record',
  complain: 'repair.record',
  cancel: 'repair.void',
}

type Standing = Pick<Repair, 'state' | 'isAccepted' | 'isChecked' | 'failedChecks' | 'dueOn'>

/** What may be done with a repair, by its state; whether a guard refuses it the office says. */
export function actionsOf(repair: Standing): RepairAction[] {
  const { state, isAccepted } = repair
  const events = eventsPossible(state)
  return REPAIR_ACTIONS.filter((action) => {
    const event = EVENT_OF[action]
    if (action === 'drawMaterials') return state === 'inProgress'
    if (action === 'returnMaterials') return state === 'inProgress' || state === 'awaitingAcceptance'
    if (action === 'complain') return state === 'done' || state === 'awaitingAcceptance'
    if (event === null || !events.includes(event)) return false
    if (action === 'accept') return !isAccepted
    if (action === 'certify') return isAccepted
    return true
  })
}

/** The obvious next step; null where nothing is awaited. */
export function nextAction(repair: Standing, today: Day): RepairAction | null {
  const { state, isAccepted, isChecked, failedChecks, dueOn } = repair
  switch (state) {
    case 'new':
    case 'unsafe':
      return 'survey'
    case 'surveyed':
      return 'toList'
    case 'confirmed':
      return 'plan'
    case 'inProgress':
      return 'finishWork'
    case 'awaitingAcceptance':
      if (isAccepted) return 'certify'
      if (!isChecked) return 'check'
      return failedChecks.length > 0 ? 'rework' : 'accept'
    case 'done':
      return dueOn !== null && dueOn <= today ? 'recheck' : null
    case 'cancelled':
      return null
  }
}

/** The same, told by one who sees the materials, too: leftovers come back before the acceptance. */
export function nextActionOf(repair: RepairDetail, today: Day): RepairAction | null {
  const next = nextAction(repair, today)
  const isOut = repair.materials.some(({ withCrew }) => withCrew > 0)
  if (next === 'accept' && isOut) return 'returnMaterials'
  const isUndrawn = repair.materials.some(({ planned, drawn }) => planned > drawn)
  const isNothingDrawn = repair.materials.every(({ drawn }) => drawn === 0)
  return next === 'finishWork' && isUndrawn && isNothingDrawn ? 'drawMaterials' : next
}
