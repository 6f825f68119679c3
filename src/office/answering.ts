/** How a call becomes an answer: known, well-formed, allowed, then its use case, in one transaction where it writes. */

import type { Topic } from '../contract/call.ts'
import { type CallName, contract, isCallName } from '../contract/contract.ts'
import { environmentFailure, type Failure, type Reply } from '../contract/failure.ts'
import { createPause, type Pause } from '../contract/pause.ts'
import type { Progress } from '../contract/protocol.ts'
import { dayInVietnam } from '../domain/day.ts'
import { failureOf, invalidInput } from './failures.ts'
import type { Asking, Commanding, Outcome, Working } from './handler.ts'
import { handlers } from './handlers.ts'
import type { LedgerHolder } from './ledger-holder.ts'
import { newIdentity } from './new-identity.ts'
import type { OfficePlace } from './place.ts'
import { refuseWithoutRight, type Session } from './session.ts'
import { type CommandCall, commit, firstAnswer } from './transactions.ts'
import type { Workers } from './workers.ts'

/** What the office answers with. */
export interface Desk {
  place: OfficePlace
  holder: LedgerHolder
  workers: Workers
  /** Tells every port what a commit changed. */
  announce: (topics: readonly Topic[]) => void
}

/** One call on its way: what is asked, by whom, under which id, how it tells its progress, hears a cancel and rests. */
export interface Asked {
  call: string
  input: unknown
  commandId: string | null
  session: Session
  signal: AbortSignal
  pause: Pause
  report: (progress: Progress) => void
}

type AnyOutcome = Outcome<unknown>
type QueryFunction = (asking: Asking, input: unknown) => AnyOutcome
type CommandFunction = (commanding: Commanding, input: unknown) => AnyOutcome
type JobFunction = (working: Working, input: unknown) => Promise<AnyOutcome>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const NO_COMMAND_ID: Failure = { family: 'invalid-input', issues: [{ path: ['commandId'], problem: 'required' }] }

/** Never throws and never rejects: whatever goes wrong is a failure with a next step. */
export async function answer(desk: Desk, asked: Asked): Promise<Reply<unknown>> {
  const { call, input, session } = asked
  if (typeof call !== 'string' || !isCallName(call))
    return { ok: false, failure: environmentFailure('call.unknown', { call: String(call) }) }
  try {
    desk.holder.tryToOpen()
    const parsed = contract[call].input.safeParse(input, { reportInput: true })
    if (!parsed.success) return { ok: false, failure: invalidInput(parsed.error) }
    const denied = refuseWithoutRight(session, contract[call].permission)
    if (denied) return { ok: false, failure: { family: 'refused', refusal: denied } }
    return await run(desk, asked, call, parsed.data)
  } catch (error) {
    return { ok: false, failure: failureOf(error, desk.place) }
  }
}

async function run(desk: Desk, asked: Asked, name: CallName, input: unknown): Promise<Reply<unknown>> {
  const call = contract[name]
  const asking = askingOf(desk, asked.session)
  if (call.kind === 'query') return replyOf(desk, name, (handlers[name] as QueryFunction)(asking, input))

  const { commandId } = asked
  if (!commandId || !UUID.test(commandId)) return { ok: false, failure: NO_COMMAND_ID }
  const isInputSecret = call.kind === 'command' && call.isInputSecret
  const commandCall = { name, commandId, input, isInputSecret }
  const earlier = call.kind === 'job' && !desk.holder.trouble ? firstAnswer(desk.holder.ledger(), commandCall) : null
  if (earlier) return replyOf(desk, name, earlier)
  const outcome = await perform(desk, asked, asking, commandCall)
  if ('value' in outcome) desk.announce(call.topics)
  return replyOf(desk, name, outcome)
}

function askingOf({ holder, place }: Desk, session: Session): Asking {
  return {
    get reader() {
      return holder.ledger().reader
    },
    ledgerTrouble: holder.trouble,
    place,
    session,
    today: dayInVietnam(place.clock()),
  }
}

function perform(
  desk: Desk,
  { signal, pause, report }: Asked,
  asking: Asking,
  call: CommandCall & { name: CallName },
): AnyOutcome | Promise<AnyOutcome> {
  const { holder, workers, place } = desk
  const { session, today, ledgerTrouble } = asking
  const now = new Date(place.clock()).toISOString()
  const transaction = <Value>(work: (commanding: Commanding) => Outcome<Value>) => {
    const ledger = holder.ledger()
    const circumstances = { reader: ledger.reader, ledgerTrouble, place, session, today, now, newIdentity }
    return commit(ledger, circumstances, call, work)
  }
  const { [call.name]: asked } = contract
  if (asked.kind === 'command') {
    return transaction((commanding) => (handlers[call.name] as CommandFunction)(commanding, call.input))
  }
  const working: Working = {
    get reader() {
      return holder.ledger().reader
    },
    ledgerTrouble,
    place,
    session,
    today,
    now,
    workers,
    signal,
    pause: asked.kind === 'job' && asked.pausable ? pause : createPause(),
    report,
    commit: transaction,
  }
  return (handlers[call.name] as JobFunction)(working, call.input)
}

function replyOf({ place }: Desk, name: CallName, outcome: AnyOutcome): Reply<unknown> {
  if ('refusal' in outcome) return { ok: false, failure: { family: 'refused', refusal: outcome.refusal } }
  if (place.checksAnswers) contract[name].output.parse(outcome.value)
  return { ok: true, value: outcome.value }
}
