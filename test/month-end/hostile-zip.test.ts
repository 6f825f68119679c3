import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { PACKAGE_LIMITS } from '../../src/month-end/package-files.ts'
import { type VerifyOptions, verifyPackage } from '../../src/month-end/verify-package.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { buildZip, type ZipEntry } from '../support/hostile-zip.ts'
import { freshFolder, goodFiles, inside, layOut } from '../support/month-end.ts'
import { contentOf, OFFICE, sampleMonth, testKey } from '../support/month-end-content.ts'

const TOP = 'PC042_2026-11_r1'
const folder = freshFolder()
const knownKeys = [{ officeId: OFFICE, publicKeyText: testKey.publicKeyText, revokedAt: null }]
let good: Map<string, Buffer>
let entries: ZipEntry[]

beforeAll(async () => {
  good = await goodFiles()
  entries = [...good].map(([path, bytes]) => ({ name: `${TOP}/${path}`, bytes }))
})

function check(zip: Buffer, options: VerifyOptions = {}) {
  const file = join(inside(folder), 'any name.zip')
  writeFileSync(file, zip)
  return verifyPackage(file, { knownKeys, ...options })
}

async function codesOf(zip: Buffer, options?: VerifyOptions) {
  return [...new Set((await check(zip, options)).faults.map(({ code }) => code))]
}

/** The codes for a good package of which one entry of the tables is changed. */
const codesWithEntry = (change: Partial<ZipEntry>) =>
  codesOf(buildZip(entries.map((entry, index) => (index === 3 ? { ...entry, ...change } : entry))))

const codesWithMore = (...more: ZipEntry[]) => codesOf(buildZip([...entries, ...more]))

describe('A zip that somebody packed again', () => {
  test('by other means is as good as before', async () => {
    expect(await codesOf(buildZip(entries))).toEqual([])
    expect(await codesOf(buildZip([...entries].reverse()))).toEqual([])
    expect(await codesOf(buildZip(entries.map((entry) => ({ ...entry, says: { method: 0 } }))))).toEqual([])
  })

  test('by the zip command, with folders and its own times, keeps its identity', async () => {
    const place = inside(folder)
    layOut(good, join(place, TOP))
    execFileSync('zip', ['-qr', 'again.zip', TOP], { cwd: place })
    const again = await verifyPackage(join(place, 'again.zip'), { knownKeys })
    expect(again.faults).toEqual([])
    expect(again.summary?.identity).toBe((await check(buildZip(entries))).summary?.identity)
  })
})

describe('A container is not readable', () => {
  test.each<[string, () => Buffer]>([
    ['of no bytes', () => Buffer.alloc(0)],
    ['of other bytes', () => Buffer.from('PK is only how it starts, the rest is not a zip at all')],
    ['cut short', () => buildZip(entries).subarray(0, -30)],
    ['cut in the middle', () => buildZip(entries).subarray(0, 2000)],
    ['without entries', () => buildZip([])],
    ['with bytes behind it', () => buildZip(entries, { behind: Buffer.from('x') })],
    ['with bytes before it', () => buildZip(entries, { before: Buffer.from('MZ') })],
    ['with bytes between', () => buildZip(entries, { between: Buffer.from('hidden') })],
    ['whose count is too low', () => buildZip(entries, { count: entries.length - 1 })],
    ['whose count is too high', () => buildZip(entries, { count: entries.length + 1 })],
    ['that says it is zip64', () => buildZip(entries, { zip64: true })],
    ['of two disks', () => buildZip(entries, { disk: 1 })],
  ])('%s', async (_what, zip) => {
    expect(await codesOf(zip())).toEqual(['container.unreadable'])
  })

  test.each<[string, Partial<ZipEntry>]>([
    ['is encrypted', { says: { flags: (1 << 11) | 1 } }],
    ['is packed by an unknown method', { says: { method: 12 } }],
    ['has another name in its own header', { local: { name: `${TOP}/data/campaignz.csv` } }],
    ['has another size in its own header', { local: { unpacked: 1 } }],
    ['has another method in its own header', { local: { method: 0 } }],
    ['carries zip64 sizes', { extra: Buffer.from('01000800ffffffffffffff7f', 'hex') }],
    ['shares the bytes of another', { sameDataAs: 2 }],
    ['has another checksum', { says: { crc: 1 } }],
    ['unpacks to less than it says', { says: { unpacked: 4000 } }],
    ['is packed in more bytes than it says', { says: { packed: 5 } }],
  ])('when an entry %s', async (_what, change) => {
    expect(await codesWithEntry(change)).toContain('container.unreadable')
  })
})

