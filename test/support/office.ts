/** A real office on a real ledger in a fresh folder, asked over a real MessageChannel. */

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { v7 } from 'uuid'
import { expect } from 'vitest'
import { type Client, createClient } from '../../src/contract/client.ts'
import type { Failure, Reply } from '../../src/contract/failure.ts'
import { type Office, openOffice } from '../../src/office/open-office.ts'
import type { OfficePlace } from '../../src/office/place.ts'
import { nodePort } from '../../src/office/ports.ts'
import { officePlace, PROFILE, temporaryFolder } from './office-place.ts'

export function connect(office: Office): Client {
  const { port1, port2 } = new MessageChannel()
  office.serve(nodePort(port1))
  port2.unref()
  return createClient(nodePort(port2), v7)
}

export interface TestOffice extends AsyncDisposable {
  folder: string
  office: Office
  client: Client
}

export async function openTestOffice(overrides: Partial<OfficePlace> = {}): Promise<TestOffice> {
  const folder = temporaryFolder()
  const office = openOffice(officePlace(folder, overrides))
  return {
    folder,
    office,
    client: connect(office),
    async [Symbol.asyncDispose]() {
      await office.close()
      const incidents = join(folder, 'log', 'incidents.log')
      if (existsSync(incidents)) console.error(readFileSync(incidents, 'utf8'))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An office that has been set up, with an administrator at the port. */
export async function openWorkingOffice(overrides: Partial<OfficePlace> = {}): Promise<TestOffice> {
  const opened = await openTestOffice(overrides)
  const person = { fullName: 'Trần Thị Thu', role: 'administrator' as const }
  const { personId } = granted(await opened.client.command('office.setUp', { ...PROFILE, person }))
  granted(await opened.client.query('session.start', { personId }))
  return opened
}

/** The value of a reply that must be a yes. */
export function granted<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`Expected a yes, got ${JSON.stringify(reply.failure)}`)
  return reply.value
}

/** The failure of a reply that must be a no. */
export function failed<Value>(reply: Reply<Value>): Failure {
  expect(reply.ok, 'expected a no').toBe(false)
  return reply.ok ? ({} as never) : reply.failure
}

/** The code of a reply that a rule must refuse. */
export function refusedWith<Value>(reply: Reply<Value>): string {
  const failure = failed(reply)
  return failure.family === 'refused' ? failure.refusal.code : JSON.stringify(failure)
}
