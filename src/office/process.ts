/** The office as a process of its own, forked by the shell: takes ports of windows, closes when asked to. */

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openOffice } from './open-office.ts'
import { electronPort } from './ports.ts'

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Parameters<typeof electronPort>[0][] }) => void): void
  postMessage(message: unknown): void
}

const { values } = parseArgs({
  options: {
    ledger: { type: 'string' },
    resources: { type: 'string' },
    worker: { type: 'string' },
    version: { type: 'string' },
    'check-answers': { type: 'boolean' },
  },
  strict: false,
})
const text = (value: unknown, fallback: string) => (typeof value === 'string' ? value : fallback)

const office = openOffice({
  ledgerFolder: text(values.ledger, join(process.cwd(), 'ledger')),
  resourcesFolder: text(values.resources, join(process.cwd(), 'resources')),
  workerFile: text(values.worker, join(__dirname, 'worker.cjs')),
  appVersion: text(values.version, '0'),
  clock: Date.now,
  checksAnswers: values['check-answers'] === true,
})

const { parentPort } = process as unknown as { parentPort: ParentPort }
/** After the first window has had the processor for its first screen. */
const WARM_UP_AFTER_MS = 3000
setTimeout(() => office.warmUp(), WARM_UP_AFTER_MS).unref()

parentPort.on('message', ({ data, ports }) => {
  for (const port of ports) office.serve(electronPort(port))
  if ((data as { type?: string } | null)?.type === 'close') void office.close().then(() => process.exit(0))
})
parentPort.postMessage({ type: 'ready' })
