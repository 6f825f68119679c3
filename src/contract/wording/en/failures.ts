/** Every way the office says no, in English: what happened, and what a clerk does now. */

import type { CommuneTableProblem } from '../../../domain/addresses/commune-table.ts'
import { formatDay, timeInVietnam } from '../../../domain/day.ts'
import { formatDong } from '../../../domain/money.ts'
import type { FailureWording } from '../failure-wording.ts'
import { inboxRefusals } from './inbox-failures.ts'
import { keyRefusals, keysInTrouble } from './key-failures.ts'
import { monthRefusals, some } from './month-failures.ts'
import { CHOOSE_AGAIN, repairRefusals, takings } from './repair-failures.ts'
import { trade } from './trade.ts'

const COMMUNE_TABLE_PROBLEMS: Record<CommuneTableProblem, string> = {
  notThisFormat: 'the file does not begin with a row “phiên bản”',
  badVersion: 'the version must be a day, written like 2025-07-01',
  unknownRow: 'its first cell is none of phiên bản, tỉnh, xã, tỉnh cũ, huyện cũ, xã cũ',
  badCode: 'the code of a commune has 5 digits',
  badName: 'the name is missing or has strange characters',
  codeTwice: 'this code stands in a row above already',
  noProvince: 'there is no row tỉnh before it',
  noDistrict: 'there is no row huyện cũ before it',
  unknownNewCode: 'the new code is not in the list',
  noCommunes: 'the list has no communes',
}

