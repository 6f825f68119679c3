/** An office in this process, and somebody at its port. */

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { v7 as newIdentity } from 'uuid'
import { type Client, createClient } from '../contract/client.ts'
import type { Person } from '../contract/office.ts'
import type { PrintedPapers } from '../contract/papers.ts'
import { hasRight, type Right } from '../domain/role.ts'
import { Failed, granted } from './outlet.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
export const SAMPLE_FOLDER = join(REPOSITORY, 'resources/sample')

interface Manifest {
  version: string
  productName: string
}

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as Manifest
}

/** Opens the office of a ledger's folder, runs `work` with a client of it, and closes it whatever happens. */
export async function withOffice<Result>(
  ledgerFolder: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  // Loaded here, so that help and wrong words are answered at once.
  const { openOffice } = await import('../office/open-office.ts')
  const { directChannel } = await import('../office/ports.ts')
  const { openKeyStore } = await import('../office/key-store.ts')
  const { keysFolder } = await import('../office/place.ts')
  const ledger = { ledgerFolder: resolve(ledgerFolder) }
  const office = openOffice({
    ...ledger,
    resourcesFolder: join(REPOSITORY, 'resources'),
    workerFile: join(REPOSITORY, 'src/office/worker.ts'),
    appVersion: readManifest().version,
    clock: Date.now,
    checksAnswers: false,
    keyStore: openKeyStore(keysFolder(ledger), null),
  })
  try {
    const { near, far } = directChannel()
    office.serve(far)
    return await work(createClient(near, newIdentity))
  } finally {
    await office.close()
  }
}

/** Begins a session as the person named, or as somebody who may do what the command needs. */
export async function startSession(client: Client, right: Right, fullName: string | undefined): Promise<Person> {
  const { people, ledgerFailure, office } = granted(await client.query('office.describe', {}))
  if (ledgerFailure) throw new Failed(ledgerFailure)
  if (!office) throw new Failed({ family: 'refused', refusal: { code: 'office.notSetUp', parameters: {} } })
  const person = people.find((candidate) =>
    fullName ? candidate.fullName === fullName : candidate.isActive && hasRight(candidate.role, right),
  )
  if (!person) throw new Failed({ family: 'refused', refusal: { code: 'person.unknown', parameters: {} } })
  return granted(await client.query('session.start', { personId: person.personId }))
}

/** Notes that a file of papers is in somebody's hands: only then are they printed. */
export async function noteTaken(client: Client, { file }: PrintedPapers): Promise<void> {
  const whole = { pages: null, copies: 1, way: 'file', printer: null } as const
  granted(await client.command('papers.noteTaking', { file, ...whole }))
}
