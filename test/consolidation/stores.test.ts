/** What a loader promises wherever it loads, told twice: of a real PostgreSQL, and of Parquet under a real DuckDB. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packagePaths } from '../../src/consolidation/package-paths.ts'
import { tablesOf } from '../../src/consolidation/relations.ts'
import { TABLE_NAMES } from '../../src/domain/package-tables.ts'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { addUp, type Consolidated, everyRow, inFolder, inPostgres } from '../support/consolidated.ts'
import { keysOfOffices, type SentPackage, sendAll, sendMonth, sendRevision } from '../support/many-packages.ts'
import { freshFolder, inside } from '../support/month-end.ts'
import { mayUsePostgres, type Postgres, startPostgres } from '../support/postgres.ts'
import { TERMINAL } from '../support/terminal.ts'

const OFFICES = 5
const MONTHS = 4
const SIZE = { gifts: 12, repairs: 3 }

const root = freshFolder()
const packages = join(root, 'packages')
const keys = join(root, 'keys')
let sent: SentPackage[] = []
let paths: string[] = []
let server: Postgres | null = null

const usesPostgres = mayUsePostgres()

beforeAll(async () => {
  keysOfOffices(keys, OFFICES)
  sent = await sendAll(packages, OFFICES, MONTHS, SIZE)
  paths = await packagePaths([packages])
  if (usesPostgres) server = startPostgres()
}, 180_000)
afterAll(() => server?.[Symbol.dispose]())

const PLACES: [string, Consolidated][] = [
  ['a folder of Parquet', inFolder(() => root)],
  ...(usesPostgres
    ? [['PostgreSQL', inPostgres(() => server ?? startPostgres())] satisfies [string, Consolidated]]
    : []),
]

/** Where the packages of office 1 go on: a folder of its own, and the months as they were sent. */
const office = (folder = inside(root)) => ({ office: 1, folder, size: SIZE })
const ofOffice1 = () => sent.slice(0, MONTHS)

