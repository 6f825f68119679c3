/**
 * Kills (-9) an office at random moments of a random mix of commands, as a power cut of the program would, and looks
 * whether every command that was answered is there afterwards with its rows, and none of any command half.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { openLedger } from '../../src/ledger/open-ledger.ts'
import { FIRST_OF_DECEMBER, RESOURCES, temporaryFolder } from '../support/office-place.ts'
import { inventedHousehold } from '../support/people.ts'
import { checkLedger, type Promised } from './check-ledger.ts'
import type { Asked, Order, Told } from './protocol.ts'
import { newTally, type Tally } from './tally.ts'

const KILLS_PER_LEDGER = 10
const LIST_ROWS = 400

interface Life {
  child: ChildProcess
  /** Resolves when the process has loaded its libraries and waits for its order. */
  ready: Promise<void>
  told: Told[]
  /** Resolves when the process is gone and everything it said has been read. */
  ended: Promise<number | null>
}

/** Starts an office that waits for its order; loading its libraries takes longer than most lives last. */
function startOffice(): Life {
  const script = join(import.meta.dirname, 'office-under-load.ts')
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const told: Told[] = []
  const lines = createInterface({ input: child.stdout })
  const ready = new Promise<void>((resolve) => {
    lines.once('line', () => resolve())
  })
  lines.on('line', (line) => {
    // The last line may be cut short by the kill: what it was about to say was not said.
    if (line.endsWith('}')) told.push(JSON.parse(line) as Told)
  })
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code))
  })
  return { child, ready, told, ended }
}

async function live({ child, ready, told, ended }: Life, order: Order, lifetimeMs: number): Promise<Told[]> {
  await Promise.race([ready, ended])
  child.stdin?.end(JSON.stringify(order))
  await Promise.race([pause(lifetimeMs), ended])
  child.kill('SIGKILL')
  const code = await ended
  if (code !== null) told.push({ told: 'defect', what: `the office ended by itself with ${code}` })
  return told
}

/** A commune's list with some households that have no citizen ID; a new one for each life. */
function writeList(file: string, seed: number, random: () => number): void {
  const lines = Array.from({ length: LIST_ROWS }, (_, index) => {
    const { headOfHousehold, birthYear, citizenId, phone, hamlet } = inventedHousehold(seed * 1000 + index, random)
    return [headOfHousehold, birthYear, random() < 0.8 ? citizenId : '', phone, hamlet].join(',')
  })
  writeFileSync(file, ['Họ và tên,Năm sinh,Số CCCD,Điện thoại,Thôn', ...lines, ''].join('\n'))
}

/** What was promised by the lives so far, and what was asked and not answered. */
function keepPromises(promised: Promised, told: readonly Told[]): { unanswered: Asked[]; defects: string[] } {
  const open = new Map<string, Asked>()
  const defects: string[] = []
  for (const line of told) {
    if (line.told === 'defect') defects.push(line.what)
    else if (line.told === 'asked') open.set(line.commandId, line)
    else if (line.told === 'answered') {
      const asked = open.get(line.commandId)
      open.delete(line.commandId)
      if (asked && line.answer.ok) promised.set(line.commandId, { call: asked.call, value: line.answer.value })
    }
  }
  return { unanswered: [...open.values()], defects }
}

export interface KilledLedger {
  /** A ledger that went through kills and was closed in order. */
  folder: string
}

export async function killOffices(kills: number, random: () => number): Promise<{ tally: Tally } & KilledLedger> {
  const tally = newTally()
  let answered = 0
  let repeated = 0
  let folder = temporaryFolder()
  let promised: Promised = new Map()
  let unanswered: Asked[] = []
  let next = startOffice()
  for (let kill = 0; kill < kills; kill++) {
    if (kill > 0 && kill % KILLS_PER_LEDGER === 0) {
      rmSync(folder, { recursive: true, force: true })
      folder = temporaryFolder()
      promised = new Map()
      unanswered = []
    }
    const listFile = join(folder, `danh-sach-${kill}.csv`)
    writeList(listFile, kill, random)
    const now = monthLater(FIRST_OF_DECEMBER, kill % KILLS_PER_LEDGER)
    const order: Order = { ledgerFolder: folder, now, seed: kill + 1, listFile, unanswered }
    repeated += unanswered.length
    // A few die while the ledger is still being made.
    const lifetimeMs = kill % KILLS_PER_LEDGER === 0 && random() < 0.5 ? random() * 150 : 60 + random() * 1200
    const life = next
    const told = await live(life, order, lifetimeMs)
    if (kill < kills - 1) next = startOffice()
    const before = promised.size
    const kept = keepPromises(promised, told)
    unanswered = kept.unanswered
    answered += promised.size - before
    const wrong = [...kept.defects, ...(await look(folder, promised))]
    tally.tried += 1
    for (const what of wrong.slice(0, 10)) tally.lost.push(`kill ${kill + 1}: ${what}`)
  }
  if (answered === 0) tally.lost.push('no office came so far as to answer anything')
  tally.notes.push(`${answered} commands answered before kills, ${repeated} asked again with their ids`)
  return { tally, folder }
}

function monthLater(instantMs: number, months: number): number {
  const instant = new Date(instantMs)
  return instant.setUTCMonth(instant.getUTCMonth() + months)
}

async function look(folder: string, promised: Promised): Promise<string[]> {
  try {
    const ledger = openLedger({ folder, migrationsFolder: join(RESOURCES, 'migrations') })
    try {
      return checkLedger(ledger.reader, promised)
    } finally {
      ledger.close()
    }
  } catch (error) {
    return [`the ledger does not open: ${String(error)}`]
  }
}
