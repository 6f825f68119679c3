import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { keysOfOffices, type SentPackage, sendAll } from '../support/many-packages.ts'
import { freshFolder, inside } from '../support/month-end.ts'
import { runTerminal } from '../support/terminal.ts'

const root = freshFolder()
const packages = join(root, 'packages')
const keys = join(root, 'keys')
let sent: SentPackage[] = []

interface Answer {
  ok: boolean
  counts: Record<string, number>
  rowCount: number
  missing: { months: { officeId: string; period: string }[] }
  packages: { file: string; outcome: string; identity: string | null; faults?: { code: string }[] }[]
}

const consolidate = (words: string[], env: NodeJS.ProcessEnv = {}) => runTerminal(root, ['consolidate', ...words], env)

beforeAll(async () => {
  sent = await sendAll(packages, 1, 3, { gifts: 5, repairs: 1 })
  keysOfOffices(keys, 1)
})

describe('consolidate', () => {
  test('loads a folder of packages, and tells a machine what became of each', async () => {
    const into = inside(root)
    const first = await consolidate([packages, '--into', into, '--keys', keys, '--json'])
    expect(first.code, first.output).toBe(0)
    const answer = JSON.parse(first.output) as Answer
    expect(answer).toMatchObject({ ok: true, counts: { loaded: 3, known: 0, refused: 0 } })
    expect(answer.packages.map(({ identity }) => identity)).toEqual(sent.map(({ identity }) => identity))
    const rows = sent.flatMap(({ closing }) => Object.values(closing.counts)).reduce((sum, count) => sum + count, 0)
    expect(answer.rowCount).toBe(rows)
    const again = await consolidate([packages, '--into', into, '--keys', keys, '--json'])
    expect(JSON.parse(again.output)).toMatchObject({ ok: true, counts: { loaded: 0, known: 3 }, rowCount: 0 })
  })

  test('tells faults, missing months and unchecked signatures in the reader’s language, and ends with 1', async () => {
    const mixed = inside(root)
    for (const at of [0, 2]) copyFileSync(sent[at]?.file ?? '', join(mixed, `${at}.zip`))
    writeFileSync(join(mixed, '1.zip'), 'no zip')
    const { code, output } = await consolidate([mixed, '--into', inside(root)], { LANG: 'vi_VN.UTF-8' })
    expect(code, output).toBe(1)
    expect(output).toContain('1.zip: KHÔNG NẠP')
    expect(output).toContain('LỖI container.unreadable')
    expect(output).toContain('THIẾU PC001: chưa có gói tháng 02/2026.')
    expect(output).toContain('Chữ ký CHƯA được kiểm tra')
    expect(output).toContain('Nạp mới 2 gói')
  })

  test.each([
    ['no package is named', ['--into', 'x'], 2, 'PACKAGE_OR_FOLDER is missing'],
    ['no place is named', [packages], 2, '--into is missing'],
    ['nothing is at the path', ['nowhere', '--into', 'x'], 1, 'nowhere'],
    ['no package is in the folder', [keys, '--into', 'x'], 2, 'There is no package in'],
    ['no server answers', [packages, '--into', `postgres://a:secret@localhost/db?host=${root}`], 3, 'does not answer'],
  ])('says so where %s', async (_why, words, code, words2) => {
    const ended = await consolidate(words)
    expect(ended.code, ended.output).toBe(code)
    expect(ended.output).toContain(words2)
    expect(ended.output).not.toContain('secret')
    expect(ended.output).not.toMatch(/\n\s+at /)
  })

  test('writes into a folder that it makes itself', async () => {
    const into = join(inside(root), 'new', 'folder')
    mkdirSync(join(into, '..'), { recursive: true })
    expect((await consolidate([packages, '--into', into])).code).toBe(0)
  })
})
