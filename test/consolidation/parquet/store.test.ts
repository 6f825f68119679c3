/** What a folder of Parquet files alone promises: where files lie, and that a load cut off anywhere is ended or undone. */

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { RELATIONS } from '../../../src/consolidation/relations.ts'
import { addUp } from '../../support/consolidated.ts'
import { queryFolder } from '../../support/duckdb.ts'
import { type SentPackage, sendAll } from '../../support/many-packages.ts'
import { freshFolder, inside } from '../../support/month-end.ts'

const root = freshFolder()
let sent: SentPackage[] = []
const files = () => sent.map(({ file }) => file)
const parquetIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.parquet'))

beforeAll(async () => {
  sent = await sendAll(join(root, 'packages'), 2, 1, { gifts: 5, repairs: 1 })
})

test('each table has a file for each office, in the folders of its company and month', async () => {
  const folder = inside(root)
  await addUp(files(), folder)
  const company = encodeURIComponent('PC 02/Đ')
  for (const { name } of RELATIONS) {
    expect(existsSync(join(folder, name, `company_id=${company}`, 'closing_period=2026-01', 'PC001.parquet'))).toBe(
      true,
    )
  }
  expect(parquetIn(folder)).toHaveLength(RELATIONS.length * 2)
  expect(await queryFolder(folder, 'select distinct company_id, closing_period from households order by 1')).toEqual([
    { company_id: 'PC 02/Đ', closing_period: '2026-01' },
    { company_id: 'PC 03/Đ', closing_period: '2026-01' },
  ])
})

test('the files are the same bytes whenever they are written', async () => {
  const [one, other] = [inside(root), inside(root)]
  await addUp(files(), one)
  await addUp(files().toReversed(), other)
  for (const path of parquetIn(one)) {
    expect(readFileSync(join(other, path)).equals(readFileSync(join(one, path))), path).toBe(true)
  }
})

test('columns have the types that other programs expect', async () => {
  const folder = inside(root)
  await addUp(files(), folder)
  const types = async (table: string) =>
    Object.fromEntries(
      (await queryFolder(folder, `describe ${table}`)).map((row) => [row.column_name, row.column_type]),
    )
  expect(await types('gift_handovers')).toMatchObject({
    value_dong: 'BIGINT',
    handed_over_on: 'DATE',
    recorded_at: 'TIMESTAMP WITH TIME ZONE',
    code: 'VARCHAR',
  })
  expect(await types('gift_lines')).toMatchObject({ quantity: 'DOUBLE', line_number: 'BIGINT' })
})

describe('a load that was cut off', () => {
  /** A folder in which the first package is loaded and the second was being loaded. */
  async function cutOff(prepare: (folder: string, whole: string, aside: string) => void): Promise<string> {
    const [folder, whole] = [inside(root), inside(root)]
    await addUp(files().slice(0, 1), folder)
    await addUp(files().slice(1), whole)
    const aside = join(folder, '_loading', sent[1]?.identity ?? '')
    for (const path of parquetIn(whole)) {
      mkdirSync(dirname(join(aside, path)), { recursive: true })
      cpSync(join(whole, path), join(aside, path))
    }
    prepare(folder, whole, aside)
    return folder
  }
  const offices = (folder: string) => queryFolder(folder, 'select distinct office_id from journal order by 1')
  const entry = (folder: string) => join(folder, '_register', `${sent[1]?.identity}.json`)

  test('while it wrote is thrown away, and the package is loaded when it comes again', async () => {
    const folder = await cutOff(() => {})
    expect((await addUp(files().slice(0, 1), folder)).kinds).toEqual(['known'])
    expect(readdirSync(join(folder, '_loading'))).toEqual([])
    expect(await offices(folder)).toEqual([{ office_id: 'PC001' }])
    expect((await addUp(files(), folder)).kinds).toEqual(['known', 'loaded'])
    expect(await offices(folder)).toEqual([{ office_id: 'PC001' }, { office_id: 'PC002' }])
  })

  test('while it moved files into place is ended by the next run', async () => {
    const folder = await cutOff((here, whole, aside) => {
      cpSync(entry(whole), join(aside, 'package.json'))
      for (const path of parquetIn(aside).filter((each) => each.startsWith('gift'))) {
        mkdirSync(dirname(join(here, path)), { recursive: true })
        renameSync(join(aside, path), join(here, path))
      }
    })
    expect((await addUp(files(), folder)).kinds).toEqual(['known', 'known'])
    expect(parquetIn(folder)).toHaveLength(RELATIONS.length * 2)
    expect(await offices(folder)).toEqual([{ office_id: 'PC001' }, { office_id: 'PC002' }])
  })

  test('leaves a lock that stops nobody once its program has ended', async () => {
    const folder = inside(root)
    writeFileSync(join(folder, '_loader.lock'), `${hostname()} 4194303`)
    expect((await addUp(files(), folder)).kinds).toEqual(['loaded', 'loaded'])
    writeFileSync(join(folder, '_loader.lock'), 'another-machine 1')
    await expect(addUp(files(), folder)).rejects.toMatchObject({ problem: { code: 'store.inUse' } })
  })
})

test('files of a version with fewer columns are read beside those of this one', async () => {
  const folder = inside(root)
  await addUp(files().slice(0, 1), folder)
  const [name = ''] = readdirSync(join(folder, '_register'))
  const register = join(folder, '_register', name)
  writeFileSync(register, readFileSync(register, 'utf8').replace(/"shape":"\w+"/, '"shape":"earlier"'))
  await addUp(files(), folder)
  expect(readFileSync(join(folder, 'figures.sql'), 'utf8')).toContain('union_by_name = true')
  expect(await queryFolder(folder, 'select count(*) as gifts from gift_handovers')).toEqual([{ gifts: '10' }])
})

test('a folder that is a file is no place to write to', async () => {
  const file = join(inside(root), 'taken')
  writeFileSync(file, '')
  await expect(addUp(files(), file)).rejects.toMatchObject({ problem: { code: 'disk.unwritable' } })
})
