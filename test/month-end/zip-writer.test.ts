import { execFileSync } from 'node:child_process'
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { crc32 } from '../../src/month-end/crc32.ts'
import { faultList } from '../../src/month-end/fault-list.ts'
import { PACKAGE_LIMITS, type PackageFiles } from '../../src/month-end/package-files.ts'
import { openContainer } from '../../src/month-end/zip-reader.ts'
import { zipped } from '../../src/month-end/zip-writer.ts'
import { writeFarZip } from '../support/far-zip.ts'
import { freshFolder, inside } from '../support/month-end.ts'

const folder = freshFolder()

/** Text that packs well and repeats over the borders of blocks. */
function textOf(bytes: number): Buffer {
  const line = (index: number) => `${index},Nguyễn Thị Ánh,Thôn Đông,Xã Mẫu,500000\r\n`
  return Buffer.from(Array.from({ length: Math.ceil(bytes / 40) }, (_, index) => line(index)).join('')).subarray(
    0,
    bytes,
  )
}

async function zipOf(contents: ReadonlyMap<string, Buffer>, isDeflated: boolean) {
  const place = inside(folder)
  const files = []
  for (const [path, bytes] of contents) {
    await writeFile(join(place, path), bytes)
    files.push({ path, source: join(place, path), bytes: bytes.length, crc32: crc32(bytes, 0), isDeflated })
  }
  const zip = await buffer(zipped({ files, topFolder: 'bag', on: day('2026-11-30') }))
  const file = join(place, 'made.zip')
  await writeFile(file, zip)
  return { file, zip, files, place }
}

function contentOf(read: PackageFiles | null, path: string): AsyncIterable<Uint8Array> {
  if (!read) throw new Error('was not read')
  return read.read(path)
}

const SIZES = [0, 1, 1000, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 3_000_000]

describe.each([true, false])('What is zipped (deflated: %s)', (isDeflated) => {
  test('comes out of unzip and out of our own reader as it went in', async () => {
    const contents = new Map(SIZES.map((size, index) => [`file-${index}.csv`, textOf(size)]))
    const { file } = await zipOf(contents, isDeflated)
    execFileSync('unzip', ['-tq', file])
    const faults = faultList()
    const read = await openContainer(file, [], PACKAGE_LIMITS, faults)
    expect(faults.all()).toEqual([])
    for (const [path, bytes] of contents) {
      expect(execFileSync('unzip', ['-p', file, `bag/${path}`], { maxBuffer: 2 ** 24 }).equals(bytes)).toBe(true)
      expect((await buffer(contentOf(read, path))).equals(bytes), path).toBe(true)
    }
    await read?.close()
  })
})

test('Cutting into blocks costs next to no size', async () => {
  const { zip } = await zipOf(new Map([['table.csv', textOf(3_000_000)]]), true)
  const place = inside(folder)
  await writeFile(join(place, 'table.csv'), textOf(3_000_000))
  execFileSync('zip', ['-6q', 'their.zip', 'table.csv'], { cwd: place })
  const { size } = await (await open(join(place, 'their.zip'))).stat()
  expect(zip.length / size).toBeLessThan(1.02)
})

test('A file that is not as large as it was said to be is no entry', async () => {
  const { files } = await zipOf(new Map([['a.csv', Buffer.from('abc')]]), true)
  const wrong = files.map((file) => ({ ...file, bytes: 4 }))
  await expect(buffer(zipped({ files: wrong, topFolder: 'bag', on: day('2026-11-30') }))).rejects.toThrow(
    'instead of 4',
  )
})

test('A package past 4 GiB is read: its directory says so as zip64 does', async () => {
  const file = join(inside(folder), 'far.zip')
  const last = Buffer.from('the last of all')
  await writeFarZip(file, last)
  const faults = faultList()
  const read = await openContainer(file, [], PACKAGE_LIMITS, faults)
  expect(faults.all()).toEqual([])
  expect((await buffer(contentOf(read, 'last.txt'))).equals(last)).toBe(true)
  await read?.close()
  execFileSync('unzip', ['-l', file])
})
