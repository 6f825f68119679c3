/**
 * The list of a campaign by keyboard in the real window: drawn up by one person, approved by another, printed, and
 * changed by a supplement that puts one household in the place of another.
 */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dong } from '../../src/domain/money.ts'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { seedLedger } from './seeded-ledger.ts'

const CLERK = 'Lê Văn Cường'
const HEAD = 'Trần Thị Mai'
const NAMES = ['Bàn Thị Được', 'Hoàng Văn Hải', 'Lò Thu Hoà', 'Ma Bá Khánh', 'Nông Diệu Lan', 'Tô Thị Xuân']
const households = NAMES.map((headOfHousehold, index) => ({
  headOfHousehold,
  hamlet: index < 3 ? 'Thôn Đoài' : 'Thôn Đông',
}))

describe.skipIf(!canRunElectron())('the list of a campaign, by keyboard', () => {
  let desktop: Desktop
  const findings: string[] = []
  const look = async (name: string) => void findings.push(...(await desktop.look(`gift-list-${name}`)))
  const see = (text: string | RegExp) => desktop.see(text)
  const gone = () => desktop.page.getByRole('dialog').first().waitFor({ state: 'detached' })
  const row = (name: string) => desktop.page.getByRole('row').filter({ hasText: name })
  const seePerson = (name: string) => desktop.page.getByText(new RegExp(`Người ghi: ${name}`)).waitFor()

  /** Hands the keyboard to somebody else, who opens the campaign. */
  async function handTo(name: string): Promise<void> {
    await desktop.page.getByRole('button', { name: 'Đổi người' }).click()
    await desktop.page.getByRole('button', { name }).focus()
    await desktop.press('Enter')
    await seePerson(name)
    await desktop.press('Control+g')
    await row('Tri ân khách hàng').click()
  }

  beforeAll(async () => {
    const campaign = { grantedBy: 'list' as const, budgetDong: dong(3_000_000) }
    desktop = await openDesktop(await seedLedger({ households, campaign }))
    await see(HEAD)
    await desktop.press('Enter')
    await seePerson(HEAD)
    await desktop.press('Control+7')
    await desktop.page.getByRole('textbox', { name: 'Họ và tên' }).focus()
    await desktop.type(CLERK)
    await desktop.press('Control+s')
    await see(`Đã thêm ${CLERK}`)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('gift-list-failed')
  })
  afterAll(async () => {
    await desktop.close()
  })

  test('is drawn up by a clerk: one by one or all at once, within the budget', async () => {
    const { press, type, page } = desktop
    await handTo(CLERK)
    await see('Chưa có danh sách nào')
    await look('none')
    await press('Control+n')
    await see('Đủ điều kiện, chưa có trong danh sách: 6 hộ')
    await row('Bàn Thị Được').waitFor()
    await press('Enter', 'ArrowDown', 'Enter')
    await see('Danh sách đang lập: 2 dòng · 1.000.000 ₫')
    await see('Kinh phí còn 2.000.000 ₫')
    await look('two')
    await press('F8')
    await see('Danh sách đang lập: 6 dòng · 3.000.000 ₫')
    await page.getByRole('grid', { name: 'bỏ ra' }).getByRole('row').filter({ hasText: 'Tô Thị Xuân' }).click()
    await see('Danh sách đang lập: 5 dòng')
    // Another screen and back: nothing of it is lost.
    await press('Control+1')
    await see('Việc nên làm')
    await press('Control+g')
    await row('Tri ân khách hàng').click()
    await press('Control+n')
    await see('Danh sách đang lập: 5 dòng')
    await press('F9')
    await see('chờ người thứ hai duyệt')
    await type('Danh sách hộ nghèo xã Mẫu')
    await look('finish')
    await press('F9')
    await gone()
    await see('Nguyên vẹn')
    await see('Bạn không có quyền duyệt danh sách nhận quà')
    await look('drawn-up')
  })

  test('waits on the desk of whoever may approve it, and grants from then on', async () => {
    const { press, type, page } = desktop
    await handTo(HEAD)
    await see('Danh sách hộ nghèo xã Mẫu')
    await press('F8')
    await see('Số quyết định duyệt')
    await type('15/QĐ-PC')
    await look('approve')
    await press('F8')
    await gone()
    await see('Theo 15/QĐ-PC')
    await press('Control+p')
    await page.getByRole('img', { name: /Trang 1 trên/ }).waitFor()
    await press('Escape')
    await gone()
    await look('approved')
  })

  test('is changed by a supplement: one goes, another comes in the place, with the reason', async () => {
    const { press, type, page } = desktop
    await page.getByRole('tab', { name: 'Hộ được nhận' }).focus()
    await press('Enter')
    await see('5 suất: 0 đã nhận')
    await row('Lò Thu Hoà').click()
    await look('grants')
    await press('F6')
    await see('Rút hộ khỏi danh sách')
    await type('Hộ đã chuyển đi nơi khác')
    await press('Enter')
    await type('to thi xuan')
    await page.getByRole('option').filter({ hasText: 'Tô Thị Xuân' }).waitFor()
    await press('Enter')
    await see('Thay bằng: Tô Thị Xuân')
    await look('replace')
    await press('Control+s')
    await gone()
    await see('Lập danh sách bổ sung số 1')
    await see('Danh sách đang lập: 2 dòng · 0 ₫')
    await look('supplement')
    await press('F9', 'F9')
    await gone()
    await see('Bổ sung số 1')
    await see(`do chính ${HEAD} lập, phải có người thứ hai duyệt`)
    await row('Hộ đã chuyển đi nơi khác').first().waitFor()
    await look('same-hand')
  })

  test('fixes what stands on papers; the money and the last day may still change', async () => {
    const { press, page } = desktop
    await press('F2')
    await see('không đổi được nữa')
    await page.locator('[data-path="budgetDong"]').focus()
    await press('Control+a')
    await desktop.type('5000000')
    await look('amend')
    await press('Control+s')
    await gone()
    await see('5.000.000 ₫')
    await page.getByRole('tab', { name: 'Nội dung đợt' }).focus()
    await press('Enter')
    await see('Hộ trong danh sách được duyệt')
    await look('terms')
  })

  test('nothing on any screen is serious to axe, and the window complained of nothing', () => {
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
