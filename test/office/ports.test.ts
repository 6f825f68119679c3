import { MessageChannel } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import type { Topic } from '../../src/contract/call.ts'
import { directChannel, electronPort, nodePort } from '../../src/office/ports.ts'
import { connect, granted, openWorkingOffice, refusedWith } from '../support/office.ts'
import { HOUSEHOLD, registerHousehold } from '../support/trade.ts'

const GARBAGE = [
  null,
  undefined,
  0,
  '',
  'ask',
  [],
  {},
  { type: 'ask' },
  { type: 'ask', id: 1 },
  { type: 'ask', id: 'x', call: null, input: null, commandId: 5 },
  { type: 'ask', id: 1, call: '__proto__', input: {}, commandId: null },
  { type: 'ask', id: 1, call: 'toString', input: {}, commandId: null },
  { type: 'ask', id: 1, call: 'households.register', input: 'x', commandId: {} },
  { type: 'ask', id: 1, call: ['office.describe'], input: {}, commandId: null },
  { type: 'cancel' },
  { type: 'cancel', id: 99 },
  { type: 'pause' },
  { type: 'resume', id: 99 },
  { type: 'stop' },
  new Map([['type', 'ask']]),
  new Uint8Array(1000),
]

test('garbage on a port hurts nobody', async () => {
  await using opened = await openWorkingOffice()
  const { port1, port2 } = new MessageChannel()
  opened.office.serve(nodePort(port1))
  const replies: unknown[] = []
  port2.on('message', (message) => replies.push(message))
  for (const message of GARBAGE) port2.postMessage(message)
  granted(await opened.client.query('office.describe', {}))
  await registerHousehold(opened.client, 'Nguyễn Thị Lan')
  for (const reply of replies) expect(reply).not.toMatchObject({ reply: { failure: { family: 'defect' } } })
  for (const reply of replies) expect(reply).not.toMatchObject({ reply: { ok: true } })
})

test('a call that nobody knows is told by its name', async () => {
  await using opened = await openWorkingOffice()
  for (const call of ['households.burn', '', 'constructor', 'office']) {
    expect(await opened.client.query(call as 'office.describe', {})).toEqual({
      ok: false,
      failure: { family: 'environment', problem: { code: 'call.unknown', parameters: { call } } },
    })
  }
})

describe('what changed', () => {
  test('is announced to every port after a commit, and to none after a refusal', async () => {
    await using opened = await openWorkingOffice()
    const other = connect(opened.office)
    const heard: Topic[][] = []
    other.onChanged((topics) => heard.push(topics))
    const householdId = await registerHousehold(opened.client, 'Nguyễn Thị Lan', HOUSEHOLD.citizenId)
    expect(refusedWith(await opened.client.command('households.register', HOUSEHOLD))).toBe('household.citizenIdTaken')
    granted(await opened.client.command('households.revealCitizenId', { householdId }))
    granted(await opened.client.command('people.add', { fullName: 'Lê Văn Lâm', role: 'clerk' }))
    granted(await other.query('office.describe', {}))
    // Who looked at a number stands in the household's history.
    expect(heard).toEqual([['households'], ['households'], ['office']])
  })

  test('is seen by whoever asks when they hear of it', async () => {
    await using opened = await openWorkingOffice()
    const counted = new Promise<number>((resolve) => {
      const end = opened.client.onChanged(async () => {
        end()
        const { households } = granted(await opened.client.query('households.search', { text: 'lan', limit: 5 }))
        resolve(households.length)
      })
    })
    await registerHousehold(opened.client, 'Nguyễn Thị Lan')
    expect(await counted).toBe(1)
  })
})

test('a window that is gone is forgotten, and the others go on', async () => {
  await using opened = await openWorkingOffice()
  const { port1, port2 } = new MessageChannel()
  opened.office.serve(nodePort(port1))
  const gone = new Promise((resolve) => port1.once('close', resolve))
  port2.postMessage({ type: 'ask', id: 1, call: 'office.describe', input: {}, commandId: null })
  port2.close()
  await gone
  await registerHousehold(opened.client, 'Nguyễn Thị Lan')
})

test("Electron's ports wrap a message in an event and wait to be started", () => {
  let deliver: ((event: unknown) => void) | null = null
  const said: unknown[] = []
  const heard: unknown[] = []
  let isStarted = false
  const port = electronPort({
    postMessage: (message) => said.push(message),
    on: (event, listener) => {
      if (event === 'message') deliver = listener
    },
    start: () => {
      isStarted = true
    },
    close: () => said.push('closed'),
  })
  port.receive((message) => heard.push(message))
  ;(deliver as unknown as (event: unknown) => void)({ data: { type: 'ask' } })
  port.send('hello')
  port.close()
  expect([isStarted, heard, said]).toEqual([true, [{ type: 'ask' }], ['hello', 'closed']])
})

test('a channel within one process delivers in order, in a later turn, until it is closed', async () => {
  const { near, far } = directChannel()
  const heard: unknown[] = []
  far.receive((message) => heard.push(message))
  near.send(1)
  near.send(2)
  expect(heard).toEqual([])
  await Promise.resolve()
  await Promise.resolve()
  expect(heard).toEqual([1, 2])
  far.close()
  near.send(3)
  await Promise.resolve()
  await Promise.resolve()
  expect(heard).toEqual([1, 2])
})
