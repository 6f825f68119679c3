/** What may be asked: every query, command and job of the office in one table. */

import type { z } from 'zod'
import type { AnyCall } from './call.ts'
import { campaignCalls } from './campaigns.ts'
import { communeCalls } from './communes.ts'
import { confirmationCalls } from './confirmations.ts'
import { distributionCalls } from './distributions.ts'
import { duplicateCalls } from './duplicates.ts'
import { giftCalls } from './gifts.ts'
import { householdCalls } from './households.ts'
import { idCardCalls } from './id-cards.ts'
import { importCalls } from './imports.ts'
import { inboxCalls } from './inbox.ts'
import { indicatorCalls } from './indicators.ts'
import { monthCalls } from './months.ts'
import { officeCalls } from './office.ts'
import { paperCalls } from './papers.ts'
import { repairPhotoCalls } from './repair-photos.ts'
import { repairCalls } from './repairs.ts'
import { savedFilterCalls } from './saved-filters.ts'
import { scanCalls } from './scans.ts'
import { stockCalls } from './stock.ts'

export const contract = {
  ...officeCalls,
  ...householdCalls,
  ...duplicateCalls,
  ...savedFilterCalls,
  ...idCardCalls,
  ...communeCalls,
  ...importCalls,
  ...campaignCalls,
  ...giftCalls,
  ...distributionCalls,
  ...stockCalls,
  ...scanCalls,
  ...repairCalls,
  ...confirmationCalls,
  ...repairPhotoCalls,
  ...paperCalls,
  ...monthCalls,
  ...inboxCalls,
  ...indicatorCalls,
} satisfies Record<string, AnyCall>

export type Contract = typeof contract
export type CallName = keyof Contract
export type QueryName = { [Name in CallName]: Contract[Name]['kind'] extends 'query' ? Name : never }[CallName]
export type CommandName = { [Name in CallName]: Contract[Name]['kind'] extends 'command' ? Name : never }[CallName]
export type JobName = { [Name in CallName]: Contract[Name]['kind'] extends 'job' ? Name : never }[CallName]

/** What a caller writes; the office gets what the schema makes of it. */
export type Input<Name extends CallName> = z.input<Contract[Name]['input']>
export type ParsedInput<Name extends CallName> = z.output<Contract[Name]['input']>
export type Output<Name extends CallName> = z.output<Contract[Name]['output']>

export function isCallName(text: string): text is CallName {
  return Object.hasOwn(contract, text)
}
