/** The worker thread's own script: one task at a time, libraries loaded when a task first needs them. */

import { createRequire } from 'node:module'
import { getHeapStatistics } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { createPause, whilePaused } from '../contract/pause.ts'
import type { Progress } from '../contract/protocol.ts'
import { A4_UPRIGHT, type PageDefinition } from '../documents/page.ts'
import type { Renderer } from '../documents/render.ts'
import type { PackageRow } from '../domain/inbox.ts'
import { fontFolder } from './place.ts'
import { tablesThrough } from './row-port.ts'
import type { FromWorker, PaperToPrint, PrintedPaper, Task, TaskName, TaskResult, ToWorker } from './worker-tasks.ts'

const { resourcesFolder, workerFile } = workerData as { resourcesFolder: string; workerFile: string }

/** Found from this script on, as all its libraries are: beside the sources, the build, or in an archive. */
const CODE_READER = 'zxing-wasm/reader/zxing_reader.wasm'
const PAGE_DRAWER = '@hyzyla/pdfium/pdfium.wasm'

interface Work {
  signal: AbortSignal
  /** Resolves at once, or when a pause is over or the task cancelled. */
  whilePaused: () => Promise<void>
  report: (progress: Progress) => void
  /** The paper of ours that bears a code, as the office knows it. */
  printedPaper: (code: string) => Promise<PrintedPaper | null>
}

let renderer: Renderer | null = null
async function rendererOf(): Promise<Renderer> {
  const { createRenderer } = await import('../documents/render.ts')
  renderer ??= createRenderer({ fontFolder: fontFolder(resourcesFolder) })
  return renderer
}

async function pageDefinition({ form, data, copyNumber }: PaperToPrint): Promise<PageDefinition> {
  const { definePaper } = await import('./paper-forms.ts')
  return definePaper(form, data, copyNumber)
}

/** One word in each of the four faces: what loads them. */
const BLANK_PAPER: PageDefinition = {
  ...A4_UPRIGHT,
  title: '',
  layouts: [() => [false, true].flatMap((bold) => [false, true].map((italics) => ({ text: 'Việt', bold, italics })))],
  fitsOnPages: 1,
  practiceMarks: 0,
}

type TaskFunctions = {
  [Name in TaskName]: (task: Task<Name>, work: Work) => Promise<TaskResult<Name>>
}

