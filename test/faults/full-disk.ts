/**
 * A real disk that fills while an office works: a small one is mounted where the system lets us. What did not fit is
 * told as a full disk, what was answered stays, and the office goes on when there is room again.
 */

import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { createClient } from '../../src/contract/client.ts'
import { ALL_HOUSEHOLDS } from '../../src/contract/households.ts'
import { openLedger } from '../../src/ledger/open-ledger.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { directChannel } from '../../src/office/ports.ts'
import { officePlace, PROFILE, RESOURCES, temporaryFolder } from '../support/office-place.ts'
import { inventedHousehold, seededRandom } from '../support/people.ts'
import { checkLedger, type Promised } from './check-ledger.ts'
import { newTally, type Tally } from './tally.ts'

const ROOM_BYTES = 256 * 1024
const MOST_COMMANDS = 5000

/** Runs on a disk of 4 MB; says so where none can be mounted (that takes an administrator of a Linux machine). */
export async function fillDisk(): Promise<Tally> {
  const tally = newTally()
  const disk = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    tally.notes.push('NOT TRIED: no small disk can be mounted here')
    return tally
  }
  try {
    await workOn(disk, tally)
  } finally {
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  }
  return tally
}

/** Leaves so much room on the disk. */
function fillUp(disk: string, file: string): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - ROOM_BYTES)))
}

async function workOn(disk: string, tally: Tally): Promise<void> {
  const folder = join(disk, 'ledger')
  const ballast = join(disk, 'ballast')
  mkdirSync(folder)
  const promised: Promised = new Map()
  const office = openOffice(officePlace(folder))
  const { near, far } = directChannel()
  office.serve(far)
  const client = createClient(near, v7)
  const random = seededRandom(7)

  async function register(index: number): Promise<string | null> {
    const commandId = v7()
    const reply = await client.command('households.register', inventedHousehold(index, random), commandId)
    if (reply.ok) promised.set(commandId, { call: 'households.register', value: reply.value })
    tally.tried += 1
    if (reply.ok) return null
    return reply.failure.family === 'environment' ? reply.failure.problem.code : JSON.stringify(reply.failure)
  }

  const person = { fullName: 'Trần Thị Thu', role: 'administrator' as const }
  const setUp = await client.command('office.setUp', { ...PROFILE, person })
  await client.query('session.start', { personId: setUp.ok ? setUp.value.personId : '' })
  fillUp(disk, ballast)
  let refusal: string | null = null
  let index = 0
  while (refusal === null && index < MOST_COMMANDS) refusal = await register(index++)
  if (refusal !== 'disk.full') tally.lost.push(`a full disk was told as ${refusal}`)
  if ((await register(index++)) !== 'disk.full') tally.lost.push('a full disk was forgotten')
  const found = await client.query('households.outline', { filter: ALL_HOUSEHOLDS, pageSize: 100 })
  if (!found.ok || found.value.count !== promised.size) tally.lost.push('the office does not answer on a full disk')
  tally.notes.push(`${promised.size} households were registered before the disk was full`)
  rmSync(ballast)
  const after = await register(index++)
  if (after !== null) tally.lost.push(`with room again: ${after}`)

  fillUp(disk, ballast)
  while ((await register(index++)) === null && index < MOST_COMMANDS);
  writeFileSync(ballast, Buffer.alloc(0))
  fillUp(disk, ballast)
  await office.close()
  rmSync(ballast)
  const ledger = openLedger({ folder, migrationsFolder: join(RESOURCES, 'migrations') })
  tally.lost.push(...checkLedger(ledger.reader, promised))
  ledger.close()
}
