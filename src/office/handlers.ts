/** Who answers what: one use case for each call of the contract. */

import { findCommunes, tableOfCommunes } from './answers/communes.ts'
import { describeOffice } from './answers/describe-office.ts'
import { getPair, householdsAlike, listOfPairs } from './answers/duplicates.ts'
import { cardOfHousehold, listOfCampaigns, listOfHandovers } from './answers/gifts.ts'
import { getHousehold, searchForHouseholds } from './answers/households.ts'
import { findPaper, matchIdCard } from './answers/id-cards.ts'
import { listOfImports, rowsOfImport } from './answers/imports.ts'
import { checkOfMonth, listOfMonths, pageOfJournal, verdictOfJournal } from './answers/months.ts'
import {
  copyOfHouseholds,
  countsOfHouseholds,
  outlineOfHouseholds,
  pageOfHouseholds,
  totalsOfHouseholds,
} from './answers/registry-list.ts'
import { getRepair, listOfRepairs } from './answers/repairs.ts'
import { listOfFilters } from './answers/saved-filters.ts'
import type { Handlers } from './handler.ts'
import { addPersonToOffice } from './use-cases/add-person.ts'
import { amendHousehold } from './use-cases/amend-household.ts'
import { certifyRepair } from './use-cases/certify-repair.ts'
import { closeMonth } from './use-cases/close-month.ts'
import { eraseHouseholds } from './use-cases/erase-household.ts'
import { exportHouseholds } from './use-cases/export-households.ts'
import { handOverGift } from './use-cases/hand-over-gift.ts'
import { loadCommunes } from './use-cases/load-communes.ts'
import { mergeTwoHouseholds } from './use-cases/merge-households.ts'
import { openCampaign } from './use-cases/open-campaign.ts'
import { packageMonth } from './use-cases/package-month.ts'
import { previewImport } from './use-cases/preview-import.ts'
import { printCertificates, printReceipts, printSignOffList } from './use-cases/print-papers.ts'
import { readIdCard } from './use-cases/read-id-card.ts'
import { recordRepair } from './use-cases/record-repair.ts'
import { registerHousehold } from './use-cases/register-household.ts'
import { removeSavedFilter } from './use-cases/remove-filter.ts'
import { revealCitizenId } from './use-cases/reveal-citizen-id.ts'
import { runImport } from './use-cases/run-import.ts'
import { saveFilter } from './use-cases/save-filter.ts'
import { saveFindings } from './use-cases/save-findings.ts'
import { setHouseholdStatus } from './use-cases/set-household-status.ts'
import { setUpOffice } from './use-cases/set-up-office.ts'
import { settleDuplicate } from './use-cases/settle-duplicate.ts'
import { startSession } from './use-cases/start-session.ts'
import { undoImport } from './use-cases/undo-import.ts'
import { undoMerge } from './use-cases/undo-merge.ts'
import { verifyPackage } from './use-cases/verify-package.ts'
import { voidHandover } from './use-cases/void-handover.ts'
import { voidRepair } from './use-cases/void-repair.ts'

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
  'gifts.card': cardOfHousehold,
  'gifts.handOver': handOverGift,
  'gifts.void': voidHandover,
  'gifts.list': listOfHandovers,
  'repairs.list': listOfRepairs,
  'repairs.get': getRepair,
  'repairs.record': recordRepair,
  'repairs.certify': certifyRepair,
  'repairs.void': voidRepair,
  'papers.receipts': printReceipts,
  'papers.signOffList': printSignOffList,
  'papers.certificates': printCertificates,
  'months.list': listOfMonths,
  'months.check': checkOfMonth,
  'months.close': closeMonth,
  'months.package': packageMonth,
  'packages.verify': verifyPackage,
  'journal.page': pageOfJournal,
  'journal.verify': verdictOfJournal,
} satisfies Handlers
