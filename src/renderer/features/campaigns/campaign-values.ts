/** A campaign while it is being typed, and what of it goes to the office. */

import type { Campaign } from '../../../contract/campaigns.ts'
import type { Input } from '../../../contract/contract.ts'
import type { Day } from '../../../domain/day.ts'
import { type GrantedBy, MONEY_ITEM, moneyLine } from '../../../domain/gift.ts'
import type { HouseholdCategory } from '../../../domain/household-category.ts'
import { type Dong, isDong } from '../../../domain/money.ts'
import { EMPTY_LINE, isBlankLine, type LineValues, lineOf, typedSumDong } from '../../components/pasted-lines.ts'

/** What a number field holds: '' while it is empty. */
type Typed = number | string

export interface FundValues {
  name: string
  amountDong: Typed
}

export interface PackageValues {
  name: string
  /** Money in the package, which is a line of it like any other. */
  cashDong: Typed
  lines: LineValues[]
}

export interface CampaignValues {
  name: string
  /** Several are separated by semicolons. */
  decisions: string
  from: string
  to: string
  grantedBy: GrantedBy
  eligibleCategories: string[]
  eligibleCommunes: string[]
  giftsPerHousehold: Typed
  storeId: string | null
  targetHouseholds: Typed
  budgetDong: Typed
  repairBudgetDong: Typed
  repairBudgetPerHouseholdDong: Typed
  funds: FundValues[]
  giftPackages: PackageValues[]
}

type Opening = Input<'campaigns.open'>
type Terms = Omit<Opening, 'giftPackages'>

export const EMPTY_FUND: FundValues = { name: '', amountDong: '' }

export function emptyPackage(): PackageValues {
  return { name: '', cashDong: '', lines: [{ ...EMPTY_LINE }] }
}

/** A campaign begins with the month and ends with the year, unless somebody says otherwise. */
export function emptyCampaign(today: Day): CampaignValues {
  return {
    name: '',
    decisions: '',
    from: `${today.slice(0, 8)}01`,
    to: `${today.slice(0, 4)}-12-31`,
    grantedBy: 'list',
    eligibleCategories: [],
    eligibleCommunes: [],
    giftsPerHousehold: 1,
    storeId: null,
    targetHouseholds: '',
    budgetDong: '',
    repairBudgetDong: '',
    repairBudgetPerHouseholdDong: '',
    funds: [{ ...EMPTY_FUND }],
    giftPackages: [emptyPackage()],
  }
}

export function valuesOf(campaign: Campaign): CampaignValues {
  const { decisionNumbers, targetHouseholds, budgetDong, funds, giftPackages } = campaign
  return {
    ...campaign,
    decisions: decisionNumbers.join('; '),
    targetHouseholds: targetHouseholds ?? '',
    budgetDong: budgetDong ?? '',
    repairBudgetDong: campaign.repairBudgetDong ?? '',
    repairBudgetPerHouseholdDong: campaign.repairBudgetPerHouseholdDong ?? '',
    funds:
      funds.length > 0 ? funds.map((fund) => ({ ...fund, amountDong: fund.amountDong ?? '' })) : [{ ...EMPTY_FUND }],
    giftPackages: giftPackages.map(packageValuesOf),
  }
}

function packageValuesOf({ name, lines }: Campaign['giftPackages'][number]): PackageValues {
  const isMoney = (line: (typeof lines)[number]) =>
    line.name === MONEY_ITEM.name && line.unitOfMeasure === MONEY_ITEM.unitOfMeasure && line.unitPriceDong === 1
  const money = lines.find(isMoney)
  const goods = lines.filter((line) => line !== money)
  return { name, cashDong: money?.quantity ?? '', lines: goods.length > 0 ? goods : [{ ...EMPTY_LINE }] }
}

export function termsOf(values: CampaignValues): Terms {
  const { from, to, eligibleCategories, targetHouseholds, giftsPerHousehold } = values
  return {
    name: values.name,
    decisionNumbers: readDecisions(values.decisions),
    from: from as Day,
    to: to as Day,
    funds: withoutBlankEnd(values.funds, isBlankFund).map(({ name, amountDong }) => ({
      name,
      amountDong: amountOf(amountDong),
    })),
    budgetDong: budgetOf(values),
    repairBudgetDong: amountOf(values.repairBudgetDong),
    repairBudgetPerHouseholdDong: amountOf(values.repairBudgetPerHouseholdDong),
    targetHouseholds: targetHouseholds === '' ? null : Number(targetHouseholds),
    grantedBy: values.grantedBy,
    eligibleCategories: eligibleCategories as HouseholdCategory[],
    eligibleCommunes: values.eligibleCommunes,
    giftsPerHousehold: giftsPerHousehold === '' ? Number.NaN : Number(giftsPerHousehold),
    storeId: values.storeId,
  }
}

/** Null while the field is empty. */
function amountOf(typed: Typed): Dong | null {
  return typed === '' ? null : (Number(typed) as Dong)
}

export function packagesOf(values: CampaignValues): Opening['giftPackages'] {
  return values.giftPackages.map(({ name, cashDong, lines }) => {
    const cash = cashOf(cashDong)
    const goods = withoutBlankEnd(lines, isBlankLine).map(lineOf)
    if (cash) return { name, lines: [...goods, moneyLine(cash)] }
    return { name, lines: goods.length > 0 ? goods : lines.slice(0, 1).map(lineOf) }
  })
}

/** "12/QĐ-PC; 15/QĐ-EVN" as the two numbers. */
function readDecisions(typed: string): string[] {
  return typed.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
}

/** What is typed, else what the funds come to where each of them says how much it gives. */
export function budgetOf({ budgetDong, funds }: Pick<CampaignValues, 'budgetDong' | 'funds'>): Dong | null {
  if (budgetDong !== '') return Number(budgetDong) as Dong
  const given = withoutBlankEnd(funds, isBlankFund)
  if (given.length === 0 || given.some(({ amountDong }) => amountDong === '')) return null
  const sum = given.reduce((total, { amountDong }) => total + Number(amountDong), 0)
  return isDong(sum) ? sum : null
}

/** What a package is worth as typed so far; null where it is more than an amount may be. */
export function typedPackageDong({ cashDong, lines }: PackageValues): Dong | null {
  const goods = typedSumDong(lines)
  const sum = goods === null ? null : goods + (cashOf(cashDong) ?? 0)
  return sum !== null && isDong(sum) ? sum : null
}

function cashOf(typed: Typed): Dong | null {
  const cash = Number(typed)
  return typed !== '' && isDong(cash) && cash > 0 ? cash : null
}

function isBlankFund({ name, amountDong }: FundValues): boolean {
  return name.trim() === '' && amountDong === ''
}

/** Blank entries at the end are nothing; those before keep their places, so that a problem is told at its field. */
function withoutBlankEnd<Some>(some: readonly Some[], isBlank: (one: Some) => boolean): Some[] {
  return some.slice(0, some.findLastIndex((one) => !isBlank(one)) + 1)
}
