/**
 * print receipts|kit --event E --out FILE [--ledger FOLDER]: the papers of a distribution as one PDF.
 * print repairs|survey-forms|work-orders|acceptances|certificates --out FILE [--ledger FOLDER]: those of the repairs
 * that the same options choose as of `repairs`. The papers are noted as printed once the file is there, as in the
 * window, so that the next one says which copy it is.
 */

import { copyFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Client } from '../../contract/client.ts'
import type { DistributionEvent } from '../../contract/distributions.ts'
import { environmentFailure } from '../../contract/failure.ts'
import type { PrintedPapers } from '../../contract/papers.ts'
import { chosenEvent } from '../chosen-event.ts'
import { chosenRepairs, REPAIR_OPTIONS, type RepairFilter } from '../chosen-repairs.ts'
import type { CommandLine, TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { noteTaken, startSession, withOffice } from '../office-session.ts'
import { EXIT, Failed, granted, UsageError } from '../outlet.ts'

const LAYOUTS = { A4: 'A4', A5: 'A5TwoUp' } as const

/** `repairs` is each repair's file: its order, record and certificate. */
const REPAIR_PAPERS = {
  repairs: null,
  'work-orders': 'workOrder',
  acceptances: 'acceptanceRecord',
  certificates: 'repairCertificate',
} as const
const ALL_PAPERS = [
  'receipts',
  'kit',
  'survey-forms',
  ...(Object.keys(REPAIR_PAPERS) as (keyof typeof REPAIR_PAPERS)[]),
]
const MOST_REPAIRS = 5000

interface Wanted {
  what: (typeof ALL_PAPERS)[number]
  layout: (typeof LAYOUTS)[keyof typeof LAYOUTS]
  /** Numbers of receipts, for what a printer swallowed. */
  fromNumber: number | null
  toNumber: number | null
}

export const printCommand: TerminalCommand = {
  name: 'print',
  options: {
    ledger: { type: 'string' },
    event: { type: 'string' },
    ...REPAIR_OPTIONS,
    out: { type: 'string' },
    layout: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    person: { type: 'string' },
  },
  async run(line) {
    const { options, outlet } = line
    const wanted = wantedOf(line)
    const { event, out } = options
    const ledger = ledgerFolder(options)
    const isOfEvent = wanted.what === 'receipts' || wanted.what === 'kit'
    if (isOfEvent && typeof event !== 'string') throw new UsageError('missing', '--event')
    if (typeof out !== 'string') throw new UsageError('missing', '--out')
    const file = resolve(out)
    // Nobody waits for thousands of papers that then have nowhere to go.
    checkWritable(file)
    return withOffice(ledger, async (client) => {
      await startSession(client, 'paper.print', options.person as string | undefined)
      const printed = isOfEvent
        ? await printFor(client, await chosenEvent(client, String(event)), wanted)
        : await printRepairs(client, await chosenRepairs(client, options), wanted)
      copyOut(printed.file, file)
      await noteTaken(client, printed)
      outlet.say(outlet.text.printed(printed, file))
      outlet.json({ ok: true, ...printed, file })
      return EXIT.done
    })
  },
}

function wantedOf({ positionals, options }: CommandLine): Wanted {
  const [word] = positionals
  if (word === undefined) throw new UsageError('missing', ALL_PAPERS.join('|'))
  const what = ALL_PAPERS.find((known) => known === word)
  if (!what) throw new UsageError('paper', word)
  const { layout = 'A4' } = options
  if (layout !== 'A4' && layout !== 'A5') throw new UsageError('layout', String(layout))
  const fromNumber = numberOf(options.from)
  const toNumber = numberOf(options.to)
  const isWhole = what === 'kit' || what === 'survey-forms'
  if (isWhole && (fromNumber ?? toNumber) !== null) throw new UsageError('wholeKit', what)
  return { what, layout: LAYOUTS[layout], fromNumber, toNumber }
}

function numberOf(option: CommandLine['options'][string]): number | null {
  if (option === undefined) return null
  if (typeof option !== 'string' || !/^[1-9]\d{0,5}$/.test(option)) throw new UsageError('number', String(option))
  return Number(option)
}

async function printFor(
  client: Client,
  { eventId, campaignId }: DistributionEvent,
  { what, layout, ...numbers }: Wanted,
): Promise<PrintedPapers> {
  if (what === 'receipts') {
    return granted(await client.job('papers.receipts', { campaignId, eventId, receiptIds: null, ...numbers, layout }))
  }
  const parts: ('signOffList' | 'receipts' | 'pickList' | 'blanks')[] = [
    'signOffList',
    'receipts',
    'pickList',
    'blanks',
  ]
  return granted(await client.job('papers.kit', { eventId, layout, parts }))
}

async function printRepairs(
  client: Client,
  filter: RepairFilter,
  { what, fromNumber, toNumber }: Wanted,
): Promise<PrintedPapers> {
  const { repairs } = granted(await client.query('repairs.list', { filter, limit: MOST_REPAIRS }))
  const repairIds = repairs.map(({ repairId }) => repairId)
  if (what === 'repairs' || what === 'work-orders' || what === 'acceptances' || what === 'certificates') {
    const numbers = { campaignId: null, fromNumber, toNumber }
    return granted(await client.job('papers.repairPapers', { kind: REPAIR_PAPERS[what], repairIds, ...numbers }))
  }
  if (repairIds.length === 0)
    throw new Failed({ family: 'refused', refusal: { code: 'paper.nothingToPrint', parameters: {} } })
  return granted(await client.job('papers.surveyForms', { repairIds }))
}

/** What is there already stays as it is until the papers are. */
function checkWritable(file: string): void {
  try {
    writeFileSync(partOf(file), '')
    rmSync(partOf(file))
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw unwritable(file)
  } catch {
    throw unwritable(file)
  }
}

function copyOut(made: string, file: string): void {
  try {
    copyFileSync(made, partOf(file))
    renameSync(partOf(file), file)
  } catch {
    rmSync(partOf(file), { force: true })
    throw unwritable(file)
  }
}

const partOf = (file: string) => `${file}.partial`

function unwritable(path: string): Failed {
  return new Failed(environmentFailure('disk.unwritable', { path }))
}