describe.each(PLACES)('%s', (_name, place) => {
  const count = async (into: string, sql: string) => Number(Object.values((await place.query(into, sql))[0] ?? {})[0])

  test('has every row of every package after one run, and says that nothing is missing', async () => {
    const into = await place.newPlace()
    const { kinds, missing } = await addUp(paths, into, keys)
    expect(kinds).toEqual(sent.map(() => 'loaded'))
    expect(missing).toEqual({ months: [], sequences: [], ledgers: [] })
    for (const table of TABLE_NAMES) {
      const stated = sent.reduce((sum, { closing }) => sum + (closing.counts[table] ?? 0), 0)
      expect(await count(into, `select count(*) from ${table.replaceAll('-', '_')}`), table).toBe(stated)
    }
    const [total] = await place.query(into, 'select sum(amount_dong) as dong from package_totals')
    const stated = sent.flatMap(({ closing }) => Object.values(closing.totals)).reduce((sum, dong) => sum + dong, 0)
    expect(Number(total?.dong)).toBe(stated)
  })

  test('keeps each cell as it was written: commas, quotes, leading zeros, fractions, unknown values', async () => {
    const into = await place.newPlace()
    await addUp(paths.slice(0, 1), into, keys)
    const written = await recordsOf(paths[0] ?? '')
    const rows = await everyRow(place, into)
    for (const [table, records] of written) {
      const loaded = rows[table]?.map((row) => (JSON.parse(row) as (string | null)[]).slice(3))
      expect(loaded?.sort(), table).toEqual(records.sort())
    }
  })

  test('is not changed by the same packages again', async () => {
    const into = await place.newPlace()
    const some = paths.slice(0, 2 * MONTHS)
    await addUp(some, into, keys)
    const before = await everyRow(place, into)
    const { kinds } = await addUp(some.toReversed(), into, keys)
    expect(new Set(kinds)).toEqual(new Set(['known']))
    expect(await everyRow(place, into)).toEqual(before)
  })

  test('leaves a faulty package out, says why, and goes on with the others', async () => {
    const into = await place.newPlace()
    const spoilt = join(inside(root), 'PC001_2026-02_r1.zip')
    const bytes = readFileSync(paths[1] ?? '')
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(spoilt, bytes)
    const { kinds, outcomes, missing } = await addUp([paths[0] ?? '', spoilt, paths[2] ?? ''], into, keys)
    expect(kinds).toEqual(['loaded', 'refused', 'loaded'])
    const broken = expect.objectContaining({ code: 'container.unreadable' })
    expect(outcomes[1]).toMatchObject({ faults: expect.arrayContaining([broken]) })
    expect(missing.months).toEqual([{ officeId: 'PC001', period: '2026-02' }])
    expect(missing.sequences).toMatchObject([{ officeId: 'PC001', first: 2, last: 2 }])
    expect(await place.query(into, 'select office_id, closing_period from missing_months')).toEqual([
      { office_id: 'PC001', closing_period: '2026-02' },
    ])
    const [hole] = await place.query(into, 'select first_sequence, last_sequence from missing_sequences')
    expect([hole?.first_sequence, hole?.last_sequence].map(Number)).toEqual([2, 2])
  })

  test('takes no package by a key that is not the office’s', async () => {
    const into = await place.newPlace()
    const strangers = inside(root)
    copyFileSync(join(keys, 'PC002.pub'), join(strangers, 'PC001.pub'))
    const { outcomes } = await addUp(paths.slice(0, 1), into, strangers)
    expect(outcomes).toMatchObject([{ kind: 'refused', faults: [{ code: 'signature.unknownKey' }] }])
  })

  test('lets a revision take its predecessor’s place, and remembers both', async () => {
    const into = await place.newPlace()
    await addUp(paths.slice(0, MONTHS), into, keys)
    const last = MONTHS - 1
    const more = { ...office(), size: { gifts: SIZE.gifts + 5, repairs: 1 } }
    const revision = await sendRevision(more, last, ofOffice1())
    const { outcomes, missing } = await addUp([revision.file], into, keys)
    expect(outcomes).toMatchObject([{ kind: 'loaded', replaces: ofOffice1()[last]?.identity }])
    expect(missing.sequences).toEqual([])
    const period = revision.closing.period
    expect(await count(into, `select count(*) from gift_handovers where closing_period = '${period}'`)).toBe(17)
    expect(await count(into, `select count(*) from repairs where closing_period = '${period}'`)).toBe(1)
    const both = `select package_id, superseded_by from packages where closing_period = '${period}' order by revision`
    expect(await place.query(into, both)).toEqual([
      { package_id: ofOffice1()[last]?.identity, superseded_by: revision.identity },
      { package_id: revision.identity, superseded_by: null },
    ])
    expect((await addUp([...paths.slice(0, MONTHS), revision.file], into, keys)).kinds).toEqual(
      Array.from({ length: MONTHS + 1 }, () => 'known'),
    )
  })

  test('only remembers a revision that comes after a later one, and comes to the same', async () => {
    const [inOrder, late] = [await place.newPlace(), await place.newPlace()]
    const revision = await sendRevision({ ...office(), size: { gifts: 20, repairs: 2 } }, MONTHS - 1, ofOffice1())
    const [first, ...others] = [ofOffice1()[MONTHS - 1]?.file ?? '', ...paths.slice(0, MONTHS - 1)]
    await addUp([...others, first, revision.file], inOrder, keys)
    const { kinds } = await addUp([revision.file, first, ...others], late, keys)
    expect(kinds).toEqual(['loaded', 'superseded', ...others.map(() => 'loaded')])
    expect(await everyRow(place, late)).toEqual(await everyRow(place, inOrder))
  })

  test('refuses a fork: the name it knows with other content', async () => {
    const into = await place.newPlace()
    await addUp(paths.slice(0, MONTHS), into, keys)
    const before = await everyRow(place, into)
    const other = await sendMonth({ ...office(), size: { gifts: 9, repairs: 1 } }, 0, null)
    const { outcomes } = await addUp([other.file], into, keys)
    expect(outcomes).toMatchObject([
      { kind: 'refused', faults: [{ code: 'sequence.fork', file: 'data/closing.json' }] },
    ])
    expect(await everyRow(place, into)).toEqual(before)
  })

  test('keeps an office that has no company, and one that came to another company between two revisions', async () => {
    const into = await place.newPlace()
    const [first] = ofOffice1()
    const alone = await sendMonth({ ...office(), office: 2 }, 0, null, { companyId: null })
    const moved = await sendMonth(office(), 0, first ?? null, {
      revision: 2,
      supersedes: first?.identity ?? null,
      firstJournal: 1,
      openingHead: first?.closing.openingHead ?? '',
      companyId: '07*',
    })
    expect((await addUp([first?.file ?? '', alone.file, moved.file], into, keys)).kinds).toEqual(
      Array.from({ length: 3 }, () => 'loaded'),
    )
    const companies = 'select office_id, company_id, count(*) as rows from gift_handovers group by 1, 2 order by 1'
    expect(await place.query(into, companies)).toEqual([
      { office_id: 'PC001', company_id: '07*', rows: '12' },
      { office_id: 'PC002', company_id: null, rows: '12' },
    ])
  })

  test('has all rows when a loader that was killed in the middle of its work is run again', async () => {
    const [whole, killed] = [await place.newPlace(), await place.newPlace()]
    await addUp(paths, whole, keys)
    for (const afterLines of [2, 9]) await killLoader(killed, afterLines)
    const { kinds } = await eventually(() => addUp(paths, killed, keys))
    expect(kinds).toContain('known')
    expect(await everyRow(place, killed)).toEqual(await everyRow(place, whole))
  }, 180_000)

  test('lets in one loader at a time', async () => {
    const into = await place.newPlace()
    const { openStore } = await import('../../src/consolidation/open-store.ts')
    const store = await openStore(into)
    await expect(addUp(paths, into, keys)).rejects.toMatchObject({ problem: { code: 'store.inUse' } })
    await store.close()
    expect((await addUp(paths.slice(0, 1), into, keys)).kinds).toEqual(['loaded'])
  })
})

