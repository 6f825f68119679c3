/** Spoils the good package in a test file's own folder and says which faults the verifier finds. */

import { beforeAll } from 'vitest'
import { type VerifyOptions, verifyPackage } from '../../src/month-end/verify-package.ts'
import { freshFolder, goodFiles, inside, layOut, sealAnew } from './month-end.ts'
import { closingOf, OFFICE, sampleMonth, testKey } from './month-end-content.ts'

export type Files = Map<string, Buffer>

export const knownKeys = [{ officeId: OFFICE, publicKeyText: testKey.publicKeyText, revokedAt: null }]

/** "code file" of each fault, each once. */
export async function codesOf(path: string, options: VerifyOptions = { knownKeys }): Promise<string[]> {
  const { faults } = await verifyPackage(path, options)
  return [...new Set(faults.map(({ code, file }) => `${code} ${file}`))]
}

export function replaceText(files: Files, path: string, from: string | RegExp, to: string): void {
  const text = files.get(path)?.toString() ?? ''
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${path} has no ${from}`)
  files.set(path, Buffer.from(changed))
}

export function changeClosing(files: Files, changes: Record<string, unknown>): void {
  files.set('data/closing.json', Buffer.from(JSON.stringify({ ...closingOf(sampleMonth()), ...changes })))
}

/** Makes the good package once for a test file. */
export function spoiler() {
  const folder = freshFolder()
  let good: Files = new Map()
  beforeAll(async () => {
    good = await goodFiles()
  })
  const changed = (change: (files: Files) => void): Files => {
    const files = new Map(good)
    change(files)
    return files
  }
  return {
    newFolder: () => inside(folder),
    good: () => new Map(good),
    /** Faults after a change that nobody sealed. */
    codesAfter: (change: (files: Files) => void) => codesOf(layOut(changed(change), inside(folder))),
    /** The folder of a payload that was changed, then sealed and signed anew. */
    sealed: (change: (files: Files) => void, key = testKey) => sealAnew(changed(change), inside(folder), key),
    /** Faults of a payload that was changed, then sealed and signed anew. */
    codesSealed: async (change: (files: Files) => void, key = testKey) =>
      codesOf(await sealAnew(changed(change), inside(folder), key)),
  }
}
