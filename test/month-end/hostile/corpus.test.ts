import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultList } from '../../../src/month-end/fault-list.ts'
import { BrokenFile } from '../../../src/month-end/package-files.ts'
import { type Verification, verifyFiles, verifyPackage } from '../../../src/month-end/verify-package.ts'
import { freshFolder, goodFiles, inside } from '../../support/month-end.ts'
import { sampleMonth, signedPaper } from '../../support/month-end-content.ts'
import { type Files, inMemory } from '../../support/sealed-bag.ts'
import { knownKeys } from '../../support/spoilt-package.ts'
import { BAGS } from './bags.ts'
import { CONTAINERS } from './containers.ts'
import { CONTENTS } from './contents.ts'

const folder = freshFolder()
let good: Files

beforeAll(async () => {
  good = await goodFiles({ ...sampleMonth(3, 1), 'signed-papers': [signedPaper(1)] })
})

function check(made: Buffer | Files): Promise<Verification> {
  if (made instanceof Map) return verifyFiles(inMemory(made), { knownKeys })
  const file = join(inside(folder), 'package.zip')
  writeFileSync(file, made)
  return verifyPackage(file, { knownKeys })
}

test('The package that all of these are made from has no fault', async () => {
  expect((await check(good)).faults).toEqual([])
})

describe.each([
  ['A container is refused that has', CONTAINERS],
  ['A bag is refused that has', BAGS],
  ['Signed content is refused that has', CONTENTS],
])('%s', (_what, cases) => {
  test.each(cases)('$name: $code', async ({ code, make }) => {
    expect((await check(make(good))).faults.map((fault) => fault.code)).toContain(code)
  })
})

test('The corpus is as large as it says, and no case is in it twice', () => {
  const cases = [...CONTAINERS, ...BAGS, ...CONTENTS]
  expect(cases.length).toBeGreaterThanOrEqual(150)
  expect(new Set(cases.map(({ code, name }) => `${code} ${name}`)).size).toBe(cases.length)
})

/** The same figures in every run, so that what fails once fails again. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const TAG_FILES = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt']
const SIGNATURE = 'tagmanifest-sha256.txt.minisig'

async function isRefused(path: string, bytes: Buffer): Promise<boolean> {
  const files = new Map(good).set(path, bytes)
  try {
    return (await verifyFiles(inMemory(files), { knownKeys }, faultList())).faults.length > 0
  } catch (error) {
    // Nothing but a package's own faults may come of a package.
    throw error instanceof BrokenFile ? new Error(`${path} got past the check's own errors`) : error
  }
}

describe('Of 5,000 mutations none is accepted:', () => {
  test('every byte of the tag files and of the signature, changed', { timeout: 240_000 }, async () => {
    const random = seeded(1)
    const accepted: string[] = []
    let count = 0
    for (const path of [...TAG_FILES, SIGNATURE]) {
      const bytes = good.get(path) ?? Buffer.alloc(0)
      for (let at = 0; at < bytes.length; at++) {
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(at) ^ (1 + random(255)), at)
        count++
        if (!(await isRefused(path, changed))) accepted.push(`${path} at ${at}`)
      }
    }
    expect(accepted).toEqual([])
    expect(count).toBeGreaterThan(2400)
  })

  test('bytes changed, put in, taken out, doubled and cut off anywhere', { timeout: 240_000 }, async () => {
    const random = seeded(2)
    const paths = [...good.keys()]
    const accepted: string[] = []
    for (let count = 0; count < 2600; count++) {
      const path = paths[count % paths.length] ?? ''
      const bytes = good.get(path) ?? Buffer.alloc(0)
      const at = random(bytes.length)
      const length = 1 + random(8)
      const [before, here, behind] = [
        bytes.subarray(0, at),
        bytes.subarray(at, at + length),
        bytes.subarray(at + length),
      ]
      const ways = [
        () => [before, Buffer.from(here.map((byte) => byte ^ (1 + random(255)))), behind],
        () => [before, Buffer.from([random(256)]), here, behind],
        () => [before, behind],
        () => [before, here, here, behind],
        () => [before],
      ]
      const changed = Buffer.concat(ways[random(ways.length)]?.() ?? [])
      if (!changed.equals(bytes) && !(await isRefused(path, changed))) accepted.push(`${path} at ${at}, try ${count}`)
    }
    expect(accepted).toEqual([])
  })
})