const tasks: TaskFunctions = {
  async warmUp() {
    await import('./paper-forms.ts')
    await (await rendererOf()).render(BLANK_PAPER, { createdAt: '2000-01-01T00:00:00.000Z' })
    return null
  },

  async printPapers({ papers, file, createdAt }, { signal, whilePaused, report }) {
    const { definePaper } = await import('./paper-forms.ts')
    const total = papers.length
    function* definitions() {
      for (const { form, data, copyNumber } of papers) yield definePaper(form, data, copyNumber)
    }
    const onProgress = (done: number) => report({ stage: 'rendering', done, total })
    return (await rendererOf()).renderBatch(definitions(), { file, createdAt, signal, whilePaused, onProgress })
  },

  async writeRegistryFile(list) {
    const { writeRegistryFile } = await import('./registry-file.ts')
    await writeRegistryFile(list)
    return null
  },

  async readHouseholdList({ source, choices, layouts, today }, { signal, report }) {
    const { readHouseholdList } = await import('../intake/read-household-list.ts')
    const onProgress = (done: number) => report({ stage: 'reading', done, total: null })
    return readHouseholdList(source, { choices, layouts, today, signal, onProgress })
  },

  async annotateList({ language, file, ...list }, { signal, report }) {
    const { writeAnnotatedList } = await import('./annotated-list.ts')
    const onProgress = (done: number) => report({ stage: 'reading', done, total: null })
    return writeAnnotatedList(list, { language, file, signal, onProgress })
  },

  async readIdCard({ file }) {
    const { readIdCardImage } = await import('../intake/id-card-image.ts')
    return readIdCardImage(file, { wasmFile: createRequire(workerFile).resolve(CODE_READER) })
  },

  async readScans(scans, { signal, report, whilePaused, printedPaper }) {
    const { readScanPages } = await import('./scan-pages.ts')
    const { resolve } = createRequire(workerFile)
    return readScanPages(scans, {
      libraries: { codeReaderFile: resolve(CODE_READER), pageDrawerFile: resolve(PAGE_DRAWER) },
      renderer: await rendererOf(),
      signal,
      whilePaused,
      printedPaper,
      onProgress: (done, total) => report({ stage: 'reading', done, total }),
    })
  },

  async keepPhoto(photo) {
    const { keepPhoto } = await import('./photos.ts')
    return keepPhoto(photo)
  },

  async writePackage({ closing, rows, report: minutes, privateKeyText, ...task }, { signal, report }) {
    const { writePackage } = await import('../month-end/write-package.ts')
    const { signingKey } = await import('../month-end/signing-key.ts')
    const definition = await pageDefinition({ form: 'monthEndReport', data: minutes, copyNumber: 0 })
    const reportPdf = await (await rendererOf()).render(definition, { createdAt: closing.closedAt })
    const { recipients, programmeKey, folder, scansFolder } = task
    try {
      return await writePackage(
        { closing, tables: tablesThrough(rows), report: reportPdf, scansFolder },
        {
          folder,
          signingKey: signingKey(privateKeyText),
          recipients,
          programmeKey,
          signal,
          onProgress: ({ done, total }) => report({ stage: 'packing', done, total }),
        },
      )
    } finally {
      rows.close()
    }
  },

  async readPackage({ path, keysFolder, identities }, { signal, report }) {
    const { verifyPackage } = await import('../month-end/verify-package.ts')
    const { packageRows } = await import('../month-end/package-rows.ts')
    let rows: PackageRow[] = []
    const verification = await verifyPackage(path, {
      keysFolder,
      identities,
      signal,
      onProgress: (done) => report({ stage: 'checking', done, total: null }),
      async whileOpen(reading) {
        rows = await packageRows(reading)
      },
    })
    return { verification, rows }
  },

  async verifyPackage({ path, ownKeys, ...options }, { signal, report }) {
    const { verifyPackage } = await import('../month-end/verify-package.ts')
    return verifyPackage(path, {
      knownKeys: ownKeys,
      ...options,
      signal,
      onProgress: (done) => report({ stage: 'checking', done, total: null }),
    })
  },
}

/** Often enough for a bar that moves, seldom enough for the window to do other things. */
const TELL_EVERY_MS = 100

/** Fonts and libraries of every task take less; a list of 20,000 households takes more. */
const MOST_KEPT_BYTES = 96 * 2 ** 20

let running = new AbortController()
let pause = createPause()
/** Who waits for the office's answer about a code. */
let waiting: { code: string; go: (paper: PrintedPaper | null) => void } | null = null

async function work(task: Task): Promise<void> {
  running = new AbortController()
  pause = createPause()
  const steering = { signal: running.signal, whilePaused: whilePaused.bind(null, pause, running.signal) }
  const send = (message: FromWorker) => parentPort?.postMessage(message)
  try {
    const run = tasks[task.name] as (task: Task, work: Work) => Promise<unknown>
    let toldAtMs = 0
    const report = (progress: Progress) => {
      if (performance.now() - toldAtMs < TELL_EVERY_MS) return
      toldAtMs = performance.now()
      send({ type: 'progress', progress })
    }
    const printedPaper = (code: string) =>
      new Promise<PrintedPaper | null>((go) => {
        waiting = { code, go }
        send({ type: 'question', code })
      })
    const result = await run(task, { ...steering, report, printedPaper })
    send({ type: 'done', result, isSwollen: getHeapStatistics().total_heap_size > MOST_KEPT_BYTES })
  } catch (error) {
    const { name, message, code, path, stack } = error as NodeJS.ErrnoException
    send({ type: 'failed', error: { name, message, code, path, stack } })
  }
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'cancel') running.abort()
  else if (message.type === 'answer') {
    if (waiting?.code === message.code) waiting.go(message.paper)
  } else if (message.type !== 'task') pause.turn(message.type === 'pause')
  else void work(message.task)
})
