/** demo: the main job on invented people, from the sample lists to a checked package, in a fresh practice ledger. */

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Client } from '../../contract/client.ts'
import { ALL_HOUSEHOLDS } from '../../contract/households.ts'
import { ACCEPT_AS_FOUND } from '../../contract/imports.ts'
import { type Day, dayInVietnam, parseDay } from '../../domain/day.ts'
import { NO_CHOICES } from '../../domain/household-list.ts'
import { dong } from '../../domain/money.ts'
import { nextPeriod, type Period, periodEnd, periodOf, periodStart, previousPeriod } from '../../domain/period.ts'
import type { TerminalCommand } from '../command.ts'
import { noteTaken, SAMPLE_FOLDER, withOffice } from '../office-session.ts'
import { EXIT, granted, type Outlet, UsageError } from '../outlet.ts'

const HANDOVER_COUNT = 50
const REPAIR_COUNT = 10
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

async function setUp({ client }: Stage): Promise<void> {
  const person = { fullName: 'Trần Thị Thử', role: 'administrator' as const }
  const { personId } = granted(await client.command('office.setUp', { ...PRACTICE_OFFICE, person }))
  granted(await client.query('session.start', { personId }))
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

async function repairAndCertify({ client, outlet, tell, period }: Stage, campaignId: string, householdIds: string[]) {
  let totalDong = 0
  for (const [index, householdId] of householdIds.entries()) {
    const doneOn = dayOfMonth(period, index + 3)
    const { repairId, costDong } = granted(
      await client.command('repairs.record', {
        householdId,
        campaignId,
        doneOn,
        conditionFound: 'Dây dẫn sau công tơ lão hoá, nứt vỏ; chưa có thiết bị chống rò',
        crew: 'Tổ sửa chữa số 2',
        fundingSource: 'Quỹ phúc lợi',
        items: [
          { name: 'Dây Cu/PVC 2×2,5 mm²', unitOfMeasure: 'm', quantity: 20 + index, unitPriceDong: dong(18_000) },
          { name: 'Aptomat chống rò 2P 32 A 30 mA', unitOfMeasure: 'cái', quantity: 1, unitPriceDong: dong(285_000) },
          { name: 'Đèn LED 9 W', unitOfMeasure: 'bóng', quantity: 2, unitPriceDong: dong(35_000) },
        ],
        readings: { insulationMegaohm: 20 + index, rcdTripMilliseconds: 22, polarityCorrect: true, poweredOn: true },
      }),
    )
    granted(await client.command('repairs.certify', { repairId, certifiedOn: doneOn }))
    totalDong += costDong
  }
  tell('repairs', outlet.text.demo.repaired(householdIds.length, totalDong), { count: householdIds.length, totalDong })
}

const ALL_RECEIPTS = { eventId: null, receiptIds: null, fromNumber: null, toNumber: null }

async function printPapers({ client, outlet, tell }: Stage, campaignId: string): Promise<void> {
  const receipts = granted(await client.job('papers.receipts', { campaignId, ...ALL_RECEIPTS, layout: 'A4' }))
  tell('receipts', outlet.text.demo.printed('handoverReceipt', receipts, shown(receipts.file)), receipts)
  const list = granted(await client.job('papers.signOffList', { campaignId }))
  tell('signOffList', outlet.text.demo.listPrinted(list.pageCount, shown(list.file)), list)
  const certificates = granted(await client.job('papers.certificates', { repairIds: null }))
  tell(
    'certificates',
    outlet.text.demo.printed('repairCertificate', certificates, shown(certificates.file)),
    certificates,
  )
  for (const printed of [receipts, list, certificates]) await noteTaken(client, printed)
}

async function closeAndPackage({ client, outlet, tell, period }: Stage): Promise<boolean> {
  granted(await client.job('ledger.backUp', { folder: null }))
  const { figures, warnings } = granted(await client.query('months.check', { period }))
  const explanations = warnings.map(({ code }) => ({ code, words: outlet.text.demo.explanation }))
  const { sequence } = granted(await client.command('months.close', { period, explanations }))
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
      await setUp(stage)
      tell('ledger', outlet.text.demo.begun(shown(join(folder, 'ledger'))), { folder })
      await importSamples(stage)
      const campaign = await openCampaign(stage)
      const householdIds = await listHouseholdIds(stage)
      await handOverGifts(stage, campaign, householdIds)
      await repairAndCertify(stage, campaign.campaignId, householdIds.slice(0, REPAIR_COUNT))
      await printPapers(stage, campaign.campaignId)
      return closeAndPackage(stage)
    })
    const seconds = (Date.now() - startedMs) / 1000
    outlet.say(outlet.text.demo.ended(seconds))
    outlet.json({ ok: isGood, seconds, steps })
    return isGood ? EXIT.done : EXIT.refused
  },
}
