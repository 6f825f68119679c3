/**
 * Threads for what burns a processor, so that a search still answers while they work. They never touch the ledger.
 * A thread is kept for the next task of its kind: its fonts and libraries are loaded then.
 */

import { Worker } from 'node:worker_threads'
import type { Progress } from '../contract/protocol.ts'
import type { OfficePlace } from './place.ts'
import type { FromWorker, Task, TaskName, TaskResult, ToWorker } from './worker-tasks.ts'

/** A batch on one, and still room for the single paper of the counter. */
const MOST_THREADS = 2
/** A hostile workbook fills this and no more. */
const MOST_MEGABYTES = 1024

export interface Workers {
  run<Name extends TaskName>(
    task: Task<Name>,
    options: { signal: AbortSignal; report: (progress: Progress) => void },
  ): Promise<TaskResult<Name>>
  close(): Promise<void>
}

interface Thread {
  worker: Worker
  isBusy: boolean
}

export function createWorkers(place: OfficePlace): Workers {
  const threads: Thread[] = []
  const queue: ((thread: Thread) => void)[] = []

  function startThread(): Thread {
    const worker = new Worker(place.workerFile, {
      workerData: { resourcesFolder: place.resourcesFolder },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    })
    // A thread that waits for work keeps no program running.
    worker.unref()
    const thread = { worker, isBusy: false }
    threads.push(thread)
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

  function release(thread: Thread): void {
    thread.isBusy = false
    thread.worker.unref()
    assign()
  }

  /** A thread that died, of a file that filled its memory, is replaced when it is needed. */
  function drop(thread: Thread): void {
    threads.splice(threads.indexOf(thread), 1)
    assign()
  }

  return {
    run(task, { signal, report }) {
      return new Promise((resolve, reject) => {
        queue.push((thread) => {
          const { worker } = thread
          const cancel = () => worker.postMessage({ type: 'cancel' } satisfies ToWorker)
          const stopListening = () => {
            worker.off('message', onMessage)
            worker.off('error', onError)
            signal.removeEventListener('abort', cancel)
          }
          const onMessage = (message: FromWorker) => {
            if (message.type === 'progress') return report(message.progress)
            stopListening()
            release(thread)
            if (message.type === 'done') resolve(message.result as never)
            else reject(errorOf(message.error))
          }
          const onError = (error: Error) => {
            stopListening()
            drop(thread)
            reject(error)
          }
          worker.on('message', onMessage)
          worker.on('error', onError)
          signal.addEventListener('abort', cancel)
          worker.postMessage({ type: 'task', task: task as Task } satisfies ToWorker)
          if (signal.aborted) cancel()
        })
        assign()
      })
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

/** An error loses its class and code on the way between threads; this gives them back. */
function errorOf({ name, message, code, path, stack }: Extract<FromWorker, { type: 'failed' }>['error']): Error {
  return Object.assign(new Error(message), { name, code, path, stack })
}