const refusals: FailureWording['refusals'] = {
  'session.required': () => ({ what: 'Nobody has said who is working here.', next: 'Choose your name and try again.' }),
  'right.missing': ({ right, roles }) => ({
    what: `You may not ${trade.rights[right]}.`,
    next: `Ask one of these: ${roles.map((role) => trade.roles[role].toLowerCase()).join(', ')}.`,
  }),
  'command.idReused': () => ({
    what: 'This was sent before with another content.',
    next: 'Load the screen again (F5), see whether it was written, and try again if it was not.',
  }),
  'office.notSetUp': () => ({ what: 'This ledger belongs to no office yet.', next: 'Set up the office first.' }),
  'office.alreadySetUp': ({ officeName }) => ({
    what: `This ledger is already the one of ${officeName}.`,
    next: 'Choose your name to enter.',
  }),
  'person.unknown': () => ({ what: 'The ledger knows no such person.', next: 'Choose a name from the list.' }),
  'person.nameTaken': ({ fullName }) => ({
    what: `There is already a person named ${fullName}.`,
    next: 'Add a middle name or the team to tell them apart.',
  }),
  'household.unknown': () => ({ what: 'This household is not in the ledger.', next: CHOOSE_AGAIN }),
  'household.citizenIdTaken': ({ headOfHousehold }) => ({
    what: `This citizen ID is the one of the household of ${headOfHousehold}.`,
    next: 'Read the card again; if the number is right, open the other household and amend it.',
  }),
  'household.changedMeanwhile': ({ headOfHousehold }) => ({
    what: `Somebody has just amended the household of ${headOfHousehold}.`,
    next: 'Close the form, open it again to see what is new, then go on.',
  }),
  'household.notActive': ({ headOfHousehold, status }) => ({
    what: `The household of ${headOfHousehold} is no longer served: ${trade.householdStatuses[status].toLowerCase()}.`,
    next: 'Ask the head of the hamlet or the commune.',
  }),
  'household.statusSame': ({ headOfHousehold, status }) => ({
    what: `The household of ${headOfHousehold} has this status already: ${trade.householdStatuses[status]}.`,
    next: 'Nothing needs changing; a further reason belongs into the note.',
  }),
  'merge.withItself': ({ headOfHousehold }) => ({
    what: `The household of ${headOfHousehold} cannot be merged with itself.`,
    next: 'Choose two households.',
  }),
  'merge.unknown': () => ({ what: 'This merge is not in the ledger.', next: CHOOSE_AGAIN }),
  'merge.alreadyUndone': ({ headOfHousehold }) => ({
    what: `The household of ${headOfHousehold} has been parted already.`,
    next: 'Nothing more needs doing.',
  }),
  'merge.laterMerge': ({ headOfHousehold }) => ({
    what: `The household of ${headOfHousehold} was merged into another one later.`,
    next: 'Part the later merge first, then this one.',
  }),
  'filter.nameTaken': ({ name }) => ({
    what: `There is already a filter named “${name}”.`,
    next: 'Give it another name.',
  }),
  'filter.unknown': () => ({ what: 'This filter is no longer there.', next: CHOOSE_AGAIN }),
  'file.missing': ({ fileName }) => ({
    what: `The file ${fileName} is not there.`,
    next: 'Look at the USB stick or the folder and choose the file again.',
  }),
  'file.isSource': ({ fileName }) => ({
    what: `${fileName} is the sender’s own file.`,
    next: 'Choose another name, so that it stays as it was sent.',
  }),
  'file.tooLarge': ({ fileName, megabytes, largestMegabytes }) => ({
    what: `The file ${fileName} has ${megabytes} MB, more than ${largestMegabytes} MB.`,
    next: 'Split the list by commune and take in one file after the other.',
  }),
  'communes.badTable': ({ rowNumber, problem }) => ({
    what: `The list of communes is wrong in row ${rowNumber}: ${COMMUNE_TABLE_PROBLEMS[problem]}.`,
    next: 'Mend that row (help says how rows are written) and load it again; the list in use stays.',
  }),
  'communes.notNewer': ({ version, current }) => ({
    what: `This list holds from ${formatDay(version)}, which is not newer than the one in use (${formatDay(current)}).`,
    next: 'Nothing to load. For a corrected list, write the day of the correction into its first row and load it again.',
  }),
  'idCard.pictureTooLarge': ({ fileName, megabytes, largestMegabytes }) => ({
    what: `The picture ${fileName} has ${megabytes} MB, more than ${largestMegabytes} MB.`,
    next: 'Take it again in a smaller size, or cut out the part with the QR code.',
  }),
  'idCard.notAPicture': ({ fileName }) => ({
    what: `${fileName} is no JPG or PNG picture that can be read.`,
    next: "Keep it as JPG and choose it again (an iPhone's HEIC must be turned into JPG), or type the 12 digits of the card.",
  }),
  'idCard.noCode': ({ fileName }) => ({
    what: `There is no QR code on the picture ${fileName}.`,
    next: 'Take it again closer, in good light, with the whole QR code of the card; or type the 12 digits.',
  }),
  'idCard.unreadable': ({ fileName }) => ({
    what: `The QR code on the picture ${fileName} is not the one of an ID card, or its numbers do not belong together.`,
    next: 'Choose the side of the ID card with the QR code; if it is the right card, type what is printed on it.',
  }),
  'workbook.notAWorkbook': ({ fileName }) => ({
    what: `${fileName} is neither a workbook (Excel, LibreOffice) nor a CSV file.`,
    next: 'Open it in Excel, save it as .xlsx and choose it again.',
  }),
  'workbook.broken': ({ fileName }) => ({
    what: `The file ${fileName} is damaged and cannot be read to its end.`,
    next: 'Ask the sender for it again, or open and save it in Excel.',
  }),
  'workbook.encrypted': ({ fileName }) => ({
    what: `The file ${fileName} has a password.`,
    next: 'Open it in Excel, take the password off, save it and choose it again.',
  }),
  'workbook.noHeader': ({ fileName }) => ({
    what: `No row of column headers was found in ${fileName}.`,
    next: 'A list needs a header row with a column such as “Họ tên chủ hộ”.',
  }),
  'workbook.tooManyRows': ({ fileName, mostRows }) => ({
    what: `${fileName} has more than ${mostRows.toLocaleString('en')} rows.`,
    next: 'Split the list into several files, by commune for example, and import each.',
  }),
  'import.alreadyDone': ({ fileName, importedOn }) => ({
    what: `The file ${fileName} was taken in on ${formatDay(importedOn)}.`,
    next: 'There is no need to do it again. To do so all the same, undo the earlier import first.',
  }),
  'import.fileChanged': ({ fileName }) => ({
    what: `The file ${fileName} has changed since it was looked at.`,
    next: 'Look at it again, then take it in.',
  }),
  'import.nothingUsable': ({ fileName }) => ({
    what: `Not one row of ${fileName} can be taken in.`,
    next: 'See the errors, mend them in Excel and choose the file again.',
  }),
  'import.unknown': () => ({ what: 'This import is not in the ledger.', next: CHOOSE_AGAIN }),
  'import.readingGone': () => ({
    what: 'What was read of this list is no longer in memory.',
    next: 'Look at the file again; what you mended is kept.',
  }),
  'import.sheetUnknown': ({ fileName, sheetName }) => ({
    what: `The file ${fileName} has no sheet named “${sheetName}”.`,
    next: 'Choose another sheet of the file.',
  }),
  'import.alreadyUndone': ({ fileName }) => ({
    what: `The import of ${fileName} has been undone already.`,
    next: 'Nothing more needs doing.',
  }),
  'import.hasPapers': ({ count, headsOfHousehold }) => ({
    what: `${count} households of this import have papers: ${some(headsOfHousehold, count)}.`,
    next: 'It can no longer be undone; amend single households where they are wrong.',
  }),
  'import.changedSince': ({ count, headsOfHousehold }) => ({
    what: `${count} households of this import were amended since: ${some(headsOfHousehold, count)}.`,
    next: 'It can no longer be undone; amend single households where they are wrong.',
  }),
  'campaign.unknown': () => ({ what: 'This campaign is not in the ledger.', next: 'Choose a campaign from the list.' }),
  'campaign.endsBeforeStart': ({ from, to }) => ({
    what: `The last day ${formatDay(to)} is before the first day ${formatDay(from)}.`,
    next: 'Mend one of the two days.',
  }),
  'campaign.nameTaken': ({ name }) => ({
    what: `There is already a campaign named “${name}”.`,
    next: 'Give it another name, with the year or the commune.',
  }),
  'giftPackage.unknown': () => ({ what: 'The campaign has no such gift package.', next: 'Choose the package again.' }),
  'gift.outsideCampaign': ({ campaignName, from, to }) => ({
    what: `The day is outside the campaign “${campaignName}” (${formatDay(from)} – ${formatDay(to)}).`,
    next: 'Mend the day or choose another campaign.',
  }),
  'gift.notEligible': ({ headOfHousehold, category, eligible }) => ({
    what: category
      ? `The household of ${headOfHousehold} is “${trade.categories[category]}”; this campaign is for: ${eligible.map((code) => trade.categories[code]).join(', ')}.`
      : `The household of ${headOfHousehold} has no category; this campaign is for: ${eligible.map((code) => trade.categories[code]).join(', ')}.`,
    next: 'Check the category (F2 amends it) or choose another campaign.',
  }),
  'gift.alreadyGiven': ({
    headOfHousehold,
    giftPackageName,
    documentNumber,
    handedOverOn,
    recordedAt,
    handedOverBy,
  }) => ({
    what: `The household of ${headOfHousehold} was given “${giftPackageName}” on ${formatDay(handedOverOn)} (entered at ${timeInVietnam(recordedAt)}), receipt ${documentNumber}, by ${handedOverBy}.`,
    next: 'If that receipt is a mistake, void it first; one more can be given by a supervisor, with a reason.',
  }),
  'campaign.inUse': ({ campaignName }) => ({
    what: `“${campaignName}” has lists, papers or distributions that bear its terms.`,
    next: `Its last day, money, target and decisions can still be changed; for anything else open another campaign.`,
  }),
  'campaign.endsBeforeGifts': ({ campaignName, lastHandedOverOn }) => ({
    what: `“${campaignName}” handed a gift over on ${formatDay(lastHandedOverOn)} and cannot end before.`,
    next: `Mend the last day.`,
  }),
  'campaign.endsBeforeDistribution': ({ campaignName, placeName, heldOn }) => ({
    what: `“${campaignName}” has a distribution at ${placeName} on ${formatDay(heldOn)} and cannot end before it.`,
    next: `Move that distribution or call it off first, or choose a later last day.`,
  }),
  'campaign.overBudget': ({ campaignName, budgetDong, wantedDong }) => ({
    what: `The gifts come to ${formatDong(wantedDong)} đồng, more than the budget of ${formatDong(budgetDong)} of “${campaignName}”.`,
    next: `Leave households out, or have the budget amended by a new decision.`,
  }),
  'gift.otherCommune': ({ headOfHousehold, communeName, communes }) => ({
    what: `The household of ${headOfHousehold} lives in ${communeName ?? 'a commune not entered'}; this campaign is for: ${communes.join(', ')}.`,
    next: `Check the commune (F2 amends it) or choose another campaign.`,
  }),
  'gift.notGranted': ({ headOfHousehold, giftPackageName, campaignName, granted }) => ({
    what:
      granted.length > 0
        ? `The approved list grants the household of ${headOfHousehold} ${granted.join(', ')}, not “${giftPackageName}”.`
        : `The household of ${headOfHousehold} is on no approved list of “${campaignName}”.`,
    next: `Choose the package that was granted, or draw up a supplement and have it approved.`,
  }),
  'gift.limitReached': ({
    headOfHousehold,
    giftsPerHousehold,
    giftPackageName,
    documentNumber,
    handedOverOn,
    handedOverBy,
  }) => ({
    what: `The household of ${headOfHousehold} has had the ${giftsPerHousehold} gifts this campaign allows; the last was “${giftPackageName}” on ${formatDay(handedOverOn)}, receipt ${documentNumber}, by ${handedOverBy}.`,
    next: `If that receipt is a mistake, void it first; one more can be given by a supervisor, with a reason.`,
  }),
  'gift.tooMany': ({ headOfHousehold, campaignName, giftsPerHousehold, giftCount }) => ({
    what: `“${campaignName}” allows ${giftsPerHousehold} per household; that of ${headOfHousehold} would have ${giftCount}, with what it was handed, was granted and waits for elsewhere.`,
    next: `Take a gift of this household out, or withdraw the one that was granted first.`,
  }),
  'gift.lateVoid': ({ documentNumber, issuedOn, roles }) => ({
    what: `Receipt ${documentNumber} is of ${formatDay(issuedOn)}; after that day only a supervisor voids it.`,
    next: `Ask one of: ${roles.map((role) => trade.roles[role]).join(', ')}.`,
  }),
  'giftList.unknown': () => ({ what: `This list is not in the ledger.`, next: CHOOSE_AGAIN }),
  'giftList.empty': ({ campaignName }) => ({
    what: `The list for “${campaignName}” changes nothing.`,
    next: `Choose at least one household.`,
  }),
  'giftList.waiting': ({ campaignName, listNumber, drawnUpBy }) => ({
    what: `“${campaignName}” has ${listNumber === 0 ? 'a list' : `supplement ${listNumber}`} by ${drawnUpBy} that waits for approval.`,
    next: `Have it approved or declined first.`,
  }),
  'giftList.settled': ({ state }) => ({
    what: `This list was ${state === 'approved' ? 'approved' : 'declined'} already.`,
    next: `To change what is granted, draw up a supplement.`,
  }),
  'giftList.sameHand': ({ drawnUpBy }) => ({
    what: `${drawnUpBy} drew this list up; a second person must approve it.`,
    next: `Have another supervisor or manager choose their name and approve it.`,
  }),
  'giftList.altered': ({ campaignName }) => ({
    what: `The list for “${campaignName}” no longer fits the hash it was drawn up with, so it is not approved.`,
    next: `Decline it, draw it up again, and have the administrator find out who changed the ledger.`,
  }),
  'giftList.given': ({ headOfHousehold, documentNumber }) => ({
    what: `The household of ${headOfHousehold} was given this by receipt ${documentNumber} and cannot be withdrawn.`,
    next: `Leave it out of the supplement, or void the receipt first.`,
  }),
  'event.unknown': () => ({ what: `This distribution is not in the ledger.`, next: CHOOSE_AGAIN }),
  'event.empty': ({ placeName }) => ({
    what: `Nobody is expected at ${placeName}, and no blanks were asked for.`,
    next: `Add households, or say how many spare blanks.`,
  }),
  'event.otherCampaign': ({ placeName, campaignName }) => ({
    what: `The distribution at ${placeName} is of “${campaignName}”.`,
    next: `Choose a distribution of the same campaign.`,
  }),
  'event.kitIssued': ({ placeName, printed }) => ({
    what: `The kit for ${placeName} was issued with ${printed} numbered receipts.`,
    next: `Use a spare blank for whoever comes in addition, or plan another distribution.`,
  }),
  'event.kitNotIssued': ({ placeName }) => ({
    what: `The kit for ${placeName} is not issued yet.`,
    next: `Issue the kit, which numbers its receipts, then print.`,
  }),
  'event.outsideCampaign': ({ campaignName, from, to }) => ({
    what: `The day is outside the campaign “${campaignName}” (${formatDay(from)} – ${formatDay(to)}).`,
    next: `Mend the day, or extend the campaign.`,
  }),
  'event.planned': ({ headOfHousehold, placeName, heldOn }) => ({
    what: `The household of ${headOfHousehold} is expected at ${placeName} on ${formatDay(heldOn)} already.`,
    next: `Leave it out, or carry it over from there.`,
  }),
  'event.inUse': ({ placeName, printed }) => ({
    what: `The distribution at ${placeName} has ${printed} numbered receipts and is not called off any more.`,
    next: `Enter those who get nothing as not come, or carry them over to another distribution.`,
  }),
  'event.tooManySheets': ({ most }) => ({
    what: `One distribution has at most ${most} receipts.`,
    next: `Split it by hamlet.`,
  }),
  'sheet.unknown': ({ positions, last }) => ({
    what: `There is no receipt ${positions.slice(0, 5).join(', ')}${positions.length > 5 ? '…' : ''}; this distribution has 1 to ${last}.`,
    next: `Check the range.`,
  }),
  'sheet.accounted': ({ documentNumber, position, fate }) => ({
    what: `Receipt ${position ?? ''} (${documentNumber}) is entered as: ${trade.sheetFates[fate].toLowerCase()}.`,
    next: `Leave it out of the range, or void what was entered.`,
  }),
  'sheet.notMissing': ({ documentNumber, position }) => ({
    what: `Receipt ${position ?? ''} (${documentNumber}) is not entered as missing.`,
    next: `Nothing needs to be done.`,
  }),
  'sheet.notSpare': ({ documentNumber, position }) => ({
    what: `Receipt ${position ?? ''} (${documentNumber}) bears a name; it is no blank.`,
    next: `If nobody came for it, enter that with a reason.`,
  }),
  'sheet.blank': ({ documentNumber, position }) => ({
    what: `Receipt ${position ?? ''} (${documentNumber}) is a blank; who took the gift is not known.`,
    next: `Enter it by itself and choose the household.`,
  }),
  'sheet.otherHousehold': ({ documentNumber, headOfHousehold }) => ({
    what: `Receipt ${documentNumber} was printed for the household of ${headOfHousehold}.`,
    next: `Use the household’s own receipt, or a spare blank.`,
  }),
  'sheet.otherYear': ({ documentNumber, year }) => ({
    what: `Receipt ${documentNumber} bears a number of ${year}.`,
    next: `Void it and use a receipt of this year.`,
  }),
  'stock.placeUnknown': () => ({ what: `This place is not in the ledger.`, next: CHOOSE_AGAIN }),
  'stock.placeTaken': ({ name }) => ({
    what: `There is a place named “${name}” already.`,
    next: `Choose it, or use another name.`,
  }),
  'stock.itemUnknown': () => ({ what: `This item is not in the ledger.`, next: CHOOSE_AGAIN }),
  'stock.itemTaken': ({ name, unitOfMeasure }) => ({
    what: `There is “${name}” counted in ${unitOfMeasure} already.`,
    next: `Choose it.`,
  }),
  'stock.noSuchRoute': ({ from, to }) => ({
    what: `No slip moves things from “${from}” to “${to}”.`,
    next: `Choose the places again; gifts to households are handed over at the counter.`,
  }),
  'stock.short': ({ placeName, items }) => ({
    what: `${placeName} has too little: ${takings(items)}.`,
    next: `Take more in or move some there first; if the books are wrong, count and book the difference.`,
  }),
  'stock.slipUnknown': () => ({ what: `This slip is not in the ledger.`, next: CHOOSE_AGAIN }),
  'stock.alreadyCorrected': ({ documentNumber, correctedBy }) => ({
    what: `Slip ${documentNumber} was taken back by ${correctedBy}.`,
    next: `Nothing needs to be done.`,
  }),
  'scan.notAScan': ({ fileName }) => ({
    what: `${fileName} is no scan that can be read (PDF, TIFF, JPG, PNG).`,
    next: `Scan it again as a PDF.`,
  }),
  'scan.broken': ({ fileName, pageNumber }) => ({
    what: pageNumber === null ? `${fileName} is damaged.` : `Page ${pageNumber} of ${fileName} is damaged.`,
    next: `Scan those pages again.`,
  }),
  'scan.encrypted': ({ fileName }) => ({
    what: `${fileName} has a password.`,
    next: `Remove the password or scan again.`,
  }),
  'scan.tooManyPages': ({ fileName, most }) => ({
    what: `${fileName} has more than ${most} pages.`,
    next: `Split it into smaller files.`,
  }),
  'scan.alreadyRead': ({ fileName, readOn }) => ({
    what: `${fileName} was read on ${formatDay(readOn)}.`,
    next: `Nothing needs to be done; its pages are in the queue.`,
  }),
  'scan.unknown': () => ({ what: `This page is not in the ledger.`, next: CHOOSE_AGAIN }),
  'scan.settled': () => ({ what: `This page was dealt with already.`, next: `Load the queue again (F5).` }),
  'scan.notMatched': () => ({ what: `This page is not matched with a paper.`, next: `Open it and choose the paper.` }),
  'scan.paperBack': ({ documentNumber, pageNumber }) => ({
    what:
      pageNumber === null
        ? `Paper ${documentNumber} has its scan already.`
        : `Page ${pageNumber} of ${documentNumber} has its scan already.`,
    next: `Set this page aside, or take the earlier scan back first.`,
  }),
  'scan.folderMissing': ({ folder }) => ({
    what: `The folder ${folder} cannot be opened.`,
    next: `Check the path or the network drive and choose again.`,
  }),
  'paper.unknown': ({ text }) => ({ what: `No paper bears “${text}”.`, next: `Check the number on the paper.` }),
  'gift.unknown': () => ({ what: 'This receipt is not in the ledger.', next: CHOOSE_AGAIN }),
  'document.inFuture': ({ on, today }) => ({
    what: `${formatDay(on)} has not come yet; today is ${formatDay(today)}.`,
    next: 'Mend the day, or look at the clock of this computer.',
  }),
  'document.alreadyVoided': ({ documentNumber, voidedOn }) => ({
    what: `Paper ${documentNumber} was voided on ${formatDay(voidedOn)}.`,
    next: 'It need not be voided again.',
  }),
  'document.voidedBeforeIssue': ({ documentNumber, issuedOn }) => ({
    what: `Paper ${documentNumber} was issued on ${formatDay(issuedOn)} and cannot be voided before.`,
    next: 'Mend the day of the void.',
  }),
  ...repairRefusals,
  ...inboxRefusals,
  'paper.fileUnknown': () => ({
    what: `This ledger has no such file of papers.`,
    next: `Make the papers again and print the new file.`,
  }),
  'paper.overtaken': () => ({
    what: `A paper in this file was printed from another file after this one was made.`,
    next: `Make the papers again: what is printed once more must say that it is a copy.`,
  }),
  'paper.nothingToPrint': () => ({
    what: 'There is no paper to print yet.',
    next: 'Hand gifts over or certify repairs first, then print.',
  }),
  ...monthRefusals,
  ...keyRefusals,
}

