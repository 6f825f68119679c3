/** The office as a process of its own, forked by the shell: takes ports of windows, closes when asked to. */

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { SealingKey, SealingKeyGiven, SealingKeyWanted } from '../contract/sealing.ts'
import { openKeyStore, wrappedKeyIn } from './key-store.ts'
import { type Office, openOffice } from './open-office.ts'
import { keysFolder } from './place.ts'
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

const { parentPort } = process as unknown as { parentPort: ParentPort }

/** Asks the shell, which alone knows the system's key store. */
function askForSealingKey(wrapped: string | null): Promise<SealingKey | null> {
  return new Promise((resolve) => {
    parentPort.on('message', ({ data }) => {
      const given = data as SealingKeyGiven | null
      if (given?.type === 'sealingKey') resolve(given.sealingKey)
    })
    parentPort.postMessage({ type: 'sealingKeyWanted', wrapped } satisfies SealingKeyWanted)
  })
}

async function open(): Promise<Office> {
  const ledgerFolder = text(values.ledger, join(process.cwd(), 'ledger'))
  const keys = keysFolder({ ledgerFolder })
  return openOffice({
    ledgerFolder,
    resourcesFolder: text(values.resources, join(process.cwd(), 'resources')),
    workerFile: text(values.worker, join(__dirname, 'worker.cjs')),
    appVersion: text(values.version, '0'),
    clock: Date.now,
    checksAnswers: values['check-answers'] === true,
    keyStore: openKeyStore(keys, await askForSealingKey(wrappedKeyIn(keys))),
  })
}

/** After the first window has had the processor for its first screen. */
const WARM_UP_AFTER_MS = 3000

let office: Office | null = null
parentPort.on('message', ({ data, ports }) => {
  for (const port of ports) office?.serve(electronPort(port))
  if ((data as { type?: string } | null)?.type !== 'close') return
  void Promise.resolve(office?.close()).then(() => process.exit(0))
})
void open().then((opened) => {
  office = opened
  setTimeout(() => opened.warmUp(), WARM_UP_AFTER_MS).unref()
  parentPort.postMessage({ type: 'ready' })
})
