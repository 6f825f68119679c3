/** Reads a list in a worker thread and holds it against the registry, while others are still answered. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ParsedInput } from '../../contract/contract.ts'
import type { HouseholdList, ListSource } from '../../domain/household-list.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { journalHead } from '../../ledger/journal.ts'
import { comparing } from '../../ledger/lists/list-comparison.ts'
import { listLayouts } from '../../ledger/lists/list-layouts.ts'
import type { Working } from '../handler.ts'
import { newIdentity } from '../new-identity.ts'
import type { Reading } from '../readings.ts'

export type Said = Pick<ParsedInput<'imports.preview'>, 'source' | 'choices' | 'identities'>

/** What the clerk said of a list, in one text. */
export function saidOf({ choices, identities }: Said): string {
  return JSON.stringify([choices, identities])
}

/** The hash of what a source holds now; null where it cannot be read, which reading it says better. */
export async function hashOf(source: ListSource): Promise<string | null> {
  const hash = createHash('sha256')
  if ('pasted' in source) return hash.update(source.pasted).digest('hex')
  try {
    for await (const chunk of createReadStream(source.file)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch {
    return null
  }
}

/**
 * Compares a list with the registry a few milliseconds at a time. Rejects with the signal's reason when the job is
 * cancelled.
 */
async function compareInTurns(
  { reader, today, signal, report }: Working,
  list: HouseholdList,
  { identities }: Said,
): Promise<Pick<Reading, 'comparison' | 'comparedAt'>> {
  const comparedAt = journalHead(reader).sequence
  const steps = comparing(reader, list, { identities, on: today })
  for (let turn = 0; ; turn += 1) {
    const step = steps.next()
    if (step.done) return { comparison: step.value, comparedAt }
    report({ stage: 'comparing', done: turn, total: null })
    await nextTurn()
    signal.throwIfAborted()
  }
}

/** Reads and compares a list, as the clerk said that it is to be read; or why it cannot be read. */
export async function readList(
  working: Working,
  said: Said,
): Promise<{ ok: true; reading: Reading } | { ok: false; refusal: Refusal }> {
  const { reader, workers, today, signal, report } = working
  const { source, choices } = said
  const task = { name: 'readHouseholdList' as const, source, choices, layouts: listLayouts(reader), today }
  const read = await workers.run(task, { signal, report })
  if (!read.ok) return read
  const compared = await compareInTurns(working, read.list, said)
  return { ok: true, reading: { readingId: newIdentity(), saidOfIt: saidOf(said), list: read.list, ...compared } }
}
