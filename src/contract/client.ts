/** The caller's end of a port: every call typed by the contract, replies matched to what was asked. */

import type { Topic } from './call.ts'
import type { CallName, CommandName, Input, JobName, Output, QueryName } from './contract.ts'
import { environmentFailure, type Reply } from './failure.ts'
import type { Pause } from './pause.ts'
import type { FromOffice, Port, Progress, ToOffice } from './protocol.ts'

export interface JobOptions {
  onProgress?: (progress: Progress) => void
  signal?: AbortSignalLike
  /** Lets the job rest and go on, where the contract calls it pausable. */
  pause?: Pause
  commandId?: string
}

/** The part of an AbortSignal that is used; this folder knows neither the DOM nor Node. */
export interface AbortSignalLike {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
}

export interface Client {
  query<Name extends QueryName>(call: Name, input: Input<Name>): Promise<Reply<Output<Name>>>
  /** Give the same `commandId` to try again: the office answers what it answered first. */
  command<Name extends CommandName>(call: Name, input: Input<Name>, commandId?: string): Promise<Reply<Output<Name>>>
  job<Name extends JobName>(call: Name, input: Input<Name>, options?: JobOptions): Promise<Reply<Output<Name>>>
  /** Called after each commit with what changed. Returns a function that ends it. */
  onChanged(listener: (topics: Topic[]) => void): () => void
  /** Answers everything still waiting with `office.stopped`; for when the other end is gone. */
  stop(): void
}

interface Waiting {
  answer: (reply: Reply<never>) => void
  onProgress: ((progress: Progress) => void) | undefined
}

/** Makes a client of a port. `newCommandId` gives UUIDv7s. */
export function createClient(port: Port, newCommandId: () => string): Client {
  const waiting = new Map<number, Waiting>()
  const changeListeners = new Set<(topics: Topic[]) => void>()
  let lastId = 0
  let stopped = false

  port.receive((received) => {
    const message = received as FromOffice
    if (message.type === 'changed') {
      for (const listener of changeListeners) listener(message.topics)
    } else if (message.type === 'progress') {
      waiting.get(message.id)?.onProgress?.(message.progress)
    } else {
      const asked = waiting.get(message.id)
      waiting.delete(message.id)
      asked?.answer(message.reply as Reply<never>)
    }
  })

  function ask<Name extends CallName>(
    call: Name,
    input: Input<Name>,
    options: JobOptions,
  ): Promise<Reply<Output<Name>>> {
    if (stopped) return Promise.resolve({ ok: false, failure: environmentFailure('office.stopped', {}) })
    const id = ++lastId
    const send = (message: ToOffice) => port.send(message)
    const { pause } = options
    const tellPause = (isOn: boolean) => send({ type: isOn ? 'pause' : 'resume', id })
    return new Promise((resolve) => {
      const stopListening = pause?.listen(tellPause)
      const answer = (reply: Reply<never>) => {
        stopListening?.()
        resolve(reply)
      }
      waiting.set(id, { answer, onProgress: options.onProgress })
      options.signal?.addEventListener('abort', () => waiting.has(id) && send({ type: 'cancel', id }))
      send({ type: 'ask', id, call, input, commandId: options.commandId ?? null })
      if (pause?.isOn) tellPause(true)
      if (options.signal?.aborted) send({ type: 'cancel', id })
    })
  }

  return {
    query: (call, input) => ask(call, input, {}),
    command: (call, input, commandId) => ask(call, input, { commandId: commandId ?? newCommandId() }),
    job: (call, input, options = {}) =>
      ask(call, input, { ...options, commandId: options.commandId ?? newCommandId() }),
    onChanged(listener) {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    stop() {
      stopped = true
      for (const { answer } of waiting.values())
        answer({ ok: false, failure: environmentFailure('office.stopped', {}) })
      waiting.clear()
    },
  }
}
