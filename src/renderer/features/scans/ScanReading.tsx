/**
 * Reading stacks, for as long as somebody is here who may: chosen by hand, dropped on the window, or found in the
 * scanner's folder, whatever screen is open. One stack after the other; what comes meanwhile waits.
 */

import { notifications } from '@mantine/notifications'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Output } from '../../../contract/contract.ts'
import { type RunningJob, useOfficeJob, useOfficeQuery } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { useText } from '../../text/language.ts'

const LOOK_EVERY_MS = 5000

type Watched = Pick<Output<'scans.waiting'>, 'folder' | 'isThere'>

export interface ScanReading extends Omit<RunningJob<'scans.read'>, 'run'> {
  read: (files: readonly string[]) => void
  choose: () => Promise<void>
  /** The folder that is watched, as it was seen last; undefined before anybody has looked. */
  watched: Watched | undefined
  /** Looks into the folder now. */
  look: () => void
  /** Says which distribution's papers are on the scanner; null where that was not said. */
  setEvent: (eventId: string | null) => void
}

const ScanReadingContext = createContext<ScanReading | null>(null)

export function useScanReading(): ScanReading {
  const reading = useContext(ScanReadingContext)
  if (!reading) throw new Error('useScanReading needs a ScanReadingProvider around it.')
  return reading
}

export function ScanReadingProvider({ children }: { children: ReactNode }) {
  const event = useRef<string | null>(null)
  const { readAll, job, isBusy } = useStacks(event)
  const read = useCallback((files: readonly string[]) => void readAll(files), [readAll])
  const { watched, look } = useWatching(readAll, isBusy)
  const setEvent = useCallback((eventId: string | null) => {
    event.current = eventId
  }, [])
  const choose = useCallback(async () => {
    const files = await window.shell.chooseFiles('scan')
    if (files.length > 0) read(files)
  }, [read])
  const reading = useMemo(
    () => ({ ...job, read, choose, watched, look, setEvent }),
    [job, read, choose, watched, look, setEvent],
  )
  return <ScanReadingContext.Provider value={reading}>{children}</ScanReadingContext.Provider>
}

interface Stacks {
  /** Answers whether they were read; false where that was stopped or failed. */
  readAll: (files: readonly string[]) => Promise<boolean>
  job: Omit<RunningJob<'scans.read'>, 'run'>
  isBusy: () => boolean
}

function useStacks(event: { readonly current: string | null }): Stacks {
  const text = useText().scans
  const { run, ...job } = useOfficeJob('scans.read')
  const last = useRef<Promise<boolean>>(Promise.resolve(true))
  const inHand = useRef(0)
  const readOne = useCallback(
    async (files: readonly string[], eventId: string | null): Promise<boolean> => {
      const done = await run({ files: [...files], eventId })
      if (!done) return false
      if (done.pageIds.length > 0) notifications.show({ message: text.read(done.pageIds.length, done.states.matched) })
      for (const { fileName, what } of done.leftOut)
        notifications.show({ color: 'orange', title: fileName, message: what, autoClose: 15_000 })
      return true
    },
    [run, text],
  )
  const readAll = useCallback(
    (files: readonly string[]) => {
      const eventId = event.current
      inHand.current += 1
      last.current = last.current
        .then(() => readOne(files, eventId))
        .finally(() => {
          inHand.current -= 1
        })
      return last.current
    },
    [readOne, event],
  )
  const isBusy = useCallback(() => inHand.current > 0, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of the job are what it is.
  const steady = useMemo(() => job, [job.isRunning, job.failure, job.progress, job.pausing, job.cancel])
  return { readAll, job: steady, isBusy }
}

/** Looks into the folder every few seconds, where the one who is here may read scans. */
function useWatching(
  readAll: Stacks['readAll'],
  isBusy: () => boolean,
): { watched: Watched | undefined; look: () => void } {
  const { client } = useOffice()
  const { data: office } = useOfficeQuery('office.describe', {})
  const mayRead = office?.rights.includes('scan.keep') === true
  const [watched, setWatched] = useState<Watched>()
  /** What somebody stopped, or what failed, is not begun again by itself. */
  const putOff = useRef(new Set<string>())
  const look = useCallback(async () => {
    const reply = await client.job('scans.waiting', {}, {})
    if (!reply.ok) return
    const { files, folder, isThere } = reply.value
    setWatched((before) => (before?.folder === folder && before.isThere === isThere ? before : { folder, isThere }))
    const fresh = files.filter((file) => !putOff.current.has(file))
    if (fresh.length === 0 || isBusy()) return
    if (!(await readAll(fresh))) for (const file of fresh) putOff.current.add(file)
  }, [client, readAll, isBusy])
  useEffect(() => {
    if (!mayRead) return
    void look()
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [look, mayRead])
  const lookNow = useCallback(() => {
    putOff.current.clear()
    void look()
  }, [look])
  return { watched, look: lookNow }
}
