/** demo: the main job on invented people, from the sample lists to a checked package, in a fresh practice ledger. */

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Client } from '../../contract/client.ts'
import type { Input } from '../../contract/contract.ts'
import { ALL_HOUSEHOLDS } from '../../contract/households.ts'
import { ACCEPT_AS_FOUND } from '../../contract/imports.ts'
import { type Day, dayInVietnam, parseDay } from '../../domain/day.ts'
import { NO_CHOICES } from '../../domain/household-list.ts'
import { dong } from '../../domain/money.ts'
import { nextPeriod, type Period, periodEnd, periodOf, periodStart, previousPeriod } from '../../domain/period.ts'
import type { TerminalCommand } from '../command.ts'
import { repairDemo } from '../demo-repairs.ts'
import { noteTaken, SAMPLE_FOLDER, withOffice } from '../office-session.ts'
import { EXIT, granted, type Outlet, UsageError } from '../outlet.ts'

const HANDOVER_COUNT = 50
/** Two of them end otherwise than with a certificate. */
const REPAIR_COUNT = 12
const PRACTICE_OFFICE = {
  officeCode: 'PC042',
  officeName: 'Đội Quản lý Điện lực khu vực Mẫu',
  parentOrganisation: 'Công ty Điện lực Mẫu',
  place: 'Xã Mẫu',
  signerTitle: 'Đội trưởng',
  signerName: 'Nguyễn Văn Mẫu',
  isPractice: true,
}

/** One thing the demo did: a line for people, facts for machines. */
type Tell = (step: string, line: string, facts: object) => void

interface Stage {
  client: Client
  outlet: Outlet
  tell: Tell
  period: Period
}

const shown = (path: string) => relative(process.cwd(), path) || path

/** A day of the demo's month, spread over it by a number. */
function dayOfMonth(period: Period, index: number): Day {
  return parseDay(`${period}-${String(1 + (index % 28)).padStart(2, '0')}`) ?? periodEnd(period)
}

/** What one records the other certifies, and the closing that one draws up the other approves. */
interface TwoPeople {
  recorderId: string
  certifierId: string
}

async function setUp({ client }: Stage): Promise<TwoPeople> {
  const person = { fullName: 'Trần Thị Thử', role: 'administrator' as const }
  const { personId: recorderId } = granted(await client.command('office.setUp', { ...PRACTICE_OFFICE, person }))
  granted(await client.query('session.start', { personId: recorderId }))
  const second = { fullName: PRACTICE_OFFICE.signerName, role: 'supervisor' as const }
  const { personId: certifierId } = granted(await client.command('people.add', second))
  return { recorderId, certifierId }
}

async function importSamples({ client, outlet, tell }: Stage): Promise<void> {
  const names = readdirSync(SAMPLE_FOLDER).filter((name) => name.endsWith('.xlsx'))
  for (const name of names.sort()) {
    const file = join(SAMPLE_FOLDER, name)
    const list = { source: { file }, choices: NO_CHOICES, identities: [] }
    const { fileSha256, warningCount } = granted(await client.job('imports.preview', list))
    const batch = granted(await client.job('imports.run', { ...list, fileSha256, ...ACCEPT_AS_FOUND }))
    tell('import', outlet.text.demo.imported(name, batch, warningCount), { ...batch, warningCount })
  }
}

