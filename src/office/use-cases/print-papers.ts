/**
 * Makes papers into one PDF in the ledger's papers folder. What a paper says was stored when it was issued; only how
 * often it was made is noted here, after the file is there.
 */

import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { PrintedPapers } from '../../contract/papers.ts'
import type { DocumentKind } from '../../domain/numbering.ts'
import { refusal } from '../../domain/refusal.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import { findCampaign } from '../../ledger/campaigns.ts'
import { receiptPaper, receiptPapers, type StoredPaper } from '../../ledger/handovers.ts'
import { copiesMade, notePrinting } from '../../ledger/printings.ts'
import { certificatePaper, certificatePapers } from '../../ledger/repairs.ts'
import { type Commanding, done, type JobHandler, type Outcome, refused, type Working } from '../handler.ts'
import { papersFolder } from '../place.ts'
import { personOf } from '../session.ts'
import { signOffListData } from '../sign-off-list.ts'
import type { PaperToPrint } from '../worker-tasks.ts'

/** "bien-ban-tri-an-2026-20261201-083000.pdf": plain letters, and never the name of a file that is open in a viewer. */
function paperFile(working: Working, words: string): string {
  const folder = papersFolder(working.place)
  mkdirSync(folder, { recursive: true })
  const stamp = working.now.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  const name = `${searchKey(words).replace(/ /g, '-').slice(0, 80)}-${stamp}`
  let file = join(folder, `${name}.pdf`)
  for (let another = 2; existsSync(file); another += 1) file = join(folder, `${name}-${another}.pdf`)
  return file
}

async function render(working: Working, papers: PaperToPrint[], file: string): Promise<PrintedPapers> {
  const { workers, now, signal, report } = working
  const { pages } = await workers.run({ name: 'printPapers', papers, file, createdAt: now }, { signal, report })
  return { file, paperCount: papers.length, pageCount: pages }
}

/** Notes the printing; where that cannot be noted, or a repeated command was answered before, the file goes again. */
function noteOrRemove(
  working: Working,
  printed: PrintedPapers,
  note: (commanding: Commanding) => Outcome<PrintedPapers>,
): Outcome<PrintedPapers> {
  let kept: string | null = null
  try {
    const outcome = working.commit(note)
    if ('value' in outcome) kept = outcome.value.file
    return outcome
  } finally {
    if (kept !== printed.file) rmSync(printed.file, { force: true })
  }
}

/** Prints papers that were issued, each with the number of its copy. */
async function printIssued(
  working: Working,
  kind: DocumentKind,
  form: PaperToPrint['form'],
  issued: readonly StoredPaper[],
  words: string,
): Promise<Outcome<PrintedPapers>> {
  if (issued.length === 0) return refused(refusal('paper.nothingToPrint', {}))
  const papers = issued.map(({ documentId, paper }) => ({
    form,
    data: paper,
    copyNumber: copiesMade(working.reader, kind, documentId),
  }))
  const [only] = issued
  const name = issued.length === 1 && only ? `${words} ${String(only.documentNumber).padStart(5, '0')}` : words
  const printed = await render(working, papers, paperFile(working, name))
  return noteOrRemove(working, printed, (commanding) => {
    const { writer, now } = commanding
    const { personId } = personOf(commanding)
    for (const { documentId } of issued) {
      notePrinting(writer, { documentKind: kind, documentId, printedAt: now, personId })
    }
    return done(printed, issued.length === 1 && only ? only.documentId : null)
  })
}

/** Those of the papers asked for that exist, or all there are. */
function chosen(
  documentIds: readonly string[] | null,
  one: (documentId: string) => StoredPaper | null,
  every: () => StoredPaper[],
): StoredPaper[] {
  return documentIds ? documentIds.map(one).filter((paper) => paper !== null) : every()
}

export const printReceipts: JobHandler<'papers.receipts'> = async (working, { campaignId, handoverIds, layout }) => {
  const { reader } = working
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const papers = chosen(
    handoverIds,
    (handoverId) => receiptPaper(reader, campaignId, handoverId),
    () => receiptPapers(reader, campaignId),
  )
  const form = layout === 'A4' ? 'receiptA4' : 'receiptA5TwoUp'
  return printIssued(working, 'handoverReceipt', form, papers, `bien ban ${campaign.name}`)
}

export const printCertificates: JobHandler<'papers.certificates'> = async (working, { repairIds }) => {
  const { reader } = working
  const papers = chosen(
    repairIds,
    (repairId) => certificatePaper(reader, repairId),
    () => certificatePapers(reader),
  )
  return printIssued(working, 'repairCertificate', 'certificate', papers, 'giay xac nhan sua chua')
}

export const printSignOffList: JobHandler<'papers.signOffList'> = async (working, { campaignId }) => {
  const campaign = findCampaign(working.reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const data = signOffListData(working, campaign)
  if (!data) return refused(refusal('paper.nothingToPrint', {}))
  const paper: PaperToPrint = { form: 'signOffList', data: JSON.stringify(data), copyNumber: 0 }
  const printed = await render(working, [paper], paperFile(working, `danh sach ky nhan ${campaign.name}`))
  return noteOrRemove(working, printed, () => done(printed, campaignId))
}
