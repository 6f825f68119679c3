/** Defines an indicator, or a new version of one, from an open month on; closed months keep the version they had. */

import { refuseDefinition } from '../../domain/indicator.ts'
import { addDefinition, findDefinition, nextPosition } from '../../ledger/indicators.ts'
import { closedThrough } from '../../ledger/months.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

export const defineIndicator: CommandHandler<'indicators.define'> = (commanding, definition) => {
  const { reader, writer, now } = commanding
  const { code } = definition
  const before = findDefinition(reader, code)
  const facts = {
    kindBefore: before?.kind ?? null,
    fromBefore: before?.inForceFrom ?? null,
    closedThrough: closedThrough(reader),
  }
  const refusedBecause = refuseDefinition(definition, facts)
  if (refusedBecause) return refused(refusedBecause)
  const version = (before?.version ?? 0) + 1
  const position = before?.position ?? nextPosition(reader)
  addDefinition(writer, {
    ...definition,
    version,
    position,
    recordedAt: now,
    personId: personOf(commanding).personId,
  })
  return done({ code, version }, code)
}
