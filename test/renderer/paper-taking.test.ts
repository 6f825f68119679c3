import { expect, test } from 'vitest'
import type { Client } from '../../src/contract/client.ts'
import type { PrintPart, PrintReply } from '../../src/contract/printing.ts'
import { refusal } from '../../src/domain/refusal.ts'
import { createPaperTaking } from '../../src/renderer/components/printing/paper-taking.ts'

const PART: PrintPart = {
  file: 'x.pdf',
  printer: 'HP',
  paperSize: 'A4',
  copies: 2,
  duplex: 'simplex',
  pages: { from: 1, to: 100 },
}
const OVERTAKEN = { family: 'refused', refusal: refusal('paper.overtaken', {}) } as const
const LOST = { family: 'environment', code: 'office.stopped', parameters: {} } as const

/** An office that answers as the test says, a printer, and what happened at both in order. */
function windowOfTest({ isOvertaken = false, isLost = false, reply = { ok: true } as PrintReply } = {}) {
  const happened: unknown[] = []
  const client = {
    query: async () => {
      happened.push('asked')
      return { ok: true, value: { refusal: isOvertaken ? OVERTAKEN.refusal : null } }
    },
    command: async (_call: string, input: object) => {
      happened.push(input)
      return isLost ? { ok: false, failure: LOST } : { ok: true, value: {} }
    },
  } as unknown as Client
  const shell = {
    printPaper: async () => {
      happened.push('printed')
      return reply
    },
    stopPrinting: async () => undefined,
  }
  const taking = createPaperTaking(client, shell, (failure) => happened.push(failure))
  return { taking, happened }
}

const NOTED = { file: 'x.pdf', pages: { from: 1, to: 100 }, copies: 2, way: 'printer', printer: 'HP' }

test('a part is asked about, printed, then noted with its pages and copies; the next waits for that', async () => {
  const { taking, happened } = windowOfTest()
  const replies = await Promise.all([taking.printPaper(PART), taking.printPaper({ ...PART, printer: null })])
  expect(replies).toEqual([{ ok: true }, { ok: true }])
  const byDialog = { ...NOTED, way: 'dialog', printer: null }
  expect(happened).toEqual(['asked', 'printed', NOTED, 'asked', 'printed', byDialog])
})

test('what the printer refuses is not noted, and what was overtaken is not printed', async () => {
  const refusedByPrinter = { ok: false, reason: 'failed', detail: 'Paper jam' } as const
  const jammed = windowOfTest({ reply: refusedByPrinter })
  expect(await jammed.taking.printPaper(PART)).toEqual(refusedByPrinter)
  expect(jammed.happened).toEqual(['asked', 'printed'])
  const overtaken = windowOfTest({ isOvertaken: true })
  expect(await overtaken.taking.printPaper(PART)).toEqual({ ok: false, reason: 'refused', failure: OVERTAKEN })
  expect(overtaken.happened).toEqual(['asked'])
})

test('a file that was opened is noted whole; one that no program opens is not', async () => {
  const { taking, happened } = windowOfTest()
  expect(await taking.takeFile('x.pdf', async () => 'no program')).toMatchObject({ ok: false, reason: 'failed' })
  expect(await taking.takeFile('x.pdf', async () => null)).toEqual({ ok: true })
  const whole = { file: 'x.pdf', pages: null, copies: 1, way: 'file', printer: null }
  expect(happened).toEqual(['asked', 'asked', whole])
})

test('papers that are out but could not be noted are told, and count as printed', async () => {
  const { taking, happened } = windowOfTest({ isLost: true })
  expect(await taking.printPaper(PART)).toEqual({ ok: true })
  expect(happened.at(-1)).toEqual(LOST)
})