const environment: FailureWording['environment'] = {
  'call.unknown': ({ call }) => ({
    what: `The program does not know the request “${call}”.`,
    next: 'Close and open the program; if it stays, tell the support.',
  }),
  'disk.full': () => ({
    what: 'The disk is full. The last step was not written; everything before it is kept.',
    next: 'Delete files you do not need and try again.',
  }),
  'disk.unwritable': ({ path }) => ({
    what: `${path} cannot be written to.`,
    next: 'See whether the folder or the USB stick is write-protected and try again.',
  }),
  'file.inUse': ({ path }) => ({
    what: `Another program has the file ${path} open.`,
    next: 'Close it there (mostly Excel) and try again.',
  }),
  ...keysInTrouble,
  'ledger.inUse': ({ folder }) => ({
    what: `The ledger in ${folder} is open in another window.`,
    next: 'Close the other one and open the program again.',
  }),
  'ledger.fromNewerVersion': ({ folder }) => ({
    what: `The ledger in ${folder} was written by a newer version of the program.`,
    next: 'Update the program on this computer and open it again.',
  }),
  'ledger.historyDiffers': ({ folder }) => ({
    what: `The structure of the ledger in ${folder} does not match this program.`,
    next: 'Write nothing more; tell the support.',
  }),
  'ledger.notALedger': ({ folder }) => ({
    what: `A file in ${folder} has the name of the ledger but is none.`,
    next: 'Choose another folder, or move that file away.',
  }),
  'ledger.damaged': ({ folder, detail }) => ({
    what: `The ledger in ${folder} is damaged (${detail}).`,
    next: 'Write nothing more; restore the newest backup or tell the support.',
  }),
  'ledger.sealBroken': ({ folder, detail }) => ({
    what: `The ledger file in ${folder} was changed from outside while it was closed (${detail}).`,
    next: 'Write nothing more; leave the computer as it is and tell the person in charge.',
  }),
  'office.stopped': () => ({
    what: 'The part that writes the ledger has stopped; the last step may not be written.',
    next: 'Wait some seconds until it runs again, see whether it was written, and try again.',
  }),
  'memory.full': () => ({
    what: 'This file needs more memory than one task may take, so it was not read. Nothing was changed.',
    next: 'Open the file in Excel, copy the list alone into a new file and try again.',
  }),
  'store.unreachable': ({ target, detail }) => ({
    what: `${target} does not answer or does not let us in (${detail}).`,
    next: 'See whether the server runs, and whether address, user and password (PGPASSWORD or .pgpass) are right.',
  }),
  'store.refused': ({ target, detail }) => ({
    what: `${target} refused to go on (${detail}). The packages before this one are loaded.`,
    next: 'Mend what the server names (a right, room on its disk), then run the same command again.',
  }),
  'store.inUse': ({ target }) => ({
    what: `Another loader is at work in ${target}.`,
    next: 'Wait until it has ended, then run the command again.',
  }),
  'store.fromNewerVersion': ({ target }) => ({
    what: `${target} was set up by a newer version of the program.`,
    next: 'Install the newest version and run the command again.',
  }),
  'job.cancelled': () => ({ what: 'Stopped as asked. Nothing was changed.', next: 'Start again when you like.' }),
}

export const failures: FailureWording = {
  refusals,
  environment,
  inputProblems: {
    required: 'This must be filled in',
    tooShort: 'Too short',
    tooLong: 'Too long',
    tooSmall: 'Too small',
    tooBig: 'Too big',
    forbiddenText: 'Must not begin with = + - @ or hold strange characters',
    notADay: 'Not a day; type it like 05/11/2026',
    notAPeriod: 'Not a month; type it like 11/2026',
    notAnAmount: 'Not an amount; type whole đồng',
    notACitizenId: 'A citizen ID has 12 digits and begins with a province code',
    notAPhone: 'A telephone number has 10 or 11 digits and begins with 0',
    malformed: 'Not written in the right form',
  },
  invalidInput: (fields) => ({ what: `Some fields are not right (${fields}).`, next: 'Mend them and try again.' }),
  pastedList: 'the pasted list',
  defect: (incident) => ({
    what: 'The program made a mistake of its own. The last step was not written.',
    next: `Try again; if it stays, tell the support the incident number ${incident}.`,
  }),
}
