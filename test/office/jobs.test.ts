import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { MessageChannel } from 'node:worker_threads'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { type Client, createClient } from '../../src/contract/client.ts'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import { ACCEPT_AS_FOUND } from '../../src/contract/imports.ts'
import { createPause } from '../../src/contract/pause.ts'
import type { Progress } from '../../src/contract/protocol.ts'
import { day } from '../../src/domain/day.ts'
import { NO_CHOICES } from '../../src/domain/household-list.ts'
import { period } from '../../src/domain/period.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { nodePort } from '../../src/office/ports.ts'
import { connect, failed, granted, openWorkingOffice, type TestOffice } from '../support/office.ts'
import { officePlace } from '../support/office-place.ts'
import { certifiedRepair } from '../support/repairs.ts'
import { closeMonth, EXPLAINED, giftFor, openCampaign, registerHousehold } from '../support/trade.ts'

const CANCELLED = { family: 'environment', problem: { code: 'job.cancelled', parameters: {} } }

/** A list long enough that reading it tells of its progress. */
function writeList(folder: string, rows: number, name = 'danh-sach.csv') {
  const file = join(folder, name)
  const lines = Array.from(
    { length: rows },
    (_, index) => `Nguyễn Văn Số ${index},${1930 + (index % 70)},Thôn ${index % 9}`,
  )
  writeFileSync(file, ['Họ và tên,Năm sinh,Thôn', ...lines, ''].join('\n'))
  const fileSha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
  const looked = listIn(file)
  return { looked, taken: { ...looked, ...ACCEPT_AS_FOUND, fileSha256 } }
}

const listIn = (file: string) => ({ source: { file }, choices: NO_CHOICES, identities: [] })

const countOf = async (client: Client) => {
  return granted(await client.query('households.outline', { filter: ALL_HOUSEHOLDS, pageSize: 100 })).count
}
const journalCount = async (client: Client) =>
  granted(await client.query('journal.page', { before: null, limit: 1 })).count

async function handOut(client: Client, gifts: number) {
  const campaign = await openCampaign(client)
  for (let gift = 0; gift < gifts; gift++) {
    granted(
      await client.command('gifts.handOver', giftFor(campaign, await registerHousehold(client, `Hộ Thứ ${gift}`))),
    )
  }
  return {
    campaignId: campaign.campaignId,
    eventId: null,
    receiptIds: null,
    fromNumber: null,
    toNumber: null,
    layout: 'A4' as const,
  }
}

/** Everything the office left in a folder of the ledger, hidden files too. */
const filesIn = ({ folder }: TestOffice, name: string) =>
  existsSync(join(folder, name)) ? readdirSync(join(folder, name)) : []

test('a list is taken in with its progress told, looked at first without a trace', async () => {
  await using opened = await openWorkingOffice()
  const { client, folder } = opened
  const { looked, taken } = writeList(folder, 4000)
  const before = await journalCount(client)
  const preview = granted(await client.job('imports.preview', looked))
  expect(preview.effects).toEqual({ new: 4000, changed: 0, same: 0, blocked: 0, gone: 0 })
  expect([await countOf(client), await journalCount(client)]).toEqual([0, before])

  const told: Progress[] = []
  const onProgress = (progress: Progress) => told.push(progress)
  const batch = granted(await client.job('imports.run', taken, { onProgress }))
  expect(batch).toMatchObject({ inserted: 4000, changed: 0, same: 0, importedBy: 'Trần Thị Thu', undoneAt: null })
  expect(told.at(-1)).toEqual({ stage: 'writing', done: 0, total: 4000 })
  expect(await countOf(client)).toBe(4000)
  const again = await client.job('imports.run', taken)
  expect(failed(again)).toMatchObject({ refusal: { code: 'import.alreadyDone' } })
  expect(granted(await client.job('imports.preview', looked)).effects).toMatchObject({ new: 0, same: 4000 })
})

test('a cancelled import leaves nothing in the ledger', async () => {
  await using opened = await openWorkingOffice()
  const { client, folder } = opened
  const before = await journalCount(client)
  const { taken } = writeList(folder, 20_000)
  const stop = new AbortController()
  const running = client.job('imports.run', taken, { signal: stop.signal })
  await nextTurn()
  stop.abort()
  expect(failed(await running)).toEqual(CANCELLED)
  expect([await countOf(client), await journalCount(client)]).toEqual([0, before])
  expect(granted(await client.query('imports.list', {})).batches).toEqual([])
  granted(await client.job('imports.run', taken))
})

