/** Loads a newer list of communes from a file; the one in use stays where the file is refused. */

import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { readCommuneTable } from '../../domain/addresses/commune-table.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { addCommuneTable } from '../../ledger/registry/commune-table.ts'
import { communesInUse } from '../communes.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

/** Ten times the list that comes along. */
const LARGEST_MEGABYTES = 5

export const loadCommunes: CommandHandler<'communes.load'> = (commanding, { file }) => {
  const read = readText(file)
  if (!read.ok) return refused(read.refusal)
  const reading = readCommuneTable(read.text)
  if (!reading.ok) return refused(reading.refusal)
  const { version, communes, oldWards } = reading.table
  const current = communesInUse(commanding).version
  if (version <= current) return refused(refusal('communes.notNewer', { version, current }))
  addCommuneTable(commanding.writer, {
    version,
    content: read.text,
    sha256: createHash('sha256').update(read.text).digest('hex'),
    loadedAt: commanding.now,
    personId: personOf(commanding).personId,
  })
  return done({ version, communeCount: communes.length, oldWardCount: oldWards.length }, version)
}

function readText(file: string): { ok: true; text: string } | { ok: false; refusal: Refusal } {
  const fileName = basename(file)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats?.isFile()) return { ok: false, refusal: refusal('file.missing', { fileName }) }
  const megabytes = Math.ceil(stats.size / 2 ** 20)
  if (megabytes > LARGEST_MEGABYTES) {
    const largestMegabytes = LARGEST_MEGABYTES
    return { ok: false, refusal: refusal('file.tooLarge', { fileName, megabytes, largestMegabytes }) }
  }
  // Where it is no UTF-8, the letters that could not be read are told as a bad row.
  return { ok: true, text: readFileSync(file, 'utf8') }
}
