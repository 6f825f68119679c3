/**
 * The office: owns the ledger, the rules, the papers and the packages, and answers the contract over any port. When its
 * ledger cannot be opened it still answers, and says why.
 */

import { createPause, type PauseSwitch } from '../contract/pause.ts'
import type { FromOffice, Port, Progress, ToOffice } from '../contract/protocol.ts'
import { type Asked, answer, type Desk } from './answering.ts'
import { createLedgerHolder } from './ledger-holder.ts'
import type { OfficePlace } from './place.ts'
import type { Session } from './session.ts'
import { createWorkers } from './workers.ts'

export interface Office {
  /** Answers what comes over a port until it is closed; a port is a session of its own. */
  serve(port: Port): void
  /** Gets ready for the first paper ahead of it; for an office with a window. */
  warmUp(): void
  /** Cancels running jobs, closes the ledger and lays its seal on. */
  close(): Promise<void>
}

export function openOffice(place: OfficePlace): Office {
  const ports = new Set<Port>()
  const running = new Map<AbortController, Promise<void>>()
  const desk: Desk = {
    place,
    holder: createLedgerHolder(place),
    workers: createWorkers(place),
    announce(topics) {
      if (topics.length === 0) return
      for (const port of ports) port.send({ type: 'changed', topics: [...topics] } satisfies FromOffice)
    },
  }
  return {
    serve(port) {
      ports.add(port)
      port.whenClosed?.(() => ports.delete(port))
      serveSession(desk, port, running)
    },
    warmUp() {
      const signal = new AbortController().signal
      // Whatever fails here fails again, and is told, when a paper is asked for.
      desk.workers.run({ name: 'warmUp' }, { signal, report: () => undefined }).catch(() => undefined)
    },
    async close() {
      // A port may ask for more while the jobs before it end.
      while (running.size > 0) {
        for (const cancel of running.keys()) cancel.abort()
        await Promise.allSettled(running.values())
      }
      try {
        desk.holder.close()
      } finally {
        for (const port of ports) port.close()
        await desk.workers.close()
      }
    },
  }
}

type Steering = Pick<Asked, 'signal' | 'pause'>

/** Answers one port. Commands and queries are synchronous inside, so calls of all ports are answered one by one. */
function serveSession(desk: Desk, port: Port, running: Map<AbortController, Promise<void>>): void {
  const session: Session = { person: null }
  const steered = new Map<number, { cancel: AbortController; pause: PauseSwitch }>()

  async function onAsk({ id, call, input, commandId }: Extract<ToOffice, { type: 'ask' }>, steering: Steering) {
    const report = (progress: Progress) => port.send({ type: 'progress', id, progress } satisfies FromOffice)
    const reply = await answer(desk, { call, input, commandId, session, ...steering, report })
    port.send({ type: 'reply', id, reply } satisfies FromOffice)
  }

  function begin(message: Extract<ToOffice, { type: 'ask' }>): void {
    const cancel = new AbortController()
    const pause = createPause()
    steered.set(message.id, { cancel, pause })
    const answered = onAsk(message, { signal: cancel.signal, pause }).finally(() => {
      steered.delete(message.id)
      running.delete(cancel)
    })
    running.set(cancel, answered)
  }

  port.receive((received) => {
    const message = received as ToOffice | null
    if (message?.type === 'ask') return begin(message)
    const call = message && steered.get(message.id)
    if (message?.type === 'cancel') call?.cancel.abort()
    if (message?.type === 'pause' || message?.type === 'resume') call?.pause.turn(message.type === 'pause')
  })
}
