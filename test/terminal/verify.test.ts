import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Verification } from '../../src/month-end/verify-package.ts'
import { writePackage } from '../../src/month-end/write-package.ts'
import { bagFiles } from '../support/foreign-bag.ts'
import { layOut } from '../support/month-end.ts'
import { contentOf, sampleMonth, testKey } from '../support/month-end-content.ts'
import { temporaryFolder } from '../support/office-place.ts'
import { runTerminal } from '../support/terminal.ts'

const folder = temporaryFolder()
const verify = async (...words: string[]) => {
  const { code, output } = await runTerminal(folder, ['verify', ...words, '--json'])
  const { faults = [], warnings = [], summary = null } = JSON.parse(output) as Partial<Verification>
  return { code, faults: faults.map((fault) => fault.code), warnings: warnings.map((one) => one.code), summary }
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('An encrypted package at the terminal', () => {
  let file = ''

  beforeAll(async () => {
    const identity = await generateX25519Identity()
    const recipients = [await identityToRecipient(identity)]
    writeFileSync(join(folder, 'key.txt'), `# head office\n${identity}\n`)
    writeFileSync(join(folder, 'PC042.pub'), testKey.publicKeyText)
    const outcome = await writePackage(contentOf(sampleMonth()), { folder, signingKey: testKey, recipients })
    if (outcome.kind === 'refused') throw new Error('refused')
    file = outcome.file
  })

  test('opens with the file of an identity', async () => {
    const { code, faults, summary } = await verify(file, '--identity', 'key.txt', '--keys', '.')
    expect([code, faults]).toEqual([0, []])
    expect(summary).toMatchObject({ packageName: 'PC042_2026-11_r1', signature: 'good' })
  })

  test('ends with exit code 1 where no key opens it, and where the file holds no key', async () => {
    expect(await verify(file)).toMatchObject({ code: 1, faults: ['encryption.noKey'] })
    const { code, output } = await runTerminal(folder, ['verify', file, '--identity', 'PC042.pub'])
    expect(code).toBe(1)
    expect(output).toContain('The file PC042.pub has no key that can be used, or a line that is none.')
  })
})

describe('Any bag at the terminal', () => {
  test('is judged by BagIt alone, with notes of what is better otherwise', async () => {
    layOut(bagFiles({ version: '0.97', algorithms: ['md5'] }), join(folder, 'bag'))
    expect(await verify('bag', '--bag-only')).toEqual({
      code: 0,
      faults: [],
      warnings: ['bag.oldVersion', 'bag.weakAlgorithm'],
      summary: null,
    })
    expect((await verify('bag')).code).toBe(1)
  })

  test('is refused with exit code 1 where a file was changed', async () => {
    layOut(bagFiles({ changes: { 'data/hello.txt': 'hallo' } }), join(folder, 'changed'))
    expect(await verify('changed', '--bag-only')).toMatchObject({ code: 1, faults: ['file.changed'] })
  })
})
