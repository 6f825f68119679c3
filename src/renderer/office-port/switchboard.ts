/** One client for the whole life of the window, whatever port is behind it: a restarted office gives a new one. */

import type { Topic } from '../../contract/call.ts'
import { type Client, createClient } from '../../contract/client.ts'
import { environmentFailure, type Reply } from '../../contract/failure.ts'
import type { Port } from '../../contract/protocol.ts'

export interface Switchboard extends Client {
  /** Puts a new port behind the client; what still waits on the old one is answered with `office.stopped`. */
  plugIn(port: Port): void
}

const STOPPED: Reply<never> = { ok: false, failure: environmentFailure('office.stopped', {}) }

export function createSwitchboard(newCommandId: () => string): Switchboard {
  const listeners = new Set<(topics: Topic[]) => void>()
  let current: { client: Client; port: Port } | null = null

  function stop(): void {
    current?.client.stop()
    current?.port.close()
    current = null
  }
  return {
    plugIn(port) {
      stop()
      const client = createClient(port, newCommandId)
      client.onChanged((topics) => {
        for (const listener of listeners) listener(topics)
      })
      current = { client, port }
    },
    query: async (call, input) => current?.client.query(call, input) ?? STOPPED,
    command: async (call, input, commandId) => current?.client.command(call, input, commandId) ?? STOPPED,
    job: async (call, input, options) => current?.client.job(call, input, options) ?? STOPPED,
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop,
  }
}
