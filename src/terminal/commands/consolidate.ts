/**
 * consolidate PACKAGE_OR_FOLDER… --into postgres://…|FOLDER [--keys FOLDER] [--identity FILE]: head office adds
 * packages up.
 */

import { basename } from 'node:path'
import type { ConsolidateOptions, Outcome } from '../../consolidation/consolidate.ts'
import { StoreError, type StoreProblem } from '../../consolidation/store.ts'
import type { Failure } from '../../contract/failure.ts'
import { tellFailure } from '../../contract/wording/failure-wording.ts'
import type { TerminalCommand } from '../command.ts'
import { existing, identitiesOf } from '../head-office-files.ts'
import { EXIT, Failed, type Outlet, UsageError } from '../outlet.ts'

export const consolidateCommand: TerminalCommand = {
  name: 'consolidate',
  options: { into: { type: 'string' }, keys: { type: 'string' }, identity: { type: 'string' } },
  async run({ positionals, options, outlet }) {
    const { into } = options
    if (positionals.length === 0) throw new UsageError('missing', 'PACKAGE_OR_FOLDER')
    if (typeof into !== 'string' || into === '') throw new UsageError('missing', '--into')
    const keysFolder = typeof options.keys === 'string' ? existing(options.keys) : null
    const identities = identitiesOf(options.identity)
    const given = positionals.map(existing)
    // Loaded here, so that no other command waits for it.
    const { packagePaths } = await import('../../consolidation/package-paths.ts')
    const paths = await packagePaths(given)
    if (paths.length === 0) throw new UsageError('noPackage', positionals.join(', '))
    try {
      return await addUp(paths, into, { keysFolder, identities }, outlet)
    } catch (error) {
      if (error instanceof StoreError) throw new Failed(failureOf(error.problem))
      throw error
    }
  },
}

async function addUp(paths: string[], into: string, options: ConsolidateOptions, outlet: Outlet): Promise<number> {
  const { consolidate } = await import('../../consolidation/consolidate.ts')
  const { openStore } = await import('../../consolidation/open-store.ts')
  const { text } = outlet
  const packages: ReturnType<typeof machineLine>[] = []
  const counts = { loaded: 0, superseded: 0, known: 0, refused: 0, stopped: 0 }
  let rowCount = 0
  let problem: StoreProblem | null = null
  const onOutcome = (outcome: Outcome) => {
    packages.push(machineLine(outcome))
    counts[outcome.kind]++
    if (outcome.kind === 'loaded') rowCount += outcome.rows
    if (outcome.kind === 'stopped') problem = outcome.problem
    outlet.say(text.loaded(outcome, basename(outcome.path)))
    if (outcome.kind === 'refused') for (const fault of outcome.faults) outlet.say(text.fault(fault))
  }
  const store = await openStore(into)
  const missing = await consolidate(paths, store, options, onOutcome).finally(() => store.close())
  for (const line of text.missing(missing)) outlet.say(line)
  if (options.keysFolder === null) outlet.say(text.signaturesNotChecked)
  outlet.say(text.consolidated(counts, rowCount))
  outlet.json({ ok: !problem && counts.refused === 0, counts, rowCount, missing, packages })
  if (!problem) return counts.refused > 0 ? EXIT.refused : EXIT.done
  const { what, next } = tellFailure(text.failures, failureOf(problem))
  outlet.say(`${what}\n${next}`)
  return EXIT.environment
}

function failureOf(problem: StoreProblem): Failure {
  return { family: 'environment', problem }
}

/** What a machine is told of a package: which it was and what became of it. */
function machineLine(outcome: Outcome) {
  const summary = outcome.kind === 'stopped' ? null : outcome.summary
  return {
    file: outcome.path,
    outcome: outcome.kind,
    packageName: summary?.packageName ?? null,
    identity: summary?.identity ?? null,
    ...(outcome.kind === 'loaded' && { rows: outcome.rows, replaces: outcome.replaces }),
    ...(outcome.kind === 'refused' && { faults: outcome.faults }),
    ...(outcome.kind === 'stopped' && { problem: outcome.problem }),
  }
}
