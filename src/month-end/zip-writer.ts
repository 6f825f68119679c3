/** Zips a folder's files in a given order with fixed times and modes, so that the same files give the same bytes. */

import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { type Day, dayParts } from '../domain/day.ts'

const REGULAR_FILE = 0o100644
/** Deflate works in the thread pool; larger pieces than a stream's usual 64 KB cost fewer trips to it. */
const PIECE_BYTES = 1 << 18

export interface ZipOrder {
  /** Where the files are. */
  folder: string
  /** Paths inside the folder, in the order of the entries. */
  paths: readonly string[]
  /** The one folder all entries lie in. */
  topFolder: string
  /** The day all entries carry. */
  on: Day
  target: string
  signal?: AbortSignal | undefined
  onBytes?: ((bytesRead: number) => void) | undefined
}

/** Writes and fsyncs the target, which must not exist. Rejects with the signal's reason when aborted. */
export async function writeZip({ folder, paths, topFolder, on, target, signal, onBytes }: ZipOrder): Promise<void> {
  const mtime = noonOf(on)
  const stop = new AbortController()
  const abort = () => stop.abort(signal?.reason)
  const sources: ReadStream[] = []
  let bytesRead = 0
  const zip = new ZipFile()
  zip.once('error', (error) => stop.abort(error))
  for (const path of paths) {
    const options = { mtime, mode: REGULAR_FILE, forceDosTimestamp: true }
    zip.addReadStreamLazy(`${topFolder}/${path}`, options, (answer) => {
      const source = createReadStream(join(folder, path), { highWaterMark: PIECE_BYTES })
      source.once('error', (error) => stop.abort(error))
      source.on('data', (piece) => {
        bytesRead += piece.length
        onBytes?.(bytesRead)
      })
      sources.push(source)
      answer(null, source)
    })
  }
  zip.end()
  signal?.throwIfAborted()
  signal?.addEventListener('abort', abort)
  try {
    await pipeline(zip.outputStream, createWriteStream(target, { flags: 'wx' }), { signal: stop.signal })
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    signal?.removeEventListener('abort', abort)
    await Promise.all(sources.map(closed))
  }
  await syncFile(target)
}

/**
 * A zip holds local time without a zone and yazl takes it from the machine: noon of the day, said in the machine's own
 * zone, is written as noon everywhere, and no zone changes its clocks at noon.
 */
export function noonOf(on: Day): Date {
  const { year, month, dayOfMonth } = dayParts(on)
  return new Date(year, month - 1, dayOfMonth, 12, 0, 0)
}

/** Windows keeps a file that somebody reads: the caller may remove the folder only after this. */
async function closed(source: ReadStream): Promise<void> {
  source.destroy()
  if (!source.closed) await finished(source, { writable: false }).catch(() => {})
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
