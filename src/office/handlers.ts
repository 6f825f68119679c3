/** Who answers what: one use case for each call of the contract. */

import {
  entriesOfGiftList,
  grantsOfLists,
  listOfCampaigns,
  listOfGiftLists,
  proposeGiftList,
} from './answers/campaigns.ts'
import { findCommunes, tableOfCommunes } from './answers/communes.ts'
import { getConfirmation, listOfConfirmations } from './answers/confirmations.ts'
import { describeOffice } from './answers/describe-office.ts'
import {
  candidatesForDistribution,
  getDistribution,
  listOfDistributions,
  missingPapersOf,
} from './answers/distributions.ts'
import { getPair, householdsAlike, listOfPairs } from './answers/duplicates.ts'
import { cardOfHousehold, listOfHandovers, receiptByText } from './answers/gifts.ts'
import { getHousehold, searchForHouseholds } from './answers/households.ts'
import { findPaper, matchIdCard } from './answers/id-cards.ts'
import { listOfImports, rowsOfImport } from './answers/imports.ts'
import { conflictsOfMonth, overviewOfInbox } from './answers/inbox.ts'
import { indicatorsOfOneMonth, versionsOfDefinitions } from './answers/indicators.ts'
import { checkOfMonth, correctionsOf, listOfMonths, pageOfJournal, verdictOfJournal } from './answers/months.ts'
import {
  copyOfHouseholds,
  countsOfHouseholds,
  outlineOfHouseholds,
  pageOfHouseholds,
  totalsOfHouseholds,
} from './answers/registry-list.ts'
import {
  costsOfRepairs,
  findRepairByText,
  getRepair,
  knownForRepairs,
  listOfRepairs,
  repairsOfOneHousehold,
} from './answers/repairs.ts'
import { listOfFilters } from './answers/saved-filters.ts'
import { findPaperOfScan, keptScans, queueOfScans, scansById } from './answers/scans.ts'
import { cardOfItem, onHandOnDay, placesOfStock, slipsOfStock } from './answers/stock.ts'
import type { Handlers } from './handler.ts'
import { addPersonToOffice } from './use-cases/add-person.ts'
import { addItemToStock } from './use-cases/add-stock-item.ts'
import { addDistributionPoint, addPlaceToStock } from './use-cases/add-stock-place.ts'
import { amendHousehold } from './use-cases/amend-household.ts'
import { approveGiftList, declineGiftList } from './use-cases/approve-gift-list.ts'
import { backUpLedger } from './use-cases/back-up-ledger.ts'
import { closeMonth } from './use-cases/close-month.ts'
import { correctMonth } from './use-cases/correct-month.ts'
import { correctSlip } from './use-cases/correct-slip.ts'
import { countStock } from './use-cases/count-stock.ts'
import { keepMatchedScans, keepScan, setScansAside, takeScansBack } from './use-cases/decide-scans.ts'
import { defineIndicator } from './use-cases/define-indicator.ts'
import { copyPackage, markPackageMailed } from './use-cases/dispatch-package.ts'
import { drawUpGiftList } from './use-cases/draw-up-gift-list.ts'
import { enterIndicators } from './use-cases/enter-indicators.ts'
import { carryOver, enterSheets, substitute } from './use-cases/enter-sheets.ts'
import { eraseHouseholds } from './use-cases/erase-household.ts'
import { exportHouseholds } from './use-cases/export-households.ts'
import { handOverGift } from './use-cases/hand-over-gift.ts'
import { previewPackage } from './use-cases/inbox/preview-package.ts'
import { readKeyFile, takeInKey } from './use-cases/inbox/take-in-key.ts'
import { takeInPackage } from './use-cases/inbox/take-in-package.ts'
import { writeConflictFiles } from './use-cases/inbox/write-conflicts.ts'
import { issueKit } from './use-cases/issue-kit.ts'
import { loadCommunes } from './use-cases/load-communes.ts'
import { mergeTwoHouseholds } from './use-cases/merge-households.ts'
import { moveStock } from './use-cases/move-stock.ts'
import { amendCampaign, openCampaign } from './use-cases/open-campaign.ts'
import { packageMonth } from './use-cases/package-month.ts'
import { amendDistribution, cancelDistribution, planDistribution } from './use-cases/plan-distribution.ts'
import { previewImport } from './use-cases/preview-import.ts'
import { printClosingMinutes } from './use-cases/print-closing-minutes.ts'
import { printGiftList } from './use-cases/print-gift-list.ts'
import { printKit } from './use-cases/print-kit.ts'
import { printReceipts, printSignOffList, printVoidSlips } from './use-cases/print-papers.ts'
import { printConfirmationList, printRepairPapers, printSurveyForms } from './use-cases/print-repair-papers.ts'
import { printCountSheet, printStockSlip } from './use-cases/print-stock.ts'
import { proposeClosing } from './use-cases/propose-closing.ts'
import { readIdCard } from './use-cases/read-id-card.ts'
import { readScannedPapers } from './use-cases/read-scans.ts'
import { registerHousehold } from './use-cases/register-household.ts'
import { removeSavedFilter } from './use-cases/remove-filter.ts'
import { reopenMonth } from './use-cases/reopen-month.ts'
import { acceptRepair } from './use-cases/repairs/accept-repair.ts'
import { addRepairPhotos, removePhoto } from './use-cases/repairs/add-photos.ts'
import { answerConfirmation } from './use-cases/repairs/answer-confirmation.ts'
import { cancelRepair } from './use-cases/repairs/cancel-repair.ts'
import { certifyRepair } from './use-cases/repairs/certify-repair.ts'
import { checkRepair, recheckRepair } from './use-cases/repairs/check-repair.ts'
import { complainOfRepair, settleComplaint } from './use-cases/repairs/complaints.ts'
import { declareUnsafe } from './use-cases/repairs/declare-unsafe.ts'
import { drawUpConfirmation } from './use-cases/repairs/draw-up-confirmation.ts'
import { exemptRepair } from './use-cases/repairs/exempt-repair.ts'
import { finishWork } from './use-cases/repairs/finish-work.ts'
import { drawMaterials, returnMaterials } from './use-cases/repairs/move-materials.ts'
import { openRepairs } from './use-cases/repairs/open-repairs.ts'
import { planRepair } from './use-cases/repairs/plan-repair.ts'
import { reworkRepair } from './use-cases/repairs/rework-repair.ts'
import { setCheckLimits } from './use-cases/repairs/set-check-limits.ts'
import { surveyRepair } from './use-cases/repairs/survey-repair.ts'
import { voidRepairPaper } from './use-cases/repairs/void-repair-paper.ts'
import { revealCitizenId } from './use-cases/reveal-citizen-id.ts'
import { runImport } from './use-cases/run-import.ts'
import { saveFilter } from './use-cases/save-filter.ts'
import { saveFindings } from './use-cases/save-findings.ts'
import { setHouseholdStatus } from './use-cases/set-household-status.ts'
import { setUpOffice } from './use-cases/set-up-office.ts'
import { settleDuplicate } from './use-cases/settle-duplicate.ts'
import { startSession } from './use-cases/start-session.ts'
import { takeInAcknowledgement } from './use-cases/take-in-acknowledgement.ts'
import { checkTaking, noteTaking } from './use-cases/take-papers.ts'
import { undoImport } from './use-cases/undo-import.ts'
import { undoMerge } from './use-cases/undo-merge.ts'
import { verifyPackage } from './use-cases/verify-package.ts'
import { voidGift } from './use-cases/void-receipt.ts'
import { waitingScans, watchScans } from './use-cases/watch-scans.ts'

