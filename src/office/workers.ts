/**
 * Threads for what burns a processor, so that a search still answers while they work. They never touch the ledger.
 * A thread is kept for the next task of its kind: its fonts and libraries are loaded then. One that a task has swollen
 * is let go, because V8 gives memory back only with its thread.
 */

import { type Transferable, Worker } from 'node:worker_threads'
import type { Pause } from '../contract/pause.ts'
import type { Progress } from '../contract/protocol.ts'
import type { OfficePlace } from './place.ts'
import type { FromWorker, PrintedPaper, Task, TaskName, TaskResult, ToWorker } from './worker-tasks.ts'

/** A batch on one or a stack of scans on two, and still room for the single paper of the counter. */
const MOST_THREADS = 3
/** A hostile workbook fills this and no more. */
const MOST_MEGABYTES = 1024
/** For what is soon dropped. Left alone, V8 takes a hundred megabytes more for it and is no faster. */
const MOST_YOUNG_MEGABYTES = 6

/** How a task is stopped, and held for a while. */
export interface Steering {
  signal: AbortSignal
  /** Left out where nobody can ask for rest. */
  pause?: Pause
}

export interface Running extends Steering {
  report: (progress: Progress) => void
  /** Answers the thread that asks for the paper with a code; left out where no task asks. */
  printedPaper?: (code: string) => PrintedPaper | null
  /** What of the task leaves this thread for good. */
  transfer?: readonly Transferable[]
}

export interface Workers {
  run<Name extends TaskName>(task: Task<Name>, options: Running): Promise<TaskResult<Name>>
  close(): Promise<void>
}

interface Thread {
  worker: Worker
  isBusy: boolean
}

interface Job extends Running {
  task: Task
}

function newWorker(place: OfficePlace): Worker {
  return new Worker(place.workerFile, {
    workerData: { resourcesFolder: place.resourcesFolder, workerFile: place.workerFile },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: MOST_YOUNG_MEGABYTES },
  })
}

interface ThreadPool {
  /** Resolves with a thread of this task's own; rejects when the task is cancelled while it waits for one. */
  take(signal: AbortSignal): Promise<Thread>
  giveBack(thread: Thread): void
  /** Ends a thread; another is started when it is needed. */
  retire(thread: Thread): Promise<void>
  close(): Promise<void>
}

function createThreadPool(place: OfficePlace): ThreadPool {
  const threads: Thread[] = []
  const queue: ((thread: Thread) => void)[] = []

  function startThread(): Thread {
    const worker = newWorker(place)
    // A thread that waits for work keeps no program running, and an error in it ends none.
    worker.unref()
    const thread = { worker, isBusy: false }
    threads.push(thread)
    worker.on('error', () => drop(thread))
    worker.on('exit', () => drop(thread))
    return thread
  }

  /** Gives waiting tasks to threads that are free, or to new ones. */
  function assign(): void {
    for (let start = queue[0]; start; start = queue[0]) {
      const idle = threads.find((thread) => !thread.isBusy)
      if (!idle && threads.length >= MOST_THREADS) return
      queue.shift()
      const thread = idle ?? startThread()
      thread.isBusy = true
      thread.worker.ref()
      start(thread)
    }
  }

  /** A thread that died, of a file that filled its memory, is replaced when it is needed. */
  function drop(thread: Thread): void {
    if (!threads.includes(thread)) return
    threads.splice(threads.indexOf(thread), 1)
    assign()
  }

  function take(signal: AbortSignal): Promise<Thread> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        queue.splice(queue.indexOf(begin), 1)
        reject(signal.reason)
      }
      const begin = (thread: Thread) => {
        signal.removeEventListener('abort', leave)
        resolve(thread)
      }
      if (signal.aborted) return reject(signal.reason)
      signal.addEventListener('abort', leave)
      queue.push(begin)
      assign()
    })
  }

  return {
    take,
    giveBack(thread) {
      thread.isBusy = false
      thread.worker.unref()
      assign()
    },
    async retire(thread) {
      drop(thread)
      await thread.worker.terminate()
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

export function createWorkers(place: OfficePlace): Workers {
  const pool = createThreadPool(place)
  return {
    async run<Name extends TaskName>(task: Task<Name>, options: Running) {
      const thread = await pool.take(options.signal)
      try {
        const { result, isSwollen } = await perform(thread.worker, { task: task as Task, ...options })
        if (isSwollen) await pool.retire(thread)
        return result as TaskResult<Name>
      } finally {
        pool.giveBack(thread)
      }
    },
    close: () => pool.close(),
  }
}

/** One task on a thread that is free for it. Rejects when the task fails, is cancelled, or its thread ends. */
function perform(
  worker: Worker,
  { task, signal, pause, report, printedPaper, transfer = [] }: Job,
): Promise<{ result: unknown; isSwollen: boolean }> {
  const cancel = () => worker.postMessage({ type: 'cancel' } satisfies ToWorker)
  const hold = (isOn: boolean) => worker.postMessage({ type: isOn ? 'pause' : 'resume' } satisfies ToWorker)
  /** A ledger that cannot be asked any more, because the office is closing, ends the task. */
  const answer = (code: string) => {
    let paper: PrintedPaper | null = null
    try {
      paper = printedPaper?.(code) ?? null
    } catch {
      cancel()
    }
    worker.postMessage({ type: 'answer', code, paper } satisfies ToWorker)
  }
  let stopListening = () => {}
  const finished = new Promise<{ result: unknown; isSwollen: boolean }>((resolve, reject) => {
    const onMessage = (message: FromWorker) => {
      if (message.type === 'progress') report(message.progress)
      else if (message.type === 'question') answer(message.code)
      else if (message.type === 'done') resolve(message)
      else reject(errorOf(message.error))
    }
    const onExit = (code: number) => reject(new Error(`A worker thread ended with code ${code}`))
    worker.on('message', onMessage)
    worker.on('error', reject)
    worker.on('exit', onExit)
    signal.addEventListener('abort', cancel)
    const stopHolding = pause?.listen(hold)
    stopListening = () => {
      worker.off('message', onMessage)
      worker.off('error', reject)
      worker.off('exit', onExit)
      signal.removeEventListener('abort', cancel)
      stopHolding?.()
    }
    worker.postMessage({ type: 'task', task } satisfies ToWorker, transfer)
    if (pause?.isOn) hold(true)
    if (signal.aborted) cancel()
  })
  return finished.finally(stopListening)
}

/** An error loses its class and code on the way between threads; this gives them back. */
function errorOf({ name, message, code, path, stack }: Extract<FromWorker, { type: 'failed' }>['error']): Error {
  return Object.assign(new Error(message), { name, code, path, stack })
}