test('a cancelled print leaves neither a file nor a row, and the paper is still an original', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const wanted = await handOut(client, 30)
  const before = await journalCount(client)
  const stop = new AbortController()
  const onProgress = () => stop.abort()
  expect(failed(await client.job('papers.receipts', wanted, { signal: stop.signal, onProgress }))).toEqual(CANCELLED)
  expect(filesIn(opened, 'papers')).toEqual([])
  expect(await journalCount(client)).toBe(before)
  const printed = granted(await client.job('papers.receipts', wanted))
  expect(printed).toMatchObject({ paperCount: 30, pageCount: 30 })
  expect(filesIn(opened, 'papers')).toHaveLength(1)
})

test('a print that is held tells nothing until it goes on, and is then as whole as any other', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const wanted = await handOut(client, 40)
  const pause = createPause()
  pause.turn(true)
  let hasEnded = false
  const told: number[] = []
  const held = client.job('papers.receipts', wanted, { pause, onProgress: ({ done }) => told.push(done) })
  void held.then(() => {
    hasEnded = true
  })
  // The other thread prints meanwhile, and so does the counter.
  granted(await client.job('papers.receipts', wanted))
  granted(await client.job('papers.receipts', wanted))
  expect([hasEnded, told]).toEqual([false, []])
  expect(filesIn(opened, 'papers').filter((name) => name.endsWith('.pdf'))).toHaveLength(2)
  pause.turn(false)
  expect(granted(await held)).toMatchObject({ paperCount: 40, pageCount: 40 })
})

test('a print that is held is cancelled like any other', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const wanted = await handOut(client, 10)
  const pause = createPause()
  const stop = new AbortController()
  pause.turn(true)
  const held = client.job('papers.receipts', wanted, { pause, signal: stop.signal })
  granted(await client.job('papers.receipts', wanted))
  stop.abort()
  expect(failed(await held)).toEqual(CANCELLED)
  expect(filesIn(opened, 'papers')).toHaveLength(1)
})

test('a job cancelled before it began is not begun; one that waits its turn leaves the queue', async () => {
  await using opened = await openWorkingOffice()
  const { client, folder } = opened
  const lists = [1, 2, 3, 4].map((number) => writeList(folder, 8000, `${number}.csv`))
  const stop = new AbortController()
  const jobs = lists.map(({ looked }, index) =>
    client.job('imports.preview', looked, index === 3 ? { signal: stop.signal } : {}),
  )
  await nextTurn()
  stop.abort()
  const [last] = await Promise.all(jobs.slice(3))
  expect(last && failed(last)).toEqual(CANCELLED)
  expect(failed(await client.job('imports.preview', listIn(''), { signal: AbortSignal.abort() }))).toMatchObject({
    family: 'invalid-input',
  })
  for (const job of jobs.slice(0, 3)) granted(await job)
})

test('an office that closes while a job runs cancels it and closes its ledger in order', async () => {
  await using opened = await openWorkingOffice()
  const { client, folder, office } = opened
  const wanted = await handOut(client, 30)
  let isRunning: () => void = () => {}
  const begun = new Promise<void>((resolve) => {
    isRunning = resolve
  })
  const printing = client.job('papers.receipts', wanted, { onProgress: () => isRunning() })
  await begun
  await office.close()
  expect(failed(await printing)).toEqual(CANCELLED)
  expect(filesIn(opened, 'papers')).toEqual([])
  expect(existsSync(join(folder, 'ledger.sqlite.seal'))).toBe(true)
})

test('a window that closes while its job runs takes nothing with it', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const wanted = await handOut(client, 20)
  const { port1, port2 } = new MessageChannel()
  opened.office.serve(nodePort(port1))
  const window = createClient(nodePort(port2), v7)
  const { people } = granted(await window.query('office.describe', {}))
  granted(await window.query('session.start', { personId: people[0]?.personId ?? '' }))
  const begun = new Promise<void>((resolve) => {
    void window.job('papers.receipts', wanted, { onProgress: () => resolve() })
  })
  await begun
  port2.close()
  const again = granted(await client.job('papers.receipts', wanted))
  expect(again.pageCount).toBe(20)
  await registerHousehold(client, 'Nguyễn Thị Lan')
})

