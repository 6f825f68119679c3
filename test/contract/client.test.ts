import { expect, test } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import { createPause } from '../../src/contract/pause.ts'
import type { FromOffice, Port, ToOffice } from '../../src/contract/protocol.ts'

/** A port whose other end is the test. */
function portOfTest() {
  const sent: ToOffice[] = []
  let listener: (message: unknown) => void = () => {}
  const port: Port = {
    send: (message) => sent.push(message as ToOffice),
    receive: (received) => {
      listener = received
    },
    close: () => {},
  }
  const client = createClient(port, () => `id-${sent.length}`)
  return { client, sent, say: (message: FromOffice) => listener(message) }
}

const reply = (id: number, value: unknown): FromOffice => ({ type: 'reply', id, reply: { ok: true, value } })
const STOPPED = { ok: false, failure: { family: 'environment', problem: { code: 'office.stopped', parameters: {} } } }

test('replies find who asked, in whatever order they come', async () => {
  const { client, sent, say } = portOfTest()
  const one = client.query('office.describe', {})
  const other = client.query('campaigns.list', {})
  expect(sent).toEqual([
    { type: 'ask', id: 1, call: 'office.describe', input: {}, commandId: null },
    { type: 'ask', id: 2, call: 'campaigns.list', input: {}, commandId: null },
  ])
  say(reply(2, 'second'))
  say(reply(1, 'first'))
  say(reply(1, 'again'))
  say(reply(9, 'nobody asked'))
  expect(await Promise.all([one, other])).toEqual([
    { ok: true, value: 'first' },
    { ok: true, value: 'second' },
  ])
})

test('each command has an id of its own, or the one it is given to be tried again', () => {
  const { client, sent } = portOfTest()
  void client.command('imports.undo', { batchId: 'x' })
  void client.command('imports.undo', { batchId: 'x' })
  void client.command('imports.undo', { batchId: 'x' }, 'mine')
  void client.job('papers.surveyForms', { repairIds: [] }, { commandId: 'too' })
  expect(sent.map((message) => message.type === 'ask' && message.commandId)).toEqual(['id-0', 'id-1', 'mine', 'too'])
})

test('a job tells its progress to whoever began it and is cancelled by its signal', async () => {
  const { client, sent, say } = portOfTest()
  const stop = new AbortController()
  const told: number[] = []
  const job = client.job(
    'papers.surveyForms',
    { repairIds: [] },
    { signal: stop.signal, onProgress: ({ done }) => told.push(done) },
  )
  void client.job('papers.surveyForms', { repairIds: [] })
  say({ type: 'progress', id: 1, progress: { stage: 'rendering', done: 3, total: 9 } })
  say({ type: 'progress', id: 2, progress: { stage: 'rendering', done: 4, total: 9 } })
  stop.abort()
  expect(sent.at(-1)).toEqual({ type: 'cancel', id: 1 })
  say(reply(1, 'done all the same'))
  expect([await job, told]).toEqual([{ ok: true, value: 'done all the same' }, [3]])
})

test('a job is held and let go on by its pause, for as long as it runs', async () => {
  const { client, sent, say } = portOfTest()
  const pause = createPause()
  const job = client.job('papers.surveyForms', { repairIds: [] }, { pause })
  pause.turn(true)
  pause.turn(true)
  pause.turn(false)
  say(reply(1, null))
  await job
  pause.turn(true)
  expect(sent.slice(1)).toEqual([
    { type: 'pause', id: 1 },
    { type: 'resume', id: 1 },
  ])
  void client.job('papers.surveyForms', { repairIds: [] }, { pause })
  expect(sent.slice(3).map(({ type }) => type)).toEqual(['ask', 'pause'])
})

test('a signal that comes after the reply cancels nothing, one that came before is told at once', async () => {
  const { client, sent, say } = portOfTest()
  const stop = new AbortController()
  const job = client.job('papers.surveyForms', { repairIds: [] }, { signal: stop.signal })
  say(reply(1, null))
  await job
  stop.abort()
  expect(sent).toHaveLength(1)
  void client.job('papers.surveyForms', { repairIds: [] }, { signal: stop.signal })
  expect(sent.slice(1).map(({ type }) => type)).toEqual(['ask', 'cancel'])
})

test('what changed is told to all who listen, until they end it', () => {
  const { client, say } = portOfTest()
  const heard: string[] = []
  const end = client.onChanged((topics) => heard.push(`one ${topics.join()}`))
  client.onChanged((topics) => heard.push(`two ${topics.join()}`))
  say({ type: 'changed', topics: ['gifts', 'campaigns'] })
  end()
  say({ type: 'changed', topics: ['months'] })
  expect(heard).toEqual(['one gifts,campaigns', 'two gifts,campaigns', 'two months'])
})

test('when the office is gone, whoever waits or asks is told so', async () => {
  const { client, sent } = portOfTest()
  const waiting = client.query('office.describe', {})
  client.stop()
  expect(await waiting).toEqual(STOPPED)
  expect(await client.query('office.describe', {})).toEqual(STOPPED)
  expect(sent).toHaveLength(1)
})
