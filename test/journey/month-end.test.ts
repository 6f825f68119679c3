/**
 * A month in the real window, from its closing to head office's last word: closed, packaged, copied out, sent back,
 * opened again, closed once more, accepted, and from then on only corrected by an entry of the open month.
 */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dayInVietnam } from '../../src/domain/day.ts'
import { formatPeriod, periodEnd, periodOf, periodStart, previousPeriod } from '../../src/domain/period.ts'
import { makeHeadOfficeKeys } from '../../src/month-end/head-office-keys.ts'
import { granted, openWorkingOffice } from '../support/office.ts'
import { runTerminal } from '../support/terminal.ts'
import { giftFor, openCampaign, registerHousehold } from '../support/trade.ts'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { fillClosing } from './explained-closing.ts'

const TODAY = dayInVietnam(Date.now())
const LAST_MONTH = previousPeriod(periodOf(TODAY))
const NAME = `PC042_${LAST_MONTH}`

describe.skipIf(!canRunElectron())('the end of a month, by keyboard', () => {
  let desktop: Desktop
  /** Head office's own, and the stick the packages go on. */
  const headOffice = mkdtempSync(join(tmpdir(), 'so-tri-an-head-office-'))
  const stick = mkdtempSync(join(tmpdir(), 'so-tri-an-stick-'))
  const findings: string[] = []
  const look = async (name: string) => void findings.push(...(await desktop.look(`month-end-${name}`)))
  const see = (text: string | RegExp) => desktop.see(text)

  /** Closes the month, makes its package and copies it to the stick. */
  async function closeAndSend(): Promise<void> {
    const { press, page } = desktop
    await press('F8')
    await see('Chỉ mở lại được khi cấp trên chưa nhận gói')
    await fillClosing(desktop, LAST_MONTH)
    await press('F8')
    await see('Lập gói gửi cấp trên')
    await press('F9')
    await see('Gói đã lập và đã kiểm tra')
    await desktop.chooseNext(stick)
    await press('Control+e')
    await see(/Đã chép và đọc lại đúng/)
    await page.getByText('Đã nộp, chờ cấp trên trả lời').waitFor()
  }

  /** Head office's word on a package of the stick, which comes back on it. */
  async function answer(revision: number, ...verdict: string[]): Promise<void> {
    const own = [
      '--key',
      join(headOffice, 'head-office.key.pem'),
      '--identity',
      join(headOffice, 'head-office.identity.txt'),
    ]
    const words = [...own, '--keys', join(desktop.ledgerFolder, 'keys'), '--by', 'Vũ Thị Tổng Hợp', ...verdict]
    const answered = await runTerminal(stick, ['acknowledge', `${NAME}_r${revision}.zip.age`, ...words])
    expect(answered.code, answered.output).toBe(0)
    await desktop.chooseNext(join(stick, `${NAME}_r${revision}.receipt.json`))
    await desktop.press('Control+o')
  }

  beforeAll(async () => {
    const { client, office, folder } = await openWorkingOffice({ clock: Date.now })
    const campaign = await openCampaign(client, { from: periodStart(LAST_MONTH) })
    const lan = await registerHousehold(client, 'Nguyễn Thị Lan')
    granted(
      await client.command('gifts.handOver', {
        ...giftFor(campaign, lan),
        handedOverOn: periodEnd(LAST_MONTH),
      }),
    )
    await office.close()
    await makeHeadOfficeKeys(headOffice, { name: 'Công ty Điện lực Đắk Lắk', madeOn: TODAY })
    desktop = await openDesktop(folder)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('month-end-failed')
  })
  afterAll(async () => {
    await desktop?.close()
  })

  test('begins with head office’s key, taken in once and compared', async () => {
    const { press, page } = desktop
    await page.getByRole('button', { name: 'Trần Thị Thu' }).focus()
    await press('Enter')
    await see('Việc nên làm')
    await press('Control+7')
    await see('Dấu vân khoá')
    await desktop.chooseNext(join(headOffice, 'head-office.json'))
    await press('Control+o')
    await see('Đối chiếu dấu vân khoá')
    await press('Space', 'Control+s')
    await see('Đã nhận khoá của Công ty Điện lực Đắk Lắk')
  })

  test('is closed, packaged and copied to a stick', async () => {
    const { press, page } = desktop
    await press('Control+6')
    await see('có thể khoá sổ')
    await press('F6')
    await page.getByText('Chưa sao lưu sổ').waitFor({ state: 'hidden' })
    await closeAndSend()
    await look('sent')
    await press('F4')
    await see('Kính gửi: Công ty')
    await look('letter')
    await press('Escape')
  })

  test('comes back rejected, with the reason', async () => {
    await answer(1, '--reject', 'Thiếu bản quét của đợt 20/11')
    await see('Cấp trên trả lại')
    await see('Thiếu bản quét của đợt 20/11')
    await look('rejected')
  })

  test('is opened again with a reason, and closed as a revision', async () => {
    const { press, type } = desktop
    await press('F2')
    await see('Tháng này ghi sổ lại được')
    await type('Bo sung ban quet')
    await look('reopen')
    await press('Control+s')
    await see('có thể khoá sổ')
    await see('mở lại ngày')
    await closeAndSend()
    await see('bản sửa đổi 1')
  })

  test('is locked for good once head office has accepted it', async () => {
    const { page } = desktop
    await answer(2, '--accept')
    await page.getByText('Cấp trên đã nhận').first().waitFor()
    await look('accepted')
    expect(await page.getByRole('button', { name: 'Mở lại tháng' }).isDisabled()).toBe(true)
  })

  test('takes what comes late as an entry of the open month', async () => {
    const { press, type, page } = desktop
    const field = (label: string) => page.getByRole('dialog').getByLabel(label, { exact: false }).first()
    await press('Control+n')
    await field('Số chứng từ').focus()
    await type('02/2026/BBBG-PC042')
    await field('Tăng, giảm (tiền)').focus()
    await press('Control+a')
    await type('500000')
    await field('Lý do').focus()
    await type('Bien ban ve muon')
    await look('correction')
    await press('Control+s')
    await see(/Đã ghi bút toán/)
    await page
      .getByRole('row')
      .filter({ hasText: `tháng ${formatPeriod(LAST_MONTH)}: 02/2026/BBBG-PC042` })
      .waitFor()
    await look('corrected')
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })

  test('lies on the stick as head office opens it with its own tools: age, unzip, sha256sum', () => {
    const folder = mkdtempSync(join(tmpdir(), 'so-tri-an-opened-'))
    const name = `${NAME}_r2`
    const identity = join(headOffice, 'head-office.identity.txt')
    execFileSync('age', ['-d', '-i', identity, '-o', join(folder, `${name}.zip`), join(stick, `${name}.zip.age`)])
    execFileSync('unzip', ['-q', `${name}.zip`], { cwd: folder })
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      execFileSync('sha256sum', ['--quiet', '--strict', '-c', manifest], { cwd: join(folder, name) })
    }
    expect(readdirSync(stick).filter((file) => file.endsWith('.age'))).toEqual([
      `${NAME}_r1.zip.age`,
      `${name}.zip.age`,
    ])
  })
})
