import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { failureOf } from '../../src/office/failures.ts'
import { officePlace, temporaryFolder } from '../support/office-place.ts'

/** A thread that takes memory until it has no more. */
const GREEDY = 'const taken = []; for (;;) taken.push(new Array(100_000).fill({}))'

test('a thread that a file has filled is told as what it is, not as our own mistake', async () => {
  const folder = temporaryFolder()
  const worker = new Worker(GREEDY, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } })
  const error = await new Promise((resolve) => worker.once('error', resolve))
  expect(failureOf(error, officePlace(folder))).toEqual({
    family: 'environment',
    problem: { code: 'memory.full', parameters: {} },
  })
  expect(existsSync(join(folder, 'log'))).toBe(false)
})
