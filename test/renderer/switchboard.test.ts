/** The window's one client over whatever port is plugged in, on a real office. */

import { MessageChannel } from 'node:worker_threads'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Topic } from '../../src/contract/call.ts'
import { nodePort } from '../../src/office/ports.ts'
import { createSwitchboard } from '../../src/renderer/office-port/switchboard.ts'
import { failed, granted, openTestOffice, openWorkingOffice, type TestOffice } from '../support/office.ts'
import { PROFILE } from '../support/office-place.ts'

const STOPPED = { family: 'environment', problem: { code: 'office.stopped', parameters: {} } }

function portTo({ office }: TestOffice) {
  const { port1, port2 } = new MessageChannel()
  office.serve(nodePort(port1))
  port2.unref()
  return nodePort(port2)
}

test('before a port is there, and after the office was lost, every question is answered at once', async () => {
  await using opened = await openTestOffice()
  const switchboard = createSwitchboard(v7)
  expect(failed(await switchboard.query('office.describe', {}))).toEqual(STOPPED)
  switchboard.plugIn(portTo(opened))
  expect(granted(await switchboard.query('office.describe', {})).office).toBeNull()
  switchboard.stop()
  expect(failed(await switchboard.query('office.describe', {}))).toEqual(STOPPED)
})

test('what still waits on an old port is answered, and the new port serves', async () => {
  await using opened = await openTestOffice()
  const switchboard = createSwitchboard(v7)
  switchboard.plugIn(portTo(opened))
  const waiting = switchboard.query('office.describe', {})
  switchboard.plugIn(portTo(opened))
  expect(failed(await waiting)).toEqual(STOPPED)
  expect(granted(await switchboard.query('office.describe', {})).people).toEqual([])
})

test('changes are announced whichever port is plugged in', async () => {
  await using opened = await openTestOffice()
  const switchboard = createSwitchboard(v7)
  const changes: Topic[][] = []
  switchboard.onChanged((topics) => changes.push(topics))
  switchboard.plugIn(portTo(opened))
  switchboard.plugIn(portTo(opened))
  const person = { fullName: 'Trần Thị Mai', role: 'administrator' as const }
  granted(await switchboard.command('office.setUp', { ...PROFILE, person }))
  await expect.poll(() => changes).toEqual([['office']])
})

test('a fresh port has nobody at it', async () => {
  await using opened = await openWorkingOffice()
  const switchboard = createSwitchboard(v7)
  switchboard.plugIn(portTo(opened))
  expect(granted(await switchboard.query('office.describe', {})).person).toBeNull()
})
