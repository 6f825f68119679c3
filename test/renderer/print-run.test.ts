import { expect, test } from 'vitest'
import type { PrintPart, PrintReply } from '../../src/contract/printing.ts'
import type { SizedPages } from '../../src/renderer/components/printing/print-parts.ts'
import { type PrintRun, startPrinting } from '../../src/renderer/components/printing/print-run.ts'

const partOf = ({ paperSize, ...pages }: SizedPages): PrintPart => {
  const printer = paperSize === 'A4' ? 'HP' : 'Canon'
  return { file: 'x.pdf', printer, paperSize, copies: 1, duplex: 'simplex', pages }
}
const PARTS: SizedPages[] = [
  { from: 1, to: 100, paperSize: 'A4' },
  { from: 101, to: 200, paperSize: 'A4' },
  { from: 201, to: 250, paperSize: 'A4Landscape' },
]

/** A printer whose answers the test gives. */
function printerOfTest(parts = PARTS, from = 0) {
  const asked: PrintPart[] = []
  const answers: ((reply: PrintReply) => void)[] = []
  const told: PrintRun[] = []
  let stops = 0
  const shell = {
    printPaper: (part: PrintPart) => {
      asked.push(part)
      return new Promise<PrintReply>((resolve) => answers.push(resolve))
    },
    stopPrinting: async () => {
      stops += 1
      answers.at(-1)?.({ ok: false, reason: 'cancelled', detail: '' })
    },
  }
  const running = startPrinting(partOf, { parts, from }, shell, (run) => told.push(run))
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    running,
    pages: () => asked.map(({ pages, paperSize }) => ({ ...pages, paperSize })),
    printers: () => asked.map(({ printer }) => printer),
    stops: () => stops,
    last: () => told.at(-1),
    settle,
    async answer(reply: PrintReply) {
      await settle()
      answers.at(-1)?.(reply)
      await settle()
    },
  }
}

test('parts go one after the other, each when the one before is in the queue', async () => {
  const printer = printerOfTest()
  await printer.settle()
  expect([printer.pages(), printer.last()]).toEqual([
    [PARTS[0]],
    { state: 'sending', parts: PARTS, sent: 0, isPaused: false },
  ])
  await printer.answer({ ok: true })
  await printer.answer({ ok: true })
  expect(printer.pages()).toEqual(PARTS)
  await printer.answer({ ok: true })
  expect(printer.last()).toEqual({ state: 'sent', parts: PARTS })
  expect(printer.printers()).toEqual(['HP', 'HP', 'Canon'])
})

test('a refusal stops it where it is, and it goes on from there', async () => {
  const refusal = { ok: false, reason: 'failed', detail: 'Print job failed' } as const
  const printer = printerOfTest()
  await printer.answer({ ok: true })
  await printer.answer(refusal)
  expect(printer.last()).toEqual({ state: 'stopped', parts: PARTS, sent: 1, reply: refusal })
  const again = printerOfTest(PARTS, 1)
  await again.answer({ ok: true })
  await again.answer({ ok: true })
  expect([again.pages(), again.last()?.state]).toEqual([PARTS.slice(1), 'sent'])
})

test('held, it sends no other part until it goes on', async () => {
  const printer = printerOfTest()
  printer.running.pause.turn(true)
  await printer.answer({ ok: true })
  expect([printer.pages().length, printer.last()]).toEqual([
    1,
    { state: 'sending', parts: PARTS, sent: 1, isPaused: true },
  ])
  printer.running.pause.turn(false)
  await printer.settle()
  expect(printer.pages()).toHaveLength(2)
})

test('cancelled while held or on the way, it says which parts are gone', async () => {
  for (const isHeld of [true, false]) {
    const printer = printerOfTest()
    await printer.answer({ ok: true })
    printer.running.pause.turn(isHeld)
    if (isHeld) await printer.answer({ ok: true })
    printer.running.cancel()
    await printer.settle()
    expect(printer.last()).toMatchObject({ state: 'stopped', sent: isHeld ? 2 : 1, reply: { reason: 'cancelled' } })
    expect(printer.stops()).toBe(1)
    expect(printer.pages()).toHaveLength(2)
  }
})
