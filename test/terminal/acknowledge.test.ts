import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Acknowledgement, readAcknowledgement } from '../../src/month-end/acknowledgement.ts'
import { readHeadOfficeKeyFile } from '../../src/month-end/head-office-key-file.ts'
import { readProgrammeKeyFile } from '../../src/month-end/programme-key-file.ts'
import { readPublicKey } from '../../src/month-end/signing-key.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { contentOf, sampleMonth, testKey } from '../support/month-end-content.ts'
import { temporaryFolder } from '../support/office-place.ts'
import { runTerminal } from '../support/terminal.ts'

const folder = temporaryFolder()
const inFolder = (...names: string[]) => join(folder, ...names)
const RECEIPT = 'PC042_2026-11_r1.receipt.json'
const AS_US = ['--by', 'Vũ Thị Tổng Hợp', '--key', 'head/head-office.key.pem', '--keys', 'offices']
const OPENED = ['--identity', 'head/head-office.identity.txt']

interface Answered {
  ok: boolean
  answers: { kind: string; file?: string; acknowledgement?: Acknowledgement; faults?: { code: string }[] }[]
}

async function acknowledge(...words: string[]): Promise<{ code: number } & Partial<Answered>> {
  const { code, output } = await runTerminal(folder, ['acknowledge', ...words, '--json'])
  return { ...(JSON.parse(output) as Answered), code }
}

const headOffice = () => {
  const key = readHeadOfficeKeyFile(readFileSync(inFolder('head', 'head-office.json'), 'utf8'))
  if (!key) throw new Error('no key of head office')
  return key
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  const made = await runTerminal(folder, ['head-office-keys', '--out', 'head', '--name', 'Công ty Điện lực'])
  expect(made.code).toBe(0)
  expect(made.output).toMatch(/Fingerprint to read over the telephone: ([0-9A-F]{4} ?){8}/)
  mkdirSync(inFolder('offices'))
  writeFileSync(inFolder('offices', 'PC042.pub'), testKey.publicKeyText)
  const recipients = [headOffice().ageRecipient]
  const outcome = await writePackage(contentOf(sampleMonth()), { folder, signingKey: testKey, recipients })
  if (outcome.kind === 'refused') throw new Error('refused')
})