export const handlers = {
  'office.describe': describeOffice,
  'office.setUp': setUpOffice,
  'session.start': startSession,
  'people.add': addPersonToOffice,
  'households.search': searchForHouseholds,
  'households.outline': outlineOfHouseholds,
  'households.page': pageOfHouseholds,
  'households.count': countsOfHouseholds,
  'households.totals': totalsOfHouseholds,
  'households.copy': copyOfHouseholds,
  'households.export': exportHouseholds,
  'households.get': getHousehold,
  'households.register': registerHousehold,
  'households.amend': amendHousehold,
  'households.setStatus': setHouseholdStatus,
  'households.erase': eraseHouseholds,
  'households.revealCitizenId': revealCitizenId,
  'duplicates.list': listOfPairs,
  'duplicates.get': getPair,
  'duplicates.like': householdsAlike,
  'duplicates.settle': settleDuplicate,
  'households.merge': mergeTwoHouseholds,
  'households.undoMerge': undoMerge,
  'filters.list': listOfFilters,
  'filters.save': saveFilter,
  'filters.remove': removeSavedFilter,
  'idCards.match': matchIdCard,
  'idCards.readImage': readIdCard,
  'papers.find': findPaper,
  'communes.find': findCommunes,
  'communes.table': tableOfCommunes,
  'communes.load': loadCommunes,
  'imports.preview': previewImport,
  'imports.run': runImport,
  'imports.saveFindings': saveFindings,
  'imports.undo': undoImport,
  'imports.rows': rowsOfImport,
  'imports.list': listOfImports,
  'campaigns.list': listOfCampaigns,
  'campaigns.open': openCampaign,
  'campaigns.amend': amendCampaign,
  'giftLists.list': listOfGiftLists,
  'giftLists.propose': proposeGiftList,
  'giftLists.drawUp': drawUpGiftList,
  'giftLists.approve': approveGiftList,
  'giftLists.decline': declineGiftList,
  'giftLists.entries': entriesOfGiftList,
  'giftLists.grants': grantsOfLists,
  'distributions.list': listOfDistributions,
  'distributions.get': getDistribution,
  'distributions.candidates': candidatesForDistribution,
  'distributions.addPoint': addDistributionPoint,
  'distributions.plan': planDistribution,
  'distributions.amend': amendDistribution,
  'distributions.cancel': cancelDistribution,
  'distributions.issueKit': issueKit,
  'distributions.enterSheets': enterSheets,
  'distributions.substitute': substitute,
  'distributions.carryOver': carryOver,
  'distributions.missingPapers': missingPapersOf,
  'stock.places': placesOfStock,
  'stock.addPlace': addPlaceToStock,
  'stock.addItem': addItemToStock,
  'stock.onHand': onHandOnDay,
  'stock.card': cardOfItem,
  'stock.slips': slipsOfStock,
  'stock.move': moveStock,
  'stock.correct': correctSlip,
  'stock.count': countStock,
  'scans.read': readScannedPapers,
  'scans.queue': queueOfScans,
  'scans.pages': scansById,
  'scans.keep': keepScan,
  'scans.keepMatched': keepMatchedScans,
  'scans.setAside': setScansAside,
  'scans.takeBack': takeScansBack,
  'scans.findPaper': findPaperOfScan,
  'scans.ofPaper': keptScans,
  'scans.waiting': waitingScans,
  'scans.watch': watchScans,
  'gifts.card': cardOfHousehold,
  'gifts.handOver': handOverGift,
  'gifts.void': voidGift,
  'gifts.list': listOfHandovers,
  'gifts.receipt': receiptByText,
  'repairs.list': listOfRepairs,
  'repairs.get': getRepair,
  'repairs.find': findRepairByText,
  'repairs.ofHousehold': repairsOfOneHousehold,
  'repairs.costs': costsOfRepairs,
  'repairs.known': knownForRepairs,
  'repairs.open': openRepairs,
  'repairs.survey': surveyRepair,
  'repairs.exempt': exemptRepair,
  'repairs.plan': planRepair,
  'repairs.drawMaterials': drawMaterials,
  'repairs.returnMaterials': returnMaterials,
  'repairs.finishWork': finishWork,
  'repairs.check': checkRepair,
  'repairs.rework': reworkRepair,
  'repairs.accept': acceptRepair,
  'repairs.certify': certifyRepair,
  'repairs.declareUnsafe': declareUnsafe,
  'repairs.recheck': recheckRepair,
  'repairs.cancel': cancelRepair,
  'repairs.voidPaper': voidRepairPaper,
  'repairs.complain': complainOfRepair,
  'repairs.settleComplaint': settleComplaint,
  'repairs.setLimits': setCheckLimits,
  'repairs.addPhotos': addRepairPhotos,
  'repairs.removePhoto': removePhoto,
  'confirmations.list': listOfConfirmations,
  'confirmations.get': getConfirmation,
  'confirmations.drawUp': drawUpConfirmation,
  'confirmations.answer': answerConfirmation,
  'papers.receipts': printReceipts,
  'papers.signOffList': printSignOffList,
  'papers.giftList': printGiftList,
  'papers.kit': printKit,
  'papers.voidSlips': printVoidSlips,
  'papers.stockSlip': printStockSlip,
  'papers.countSheet': printCountSheet,
  'papers.closingMinutes': printClosingMinutes,
  'papers.repairPapers': printRepairPapers,
  'papers.surveyForms': printSurveyForms,
  'papers.confirmationList': printConfirmationList,
  'papers.checkTaking': checkTaking,
  'papers.noteTaking': noteTaking,
  'months.list': listOfMonths,
  'months.check': checkOfMonth,
  'months.propose': proposeClosing,
  'months.close': closeMonth,
  'months.reopen': reopenMonth,
  'months.correct': correctMonth,
  'months.corrections': correctionsOf,
  'months.package': packageMonth,
  'months.copyPackage': copyPackage,
  'months.markMailed': markPackageMailed,
  'months.takeInAcknowledgement': takeInAcknowledgement,
  'inbox.preview': previewPackage,
  'inbox.takeIn': takeInPackage,
  'inbox.overview': overviewOfInbox,
  'inbox.conflicts': conflictsOfMonth,
  'inbox.writeConflicts': writeConflictFiles,
  'inbox.readKey': readKeyFile,
  'inbox.takeInKey': takeInKey,
  'indicators.ofMonth': indicatorsOfOneMonth,
  'indicators.definitions': versionsOfDefinitions,
  'indicators.enter': enterIndicators,
  'indicators.define': defineIndicator,
  'ledger.backUp': backUpLedger,
  'packages.verify': verifyPackage,
  'journal.page': pageOfJournal,
  'journal.verify': verdictOfJournal,
} satisfies Handlers
