/** Everything for a distribution as one PDF: sign-off list, receipts in its order, pick list, numbered blanks. */

import type { ParsedInput } from '../../contract/contract.ts'
import type { PickListData } from '../../documents/pick-list.ts'
import { refusal } from '../../domain/refusal.ts'
import { quantityOf, thousandthsOf } from '../../domain/stock.ts'
import { type CampaignRecord, findCampaign, findGiftPackage } from '../../ledger/campaigns.ts'
import { type DistributionLine, findDistribution, signOffListPaper } from '../../ledger/distributions.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { type KitPaper, kitPapers } from '../../ledger/receipts.ts'
import { type JobHandler, refused, type Working } from '../handler.ts'
import { paperCampaign, paperOffice } from '../papers.ts'
import { makePapers, type PaperToMake } from '../printing.ts'
import { personOf } from '../session.ts'
import { receiptOn } from './print-papers.ts'

type KitPart = ParsedInput<'papers.kit'>['parts'][number]

export const printKit: JobHandler<'papers.kit'> = async (working, { eventId, layout, parts }) => {
  const { reader } = working
  const event = findDistribution(reader, eventId)
  const campaign = event && findCampaign(reader, event.campaignId)
  if (!campaign) return refused(refusal('event.unknown', {}))
  const { placeName } = event
  const listPaper = signOffListPaper(reader, eventId)
  if (listPaper === null) return refused(refusal('event.kitNotIssued', { placeName }))
  const sheets = kitPapers(reader, eventId)
  const receipts = sheets.filter(({ isBlank }) => !isBlank)
  const blanks = sheets.filter(({ isBlank }) => isBlank)
  const kit: { part: KitPart; papers: () => PaperToMake[] }[] = [
    {
      part: 'signOffList',
      papers: () => [
        { form: 'signOffList', data: listPaper, counted: { documentKind: 'signOffList', documentId: eventId } },
      ],
    },
    { part: 'receipts', papers: () => receipts.map(receiptOn(layout)) },
    {
      part: 'pickList',
      papers: () => {
        const data = JSON.stringify(pickListData(working, event, campaign, sheets))
        return [{ form: 'pickList', data, counted: null }]
      },
    },
    { part: 'blanks', papers: () => blanks.map(receiptOn(layout)) },
  ]
  const wanted = kit.filter(({ part }) => parts.includes(part)).flatMap(({ papers }) => papers())
  return makePapers(working, wanted, `bo ho so ${placeName}`, eventId)
}

/** What to load: each item of each gift on a receipt with a name, and how many gifts a hamlet gets. */
function pickListData(
  working: Working,
  event: DistributionLine,
  campaign: CampaignRecord,
  sheets: readonly KitPaper[],
): PickListData {
  const { reader, today } = working
  const items = new Map<string, { name: string; unitOfMeasure: string; thousandths: number }>()
  const hamlets = new Map<string, Map<string, number>>()
  for (const { giftPackageId, communeName, hamlet } of sheets) {
    const giftPackage = giftPackageId === null ? null : findGiftPackage(reader, giftPackageId)
    if (!giftPackage) continue
    for (const { name, unitOfMeasure, quantity } of giftPackage.lines) {
      const key = JSON.stringify([name, unitOfMeasure])
      const known = items.get(key)?.thousandths ?? 0
      items.set(key, { name, unitOfMeasure, thousandths: known + thousandthsOf(quantity) })
    }
    const place = [hamlet, communeName].filter(Boolean).join(', ')
    const packages = hamlets.get(place) ?? new Map<string, number>()
    packages.set(giftPackage.name, (packages.get(giftPackage.name) ?? 0) + 1)
    hamlets.set(place, packages)
  }
  const office = officeOf(reader)
  return {
    office: paperOffice(office),
    isPractice: office.isPractice,
    campaign: paperCampaign(campaign),
    placeName: event.placeName,
    heldOn: event.heldOn,
    preparedOn: today,
    items: [...items.values()].map(({ thousandths, ...item }) => ({ ...item, quantity: quantityOf(thousandths) })),
    hamlets: [...hamlets].map(([hamlet, packages]) => ({
      hamlet,
      packages: [...packages].map(([name, count]) => ({ name, count })),
    })),
    preparedBy: { fullName: personOf(working).fullName, title: null },
  }
}