describe("Head office's answer", () => {
  const PACKAGE = 'PC042_2026-11_r1.zip.age'

  test('accepts what it could open and check, signed so that minisign believes it', async () => {
    const { code, answers } = await acknowledge(PACKAGE, '--accept', ...AS_US, ...OPENED)
    expect([code, answers?.[0]?.kind]).toEqual([0, 'given'])
    const publicKey = readPublicKey(headOffice().signingKeyText)
    const minisig = readFileSync(inFolder(`${RECEIPT}.minisig`), 'utf8')
    const reading = readAcknowledgement(readFileSync(inFolder(RECEIPT)), minisig, publicKey ? [publicKey] : [])
    expect(reading).toMatchObject({ kind: 'good', acknowledgement: { verdict: 'accepted', reasons: [] } })
    writeFileSync(inFolder('head.pub'), headOffice().signingKeyText)
    const byMinisign = spawnSync('minisign', ['-V', '-p', 'head.pub', '-m', RECEIPT], { cwd: folder, encoding: 'utf8' })
    if (byMinisign.error) return console.warn('minisign is not installed: only we have checked the answer')
    expect(byMinisign.stdout).toContain('PC042_2026-11_r1 accepted')
  })

  test('is given once: the same again changes nothing, another is not written over it', async () => {
    const before = readFileSync(inFolder(RECEIPT), 'utf8')
    expect(await acknowledge(PACKAGE, '--accept', ...AS_US, ...OPENED)).toMatchObject({ code: 0, ok: true })
    const other = await acknowledge(PACKAGE, '--reject', 'Thiếu bản quét', ...AS_US, ...OPENED)
    expect([other.code, other.answers?.[0]?.kind]).toEqual([1, 'otherAnswer'])
    expect(readFileSync(inFolder(RECEIPT), 'utf8')).toBe(before)
  })

  test('rejects with a reason, and carries the households that two offices helped', async () => {
    const conflict = { citizenIdHmac: 'ab'.repeat(32), officeId: 'PC043', period: '2026-10', figure: 'gifts' }
    mkdirSync(inFolder('conflicts'))
    writeFileSync(inFolder('conflicts', 'PC042_2026-11_r1.conflicts.json'), JSON.stringify([conflict]))
    const words = [PACKAGE, '--reject', 'Hai hộ trùng', '--conflicts', 'conflicts', '--out', 'answers']
    const { code, answers } = await acknowledge(...words, ...AS_US, ...OPENED)
    expect(code).toBe(0)
    expect(answers?.[0]?.acknowledgement).toMatchObject({
      verdict: 'rejected',
      reasons: ['Hai hộ trùng'],
      conflicts: [conflict],
      decidedBy: 'Vũ Thị Tổng Hợp',
    })
    writeFileSync(inFolder('rubbish.json'), '[{"name":"Nguyễn"}]')
    const rubbish = await acknowledge(PACKAGE, '--accept', '--conflicts', 'rubbish.json', ...AS_US, ...OPENED)
    expect(rubbish).toMatchObject({ code: 1, ok: false })
  })

  test('is not given to a package that cannot be opened or was spoilt', async () => {
    const shut = await acknowledge(PACKAGE, '--accept', '--out', 'shut', ...AS_US)
    expect([shut.code, shut.answers?.[0]?.faults?.map(({ code }) => code)]).toEqual([1, ['encryption.noKey']])
    const bytes = readFileSync(inFolder(PACKAGE))
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
    writeFileSync(inFolder('spoilt.zip.age'), bytes)
    const spoilt = await acknowledge('spoilt.zip.age', '--accept', '--out', 'shut', ...AS_US, ...OPENED)
    expect([spoilt.code, spoilt.answers?.[0]?.kind]).toEqual([1, 'faulty'])
  })

  test('accepts nothing from an office whose key is not known, but may reject it by the code of the fault', async () => {
    mkdirSync(inFolder('nobody'))
    const as = ['--by', 'Vũ', '--key', 'head/head-office.key.pem', '--keys', 'nobody', ...OPENED]
    const accepted = await acknowledge(PACKAGE, '--accept', '--out', 'unknown', ...as)
    expect([accepted.code, accepted.answers?.[0]?.kind]).toEqual([1, 'faulty'])
    const rejected = await acknowledge(PACKAGE, '--reject', 'Chưa đăng ký khoá', '--out', 'unknown', ...as)
    expect(rejected.answers?.[0]?.acknowledgement?.reasons).toEqual(['Chưa đăng ký khoá', 'signature.unknownKey'])
  })

  test.each([[['--accept', '--reject', 'x']], [[]], [['--reject', ' ']]])(
    'wants one verdict, and a reason to reject: %j',
    async (words) => {
      expect((await acknowledge(PACKAGE, ...words, ...AS_US)).code).toBe(2)
    },
  )
})

describe("Head office's keys", () => {
  test('are never written over', async () => {
    const again = await runTerminal(folder, ['head-office-keys', '--out', 'head', '--name', 'Ai khác'])
    expect(again.code).toBe(1)
    expect(again.output).toContain('keys are never written over')
  })

  test('come with the programme’s key where the corporation makes them', async () => {
    expect(existsSync(inFolder('head', 'programme-key.json'))).toBe(false)
    const words = ['head-office-keys', '--out', 'corporation', '--name', 'EVN', '--programme-key']
    expect((await runTerminal(folder, words)).code).toBe(0)
    const text = readFileSync(inFolder('corporation', 'programme-key.json'), 'utf8')
    expect(readProgrammeKeyFile(text)).toHaveLength(32)
  })

  test('open what consolidate adds up', async () => {
    const words = ['consolidate', 'PC042_2026-11_r1.zip.age', '--into', 'sums', '--keys', 'offices', '--json']
    const shut = JSON.parse((await runTerminal(folder, words)).output) as { counts: { refused: number } }
    expect(shut.counts.refused).toBe(1)
    const opened = await runTerminal(folder, [...words, ...OPENED])
    expect(opened.code).toBe(0)
    expect(JSON.parse(opened.output)).toMatchObject({ counts: { loaded: 1 } })
  })
})