async function openCampaign({ client, outlet, tell, period }: Stage) {
  const name = `Tri ân khách hàng ${period.slice(0, 4)}`
  const { campaignId, giftPackageIds } = granted(
    await client.command('campaigns.open', {
      name,
      decisionNumbers: ['1234/QĐ-PCM'],
      funds: [{ name: 'Quỹ phúc lợi', amountDong: null }],
      budgetDong: null,
      repairBudgetDong: dong(20_000_000),
      repairBudgetPerHouseholdDong: dong(1_500_000),
      targetHouseholds: null,
      grantedBy: 'categories',
      from: periodStart(period),
      to: periodEnd(nextPeriod(period)),
      eligibleCategories: [],
      eligibleCommunes: [],
      giftsPerHousehold: 1,
      storeId: null,
      giftPackages: [
        {
          name: 'Suất quà Tết',
          lines: [
            { name: 'Gạo tẻ', unitOfMeasure: 'kg', quantity: 10, unitPriceDong: dong(18_000) },
            { name: 'Dầu ăn', unitOfMeasure: 'chai', quantity: 2, unitPriceDong: dong(45_000) },
            { name: 'Đèn LED 9 W', unitOfMeasure: 'bóng', quantity: 2, unitPriceDong: dong(35_000) },
            { name: 'Tiền mặt', unitOfMeasure: 'suất', quantity: 1, unitPriceDong: dong(160_000) },
          ],
        },
      ],
    }),
  )
  tell('campaign', outlet.text.demo.campaignOpened(name), { campaignId, name })
  return { campaignId, giftPackageId: giftPackageIds[0] ?? '' }
}

async function listHouseholdIds({ client }: Stage): Promise<string[]> {
  const filter = ALL_HOUSEHOLDS
  const page = granted(await client.query('households.page', { filter, after: null, limit: HANDOVER_COUNT }))
  return page.households.map((household) => household.householdId)
}

/** On a new receipt, outside a distribution, within the rule. */
const AT_THE_COUNTER = { eventId: null, receiptId: null, overruledBecause: null }

async function handOverGifts(
  { client, outlet, tell, period }: Stage,
  campaign: { campaignId: string; giftPackageId: string },
  householdIds: string[],
): Promise<void> {
  let totalDong = 0
  for (const [index, householdId] of householdIds.entries()) {
    const isProxy = index % 9 === 8
    const recipient = isProxy
      ? { kind: 'proxy' as const, fullName: 'Lê Văn Thay', relation: 'con', paper: null }
      : { kind: 'headOfHousehold' as const }
    const handedOverOn = dayOfMonth(period, index)
    const gift = { ...campaign, householdId, handedOverOn, recipient }
    const given = granted(await client.command('gifts.handOver', { ...gift, ...AT_THE_COUNTER }))
    totalDong += given.valueDong
  }
  tell('handovers', outlet.text.demo.handedOver(householdIds.length, totalDong), {
    count: householdIds.length,
    totalDong,
  })
}

async function repairHomes(
  { client, outlet, tell, period }: Stage,
  campaignId: string,
  householdIds: string[],
  people: TwoPeople,
): Promise<void> {
  const { count, totalDong } = await repairDemo({
    ...{ client, campaignId, householdIds, ...people },
    openedOn: dayOfMonth(period, 0),
    confirmedOn: dayOfMonth(period, 2),
    doneOn: (index) => dayOfMonth(period, index + 3),
  })
  tell('repairs', outlet.text.demo.repaired(count, totalDong), { count, totalDong })
}

/** A month in which most promises were kept; what is not among them stays to be explained. */
const INDICATORS: Input<'indicators.enter'>['entries'] = [
  { code: 'SAIDI', numerator: 125_430.5, denominator: 20_500 },
  { code: 'SAIFI', numerator: 8_200, denominator: 20_500 },
  { code: 'MAIFI', numerator: 1_150, denominator: 20_500 },
  { code: 'CAP_LAI', numerator: 11, denominator: 12 },
  { code: 'CAP_MOI_TP', numerator: 24, denominator: 24 },
  { code: 'CAP_MOI_NT', numerator: 31, denominator: 31 },
  { code: 'CAP_MOI_KHAC', numerator: 0, denominator: 0 },
  { code: 'BAO_TRUOC', numerator: 6, denominator: 6 },
  { code: 'TRA_LOI', numerator: 117, denominator: 118 },
  { code: 'KHIEU_NAI', numerator: 3, denominator: 3 },
  { code: 'HOI_NGHI', numerator: 1, denominator: null },
  { code: 'DU_HOI_NGHI', numerator: 64, denominator: 1 },
  { code: 'Y_KIEN', numerator: 17, denominator: 19 },
]

async function enterIndicators({ client, outlet, tell, period }: Stage): Promise<void> {
  const { entered } = granted(await client.command('indicators.enter', { period, entries: INDICATORS }))
  tell('indicators', outlet.text.demo.indicatorsEntered(entered), { count: entered })
}

