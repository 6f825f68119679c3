/** Asking the office from a component: queries stay fresh, commands are written once, jobs can be stopped. */

import { keepPreviousData, skipToken, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { v7 as newCommandId } from 'uuid'
import type { Client } from '../../contract/client.ts'
import type { CommandName, Input, JobName, Output, QueryName } from '../../contract/contract.ts'
import type { Failure, Reply } from '../../contract/failure.ts'
import { createPause } from '../../contract/pause.ts'
import type { Progress } from '../../contract/protocol.ts'
import { useOffice } from './OfficeProvider.tsx'

/** A failure on its way through TanStack Query, which wants errors. */
export class OfficeFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.family)
    this.failure = failure
  }
}

/** The key under which an answer is kept, and how it is asked for. */
export function officeQuery<Name extends QueryName>(client: Client, call: Name, input: Input<Name>) {
  return {
    queryKey: [call, input] as const,
    queryFn: async (): Promise<Output<Name>> => {
      const reply = await client.query(call, input)
      if (!reply.ok) throw new OfficeFailure(reply.failure)
      return reply.value
    },
  }
}

/** The office's answer to a query; asks nothing while the input is null. `keeps` shows the last answer meanwhile. */
export function useOfficeQuery<Name extends QueryName>(
  call: Name,
  input: Input<Name> | null,
  options: { keeps?: boolean } = {},
): UseQueryResult<Output<Name>, OfficeFailure> {
  const { client } = useOffice()
  return useQuery<Output<Name>, OfficeFailure>({
    queryKey: [call, input],
    queryFn: input === null ? skipToken : officeQuery(client, call, input).queryFn,
    ...(options.keeps ? { placeholderData: keepPreviousData } : {}),
  })
}

export interface Asking<Name extends CommandName | JobName> {
  /** Null where it failed, or where it is already running. */
  run: (input: Input<Name>) => Promise<Output<Name> | null>
  isRunning: boolean
  failure: Failure | null
  clearFailure: () => void
}

/** A failure after which the same command may or may not have been written: the same id is sent again. */
function isInDoubt(failure: Failure): boolean {
  return failure.family === 'environment' || failure.family === 'defect'
}

/** What commands and jobs share: one at a time, and the same content after a doubtful end under the same id. */
function useAsking<Name extends CommandName | JobName>(
  ask: (input: Input<Name>, commandId: string) => Promise<Reply<Output<Name>>>,
): Asking<Name> {
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const attempt = useRef<{ content: string; commandId: string } | null>(null)
  const isBusy = useRef(false)

  const run = useCallback(
    async (input: Input<Name>): Promise<Output<Name> | null> => {
      if (isBusy.current) return null
      isBusy.current = true
      setRunning(true)
      setFailure(null)
      const content = JSON.stringify(input)
      if (attempt.current?.content !== content) attempt.current = { content, commandId: newCommandId() }
      const reply = await ask(input, attempt.current.commandId)
      if (reply.ok || !isInDoubt(reply.failure)) attempt.current = null
      isBusy.current = false
      setRunning(false)
      if (reply.ok) return reply.value
      setFailure(reply.failure)
      return null
    },
    [ask],
  )
  const clearFailure = useCallback(() => setFailure(null), [])
  return useMemo(() => ({ run, isRunning, failure, clearFailure }), [run, isRunning, failure, clearFailure])
}

export function useOfficeCommand<Name extends CommandName>(call: Name): Asking<Name> {
  const { client } = useOffice()
  const ask = useCallback(
    (input: Input<Name>, commandId: string) => client.command(call, input, commandId),
    [client, call],
  )
  return useAsking<Name>(ask)
}

/** A switch for rest: what a bar offers where the work can be held. */
export interface Pausing {
  isPaused: boolean
  turn: (isOn: boolean) => void
}

export interface RunningJob<Name extends JobName> extends Asking<Name> {
  progress: Progress | null
  cancel: () => void
  /** For the bar of a job that the contract calls pausable; the office holds no other. */
  pausing: Pausing
}

/** A job; leaving the screen does not stop it, `cancel` does. */
export function useOfficeJob<Name extends JobName>(call: Name): RunningJob<Name> {
  const { client } = useOffice()
  const [progress, setProgress] = useState<Progress | null>(null)
  const controller = useRef<AbortController | null>(null)
  const [pause] = useState(createPause)
  const [isPaused, setPaused] = useState(false)
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  const ask = useCallback(
    async (input: Input<Name>, commandId: string) => {
      const stopper = new AbortController()
      controller.current = stopper
      pause.turn(false)
      setPaused(false)
      const onProgress = (next: Progress) => isShown.current && setProgress(next)
      const reply = await client.job(call, input, { onProgress, signal: stopper.signal, pause, commandId })
      setProgress(null)
      return reply
    },
    [client, call, pause],
  )
  const asking = useAsking<Name>(ask)
  const cancel = useCallback(() => controller.current?.abort(), [])
  const turn = useCallback(
    (isOn: boolean) => {
      pause.turn(isOn)
      setPaused(isOn)
    },
    [pause],
  )
  const pausing = useMemo(() => ({ isPaused, turn }), [isPaused, turn])
  return useMemo(() => ({ ...asking, progress, cancel, pausing }), [asking, progress, cancel, pausing])
}
