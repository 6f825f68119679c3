/** All texts of the window, Vietnamese first; English must have the same shape. */

import { failures as englishFailures } from '../../contract/wording/en/failures.ts'
import { listFindings as englishFindings } from '../../contract/wording/en/list-findings.ts'
import { packageFaults as englishFaults } from '../../contract/wording/en/package-faults.ts'
import { trade as englishTrade } from '../../contract/wording/en/trade.ts'
import { failures as vietnameseFailures } from '../../contract/wording/vi/failures.ts'
import { listFindings as vietnameseFindings } from '../../contract/wording/vi/list-findings.ts'
import { packageFaults as vietnameseFaults } from '../../contract/wording/vi/package-faults.ts'
import { trade as vietnameseTrade } from '../../contract/wording/vi/trade.ts'
import * as englishCampaigns from './en/campaigns.ts'
import * as englishComponents from './en/components.ts'
import * as englishCounter from './en/counter.ts'
import * as englishDistributions from './en/distributions.ts'
import * as englishDuplicates from './en/duplicates.ts'
import * as englishFirstRun from './en/first-run.ts'
import * as englishFrame from './en/frame.ts'
import * as englishHouseholds from './en/households.ts'
import * as englishImports from './en/imports.ts'
import * as englishInbox from './en/inbox.ts'
import * as englishIndicators from './en/indicators.ts'
import * as englishMonths from './en/months.ts'
import * as englishPapers from './en/papers.ts'
import * as englishPeople from './en/people.ts'
import * as englishRepairs from './en/repairs.ts'
import * as englishScanner from './en/scanner.ts'
import * as englishScans from './en/scans.ts'
import * as englishStock from './en/stock.ts'
import * as vietnameseCampaigns from './vi/campaigns.ts'
import * as vietnameseComponents from './vi/components.ts'
import * as vietnameseCounter from './vi/counter.ts'
import * as vietnameseDistributions from './vi/distributions.ts'
import * as vietnameseDuplicates from './vi/duplicates.ts'
import * as vietnameseFirstRun from './vi/first-run.ts'
import * as vietnameseFrame from './vi/frame.ts'
import * as vietnameseHouseholds from './vi/households.ts'
import * as vietnameseImports from './vi/imports.ts'
import * as vietnameseInbox from './vi/inbox.ts'
import * as vietnameseIndicators from './vi/indicators.ts'
import * as vietnameseMonths from './vi/months.ts'
import * as vietnamesePapers from './vi/papers.ts'
import * as vietnamesePeople from './vi/people.ts'
import * as vietnameseRepairs from './vi/repairs.ts'
import * as vietnameseScanner from './vi/scanner.ts'
import * as vietnameseScans from './vi/scans.ts'
import * as vietnameseStock from './vi/stock.ts'

const vi = {
  ...vietnameseFrame,
  ...vietnameseComponents,
  ...vietnameseFirstRun,
  ...vietnameseHouseholds,
  ...vietnameseDistributions,
  ...vietnameseDuplicates,
  ...vietnameseCampaigns,
  ...vietnameseCounter,
  ...vietnameseRepairs,
  ...vietnameseInbox,
  ...vietnameseMonths,
  ...vietnameseIndicators,
  ...vietnameseImports,
  ...vietnamesePapers,
  ...vietnamesePeople,
  ...vietnameseScanner,
  ...vietnameseScans,
  ...vietnameseStock,
  failures: vietnameseFailures,
  trade: vietnameseTrade,
  listFindings: vietnameseFindings,
  packageFaults: vietnameseFaults,
}
export type Text = typeof vi

const en = {
  ...englishFrame,
  ...englishComponents,
  ...englishFirstRun,
  ...englishHouseholds,
  ...englishDistributions,
  ...englishDuplicates,
  ...englishCampaigns,
  ...englishCounter,
  ...englishRepairs,
  ...englishInbox,
  ...englishMonths,
  ...englishIndicators,
  ...englishImports,
  ...englishPapers,
  ...englishPeople,
  ...englishScanner,
  ...englishScans,
  ...englishStock,
  failures: englishFailures,
  trade: englishTrade,
  listFindings: englishFindings,
  packageFaults: englishFaults,
} satisfies Text

export const texts = { vi, en }
export type Language = keyof typeof texts