/** A worker's script of our own: ends as it is told by the file it should read. */
const UNRELIABLE = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ task }) => {
    if (task?.source.file === 'exit') process.exit(7)
    if (task?.source.file === 'throw') setTimeout(() => { throw new Error('late') }, 1)
    if (task?.source.file === 'late') setTimeout(() => { throw new Error('after its task') }, 20)
    if (['late', 'good'].includes(task?.source.file)) {
      parentPort.postMessage({ type: 'done', result: { ok: false, refusal: { code: 'file.missing', parameters: { fileName: 'x' } } } })
    }
  })`

test.each(['exit', 'throw', 'late'])('a thread that ends (%s) is replaced, and the office goes on', async (file) => {
  await using opened = await openWorkingOffice()
  await opened.office.close()
  const workerFile = join(opened.folder, 'worker.mjs')
  writeFileSync(workerFile, UNRELIABLE)
  const office = openOffice(officePlace(opened.folder, { workerFile }))
  const client = connect(office)
  const { people } = granted(await client.query('office.describe', {}))
  granted(await client.query('session.start', { personId: people[0]?.personId ?? '' }))
  for (let time = 0; time < 3; time++) {
    const { family } = failed(await client.job('imports.preview', listIn(file)))
    expect(family).toBe(file === 'late' ? 'refused' : 'defect')
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  const good = await Promise.all([1, 2, 3, 4].map(() => client.job('imports.preview', listIn('good'))))
  for (const reply of good) expect(failed(reply)).toMatchObject({ family: 'refused' })
  await registerHousehold(client, 'Nguyễn Thị Lan')
  await office.close()
  rmSync(join(opened.folder, 'log'), { recursive: true, force: true })
})

test('a month packed again after later work is the same package to the byte', async () => {
  await using opened = await openWorkingOffice()
  const { client, folder } = opened
  const { campaignId } = await handOut(client, 3)
  const householdId = await registerHousehold(client, 'Nguyễn Thị Lan', '001151000009')
  await certifiedRepair(client, householdId)
  const november = period('2026-11')
  expect(failed(await client.job('months.package', { period: november, folder: null }))).toMatchObject({
    refusal: { code: 'month.notClosed' },
  })
  granted(await closeMonth(client, november))
  const made = granted(await client.job('months.package', { period: november, folder: null }))
  const bytes = readFileSync(made.file)

  granted(
    await client.command('households.amend', { householdId, revision: 1, facts: { headOfHousehold: 'Lê Thị Lan' } }),
  )
  const { handovers } = granted(await client.query('gifts.list', { campaignId, eventId: null, limit: 5 }))
  const voided = { receiptId: handovers[0]?.receiptId ?? '', kind: 'mistake' as const, reason: 'Phát nhầm hộ' }
  expect(failed(await client.command('gifts.void', { ...voided, voidedOn: day('2026-11-30') }))).toMatchObject({
    refusal: { code: 'month.closed' },
  })
  granted(await client.command('gifts.void', { ...voided, voidedOn: day('2026-12-01') }))
  await certifiedRepair(client, householdId, day('2026-12-01'))
  const elsewhere = join(folder, 'usb')
  mkdirSync(elsewhere)
  const again = granted(await client.job('months.package', { period: november, folder: elsewhere }))
  expect(again.identity).toBe(made.identity)
  expect(readFileSync(again.file).equals(bytes)).toBe(true)
  const { months } = granted(await client.query('months.list', {}))
  expect(months.map(({ period: of, state, packageFile }) => [of, state, packageFile])).toEqual([
    ['2026-12', 'open', null],
    ['2026-11', 'closed', made.file],
  ])
})

test('a folder that cannot be written to is named, and the month stays unpacked', async () => {
  await using opened = await openWorkingOffice()
  const { client, folder } = opened
  granted(await client.command('months.close', { period: period('2026-11'), explanations: EXPLAINED }))
  const blocked = join(folder, 'ledger.sqlite', 'usb')
  const reply = await client.job('months.package', { period: period('2026-11'), folder: blocked })
  expect(failed(reply)).toEqual({
    family: 'environment',
    problem: { code: 'disk.unwritable', parameters: { path: blocked } },
  })
  expect(granted(await client.query('months.list', {})).months[1]?.packageIdentity).toBeNull()
})

test('a voided receipt is not printed again', async () => {
  await using opened = await openWorkingOffice()
  const { client } = opened
  const { campaignId } = await handOut(client, 1)
  const { handovers } = granted(await client.query('gifts.list', { campaignId, eventId: null, limit: 5 }))
  const receiptId = handovers[0]?.receiptId ?? ''
  granted(
    await client.command('gifts.void', {
      receiptId,
      kind: 'mistake' as const,
      voidedOn: day('2026-11-20'),
      reason: 'Phát nhầm hộ',
    }),
  )
  const reply = await client.job('papers.receipts', {
    campaignId,
    eventId: null,
    receiptIds: [receiptId],
    fromNumber: null,
    toNumber: null,
    layout: 'A4',
  })
  expect(failed(reply)).toMatchObject({ refusal: { code: 'paper.nothingToPrint' } })
})
