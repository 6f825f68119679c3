/** All texts of the window, Vietnamese first; English must have the same shape. */

import { failures as englishFailures } from '../../contract/wording/en/failures.ts'
import { trade as englishTrade } from '../../contract/wording/en/trade.ts'
import { failures as vietnameseFailures } from '../../contract/wording/vi/failures.ts'
import { trade as vietnameseTrade } from '../../contract/wording/vi/trade.ts'
import * as englishComponents from './en/components.ts'
import * as englishCounter from './en/counter.ts'
import * as englishFirstRun from './en/first-run.ts'
import * as englishFrame from './en/frame.ts'
import * as englishHouseholds from './en/households.ts'
import * as vietnameseComponents from './vi/components.ts'
import * as vietnameseCounter from './vi/counter.ts'
import * as vietnameseFirstRun from './vi/first-run.ts'
import * as vietnameseFrame from './vi/frame.ts'
import * as vietnameseHouseholds from './vi/households.ts'

const vi = {
  ...vietnameseFrame,
  ...vietnameseComponents,
  ...vietnameseFirstRun,
  ...vietnameseHouseholds,
  ...vietnameseCounter,
  failures: vietnameseFailures,
  trade: vietnameseTrade,
}
export type Text = typeof vi

const en = {
  ...englishFrame,
  ...englishComponents,
  ...englishFirstRun,
  ...englishHouseholds,
  ...englishCounter,
  failures: englishFailures,
  trade: englishTrade,
} satisfies Text

export const texts = { vi, en }
export type Language = keyof typeof texts
