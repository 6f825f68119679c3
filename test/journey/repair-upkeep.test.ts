/**
 * What lies beside the way of one repair, by keyboard in the real window: several jobs for one crew, photos, a re-check
 * that fails, a complaint that leads to a new repair, a certificate voided and issued again, a household's own card.
 */

import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { repairLedger, SECOND } from './repair-ledger.ts'

const PICTURE = join(import.meta.dirname, '../intake/pictures/id-card.jpg')

describe.skipIf(!canRunElectron())('the upkeep of repairs, by keyboard', { timeout: 300_000 }, () => {
  let desktop: Desktop
  const findings: string[] = []
  /** A message that is just going is too pale for anybody: it is waited out. */
  async function look(name: string): Promise<void> {
    await desktop.page.waitForFunction(() => !document.querySelector('.mantine-Notification-root'))
    findings.push(...(await desktop.look(`repair-upkeep-${name}`)))
  }
  const see = (text: string | RegExp) => desktop.see(text)
  const gone = () => desktop.page.getByRole('dialog').first().waitFor({ state: 'detached' })
  const row = (name: string) => desktop.page.getByRole('row').filter({ hasText: name })
  const stands = (state: string) => desktop.page.locator('[aria-current="step"]').filter({ hasText: state }).waitFor()
  const button = (label: string) => desktop.page.getByRole('button', { name: new RegExp(`^${label}`) })

  async function fill(label: string, text: string): Promise<void> {
    await desktop.page.getByRole('dialog').getByLabel(label).first().focus()
    await desktop.press('Control+a')
    await desktop.type(text)
  }
  async function action(name: string): Promise<void> {
    await desktop.press('F7')
    await desktop.page.getByRole('menuitem', { name }).focus()
    await desktop.press('Enter')
    await desktop.page.getByRole('dialog').waitFor()
  }
  /** Opens a repair from the list of all. */
  async function openRepair(typed: string, name: string): Promise<void> {
    await desktop.press('F3', 'Control+a')
    await desktop.type(typed)
    await desktop.page.waitForFunction(() => document.querySelectorAll('[role="row"]').length === 2)
    await desktop.press('ArrowDown', 'Enter')
    await desktop.page.getByRole('heading', { level: 1, name }).waitFor()
  }
  async function back(): Promise<void> {
    await desktop.press('Escape')
    await desktop.page.getByRole('heading', { level: 1, name: 'Sửa điện' }).waitFor()
  }

  beforeAll(async () => {
    desktop = await openDesktop(await repairLedger())
    await see('Ai đang làm việc?')
    await desktop.page.getByRole('button', { name: SECOND }).focus()
    await desktop.press('Enter')
    await see('Việc nên làm')
    await desktop.press('Control+4')
    await row('Lý Công An').waitFor()
  }, 300_000)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('repair-upkeep-failed')
  })
  afterAll(async () => {
    await desktop?.close()
  })

  test('several confirmed repairs are planned for one crew, and their orders printed in one go', async () => {
    const { press, page } = desktop
    await page.getByRole('tab', { name: /^Đã xác nhận/ }).click()
    await page.waitForFunction(() => document.querySelectorAll('[role="row"]').length === 3)
    await page.getByRole('grid').focus()
    await press('Space', 'ArrowDown', 'Space')
    await see('Đã chọn 2 việc')
    await look('picked')
    await press('F9')
    await see('Giao 2 việc cho một tổ')
    await fill('Tổ sửa chữa', 'To so 7')
    await look('plan-many')
    await press('F9')
    await see('Đã giao 2 việc')
    await see('In 2 giấy')
    await look('orders')
    await press('Escape')
    await gone()
    await page.getByRole('tab', { name: /^Tất cả/ }).click()
  })

  test('photos are kept before and after the work', async () => {
    const { press, page } = desktop
    await openRepair('bui thi hanh', 'Bùi Thị Hạnh')
    await desktop.chooseNext(PICTURE)
    await press('Control+o')
    await see('Thêm 1 ảnh')
    await look('add-photo')
    await press('Control+s')
    await see('Đã thêm 1 ảnh')
    await gone()
    await page.waitForFunction(() => [...document.images].some(({ naturalWidth }) => naturalWidth > 0))
    await look('photos')
    await back()
  })

  test('a re-check that fails makes the household unsafe again', async () => {
    const { press, page } = desktop
    await press('F3', 'Control+a', 'Backspace')
    await page.getByRole('tab', { name: /^Đến hạn kiểm tra lại/ }).click()
    await row('Lý Công An').waitFor()
    await look('recheck-due')
    await page.getByRole('grid').focus()
    await press('Home', 'Enter')
    await button('Kiểm tra lại').waitFor()
    await press('F8')
    await see(/^Kiểm tra lại: /)
    await fill('Điện trở cách điện', '0,2')
    for (const group of [/cực tính/, /Đóng điện/]) {
      await page.getByRole('radiogroup', { name: group }).getByRole('radio').first().focus()
      await press('Space')
    }
    await see(/Hộ sẽ trở lại danh sách không an toàn/)
    await look('recheck')
    await press('Control+s')
    await stands('Không an toàn')
    await gone()
    await look('unsafe-again')
    await back()
  })

  test('a certificate is voided with a reason, and the next one has the next number', async () => {
    const { press, page } = desktop
    await page.getByRole('tab', { name: 'Việc sửa', exact: true }).click()
    await page.getByRole('tab', { name: /^Xong/ }).click()
    await page.waitForFunction(() => document.querySelectorAll('[role="row"]').length === 2)
    await page.getByRole('grid').focus()
    await press('Enter')
    await stands('Xong')
    await page.getByRole('button', { name: 'Huỷ giấy' }).focus()
    await press('Enter')
    await see('Số giấy không dùng lại')
    await desktop.typeWithUnikey('Ghi sai tên chủ hộ')
    await look('void')
    await press('Control+s')
    await stands('Chờ nghiệm thu')
    await gone()
    await button('Cấp giấy xác nhận').waitFor()
    await press('F8')
    await see(/^Cấp giấy xác nhận: /)
    await press('Control+s')
    await see('Đã cấp giấy xác nhận 03/')
    await stands('Xong')
    await look('issued-again')
  })

  test('a complaint is linked to its repair and leads to a new one', async () => {
    const { press, page } = desktop
    await action('Ghi phản ánh')
    await desktop.typeWithUnikey('Ổ cắm vẫn nóng')
    await press('Control+s')
    await see('Đã ghi phản ánh')
    await gone()
    await page.getByRole('button', { name: 'Giải quyết' }).focus()
    await press('Enter')
    await see('Mở một việc sửa mới cho phản ánh này')
    await desktop.typeWithUnikey('Cử tổ đến xem lại')
    await page.getByRole('dialog').getByRole('checkbox').focus()
    // A hand comes after a pause; keys all in one go are a scanner's.
    await page.waitForTimeout(400)
    await press('Space')
    await page.getByRole('checkbox', { checked: true }).waitFor()
    await look('settle')
    await press('Control+s')
    await stands('Mới')
    await see('Xem việc sửa trước')
    await look('from-complaint')
    await back()
  })

  test("a household's card shows its repairs and opens another", async () => {
    const { press, type, page } = desktop
    await press('Control+3')
    await page.getByRole('row').nth(3).waitFor()
    await press('F3')
    await type('le van sau')
    await page.waitForFunction(() => document.querySelectorAll('[role="row"]').length === 2)
    await press('ArrowDown', 'Enter')
    await page
      .getByRole('dialog')
      .getByRole('tab', { name: /Sửa điện/ })
      .click()
    await page.getByRole('link', { name: /PKS/ }).waitFor()
    await look('household')
    await press('F7')
    await see('Mở việc sửa điện')
    await see('Các hộ (1)')
    await press('Control+s')
    await page.getByRole('alert').filter({ hasText: 'Lê Văn Sáu' }).waitFor()
    await look('already-open')
    await press('Escape')
    await gone()
  })

  test('nothing on any screen is serious to axe, and the window complained of nothing', () => {
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
