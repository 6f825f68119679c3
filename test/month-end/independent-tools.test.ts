/** Head office checks a package with tools it already owns; none of our code judges here. */

import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writePackage } from '../../src/month-end/write-package.ts'
import { freshFolder } from '../support/month-end.ts'
import { contentOf, sampleMonth, testKey } from '../support/month-end-content.ts'

const folder = freshFolder()
const bag = join(folder, 'PC042_2026-11_r1')
const publicKeyFile = join(folder, 'PC042.pub')

beforeAll(async () => {
  const outcome = await writePackage(contentOf(sampleMonth()), { folder, signingKey: testKey, recipients: [] })
  expect(outcome).toMatchObject({ kind: 'written', file: `${bag}.zip` })
  writeFileSync(publicKeyFile, testKey.publicKeyText)
  execFileSync('unzip', ['-q', `${bag}.zip`, '-d', folder])
})

const accepts = (tool: string, ...parameters: string[]) =>
  expect(spawnSync(tool, parameters, { cwd: bag, encoding: 'utf8' })).toMatchObject({ status: 0 })

test('unzip finds every entry whole, all in one folder of the package’s name', () => {
  accepts('unzip', '-tq', `${bag}.zip`)
  expect(readdirSync(folder).sort()).toEqual(['PC042.pub', 'PC042_2026-11_r1', 'PC042_2026-11_r1.zip'])
})

test('sha256sum accepts both manifests', () => {
  accepts('sha256sum', '--strict', '-c', 'manifest-sha256.txt')
  accepts('sha256sum', '--strict', '-c', 'tagmanifest-sha256.txt')
})

const hasMinisign = spawnSync('minisign', ['-v']).error === undefined
if (!hasMinisign) console.warn('minisign is not installed: nobody but ourselves has checked the signature')

test.runIf(hasMinisign)('minisign accepts the signature and shows what was signed', () => {
  const parameters = ['-V', '-p', publicKeyFile, '-m', 'tagmanifest-sha256.txt']
  const { status, stdout } = spawnSync('minisign', parameters, { cwd: bag, encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toMatch(/so-tri-an\/2 PC042 2026-11 r1 seq=1 head=[0-9a-f]{64}/)
})