const ALL_RECEIPTS = { eventId: null, receiptIds: null, fromNumber: null, toNumber: null }

async function printPapers({ client, outlet, tell }: Stage, campaignId: string): Promise<void> {
  const receipts = granted(await client.job('papers.receipts', { campaignId, ...ALL_RECEIPTS, layout: 'A4' }))
  tell('receipts', outlet.text.demo.printed('handoverReceipt', receipts, shown(receipts.file)), receipts)
  const list = granted(await client.job('papers.signOffList', { campaignId }))
  tell('signOffList', outlet.text.demo.listPrinted(list.pageCount, shown(list.file)), list)
  const all = { repairIds: null, campaignId, fromNumber: null, toNumber: null }
  const certificates = granted(await client.job('papers.repairPapers', { kind: 'repairCertificate', ...all }))
  tell(
    'certificates',
    outlet.text.demo.printed('repairCertificate', certificates, shown(certificates.file)),
    certificates,
  )
  for (const printed of [receipts, list, certificates]) await noteTaken(client, printed)
}

async function closeAndPackage({ client, outlet, tell, period }: Stage, people: TwoPeople): Promise<boolean> {
  granted(await client.job('ledger.backUp', { folder: null }))
  const { figures, warnings } = granted(await client.query('months.check', { period }))
  const explanations = warnings.map(({ code }) => ({ code, words: outlet.text.demo.explanation }))
  granted(await client.command('months.propose', { period, explanations }))
  granted(await client.query('session.start', { personId: people.certifierId }))
  const { sequence } = granted(await client.command('months.close', { period, explanations: [] }))
  granted(await client.query('session.start', { personId: people.recorderId }))
  tell('close', outlet.text.closed(period, sequence, figures), { period, sequence, figures })
  const made = granted(await client.job('months.package', { period, folder: null }))
  tell('package', outlet.text.packaged({ ...made, file: shown(made.file) }), made)
  const { faults } = granted(await client.job('packages.verify', { path: made.file, keysFolder: null }))
  for (const fault of faults) outlet.say(outlet.text.fault(fault))
  tell('verify', outlet.text.verdict(faults.length), { faults })
  const journal = granted(await client.query('journal.verify', {}))
  tell('journal', outlet.text.journalVerdict(journal), journal)
  return faults.length === 0 && journal.firstBroken === null
}

/** ./demo, empty. An earlier demo in it is removed; a folder of that name with anything else in it is left alone. */
function freshFolder(): string {
  const folder = resolve('demo')
  if (!existsSync(folder)) return folder
  if (readdirSync(folder).some((name) => name !== 'ledger')) throw new UsageError('foreignFolder', folder)
  rmSync(folder, { recursive: true })
  return folder
}

export const demoCommand: TerminalCommand = {
  name: 'demo',
  options: {},
  async run({ outlet }) {
    const startedMs = Date.now()
    const folder = freshFolder()
    const steps: object[] = []
    const tell: Tell = (step, line, facts) => {
      outlet.say(line)
      steps.push({ step, ...facts })
    }
    const period = previousPeriod(periodOf(dayInVietnam(startedMs)))
    const isGood = await withOffice(join(folder, 'ledger'), async (client) => {
      const stage: Stage = { client, outlet, tell, period }
      const people = await setUp(stage)
      tell('ledger', outlet.text.demo.begun(shown(join(folder, 'ledger'))), { folder })
      await importSamples(stage)
      const campaign = await openCampaign(stage)
      const householdIds = await listHouseholdIds(stage)
      await handOverGifts(stage, campaign, householdIds)
      await repairHomes(stage, campaign.campaignId, householdIds.slice(0, REPAIR_COUNT), people)
      await enterIndicators(stage)
      await printPapers(stage, campaign.campaignId)
      return closeAndPackage(stage, people)
    })
    const seconds = (Date.now() - startedMs) / 1000
    outlet.say(outlet.text.demo.ended(seconds))
    outlet.json({ ok: isGood, seconds, steps })
    return isGood ? EXIT.done : EXIT.refused
  },
}
