/** The inbox from a command line: keys compared and taken in, packages looked at, taken in and refused. */

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PackagePreview } from '../../src/contract/inbox.ts'
import { programmeKeyFile, takeInOfficeKeys } from '../support/inbox.ts'
import { type SentPackage, sendMonth } from '../support/many-packages.ts'
import { openWorkingOffice, type TestOffice } from '../support/office.ts'
import { temporaryFolder } from '../support/office-place.ts'
import { runTerminal } from '../support/terminal.ts'

const folder = temporaryFolder()
const packages = join(folder, 'packages')
const SIZE = { gifts: 12, repairs: 2 }
let company: TestOffice
const sent: SentPackage[] = []

beforeAll(async () => {
  company = await openWorkingOffice()
  await takeInOfficeKeys(company.client, join(folder, 'keys'), 3)
  await company.office.close()
  for (const office of [2, 3]) sent.push(await sendMonth({ office, folder: packages, size: SIZE }, 0, null))
}, 60_000)
afterAll(async () => {
  await company[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

const inbox = (...words: string[]) => runTerminal(folder, ['inbox', ...words, '--ledger', company.folder])

interface Answer {
  ok: boolean
  takenCount: number
  packages: (PackagePreview & { isTakenIn: boolean })[]
  conflictFiles: string[]
}
async function answered(...words: string[]): Promise<{ code: number; answer: Answer }> {
  const { code, output } = await inbox(...words, '--json')
  return { code, answer: JSON.parse(output) as Answer }
}

test('a package of an office whose key is not known is refused by its fault', async () => {
  const foreign = await sendMonth({ office: 9, folder: join(folder, 'foreign'), size: SIZE }, 0, null)
  const { code, output } = await inbox(foreign.file)
  expect(code).toBe(1)
  expect(output).toContain('has faults, refused')
  expect(output).toContain('signature.unknownKey')
  expect(existsSync(join(company.folder, 'received'))).toBe(false)
})

test('a key is shown with its fingerprint, and taken in by whoever gives it', async () => {
  const key = programmeKeyFile(folder)
  const shown = await inbox('--key', key)
  const fingerprint = /--fingerprint "([^"]+)"/.exec(shown.output)?.[1] ?? ''
  expect([shown.code, fingerprint]).toEqual([0, expect.stringMatching(/^[0-9A-F ]{19}$/)])
  expect((await inbox('--key', key, '--fingerprint', '0000')).code).toBe(1)
  expect((await inbox('--key', key, '--fingerprint', fingerprint)).output).toContain('Taken in.')
}, 120_000)

test('packages are looked at, taken in with their conflicts, and change nothing a second time', async () => {
  const looked = await answered(packages, '--dry-run')
  expect(looked.answer).toMatchObject({ ok: true, takenCount: 0 })
  expect(looked.answer.packages.map(({ state }) => state)).toEqual(['new', 'new'])

  const { code, answer } = await answered(packages, '--conflicts', join(folder, 'conflicts'))
  expect(code).toBe(0)
  expect(answer).toMatchObject({ ok: true, takenCount: 2 })
  expect(readdirSync(join(folder, 'conflicts'))).toEqual([
    'PC002_2026-01_r1.conflicts.json',
    'PC003_2026-01_r1.conflicts.json',
  ])
  expect(answer.conflictFiles).toHaveLength(2)
  const again = await answered(packages)
  expect(again.answer).toMatchObject({ ok: true, takenCount: 0 })
  expect(again.answer.packages.map(({ state }) => state)).toEqual(['known', 'known'])
}, 120_000)

test('what people read names the office, the month and what changes', async () => {
  const next = await sendMonth({ office: 2, folder: join(folder, 'next'), size: SIZE }, 1, sent[0] ?? null)
  const { output } = await inbox(next.file, '--dry-run', '--language', 'vi')
  expect(output).toContain('PC002_2026-02_r1: Đội Quản lý Điện lực khu vực 2, tháng 02/2026: tháng mới.')
  expect(output).toContain('  Giao quà: thêm 12, bớt 0, sửa 0')
  expect(output).toContain('Đã xem 1 gói, chưa nhận gói nào.')
})

test('wrong words end with exit code 2, a file that is not there with 1', async () => {
  mkdirSync(join(folder, 'empty'), { recursive: true })
  writeFileSync(join(folder, 'empty', 'note.txt'), '')
  expect((await inbox()).code).toBe(2)
  expect((await inbox(join(folder, 'empty'))).code).toBe(2)
  expect((await inbox(join(folder, 'nowhere.zip'))).code).toBe(1)
})
