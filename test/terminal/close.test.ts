import { existsSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { granted, openWorkingOffice } from '../support/office.ts'
import { runTerminal } from '../support/terminal.ts'
import { giftFor, openCampaign, registerHousehold } from '../support/trade.ts'

let folder = ''
const close = async (...words: string[]) => {
  const { code, output } = await runTerminal(folder, ['close', '2026-06', ...words, '--ledger', folder, '--json'])
  return { ...(JSON.parse(output) as { code?: string; package?: { file: string } | null }), exit: code }
}

describe('closing a month at the terminal', () => {
  beforeAll(async () => {
    const opened = await openWorkingOffice()
    const { client } = opened
    folder = opened.folder
    granted(await client.command('people.add', { fullName: 'Vũ Văn Duyệt', role: 'supervisor' }))
    const campaign = await openCampaign(client, { from: day('2026-06-01'), to: day('2026-12-31') })
    const lan = await registerHousehold(client, 'Nguyễn Thị Lan')
    granted(await client.command('gifts.handOver', { ...giftFor(campaign, lan), handedOverOn: day('2026-06-15') }))
    await opened.office.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is drawn up by one person, with a word to its warnings', async () => {
    expect(await close('--propose', '--person', 'Trần Thị Thu')).toMatchObject({ exit: 1, code: 'month.unexplained' })
    const words = ['--explanation', 'Đã xem, không có gì phải sửa']
    expect(await close('--propose', '--person', 'Trần Thị Thu', ...words)).toMatchObject({ exit: 0, package: null })
  })

  test('is not approved by the same hand', async () => {
    expect(await close('--person', 'Trần Thị Thu')).toMatchObject({ exit: 1, code: 'month.sameHand' })
  })

  test('is approved by another, and packaged', async () => {
    const { exit, package: made } = await close('--person', 'Vũ Văn Duyệt')
    expect(exit).toBe(0)
    expect(existsSync(made?.file ?? '')).toBe(true)
  })
})
