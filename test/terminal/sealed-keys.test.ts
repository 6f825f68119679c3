/** Keys that the window sealed are none for the terminal, which says so instead of making others. */

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { openKeyStore } from '../../src/office/key-store.ts'
import { granted, openWorkingOffice } from '../support/office.ts'
import { runTerminal } from '../support/terminal.ts'
import { giftFor, openCampaign, registerHousehold } from '../support/trade.ts'

test('a month of a ledger whose keys are sealed is closed in the window alone', async () => {
  const { client, folder, office } = await openWorkingOffice()
  const campaign = await openCampaign(client, { from: day('2025-01-01') })
  const gift = giftFor(campaign, await registerHousehold(client, 'Nguyễn Thị Lan'))
  granted(await client.command('gifts.handOver', { ...gift, handedOverOn: day('2025-10-20') }))
  await office.close()
  const keys = join(folder, 'keys')
  openKeyStore(keys, { key: Buffer.alloc(32, 1).toString('base64'), wrapped: 'w', protection: 'system' })
  const sealed = readFileSync(join(keys, 'secrets.sealed'), 'utf8')
  const { code, output } = await runTerminal(folder, ['close', '2025-10', '--ledger', folder, '--explanation', 'Đã rõ'])
  expect(output).toContain('were sealed by the window')
  expect(code).toBe(3)
  expect(readFileSync(join(keys, 'secrets.sealed'), 'utf8')).toBe(sealed)
  rmSync(folder, { recursive: true, force: true })
})
