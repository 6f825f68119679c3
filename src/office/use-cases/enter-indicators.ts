/** Enters the figures of a month's indicators: all of them or, where one cannot be, none. */

import { refuseIndicatorEntries } from '../../domain/indicator.ts'
import { refusal } from '../../domain/refusal.ts'
import { addIndicatorEntry, definitionsOfMonth } from '../../ledger/indicators.ts'
import { closedThrough } from '../../ledger/months.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

export const enterIndicators: CommandHandler<'indicators.enter'> = (commanding, { period, entries }) => {
  const { reader, writer, now, today } = commanding
  const definitions = new Map(definitionsOfMonth(reader, period).map((definition) => [definition.code, definition]))
  const lines = entries.flatMap((entry) => {
    const definition = definitions.get(entry.code)
    return definition ? [{ ...entry, name: definition.name, kind: definition.kind, version: definition.version }] : []
  })
  const unknown = entries.find(({ code }) => !definitions.has(code))
  if (unknown) return refused(refusal('indicator.unknown', { code: unknown.code }))
  const refusedBecause = refuseIndicatorEntries({ period, today, closedThrough: closedThrough(reader), entries: lines })
  if (refusedBecause) return refused(refusedBecause)
  const { personId } = personOf(commanding)
  for (const { code, version, numerator, denominator } of lines) {
    addIndicatorEntry(writer, { period, code, version, numerator, denominator, recordedAt: now, personId })
  }
  return done({ entered: lines.length }, period)
}
