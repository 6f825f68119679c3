/** What PostgreSQL alone promises: a schema that grows, rights, one transaction for a package, words for what goes wrong. */

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostgres, withoutSecrets } from '../../../src/consolidation/postgres/store.ts'
import { verifyPackage } from '../../../src/month-end/verify-package.ts'
import { addUp } from '../../support/consolidated.ts'
import { type SentPackage, sendAll } from '../../support/many-packages.ts'
import { freshFolder } from '../../support/month-end.ts'
import { mayUsePostgres, type Postgres, startPostgres, withClient } from '../../support/postgres.ts'

const root = freshFolder()
let server: Postgres | null = null
let sent: SentPackage[] = []

const files = () => sent.map(({ file }) => file)
const newDatabase = () => server?.newDatabase() ?? Promise.reject(new Error('The server does not run'))

describe.runIf(mayUsePostgres())('a database', () => {
  beforeAll(async () => {
    sent = await sendAll(join(root, 'packages'), 1, 2, { gifts: 6, repairs: 2 })
    server = startPostgres()
  }, 120_000)
  afterAll(() => server?.[Symbol.dispose]())

  test('is partitioned by month: a question about one month reads that month alone', async () => {
    const url = await newDatabase()
    await addUp(files(), url)
    const plan = await withClient(url, (client) =>
      client.query("explain select sum(value_dong) from so_tri_an.gift_handovers where closing_period = '2026-02'"),
    )
    const text = JSON.stringify(plan.rows)
    expect(text).toContain('gift_handovers_2026_02')
    expect(text).not.toContain('gift_handovers_2026_01')
  })

  test('gets a column that it does not have yet, and keeps its rows', async () => {
    const url = await newDatabase()
    await addUp(files().slice(0, 1), url)
    await withClient(url, async (client) => {
      // As an earlier version of the program would have left it.
      await client.query('alter table so_tri_an.journal drop column subject')
      await client.query("update so_tri_an.schema_version set shape = 'earlier'")
    })
    expect((await addUp(files(), url)).kinds).toEqual(['known', 'loaded'])
    const { rows } = await withClient(url, (client) =>
      client.query(`select closing_period, count(*)::integer as rows, count(subject)::integer as subjects
        from so_tri_an.journal group by 1 order by 1`),
    )
    expect(rows).toEqual([
      { closing_period: '2026-01', rows: 9, subjects: 0 },
      { closing_period: '2026-02', rows: 9, subjects: 9 },
    ])
  })

  test('is left alone where a newer version of the program was at work', async () => {
    const url = await newDatabase()
    await addUp(files().slice(0, 1), url)
    await withClient(url, (client) => client.query('update so_tri_an.schema_version set version = 99'))
    await expect(addUp(files(), url)).rejects.toMatchObject({ problem: { code: 'store.fromNewerVersion' } })
  })

  test('takes a package whole or not at all, and the run ends with the database’s words', async () => {
    const url = await newDatabase()
    await addUp(files().slice(0, 1), url)
    await withClient(url, (client) =>
      client.query(`alter table so_tri_an.journal add constraint no_february check (closing_period <> '2026-02')`),
    )
    const { outcomes } = await addUp(files(), url)
    expect(outcomes).toMatchObject([
      { kind: 'known' },
      { kind: 'stopped', problem: { code: 'store.refused', parameters: { detail: expect.stringContaining('23514') } } },
    ])
    const { rows } = await withClient(url, (client) =>
      client.query(`select (select count(*)::integer from so_tri_an.packages) as packages,
        (select count(*)::integer from so_tri_an.gift_handovers) as gifts`),
    )
    expect(rows).toEqual([{ packages: 1, gifts: 6 }])
  })

  test('that goes away in the middle of a run ends it, and nothing is half there', async () => {
    const url = await newDatabase()
    const store = await openPostgres(url)
    const taken = { kind: 'current', replaces: null } as const
    const load = (file: string, whileOpen: () => Promise<unknown>) =>
      verifyPackage(file, {
        async whileOpen(reading) {
          await whileOpen()
          await store.load(reading, taken)
        },
      })
    await load(files()[0] ?? '', async () => {})
    const endSessions = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    const cut = () => withClient(url, (client) => client.query(endSessions))
    await expect(load(files()[1] ?? '', cut)).rejects.toMatchObject({ problem: { code: 'store.unreachable' } })
    await store.close()
    expect((await addUp(files(), url)).kinds).toEqual(['known', 'loaded'])
  })

  test('shows a reader of figures no person, an analyst every row, and lets neither of them write', async () => {
    const url = await newDatabase()
    await addUp(files(), url)
    await withClient(url, async (client) => {
      await client.query('create role reader login; create role analyst login')
      await client.query('grant usage on schema so_tri_an to analyst, reader')
      await client.query('grant select on all tables in schema so_tri_an to analyst')
      await client.query('revoke all on all tables in schema so_tri_an from reader')
      await client.query('grant select on so_tri_an.gifts_by_campaign to reader')
    })
    const as = (role: string, sql: string) =>
      withClient(url.replace('postgres@', `${role}@`), async (client) => (await client.query(sql)).rowCount)
    expect(await as('reader', 'select * from so_tri_an.gifts_by_campaign')).toBe(2)
    await expect(as('reader', 'select * from so_tri_an.households')).rejects.toThrow('permission denied')
    expect(await as('analyst', 'select * from so_tri_an.households')).toBe(12)
    await expect(as('analyst', 'delete from so_tri_an.households')).rejects.toThrow('permission denied')
    await expect(openPostgres(url.replace('postgres@', 'reader@'))).rejects.toMatchObject({
      problem: { code: 'store.refused', parameters: { detail: expect.stringContaining('42501') } },
    })
  })
})

describe('a database that cannot be reached', () => {
  test('is told by its name, without the password', async () => {
    const url = `postgres://loader:secret@localhost/company?host=${root}`
    await expect(openPostgres(url)).rejects.toMatchObject({
      problem: { code: 'store.unreachable', parameters: { target: 'postgres://localhost/company' } },
    })
  })

  test.each([
    ['postgres://loader:p@ss@db.example:5432/company', 'postgres://db.example:5432/company'],
    ['postgres://loader:p/s?s@db.example/company', 'postgres://db.example/company'],
    ['postgresql://db.example/company?user=loader&password=secret', 'postgresql://db.example/company'],
    ['postgres:///company', 'postgres:///company'],
  ])('%s is shown as %s', (url, shown) => {
    expect(withoutSecrets(url)).toBe(shown)
  })
})