describe('A zip bomb', () => {
  const zeros = Buffer.alloc(10_000_000)

  test('is refused by the sizes it declares, before anything is unpacked', async () => {
    expect(await codesWithMore({ name: `${TOP}/data/bomb.csv`, bytes: zeros })).toEqual(['container.bomb'])
  })

  test('that hides its size is stopped where it passes it', async () => {
    expect(await codesWithEntry({ bytes: zeros, says: { unpacked: 1000 } })).toContain('container.bomb')
  })

  test('of many entries is refused by their sum', async () => {
    const limits = { totalBytes: 20_000 }
    expect(await codesOf(buildZip(entries), { limits })).toEqual(['container.bomb'])
  })

  test('and whatever is larger than a package can be', async () => {
    expect(await codesOf(buildZip(entries), { limits: { containerBytes: 1000 } })).toEqual(['container.tooLarge'])
    expect(await codesOf(buildZip(entries), { limits: { files: 3 } })).toEqual(['container.tooLarge'])
    expect(await codesOf(buildZip(entries), { limits: { fileBytes: 3000 } })).toEqual(['container.tooLarge'])
    expect(await codesOf(buildZip(entries), { limits: { smallFileBytes: 900 } })).toContain('container.tooLarge')
    expect(PACKAGE_LIMITS.ratio).toBeLessThan(1000)
  })
})

describe('A name is unsafe', () => {
  test.each([
    `${TOP}/../evil.txt`,
    `${TOP}/data/../../evil.txt`,
    '/etc/evil.txt',
    `/${TOP}/evil.txt`,
    `${TOP}\\data\\evil.txt`,
    `${TOP}/data\\evil.txt`,
    `C:/${TOP}/evil.txt`,
    `${TOP}/data/evil.txt:stream`,
    `${TOP}/data/evil\u0000.txt`,
    `${TOP}/data/ev\u202eil.txt`,
    `${TOP}/data/e\u0301vil.txt`,
    `${TOP}/data/./evil.txt`,
    `${TOP}//evil.txt`,
    `${TOP}/data/NUL.txt`,
    `${TOP}/data/evil.`,
    'OTHER/evil.txt',
    'evil.txt',
  ])('such as %j', async (name) => {
    expect(await codesWithMore({ name, bytes: Buffer.from('x') })).toEqual(['name.unsafe'])
  })

  test('when it is not UTF-8, or does not say that it is', async () => {
    const latin = Buffer.from(`${TOP}/data/\u00e9.txt`, 'latin1')
    expect(await codesWithMore({ name: latin })).toEqual(['name.unsafe'])
    expect(await codesWithMore({ name: `${TOP}/data/é.txt`, says: { flags: 0 } })).toEqual(['name.unsafe'])
  })

  test('when the entry is a link, a device or set-uid', async () => {
    for (const mode of [0o120777, 0o060644, 0o010644, 0o104755]) {
      expect(await codesWithMore({ name: `${TOP}/data/evil`, bytes: Buffer.from('/etc'), mode })).toEqual([
        'name.unsafe',
      ])
    }
  })

  test('when it has a second one in an extra field', async () => {
    const extra = Buffer.concat([Buffer.from('75700600', 'hex'), Buffer.from('0100000000', 'hex'), Buffer.from('x')])
    expect(await codesWithMore({ name: `${TOP}/data/evil`, extra })).toEqual(['name.unsafe'])
  })
})

describe('A name is a duplicate', () => {
  test.each([`${TOP}/data/voids.csv`, `${TOP}/data/VOIDS.CSV`, `${TOP}/DATA/other.csv`, `${TOP}/data/voids.csv/inner`])(
    'such as %s',
    async (name) => {
      expect(await codesWithMore({ name, bytes: Buffer.from('x') })).toEqual(['name.duplicate'])
    },
  )
})

test('Another folder name than the package’s is told', async () => {
  const renamed = entries.map((entry) => ({ ...entry, name: entry.name.toString().replace(TOP, 'PC042_2026-11_r2') }))
  expect(await codesOf(buildZip(renamed))).toEqual(['bag.structure'])
})

test('Whatever byte of a package is changed, it is a fault or the content is the same', async () => {
  const place = inside(folder)
  const outcome = await writePackage(contentOf(sampleMonth()), { folder: place, signingKey: testKey, recipients: [] })
  if (outcome.kind === 'refused') throw new Error('refused')
  const zip = readFileSync(outcome.file)
  const file = join(place, 'changed.zip')
  await fc.assert(
    fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(zip)
      changed.writeUInt8(changed.readUInt8(at) ^ flip, at)
      writeFileSync(file, changed)
      const { faults, summary } = await verifyPackage(file, { knownKeys })
      if (faults.length > 0) return
      expect(summary?.identity).toBe(outcome.identity)
      const { status, stdout: read } = spawnSync('unzip', ['-p', file])
      // Where unzip itself refuses the file, head office is told as well.
      if (status !== 0) return
      expect(read.equals(execFileSync('unzip', ['-p', outcome.file], { encoding: 'buffer' }))).toBe(true)
    }),
    { numRuns: 200 },
  )
})
