/**
 * inbox PACKAGE_OR_FOLDER… [--ledger FOLDER] [--dry-run]: a company takes in what its offices sent: each package is
 * checked, told as a difference, and kept. inbox --key FILE shows the fingerprint of a key; with --fingerprint it is
 * taken in.
 */

import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Client } from '../../contract/client.ts'
import type { Failure } from '../../contract/failure.ts'
import type { PackagePreview } from '../../contract/inbox.ts'
import { tellFailure } from '../../contract/wording/failure-wording.ts'
import type { Period } from '../../domain/period.ts'
import type { TerminalCommand } from '../command.ts'
import { ledgerFolder } from '../ledger-folder.ts'
import { startSession, withOffice } from '../office-session.ts'
import { EXIT, Failed, granted, type Outlet, UsageError } from '../outlet.ts'

interface Wanted {
  paths: string[]
  identityFile: string | null
  isDryRun: boolean
  /** Where conflict files are written; null where none are wanted. */
  conflictsFolder: string | null
}

export const inboxCommand: TerminalCommand = {
  name: 'inbox',
  options: {
    ledger: { type: 'string' },
    person: { type: 'string' },
    'dry-run': { type: 'boolean' },
    identity: { type: 'string' },
    conflicts: { type: 'string' },
    key: { type: 'string' },
    fingerprint: { type: 'string' },
  },
  async run({ positionals, options, outlet }) {
    const ledger = ledgerFolder(options)
    const pathOf = (name: string) => {
      const value = options[name]
      return typeof value === 'string' ? resolve(value) : null
    }
    const person = options.person as string | undefined
    const key = pathOf('key')
    if (key !== null) {
      return withOffice(ledger, async (client) => {
        await startSession(client, 'people.manage', person)
        return takeInKey(client, key, options.fingerprint as string | undefined, outlet)
      })
    }
    if (positionals.length === 0) throw new UsageError('missing', 'PACKAGE_OR_FOLDER')
    const paths = await packagesIn(positionals)
    const isDryRun = options['dry-run'] === true
    const wanted = { paths, identityFile: pathOf('identity'), isDryRun, conflictsFolder: pathOf('conflicts') }
    return withOffice(ledger, async (client) => {
      await startSession(client, 'package.takeIn', person)
      return takeIn(client, wanted, outlet)
    })
  },
}

async function packagesIn(given: readonly string[]): Promise<string[]> {
  for (const path of given) {
    if (existsSync(path)) continue
    const parameters = { fileName: basename(path) }
    throw new Failed({ family: 'refused', refusal: { code: 'file.missing', parameters } })
  }
  const { packagePaths } = await import('../../consolidation/package-paths.ts')
  const paths = await packagePaths(given.map((path) => resolve(path)))
  if (paths.length === 0) throw new UsageError('noPackage', given.join(', '))
  return paths
}

async function takeIn(client: Client, wanted: Wanted, outlet: Outlet): Promise<number> {
  const { paths, identityFile, isDryRun, conflictsFolder } = wanted
  const { text } = outlet
  const packages: (PackagePreview & { isTakenIn: boolean })[] = []
  const refusedFiles: { file: string; failure: Failure }[] = []
  /** One that is refused is told, and the others go on. */
  const tell = (file: string, failure: Failure) => {
    refusedFiles.push({ file, failure })
    const { what, next } = tellFailure(text.failures, failure)
    outlet.say(`${basename(file)}: ${what} ${next}`)
  }
  for (const path of paths) {
    const looked = await client.job('inbox.preview', { path, identityFile })
    if (!looked.ok) {
      tell(path, looked.failure)
      continue
    }
    const preview = looked.value
    for (const line of text.received(preview)) outlet.say(line)
    for (const fault of preview.faults) outlet.say(text.fault(fault))
    const mayBeTaken = preview.state !== 'faulty' && preview.state !== 'fork' && preview.state !== 'known'
    if (!mayBeTaken || preview.summary === null || isDryRun) {
      packages.push({ ...preview, isTakenIn: false })
      continue
    }
    const taken = await client.job('inbox.takeIn', { path, identityFile, identity: preview.summary.identity })
    if (!taken.ok) tell(path, taken.failure)
    packages.push({ ...preview, isTakenIn: taken.ok })
  }
  const { months, missingSequences, newLedgers } = granted(await client.query('inbox.overview', {}))
  const absent = months.flatMap(({ period, offices }) =>
    offices.filter(({ received }) => received === null).map(({ officeId }) => ({ officeId, period })),
  )
  const missing = { months: absent, sequences: missingSequences, ledgers: newLedgers }
  for (const line of text.missing(missing)) outlet.say(line)
  const takenCount = packages.filter(({ isTakenIn }) => isTakenIn).length
  outlet.say(text.takenIn(takenCount, paths.length, isDryRun))
  const conflictFiles =
    conflictsFolder === null || isDryRun ? [] : await writeConflicts(client, packages, conflictsFolder, outlet)
  const isGood = refusedFiles.length === 0 && packages.every(({ state }) => state !== 'faulty' && state !== 'fork')
  outlet.json({ ok: isGood, takenCount, packages, refusedFiles, missing, conflictFiles })
  return isGood ? EXIT.done : EXIT.refused
}

/** The conflicts of every month that a package was of; a month without any needs no file. */
async function writeConflicts(
  client: Client,
  packages: readonly PackagePreview[],
  folder: string,
  outlet: Outlet,
): Promise<string[]> {
  const periods = new Set<Period>(packages.flatMap(({ summary }) => summary?.period ?? []))
  const files: string[] = []
  for (const period of [...periods].sort()) {
    const { people } = granted(await client.query('inbox.conflicts', { period }))
    if (people.length === 0) continue
    const written = granted(await client.job('inbox.writeConflicts', { period, folder }))
    files.push(...written.files)
  }
  for (const file of files) outlet.say(outlet.text.conflictFile(file))
  return files
}

async function takeInKey(
  client: Client,
  path: string,
  fingerprint: string | undefined,
  outlet: Outlet,
): Promise<number> {
  const { text } = outlet
  const found = granted(await client.job('inbox.readKey', { path }))
  const isTakenIn = fingerprint !== undefined
  if (isTakenIn) granted(await client.job('inbox.takeInKey', { path, fingerprint }))
  outlet.say(text.key(found, isTakenIn))
  outlet.json({ ok: true, ...found, isTakenIn })
  return EXIT.done
}
