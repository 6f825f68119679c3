/** Every way closing a month, its indicators, its package and its answer are refused, in English. */

import { assertNever } from '../../../domain/brand.ts'
import { formatDay } from '../../../domain/day.ts'
import { formatPeriod } from '../../../domain/period.ts'
import type { UnfinishedItem } from '../../../domain/refusal.ts'
import type { MonthWording } from '../failure-wording.ts'
import { trade } from './trade.ts'

/** "An, Bình, Chi and 12 more": at most three names, then how many more. */
export function some(names: readonly string[], count: number): string {
  const shown = names.slice(0, 3).join(', ')
  const rest = count - Math.min(names.length, 3)
  return rest > 0 ? `${shown} and ${rest} more` : shown
}

/** At most three of them in full, then how many more. */
function listed(lines: readonly string[]): string {
  const rest = lines.length - 3
  return `${lines.slice(0, 3).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`
}

/** What people know an unfinished thing by. */
function nameOfUnfinished(item: UnfinishedItem): string {
  switch (item.kind) {
    case 'repairNotCertified':
      return item.headOfHousehold
    case 'sheetsUnaccounted':
      return item.placeName
    case 'listWaiting':
      return item.campaignName
    default:
      return assertNever(item)
  }
}

export const monthRefusals: MonthWording = {
  'month.closed': ({ period, on }) => ({
    what: `The month ${formatPeriod(period)} is closed; nothing can be dated ${formatDay(on)}.`,
    next: 'Write it in the open month and say why.',
  }),
  'month.notOver': ({ period, lastDay }) => ({
    what: `The month ${formatPeriod(period)} is not over.`,
    next: `Close it from ${formatDay(lastDay)} on.`,
  }),
  'month.earlierOpen': ({ earlier }) => ({
    what: `The month ${formatPeriod(earlier)} is still open and has entries.`,
    next: `Close ${formatPeriod(earlier)} first.`,
  }),
  'month.unfinished': ({ period, items }) => ({
    what: `The month ${formatPeriod(period)} has ${items.length} unfinished: ${some(
      items.map(nameOfUnfinished),
      items.length,
    )}.`,
    next: 'Open each of them below and finish it, then close the month.',
  }),
  'month.empty': ({ period }) => ({
    what: `Nothing was entered for the month ${formatPeriod(period)}.`,
    next: 'Choose another month.',
  }),
  'month.notClosed': ({ period }) => ({
    what: `The month ${formatPeriod(period)} is not closed.`,
    next: 'Close it first, then make its package.',
  }),
  'month.unexplained': ({ codes }) => ({
    what: `${codes.length} ${codes.length === 1 ? 'warning has' : 'warnings have'} no explanation yet.`,
    next: 'Write a few words beside each: they go into the package.',
  }),
  'month.notProposed': ({ period }) => ({
    what: `Nobody has drawn up the closing of ${formatPeriod(period)}.`,
    next: 'One person draws it up and another approves: let a colleague draw it up, or do so and let another approve.',
  }),
  'month.sameHand': ({ proposedBy }) => ({
    what: `${proposedBy} drew this closing up and cannot approve it.`,
    next: 'Let another person with the right to close approve it.',
  }),
  'month.accepted': ({ period, acceptedOn }) => ({
    what: `Head office accepted the package of ${formatPeriod(period)} on ${formatDay(acceptedOn)}: it cannot be opened again.`,
    next: 'Enter late papers and corrections into the open month.',
  }),
  'month.laterClosed': ({ later }) => ({
    what: `${formatPeriod(later)} after it is closed.`,
    next: 'Enter a correction into the open month; only the last closed month can be opened again.',
  }),
  'month.notPackaged': ({ period }) => ({
    what: `The package of ${formatPeriod(period)} has not been made.`,
    next: 'Make it first, so that the numbers of packages have no gap, then open the month again.',
  }),
  'month.stillOpen': ({ period }) => ({
    what: `${formatPeriod(period)} is still open.`,
    next: 'Enter it there; no correction is needed.',
  }),
  'indicator.unknown': ({ code }) => ({
    what: `The month has no indicator with the code ${code}.`,
    next: 'Open the sheet of the month to see the codes in use.',
  }),
  'indicator.badFigures': ({ items }) => ({
    what: listed(items.map(({ name, problem }) => `${name}: ${trade.indicatorProblems[problem]}`)),
    next: 'Mend these cells and save again; nothing has been entered.',
  }),
  'indicator.badDefinition': ({ name, problem }) => ({
    what: `${name}: ${trade.definitionProblems[problem]}.`,
    next:
      problem === 'kindChanged'
        ? 'Let this indicator end and define a new one with another code.'
        : 'Mend this field and save again.',
  }),
  'indicator.laterVersion': ({ name, from }) => ({
    what: `${name} has a definition that begins in ${formatPeriod(from)} already.`,
    next: `Choose ${formatPeriod(from)} or a later month for the beginning.`,
  }),
  'indicator.monthClosed': ({ period }) => ({
    what: `${formatPeriod(period)} is closed: its indicators stay as they are.`,
    next: 'Until head office accepts the package the month may be opened again; a new definition begins in an open month.',
  }),
  'indicator.monthNotBegun': ({ period }) => ({
    what: `${formatPeriod(period)} has not begun.`,
    next: 'Choose this month or an earlier one.',
  }),
  'acknowledgement.notOne': ({ fileName }) => ({
    what: `${fileName} is no answer of head office.`,
    next: 'Choose the file that ends in .receipt.json.',
  }),
  'acknowledgement.notSigned': ({ fileName }) => ({
    what: `Beside ${fileName} there is no signature (.minisig).`,
    next: 'Put both files, .receipt.json and .receipt.json.minisig, into one folder.',
  }),
  'acknowledgement.unknownKey': ({ fileName, keyId }) => ({
    what: `${fileName} is signed by key ${keyId}, which this office has not taken in.`,
    next: "Take in head office's public key first (People, Keys), then try again.",
  }),
  'acknowledgement.revokedKey': ({ fileName, keyId, revokedOn }) => ({
    what: `The file ${fileName} is signed by the key ${keyId} of head office, which was revoked on ${formatDay(revokedOn)}.`,
    next: 'Do not take it in; ask head office to sign it with its key in force.',
  }),
  'acknowledgement.badSignature': ({ fileName, keyId }) => ({
    what: `The signature of ${fileName} does not fit key ${keyId}: the file was changed or is damaged.`,
    next: 'Ask head office to send it again.',
  }),
  'acknowledgement.otherPackage': ({ packageName }) => ({
    what: `This answers package ${packageName}, which is not one in force in this ledger.`,
    next: 'Look at the month and the revision; ask for the answer to the latest package.',
  }),
  'acknowledgement.alreadyAccepted': ({ period, acceptedOn }) => ({
    what: `The package of ${formatPeriod(period)} was accepted on ${formatDay(acceptedOn)}.`,
    next: 'Nothing is left to do.',
  }),
  'package.notThere': ({ period }) => ({
    what: `The package of ${formatPeriod(period)} is not in the ledger's folder.`,
    next: 'Make it again: its content and signature stay the same.',
  }),
  'package.copyDiffers': ({ folder }) => ({
    what: `What was copied to ${folder} reads back differently.`,
    next: 'Try another stick; this one may be failing.',
  }),
  'package.previousMissing': ({ previous }) => ({
    what: `The month ${formatPeriod(previous)} is closed but has no package.`,
    next: `Make the package of ${formatPeriod(previous)} first.`,
  }),
  'package.noHeadOfficeKey': ({ revokedOn }) => ({
    what: `The key of head office was revoked on ${formatDay(revokedOn)} and no other was taken in: the package would not be encrypted.`,
    next: 'Take in the new key of head office (People, Keys), then make the package.',
  }),
  'package.noProgrammeKey': () => ({
    what: 'The ledger has no programme key, so ID numbers cannot be masked.',
    next: 'Get the file of the programme key from head office, take it in under “Packages received” (F7), and do this again.',
  }),
  'package.scansMissing': ({ count, folder }) => ({
    what: `${count} scans of signed papers are missing from ${folder}.`,
    next: 'Copy the folder scans back from a backup of this ledger, then make the package again.',
  }),
  'conflicts.malformed': ({ fileName }) => ({
    what: `The file ${fileName} is no list of households that two offices helped.`,
    next: 'Use the file that the screen “Packages received” wrote; do not edit it by hand.',
  }),
  'headOfficeKeys.exist': ({ folder }) => ({
    what: `There are keys in ${folder} already; keys are never written over.`,
    next: 'Choose an empty folder for new keys, and keep the old ones to open old packages.',
  }),
}
