/** Every way a repair, its photos, its complaints and its confirmation are refused, in English. */

import { formatDay } from '../../../domain/day.ts'
import { formatDong } from '../../../domain/money.ts'
import type { Taking } from '../../../domain/stock.ts'
import type { RepairWording } from '../failure-wording.ts'
import { trade } from './trade.ts'

export const CHOOSE_AGAIN = 'Load the list again (F5) and choose once more.'

/** What of each item there is and what is wanted; at most three items. */
export function takings(items: readonly Taking[]): string {
  const words = ({ itemName, unitOfMeasure, available, wanted }: Taking) =>
    `${itemName}, ${available.toLocaleString('en')} ${unitOfMeasure} of ${wanted.toLocaleString('en')}`
  return items.slice(0, 3).map(words).join('; ')
}

function quantities(items: readonly { itemName: string; unitOfMeasure: string; quantity: number }[]): string {
  return items.map((item) => `${item.itemName} ${item.quantity.toLocaleString('en')} ${item.unitOfMeasure}`).join('; ')
}

export const repairRefusals: RepairWording = {
  'repair.unknown': () => ({ what: 'This repair is not in the ledger.', next: CHOOSE_AGAIN }),
  'repair.checksFailed': ({ failed }) => ({
    what: `Not passed: ${failed.map((check) => trade.failedRepairChecks[check]).join('; ')}.`,
    next: 'Send the crew back and measure again; where it cannot be mended now, enter the household as unsafe.',
  }),
  'repair.notNow': ({ state, event }) => ({
    what: `The repair is “${trade.repairStates[state]}”: “${trade.repairEvents[event]}” is not possible now.`,
    next: 'Load the repair again (F5) and see what comes next.',
  }),
  'repair.beforeLastStep': ({ on, lastOn }) => ({
    what: `${formatDay(on)} is before the latest step of this repair, ${formatDay(lastOn)}.`,
    next: 'Mend the day.',
  }),
  'repair.dueBefore': ({ on, dueOn }) => ({
    what: `The day to look again, ${formatDay(dueOn)}, is not after ${formatDay(on)}.`,
    next: 'Choose a later day.',
  }),
  'repair.plannedBefore': ({ on, plannedFor }) => ({
    what: `The day of the work, ${formatDay(plannedFor)}, is before the order of ${formatDay(on)}.`,
    next: 'Mend one of the two days.',
  }),
  'repair.alreadyOpen': ({ headOfHousehold, documentNumber, state }) => ({
    what: `${headOfHousehold} has repair ${documentNumber} already, which is “${trade.repairStates[state]}”.`,
    next: 'Go on with that one, or leave this household out.',
  }),
  'repair.onList': ({ headOfHousehold, documentNumber }) => ({
    what: `${headOfHousehold} is on list ${documentNumber}, which the commune has not answered.`,
    next: 'Enter the answer to that list first.',
  }),
  'repair.notConfirmed': () => ({
    what: 'The commune has not confirmed this household.',
    next: 'Draw up a list to be confirmed, or ask a supervisor to go on without it, with a reason.',
  }),
  'repair.notChecked': () => ({
    what: 'There are no readings after the last work.',
    next: 'Measure and enter the readings first.',
  }),
  'repair.rcdHalfTold': () => ({
    what: 'A residual-current device takes both its trip time and its test button.',
    next: 'Enter both, or leave both empty where there is no such device.',
  }),
  'repair.calibrationOver': ({ instrument, calibratedUntil }) => ({
    what: `The calibration of ${instrument} was over on ${formatDay(calibratedUntil)}.`,
    next: 'Measure again with an instrument whose calibration holds.',
  }),
  'repair.notAccepted': () => ({
    what: 'This repair has no acceptance record that stands.',
    next: 'Accept the work first, then issue the certificate.',
  }),
  'repair.alreadyAccepted': ({ acceptedOn }) => ({
    what: `This repair was accepted on ${formatDay(acceptedOn)}.`,
    next: 'If it must go another way, void the acceptance record first.',
  }),
  'repair.sameHand': ({ acceptedBy }) => ({
    what: `${acceptedBy} recorded the acceptance and cannot issue the certificate.`,
    next: 'Ask somebody else who may certify.',
  }),
  'repair.moreThanDrawn': ({ items }) => ({
    what: `The crew does not hold enough: ${takings(items)}.`,
    next: 'Draw more for this repair first, or mend the quantity.',
  }),
  'repair.materialsOut': ({ items }) => ({
    what: `The crew still holds: ${quantities(items)}.`,
    next: 'Bring the leftovers back, or enter them as used.',
  }),
  'repair.noCrew': () => ({
    what: 'No crew has been given this repair.',
    next: 'Plan the job first, then draw or return materials.',
  }),
  'repair.orderStays': ({ documentNumber }) => ({
    what: `Work order ${documentNumber} is not voided by itself.`,
    next: 'Plan the job again and the old order is voided; if it is given up, cancel the repair.',
  }),
  'repair.followUpMissing': ({ failed }) => ({
    what: `Not passed: ${failed.map((check) => trade.failedRepairChecks[check]).join('; ')}.`,
    next: 'Enter the day on which somebody looks again.',
  }),
  'repair.overHouseholdBudget': ({ headOfHousehold, budgetDong, wantedDong }) => ({
    what: `${headOfHousehold} would take ${formatDong(wantedDong)} đồng; a household has ${formatDong(budgetDong)} đồng.`,
    next: 'Plan less, or ask a supervisor to go over it, with a reason.',
  }),
  'repair.overCampaignBudget': ({ campaignName, budgetDong, wantedDong }) => ({
    what: `${campaignName} would take ${formatDong(wantedDong)} đồng; it has ${formatDong(budgetDong)} đồng for repairs.`,
    next: 'Plan less, or ask a supervisor to go over it, with a reason.',
  }),
  'confirmation.unknown': () => ({ what: 'This list to be confirmed is not in the ledger.', next: CHOOSE_AGAIN }),
  'confirmation.answered': ({ documentNumber, confirmedOn }) => ({
    what: `The commune answered list ${documentNumber} on ${formatDay(confirmedOn)}.`,
    next: 'It need not be entered again.',
  }),
  'confirmation.severalCommunes': ({ communes }) => ({
    what: `A list goes to one commune; here are ${communes.join(', ')}.`,
    next: 'Draw up one list for each.',
  }),
  'confirmation.beforeList': ({ drawnUpOn }) => ({
    what: `The list is of ${formatDay(drawnUpOn)} and cannot be answered before.`,
    next: 'Mend the day of the answer.',
  }),
  'confirmation.notOnList': () => ({
    what: 'A household that was declined is not on this list.',
    next: 'Load the list again and enter the answer once more.',
  }),
  'photo.notAPicture': ({ fileName }) => ({
    what: `${fileName} is no JPEG or PNG picture, or a broken one.`,
    next: 'Choose another picture.',
  }),
  'photo.tooLarge': ({ fileName, megabytes, largestMegabytes }) => ({
    what: `${fileName} has ${megabytes} MB, more than ${largestMegabytes} MB.`,
    next: 'Take or save the picture smaller.',
  }),
  'photo.unknown': () => ({ what: 'This photo is not in the ledger.', next: CHOOSE_AGAIN }),
  'photo.certified': ({ documentNumber }) => ({
    what: `Certificate ${documentNumber} was issued; its photos stay.`,
    next: 'If it was issued by mistake, void the certificate first.',
  }),
  'complaint.unknown': () => ({ what: 'This complaint is not in the ledger.', next: CHOOSE_AGAIN }),
  'complaint.settled': ({ settledOn }) => ({
    what: `This complaint was settled on ${formatDay(settledOn)}.`,
    next: 'Enter another one as a new complaint.',
  }),
  'complaint.settledBefore': ({ receivedOn }) => ({
    what: `The complaint was received on ${formatDay(receivedOn)} and cannot be settled before.`,
    next: 'Mend the day.',
  }),
}