/** The records of a package's tables as they were written: an empty field is null, numbers by value. */
async function recordsOf(path: string): Promise<Map<string, (string | null)[][]>> {
  const { parse } = await import('csv-parse/sync')
  const tables = new Map<string, (string | null)[][]>()
  const plain = (cell: string) => {
    if (cell === '') return null
    if (/^\d{1,12}(\.\d+)?$/.test(cell)) return String(Number(cell))
    return /^\d{4}-\d\d-\d\dT/.test(cell) ? cell.slice(0, 19) : cell
  }
  await verifyPackage(path, {
    async whileOpen(reading) {
      for (const { relation, csv } of tablesOf(reading)) {
        const pieces: Uint8Array[] = []
        for await (const piece of csv) pieces.push(piece)
        const [, ...records]: string[][] = parse(Buffer.concat(pieces))
        tables.set(
          relation.name,
          records.map((record) => record.map(plain)),
        )
      }
    },
  })
  return tables
}

/** Runs the terminal's loader and kills it once it has told of so many packages. */
async function killLoader(into: string, afterLines: number): Promise<void> {
  const words = [TERMINAL, 'consolidate', packages, '--keys', keys, '--into', into]
  const loader = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(loader, 'exit')
  let lines = 0
  for await (const _line of createInterface({ input: loader.stdout })) {
    if (++lines === afterLines) loader.kill('SIGKILL')
  }
  await ended
}

/** A server takes a moment to see that a loader is gone. */
async function eventually<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 0; attempt < 50; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 49) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error('never')
}
