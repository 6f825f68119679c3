/**
 * The office: owns the ledger, the rules, the papers and the packages, and answers the contract over any port. When its
 * ledger cannot be opened it still answers, and says why.
 */

import { v7 as newIdentity } from 'uuid'
import { type CallName, contract, isCallName } from '../contract/contract.ts'
import { environmentFailure, type Failure, type Reply } from '../contract/failure.ts'
import type { FromOffice, Port, Progress, ToOffice } from '../contract/protocol.ts'
import { dayInVietnam } from '../domain/day.ts'
import { ledgerProblemOf } from '../ledger/ledger-problem.ts'
import { type Ledger, openLedger } from '../ledger/open-ledger.ts'
import { failureOf, invalidInput, ledgerFailure, Unavailable } from './failures.ts'
import type { Asking, Commanding, Outcome, Working } from './handler.ts'
import { handlers } from './handlers.ts'
import { migrationsFolder, type OfficePlace } from './place.ts'
import { refuseWithoutRight, type Session } from './session.ts'
import { type CommandCall, commit, firstAnswer } from './transactions.ts'
import { createWorkers } from './workers.ts'

export interface Office {
  /** Answers what comes over a port until it is closed; a port is a session of its own. */
  serve(port: Port): void
  /** Cancels running jobs, closes the ledger and lays its seal on. */
  close(): Promise<void>
}

/** One call on its way: who asks, under which id, how it tells its progress and hears a cancel. */
interface Asked {
  session: Session
  commandId: string | null
  signal: AbortSignal
  report: (progress: Progress) => void
}

type AnyOutcome = Outcome<unknown>
type QueryFunction = (asking: Asking, input: unknown) => AnyOutcome
type CommandFunction = (commanding: Commanding, input: unknown) => AnyOutcome
type JobFunction = (working: Working, input: unknown) => Promise<AnyOutcome>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const NO_COMMAND_ID: Failure = { family: 'invalid-input', issues: [{ path: ['commandId'], problem: 'required' }] }

export function openOffice(place: OfficePlace): Office {
  const workers = createWorkers(place)
  const ports = new Set<Port>()
  const running = new Set<Promise<unknown>>()
  const closing = new AbortController()
  let ledger: Ledger | null = null
  let ledgerTrouble: Failure | null = null

  function openOrExplain(): void {
    if (ledger || closing.signal.aborted) return
    try {
      ledger = openLedger({ folder: place.ledgerFolder, migrationsFolder: migrationsFolder(place) })
      ledgerTrouble = null
    } catch (error) {
      const problem = ledgerProblemOf(error)
      ledgerTrouble = problem ? ledgerFailure(problem, place.ledgerFolder) : failureOf(error, place)
    }
  }

  function openLedgerNow(): Ledger {
    if (ledger) return ledger
    throw new Unavailable(ledgerTrouble ?? environmentFailure('office.stopped', {}))
  }

  function askingOf(session: Session): Asking {
    return {
      get reader() {
        return openLedgerNow().reader
      },
      ledgerTrouble,
      place,
      session,
      today: dayInVietnam(place.clock()),
    }
  }

  /** The one way in: known call, input by its schema, the right to it, then its use case. */
  async function answer(call: string, input: unknown, asked: Asked): Promise<Reply<unknown>> {
    if (!isCallName(call)) return { ok: false, failure: environmentFailure('call.unknown', { call }) }
    try {
      openOrExplain()
      const parsed = contract[call].input.safeParse(input, { reportInput: true })
      if (!parsed.success) return { ok: false, failure: invalidInput(parsed.error) }
      const denied = refuseWithoutRight(asked.session, contract[call].permission)
      if (denied) return { ok: false, failure: { family: 'refused', refusal: denied } }
      return await run(call, parsed.data, asked)
    } catch (error) {
      return { ok: false, failure: failureOf(error, place) }
    }
  }

  async function run(name: CallName, input: unknown, asked: Asked): Promise<Reply<unknown>> {
    const call = contract[name]
    const asking = askingOf(asked.session)
    if (call.kind === 'query') return replyOf(name, (handlers[name] as QueryFunction)(asking, input))

    const { commandId } = asked
    if (!commandId || !UUID.test(commandId)) return { ok: false, failure: NO_COMMAND_ID }
    const commandCall = { name, commandId, input }
    const earlier = ledger && firstAnswer(ledger, commandCall)
    if (earlier) return replyOf(name, earlier)
    const outcome = await perform(commandCall, asking, asked)
    if ('value' in outcome && call.topics.length > 0) {
      for (const port of ports) port.send({ type: 'changed', topics: [...call.topics] } satisfies FromOffice)
    }
    return replyOf(name, outcome)
  }

  function perform(
    call: CommandCall & { name: CallName },
    asking: Asking,
    asked: Asked,
  ): AnyOutcome | Promise<AnyOutcome> {
    const now = new Date(place.clock()).toISOString()
    const { ledgerTrouble: trouble, session, today } = asking
    const transaction = <Value>(work: (commanding: Commanding) => Outcome<Value>) => {
      const open = openLedgerNow()
      const { reader } = open
      return commit(open, { reader, ledgerTrouble: trouble, place, session, today, now, newIdentity }, call, work)
    }
    if (contract[call.name].kind === 'command') {
      return transaction((commanding) => (handlers[call.name] as CommandFunction)(commanding, call.input))
    }
    const { signal, report } = asked
    const working: Working = {
      get reader() {
        return openLedgerNow().reader
      },
      ledgerTrouble: trouble,
      place,
      session,
      today,
      now,
      workers,
      signal,
      report,
      commit: transaction,
    }
    return (handlers[call.name] as JobFunction)(working, call.input)
  }

  function replyOf(name: CallName, outcome: AnyOutcome): Reply<unknown> {
    if ('refusal' in outcome) return { ok: false, failure: { family: 'refused', refusal: outcome.refusal } }
    if (place.checksAnswers) contract[name].output.parse(outcome.value)
    return { ok: true, value: outcome.value }
  }

  function serve(port: Port): void {
    const session: Session = { person: null }
    const cancels = new Map<number, AbortController>()
    ports.add(port)
    closing.signal.addEventListener('abort', () => {
      for (const cancel of cancels.values()) cancel.abort()
    })

    async function onAsk({ id, call, input, commandId }: Extract<ToOffice, { type: 'ask' }>): Promise<void> {
      const cancel = new AbortController()
      cancels.set(id, cancel)
      const report = (progress: Progress) => port.send({ type: 'progress', id, progress } satisfies FromOffice)
      const reply = await answer(call, input, { session, commandId, signal: cancel.signal, report })
      cancels.delete(id)
      port.send({ type: 'reply', id, reply } satisfies FromOffice)
    }

    port.receive((received) => {
      const message = received as ToOffice
      if (message.type === 'cancel') {
        cancels.get(message.id)?.abort()
        return
      }
      const answered = onAsk(message)
      running.add(answered)
      void answered.finally(() => running.delete(answered))
    })
  }

  return {
    serve,
    async close() {
      closing.abort()
      await Promise.allSettled(running)
      await workers.close()
      ledger?.close()
      ledger = null
      for (const port of ports) port.close()
    },
  }
}
