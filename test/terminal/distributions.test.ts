import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { pageTexts } from '../documents/read-pdf.ts'
import { addPlace, distributionWithKit } from '../support/gifts.ts'
import { granted, openWorkingOffice } from '../support/office.ts'
import { runTerminal } from '../support/terminal.ts'
import { NOVEMBER_20, openCampaign, registerHousehold } from '../support/trade.ts'

/** As somebody types it who has no Vietnamese keyboard. */
const EAST = 'nha van hoa thon dong 20/11/2026'
const WEST = 'Nhà văn hoá thôn Tây 2026-11-20'

let folder = ''
const office = (...words: string[]) => runTerminal(folder, [...words, '--ledger', folder])

describe('distributions at the terminal', () => {
  beforeAll(async () => {
    const opened = await openWorkingOffice()
    const { client } = opened
    folder = opened.folder
    const campaign = await openCampaign(client)
    const [lan, dat, yen, an] = await Promise.all(
      ['Nguyễn Thị Lan', 'Trần Văn Đạt', 'Lò Thị Yến', 'Lê Văn An'].map((name) => registerHousehold(client, name)),
    )
    const plan = async (name: string, householdIds: (string | undefined)[], spareCount: number) => {
      const placeId = await addPlace(client, 'distributionPoint', name)
      const expected = householdIds.map((householdId = '') => ({
        householdId,
        giftPackageId: campaign.giftPackageId,
      }))
      return distributionWithKit(client, { campaignId: campaign.campaignId, placeId, expected, spareCount })
    }
    const east = await plan('Nhà văn hoá thôn Đông', [lan, dat, yen], 1)
    const west = await plan('Nhà văn hoá thôn Tây', [an], 0)
    const signed = { kind: 'signed' as const, handedOverOn: NOVEMBER_20 }
    granted(await client.command('distributions.enterSheets', { eventId: east, positions: [1, 2], fate: signed }))
    granted(await client.command('distributions.enterSheets', { eventId: west, positions: [1], fate: signed }))
    await opened.office.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('are listed with their place, their day and how far their papers are', async () => {
    const { code, output } = await office('balance')
    expect(code, output).toBe(0)
    expect(output).toMatch(/thôn Đông 20\/11\/2026 · .*2 papers open/)
    expect(output).toMatch(/thôn Tây 20\/11\/2026 · .*balanced/)
  })

  test('do not balance while a paper is not accounted for, and the papers are named', async () => {
    const { code, output } = await office('balance', '--event', EAST, '--json')
    expect(code).toBe(1)
    const answer = JSON.parse(output) as { eventId: string; open: { documentNumber: string }[] }
    expect(answer).toMatchObject({
      ok: false,
      balance: { printed: 4, signed: 2, void: 0, spare: 0, missing: 0, open: 2, isBalanced: false },
      open: [
        { position: 3, documentNumber: '03/2026/BBBG-PC042', headOfHousehold: 'Lò Thị Yến' },
        { position: 4, documentNumber: '04/2026/BBBG-PC042', headOfHousehold: null },
      ],
    })
    const byIdentity = await office('balance', '--event', answer.eventId)
    expect(byIdentity.code).toBe(1)
    expect(byIdentity.output).toContain('2 papers STILL OPEN')
  })

  test('of the ledger of this computer, or the one its surroundings name, need no other word', async () => {
    const named = await runTerminal(folder, ['balance', '--event', EAST, '--json'], { SO_TRI_AN_LEDGER: folder })
    expect(named.code, named.output).toBe(1)
    expect(JSON.parse(named.output)).toMatchObject({ balance: { open: 2 } })
    const settings = mkdtempSync(join(tmpdir(), 'so-tri-an-settings-'))
    onTestFinished(() => rmSync(settings, { recursive: true, force: true }))
    const home = { HOME: settings, XDG_CONFIG_HOME: settings, APPDATA: settings, SO_TRI_AN_LEDGER: '' }
    const none = await runTerminal(folder, ['balance'], home)
    expect([none.code, none.output]).toEqual([2, expect.stringContaining('--ledger')])
    if (process.platform === 'darwin') return
    mkdirSync(join(settings, 'Sổ Tri Ân'))
    cpSync(folder, join(settings, 'Sổ Tri Ân', 'so-tri-an'), { recursive: true })
    const own = await runTerminal(folder, ['balance'], home)
    expect([own.code, own.output]).toEqual([0, expect.stringContaining('thôn Đông')])
  })

  test('balance when every paper is accounted for', async () => {
    const { code, output } = await office('balance', '--event', WEST, '--language', 'vi')
    expect(code, output).toBe(0)
    expect(output).toContain('In 1 = ký 1 + huỷ 0 + trống 0 + mất 0: cân.')
  })

  test('that cannot be written where they are wanted are not printed, and the next are originals still', async () => {
    mkdirSync(join(folder, 'a-folder'))
    for (const out of ['a-folder', 'nowhere/a.pdf']) {
      const { code, output } = await office('print', 'kit', '--event', EAST, '--out', out)
      expect([code, output]).toEqual([3, expect.stringContaining(out)])
    }
  })

  test('are printed as a kit: list, receipts, what to load, blanks; a second time as copies', async () => {
    const kit = await office('print', 'kit', '--event', EAST, '--out', 'bo-ho-so.pdf', '--json')
    expect(kit.code, kit.output).toBe(0)
    const file = join(folder, 'bo-ho-so.pdf')
    expect(JSON.parse(kit.output)).toMatchObject({ ok: true, file, paperCount: 6 })
    const texts = pageTexts(readFileSync(file))
    expect(texts.map((text) => /DANH SÁCH KÝ NHẬN|PHIẾU SOẠN HÀNG|BIÊN BẢN/.exec(text)?.[0])).toEqual([
      'DANH SÁCH KÝ NHẬN',
      'BIÊN BẢN',
      'BIÊN BẢN',
      'BIÊN BẢN',
      'PHIẾU SOẠN HÀNG',
      'BIÊN BẢN',
    ])
    expect(texts.join()).not.toContain('Bản sao')
    const again = await office('print', 'kit', '--event', EAST, '--out', 'bo-ho-so-2.pdf')
    expect(again.code, again.output).toBe(0)
    const copies = pageTexts(readFileSync(join(folder, 'bo-ho-so-2.pdf'))).map((text) => /Bản sao lần 1/.test(text))
    expect(copies).toEqual([true, true, true, true, false, true])
  })

  test('are printed from one number to another, two forms on a sheet', async () => {
    const words = ['--event', EAST, '--out', 'lai.pdf', '--from', '2', '--to', '3', '--layout', 'A5']
    const { code, output } = await office('print', 'receipts', ...words)
    expect(code, output).toBe(0)
    expect(output).toContain('2 papers, 2 pages')
    const [first, second] = pageTexts(readFileSync(join(folder, 'lai.pdf')))
    expect(first?.match(/02\/2026\/BBBG-PC042/g)).toHaveLength(2)
    expect(second).toContain('03/2026/BBBG-PC042')
  })

  test.each([
    { words: ['balance', '--event', 'Nhà văn hoá thôn Nam 20/11/2026'], code: 2 },
    { words: ['print', '--event', EAST, '--out', 'a.pdf'], code: 2 },
    { words: ['print', 'posters', '--event', EAST, '--out', 'a.pdf'], code: 2 },
    { words: ['print', 'kit', '--out', 'a.pdf'], code: 2 },
    { words: ['print', 'kit', '--event', EAST], code: 2 },
    { words: ['print', 'kit', '--event', EAST, '--out', 'a.pdf', '--layout', 'A3'], code: 2 },
    { words: ['print', 'kit', '--event', EAST, '--out', 'a.pdf', '--from', '2'], code: 2 },
    { words: ['print', 'receipts', '--event', EAST, '--out', 'a.pdf', '--from', 'two'], code: 2 },
    { words: ['print', 'receipts', '--event', EAST, '--out', 'a.pdf', '--from', '77'], code: 1 },
    { words: ['balance', '--person', 'Không Có Ai'], code: 1 },
  ])('ends $words with exit code $code and no stack trace', async ({ words, code }) => {
    const ended = await office(...words)
    expect(ended.code, ended.output).toBe(code)
    expect(ended.output).not.toMatch(/\n\s+at /)
  })
})
