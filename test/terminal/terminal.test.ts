import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REPOSITORY, temporaryFolder } from '../support/office-place.ts'
import { runTerminal, TERMINAL } from '../support/terminal.ts'

const SAMPLE = join(REPOSITORY, 'resources/sample/danh-sach-xa-mau.xlsx')
let folder = ''

const office = (words: string[], env: NodeJS.ProcessEnv = {}) => runTerminal(folder, words, env)

interface DemoAnswer {
  ok: boolean
  seconds: number
  steps: { step: string; file?: string; count?: number; period?: string }[]
}

describe('the terminal', () => {
  let demo: DemoAnswer
  let packageFile = ''

  beforeAll(async () => {
    folder = temporaryFolder()
    const { code, output } = await office(['demo', '--json'])
    expect(code, output).toBe(0)
    demo = JSON.parse(output) as DemoAnswer
    packageFile = demo.steps.find(({ step }) => step === 'package')?.file ?? ''
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('does the main job as a demo on a fresh ledger, and says what it made', () => {
    expect(demo.ok).toBe(true)
    expect(demo.steps.find(({ step }) => step === 'handovers')?.count).toBe(50)
    expect(demo.steps.find(({ step }) => step === 'repairs')?.count).toBe(10)
    for (const step of ['receipts', 'signOffList', 'certificates', 'package']) {
      const { file } = demo.steps.find((candidate) => candidate.step === step) ?? {}
      expect(existsSync(file ?? ''), step).toBe(true)
    }
  })

  test('runs the demo again over the earlier one, and tells it in the language of the system', async () => {
    const { code, output } = await office(['demo'], { LANG: 'vi_VN.UTF-8' })
    expect(code, output).toBe(0)
    expect(output).toContain('Đã giao quà cho 50 hộ')
    expect(output).toContain('Gói nguyên vẹn, không có lỗi.')
  })

  test('keeps the hand off a folder called demo that is not its own', async () => {
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(join(elsewhere, 'demo'), { recursive: true })
    const precious = join(elsewhere, 'demo', 'thesis.txt')
    writeFileSync(precious, 'mine')
    const child = await new Promise<number | null>((resolve) => {
      const started = execFile(process.execPath, [TERMINAL, 'demo'], { cwd: elsewhere }, () =>
        resolve(started.exitCode),
      )
    })
    expect(child).toBe(2)
    expect(readFileSync(precious, 'utf8')).toBe('mine')
  })

  test('checks a good package and exits with 0', async () => {
    const { code, output } = await office(['verify', packageFile])
    expect(output).toContain('The package is whole: no faults.')
    expect(code).toBe(0)
  })

  const LEDGER = ['--ledger', join('demo', 'ledger')]

  test('lists repairs by where they stand', async () => {
    const listed = await office(['repairs', ...LEDGER, '--state', 'done,unsafe', '--json'])
    expect(listed.code, listed.output).toBe(0)
    const { count, counts } = JSON.parse(listed.output) as { count: number; counts: Record<string, number> }
    expect([count, counts.done, counts.unsafe, counts.cancelled]).toEqual([11, 10, 1, 1])
    const due = await office(['repairs', ...LEDGER, '--state', 'unsafe', '--campaign', 'tri an khach hang 2026'])
    expect(due.output).toMatch(/\/PKS-PC042 · .+ · Unsafe · .+ · due \d/)
  })

  test('tells what the indicators of a month came to, and enters more of them', async () => {
    const { period } = demo.steps.find(({ step }) => step === 'close') ?? {}
    const told = await office(['indicators', ...LEDGER, '--month', period ?? ''])
    expect(told.output).toMatch(/^SAIDI +· .+ · 125\.430,5 \/ 20\.500 · 6,119 phút · No target set$/m)
    expect(told.output).toMatch(/^CAP_LAI +· .+ · 11 \/ 12 · 91,667 % · ≥ 100 · Not met$/m)
    expect(told.output).toContain('13 of 19 indicators entered.')
    const entered = await office(['indicators', ...LEDGER, '--set', 'khieu_nai=38/40', '--set', 'HOI_NGHI=2', '--json'])
    expect(entered.code, entered.output).toBe(0)
    const { missing, indicators } = JSON.parse(entered.output) as {
      missing: number
      indicators: { code: string; value: number | null; valueMonthBefore: number | null; verdict: string }[]
    }
    expect(missing).toBe(17)
    expect(indicators.find(({ code }) => code === 'KHIEU_NAI')).toMatchObject({ value: 95, verdict: 'notMet' })
    expect(indicators.find(({ code }) => code === 'SAIDI')).toMatchObject({ value: null, valueMonthBefore: 6.119 })
    const wrong = await office(['indicators', ...LEDGER, '--set', 'KHIEU_NAI=41/40', 'HOI_NGHI=3'])
    expect([wrong.code, wrong.output]).toEqual([1, expect.stringContaining('the numerator is above the denominator')])
    const closed = await office(['indicators', ...LEDGER, '--month', period ?? '', '--set', 'HOI_NGHI=3'])
    expect(closed.code).toBe(1)
  })

  test.each([
    ['certificates', ['--from', '2', '--to', '3'], 2],
    ['survey-forms', [], 12],
    ['repairs', ['--state', 'done'], 30],
  ])('prints %s of the repairs that are chosen', async (what, words, papers) => {
    const out = join(folder, `${what}.pdf`)
    const printed = await office(['print', what, ...LEDGER, '--out', out, ...words, '--json'])
    expect(printed.code, printed.output).toBe(0)
    expect((JSON.parse(printed.output) as { paperCount: number }).paperCount).toBe(papers)
    expect(existsSync(out)).toBe(true)
  })

  test.each([
    ['repairs', '--state', 'mended'],
    ['repairs', '--campaign', 'khác'],
    ['repairs', '--due', '31/02/2026'],
    ['indicators', '--set', 'KHIEU_NAI=nhiều/40'],
    ['indicators', 'KHIEU_NAI=38/40'],
    ['indicators', '--month', '2026-13'],
    ['print', 'survey-forms', '--out', 'x.pdf', '--from', '2'],
  ])('does not guess what %s %s %s means', async (...words) => {
    expect((await office([...words, ...LEDGER])).code).toBe(2)
  })

  test('names the fault of a spoilt package and exits with 1', async () => {
    const spoilt = join(folder, 'PC042_spoilt.zip')
    copyFileSync(packageFile, spoilt)
    const bytes = readFileSync(spoilt)
    const middle = Math.floor(bytes.length / 2)
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
    writeFileSync(spoilt, bytes)
    const { code, output } = await office(['verify', spoilt, '--json'])
    expect(code).toBe(1)
    expect((JSON.parse(output) as { faults: unknown[] }).faults.length).toBeGreaterThan(0)
  })

  test('knows the signer by a folder of keys', async () => {
    const { output } = await office(['verify', packageFile, '--keys', 'demo/ledger/keys', '--json'])
    expect((JSON.parse(output) as { summary: { signature: string } }).summary.signature).toBe('good')
  })

  test('shows the journal and that its chain is whole', async () => {
    const { code, output } = await office(['journal', '--ledger', 'demo/ledger', '--limit', '3'])
    expect(output).toMatch(/The journal is whole: \d+ rows/)
    expect(code).toBe(0)
  })

  test('says that a list is already in the ledger and changes nothing', async () => {
    const { code, output } = await office(['import', SAMPLE, '--ledger', 'demo/ledger', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(output)).toMatchObject({ ok: false, code: 'import.alreadyDone' })
  })

  test('only looks at a list with --dry-run', async () => {
    const csv = join(REPOSITORY, 'resources/sample/danh-sach-phuong-mau.csv')
    const { code, output } = await office(['import', csv, '--ledger', 'demo/ledger', '--dry-run', '--json'])
    expect(code, output).toBe(0)
    expect(JSON.parse(output)).not.toHaveProperty('batch')
    const after = await office(['import', csv, '--ledger', 'demo/ledger', '--json'])
    expect(JSON.parse(after.output)).toHaveProperty('batch.inserted')
  })

  test('tells how a list in an old font is read, what is doubtful and what it would change', async () => {
    const list = join(REPOSITORY, 'test/intake/corpus/tcvn3.xlsx')
    const { code, output } = await office(['import', list, '--ledger', 'demo/ledger', '--dry-run', '--json'])
    expect(code, output).toBe(0)
    const { preview, difference } = JSON.parse(output) as {
      preview: { headerRowNumber: number; columns: { field: string; confidence: number; conversion: unknown }[] }
      difference: { new: { cells: { headOfHousehold: string } }[] }
    }
    const name = preview.columns.find(({ field }) => field === 'headOfHousehold')
    expect(name).toMatchObject({ confidence: 1, conversion: { encoding: 'tcvn3' } })
    expect(preview.headerRowNumber).toBeGreaterThan(0)
    expect(difference.new.map(({ cells }) => cells.headOfHousehold)).toContain('Trần Thị An')
  })

  test('names each doubt by row, column, code and value, with the mend it proposes', async () => {
    const list = join(REPOSITORY, 'test/intake/corpus/misspelt.xlsx')
    const { output } = await office(['import', list, '--ledger', 'demo/ledger', '--dry-run', '--json'])
    const { findings } = JSON.parse(output) as { findings: Record<string, unknown>[] }
    const proposed = findings.find(({ code }) => code === 'categoryUnknown')
    expect(proposed).toMatchObject({ rowNumber: expect.any(Number), columnNumber: expect.any(Number) })
    expect(proposed?.proposed).toEqual(expect.stringMatching(/^Hộ /))
    expect(proposed?.words).toEqual(expect.stringContaining(String(proposed?.value)))
  })

  // Five processes, each of which takes its time to start where everything else is tested beside it.
  test('takes an import back by its batch, and not a second time', { timeout: 180_000 }, async () => {
    const list = join(REPOSITORY, 'test/intake/corpus/village-dividers.xlsx')
    const before = await office(['search', 'thon', '--limit', '100', '--ledger', 'demo/ledger', '--json'])
    const taken = await office(['import', list, '--ledger', 'demo/ledger', '--json'])
    const { batch } = JSON.parse(taken.output) as { batch: { batchId: string; inserted: number } }
    expect(batch.inserted).toBeGreaterThan(0)
    const undone = await office(['undo', batch.batchId, '--ledger', 'demo/ledger', '--json'])
    expect(JSON.parse(undone.output)).toMatchObject({ ok: true, removed: batch.inserted })
    const after = await office(['search', 'thon', '--limit', '100', '--ledger', 'demo/ledger', '--json'])
    expect(after.output).toBe(before.output)
    const again = await office(['undo', batch.batchId, '--ledger', 'demo/ledger', '--json'])
    expect(again.code).toBe(1)
    expect(JSON.parse(again.output)).toMatchObject({ code: 'import.alreadyUndone' })
  })

  test('finds people without marks and by initials, their numbers masked, and lists pairs that may be one', async () => {
    const { output } = await office(['search', 'duoc', '--ledger', 'demo/ledger', '--json'])
    const { households } = JSON.parse(output) as {
      households: { headOfHousehold: string; maskedCitizenId: string | null }[]
    }
    const [first] = households
    expect(first?.headOfHousehold).toMatch(/ Được$/)
    for (const { maskedCitizenId } of households) expect(maskedCitizenId ?? '*').toContain('*')
    const initials = (first?.headOfHousehold ?? '').split(' ').map((word) => word.charAt(0))
    const byInitials = await office(['search', initials.join(''), '--ledger', 'demo/ledger', '--json'])
    expect(byInitials.output).toContain(first?.headOfHousehold)
    const pairs = await office(['duplicates', '--ledger', 'demo/ledger', '--json'])
    expect(JSON.parse(pairs.output)).toMatchObject({ ok: true, counts: { open: expect.any(Number) } })
  })

  test('refuses to close a month that is not over, in words', async () => {
    const { code, output } = await office(['close', '2099-12', '--ledger', 'demo/ledger', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(output)).toMatchObject({ code: 'month.notOver' })
  })

  test('writes the package of a closed month again, byte for byte', async () => {
    const month = /_(\d{4}-\d{2})_/.exec(packageFile)?.[1] ?? ''
    const copies = join(folder, 'copies')
    const { code, output } = await office(['close', month, '--ledger', 'demo/ledger', '--folder', copies, '--json'])
    expect(code, output).toBe(0)
    const again = (JSON.parse(output) as { package: { file: string } }).package.file
    expect(readFileSync(again).equals(readFileSync(packageFile))).toBe(true)
  })

  test.each([
    { words: [], code: 2 },
    { words: ['--help'], code: 0 },
    { words: ['demo', '--help'], code: 0 },
    { words: ['dance'], code: 2 },
    { words: ['import', '--ledger', 'demo/ledger'], code: 2 },
    { words: ['import', SAMPLE], code: 2 },
    { words: ['undo', '--ledger', 'demo/ledger'], code: 2 },
    { words: ['undo', 'nonsense', '--ledger', 'demo/ledger'], code: 2 },
    { words: ['search', '--ledger', 'demo/ledger'], code: 2 },
    { words: ['duplicates', '--state', 'maybe', '--ledger', 'demo/ledger'], code: 2 },
    { words: ['import', SAMPLE, '--sheet', 'nowhere', '--ledger', 'demo/ledger'], code: 1 },
    { words: ['close', 'November', '--ledger', 'demo/ledger'], code: 2 },
    { words: ['verify', 'nowhere.zip'], code: 1 },
    { words: ['journal', '--ledger', 'demo/ledger', '--shout'], code: 2 },
    { words: ['journal', '--ledger', 'demo/ledger', '--language', 'fr'], code: 2 },
    { words: ['import', 'nowhere.xlsx', '--ledger', 'demo/ledger'], code: 1 },
    { words: ['journal', '--ledger', 'a-new-folder'], code: 1 },
  ])('ends $words with exit code $code and no stack trace', async ({ words, code }) => {
    const ended = await office(words)
    expect(ended.code, ended.output).toBe(code)
    expect(ended.output).not.toMatch(/\n\s+at /)
    expect(ended.output.length).toBeGreaterThan(10)
  })
})
