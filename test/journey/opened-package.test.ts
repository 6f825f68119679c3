/** An encrypted package is double-clicked: the window shows it is shut, takes the key, and says that it is whole. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { period } from '../../src/domain/period.ts'
import { calendar } from '../support/gifts.ts'
import { takeInHeadOffice } from '../support/keys.ts'
import { granted, openWorkingOffice } from '../support/office.ts'
import { EXPLAINED, giftFor, openCampaign, registerHousehold } from '../support/trade.ts'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'

const NOVEMBER = period('2026-11')

describe.skipIf(!canRunElectron())('a package that is double-clicked', () => {
  let desktop: Desktop
  let identityFile: string

  beforeAll(async () => {
    const days = calendar()
    const { client, office, folder } = await openWorkingOffice({ clock: days.clock })
    const { identity } = await takeInHeadOffice(client)
    identityFile = join(mkdtempSync(join(tmpdir(), 'so-tri-an-key-')), 'khoa.txt')
    writeFileSync(identityFile, `${identity}\n`)
    const household = await registerHousehold(client, 'Nguyễn Thị Lan')
    granted(await client.command('gifts.handOver', giftFor(await openCampaign(client), household)))
    days.turnTo(day('2026-12-01'))
    granted(await client.command('months.close', { period: NOVEMBER, explanations: EXPLAINED }))
    const { file } = granted(await client.job('months.package', { period: NOVEMBER, folder: null }))
    await office.close()
    // Somebody else's package, for all this ledger knows.
    rmSync(join(folder, 'keys', 'PC042.identity.txt'))
    desktop = await openDesktop(folder, file)
  })
  afterAll(async () => {
    await desktop?.close()
  })

  test('is shut, opens with the key that is chosen, and is whole', async () => {
    const { page, press, see, look } = desktop
    await page.getByRole('button', { name: 'Trần Thị Thu' }).focus()
    await press('Enter')
    await see('encryption.noKey')
    const findings = await look('opened-package-shut')
    await desktop.chooseNext(identityFile)
    await page.getByRole('button', { name: 'Chọn tệp khoá giải mã…' }).focus()
    await press('Enter')
    await see('Gói nguyên vẹn')
    findings.push(...(await look('opened-package-whole')))
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
