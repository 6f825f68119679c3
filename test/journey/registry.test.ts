/** The registry by keys in the real window: a household twice, told, found, picked, written to a file, merged, forgotten. */

import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { setUpOffice } from './first-run.ts'

describe.skipIf(!canRunElectron())('the registry, by keyboard alone', () => {
  let desktop: Desktop
  const findings: string[] = []
  const look = async (name: string) => void findings.push(...(await desktop.look(name)))
  const see = (text: string | RegExp) => desktop.see(text)
  const field = (name: string) => desktop.page.locator(`[data-path="${name}"]`)
  const row = (name: string | RegExp) => desktop.page.getByRole('row').filter({ hasText: name })
  const gone = () => desktop.page.getByRole('dialog').first().waitFor({ state: 'detached' })

  /** The details of a household are there, and no form above them. */
  const opened = () => desktop.page.getByRole('tab', { name: /Thông tin/ }).waitFor()

  /** As fast as a hand, not as a scanner. */
  const typeNumber = (digits: string) => desktop.page.keyboard.type(digits, { delay: 70 })

  /** Types the fields of a new household and leaves the form open. */
  async function fill(facts: Record<string, string>): Promise<void> {
    await desktop.press('Control+n')
    await desktop.page.locator('input:focus').waitFor()
    for (const [name, written] of Object.entries(facts)) {
      await field(name).focus()
      if (/\d{5}/.test(written)) await typeNumber(written)
      else await desktop.type(written)
    }
  }

  beforeAll(async () => {
    desktop = await openDesktop()
    await setUpOffice(desktop, async () => {})
    await desktop.press('Control+3')
    await see('Chưa có hộ nào ở đây')
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('registry-failed')
  })
  afterAll(async () => {
    await desktop.close()
  })

  test('a form goes on by Enter, mends what it can and takes categories line by line', async () => {
    const { press, type, page } = desktop
    await press('Control+n')
    await page.locator('input:focus').waitFor()
    await desktop.typeWithUnikey('LÊ THỊ HOÀ')
    await press('Enter')
    await type('1952')
    await press('Enter')
    await typeNumber('01682345678')
    await press('Enter')
    await see('Sửa từ 01682345678')
    expect(await field('headOfHousehold').inputValue()).toBe('Lê Thị Hoà')
    expect(await field('phone').inputValue()).toBe('0382345678')
    await typeNumber('001152000002')
    await press('Enter', 'Enter')
    await typeNumber('PS0000000002')
    await page.getByLabel('Quyết định công nhận').focus()
    await press('Shift+Tab')
    await type('ho ngheo')
    await press('Enter', 'Enter')
    await type('12/QĐ-UBND')
    await press('Enter')
    await type('1/1/26')
    await press('Enter')
    await typeNumber('31122026')
    await page.getByRole('button', { name: 'Thêm diện' }).focus()
    await press('Enter')
    await type('khuyet tat')
    await press('Enter')
    // The second category becomes the primary one, and the keys stay with it.
    await press('Alt+ArrowUp')
    await look('registry-form')
    await press('Control+s')
    await see('Đã thêm hộ Lê Thị Hoà')
    await see('Hộ nghèo (12/QĐ-UBND, 01/01/2026–31/12/2026)')
    await page.getByRole('dialog').getByText('Người khuyết tật').first().waitFor()
    await look('registry-details')
    await press('Escape')
    await gone()
  })

  test('who is typed a second time is told with score and reasons, also by the number alone', async () => {
    const { press } = desktop
    await fill({ citizenId: '001152000002' })
    await see(/Lê Thị Hoà, 1952.*cùng số định danh/)
    await press('Escape')
    await gone()
    await fill({ headOfHousehold: 'Lê Thị Hòa', birthYear: '1952', customerCode: 'PS0000000002', note: 'Ghi hai lần' })
    await see(/Lê Thị Hoà, 1952.*cùng công tơ hoặc mã khách hàng, cùng tên, cùng năm sinh/)
    await look('registry-alike')
    await press('F4')
    await see('12/QĐ-UBND')
    await press('Escape')
    await gone()
    await fill({ headOfHousehold: 'Lê Thị Hòa', birthYear: '1952', customerCode: 'PS0000000002', note: 'Ghi hai lần' })
    await press('Control+s')
    await see('Có thể trùng: 1')
    await press('Escape')
    await gone()
    for (const name of ['Trần Văn Bình', 'Đặng Thị Lợi']) {
      await fill({ headOfHousehold: name, hamlet: 'Thôn Đông' })
      await press('Control+s')
      await see(`Đã thêm hộ ${name}`)
      await opened()
      await press('Escape')
      await gone()
    }
  })

  test('rows are picked by Space, by Shift and all at once, added up and copied as a sheet takes them', async () => {
    const { app, press, page } = desktop
    await row('Đặng Thị Lợi').waitFor()
    await page.getByRole('grid').focus()
    await press('Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await see('Chọn 3 hộ')
    await press('Shift+ArrowUp')
    await see('Chọn 2 hộ')
    await look('registry-picked')
    await press('Control+c')
    await see('Đã chép 2 hộ')
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied.split('\n')[0]).toMatch(/^Chủ hộ\t/)
    expect(copied).not.toContain('001152000002')
    await press('Control+a')
    await see('Chọn 4 hộ')
    await press('Space')
    await see('Chọn 3 hộ')
    await press('Escape')
    await see('4 hộ · Dấu cách')
  })

  test('the list is written to a file, its numbers masked', async () => {
    const { app, press } = desktop
    const file = join(mkdtempSync(join(tmpdir(), 'so-tri-an-export-')), 'danh-sach.csv')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await press('Control+e')
    await see('Cả 4 hộ của danh sách đang xem')
    await look('registry-export')
    await press('ArrowRight', 'Control+s')
    await see('Đã xuất 4 hộ')
    await see('Mở thư mục')
    const written = readFileSync(file, 'utf8')
    expect(written).toContain('001******002')
    expect(written).not.toContain('001152000002')
    await press('Escape')
    await gone()
  })

  test('a filter is kept as a tab and taken away again', async () => {
    const { press, type, page } = desktop
    await press('F3')
    await type('dong')
    await page.getByRole('row').nth(2).waitFor()
    await row('Đông').first().waitFor()
    await page.getByRole('button', { name: 'Lưu bộ lọc' }).focus()
    await press('Enter')
    await page.locator('input:focus').waitFor()
    await press('Control+a')
    await desktop.typeWithUnikey('Thôn Đông')
    await press('Control+s')
    await see('Đã lưu bộ lọc “Thôn Đông”')
    const tab = page.getByRole('tab', { name: /Thôn Đông/ })
    await tab.filter({ hasText: '2' }).waitFor()
    await look('registry-saved-filter')
    await page.getByRole('tab', { name: /Tất cả/ }).focus()
    await press('Enter')
    await tab.focus()
    await press('Enter')
    expect(await page.getByLabel('Tìm trong danh sách').inputValue()).toBe('dong')
    await page.getByRole('button', { name: 'Bỏ bộ lọc “Thôn Đông”' }).focus()
    await press('Enter')
    await tab.waitFor({ state: 'detached' })
    await see('4 hộ · Dấu cách')
  })

  test('columns are arranged by keys, and stay so', async () => {
    const { press, page } = desktop
    const headers = () => page.getByRole('columnheader').allInnerTexts()
    await page.getByRole('button', { name: 'Cột', exact: true }).focus()
    await press('Enter')
    await page.getByRole('checkbox', { name: 'Năm sinh' }).focus()
    await press('Alt+ArrowDown', 'Alt+ArrowRight', 'Alt+ArrowRight')
    await page.getByRole('checkbox', { name: 'Ghi chú' }).focus()
    await press('Space')
    await look('registry-columns')
    await press('Escape')
    expect(await headers()).toEqual(expect.arrayContaining(['Ghi chú']))
    expect((await headers()).slice(2, 5)).toEqual(['Chủ hộ', 'CCCD', 'Năm sinh'])
    await press('Control+1')
    await see('Việc nên làm')
    await press('Control+3')
    await page.getByRole('row').nth(3).waitFor()
    expect((await headers()).slice(2, 5)).toEqual(['Chủ hộ', 'CCCD', 'Năm sinh'])
  })

  test('a status is changed with its day and reason, and the journal says so field by field', async () => {
    const { press, type, page } = desktop
    await press('F3')
    await type('tran van binh')
    await row('Trần Văn Bình').waitFor()
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' })
    await press('ArrowDown', 'Enter')
    await opened()
    await press('F6')
    await see('Hộ không còn được phát quà')
    await look('registry-status')
    await page.getByLabel('Lý do').focus()
    await desktop.typeWithUnikey('Theo con vào Nam')
    await press('Control+s')
    await see('Đã đổi tình trạng hộ Trần Văn Bình')
    await see(/Đã chuyển đi từ/)
    await page.getByRole('tab', { name: /Nhật ký/ }).focus()
    await press('Enter')
    await see('Đổi tình trạng hộ')
    await see(/Tình trạng: Đang ở → Đã chuyển đi/)
    await look('registry-history')
    await press('Escape')
    await gone()
    await row(/Trần Văn Bình.*Đã chuyển đi/).waitFor()
  })

  test('Esc leaves the form of a household and not its details', async () => {
    const { press, page } = desktop
    await press('Enter')
    await opened()
    await press('F2')
    await see('Sửa hộ Trần Văn Bình')
    await press('Escape')
    await page.getByText('Sửa hộ Trần Văn Bình').waitFor({ state: 'detached' })
    await opened()
    await press('Escape')
    await gone()
  })

  test('a pair is merged, parted again, put off, and said to be two', async () => {
    const { press, page } = desktop
    const tab = (name: string, count: number) =>
      page.getByRole('tab', { name: new RegExp(`${name} ${count}`) }).waitFor()
    await press('Control+8')
    await see('Khác nhau: chọn điều đúng')
    await tab('Chưa xét', 1)
    await look('duplicates')
    await press('Control+Enter')
    await see('Đã gộp vào hộ')
    await see('Không còn cặp nào phải xét')
    await press('Control+z')
    await see('Khác nhau: chọn điều đúng')
    await tab('Chưa xét', 1)
    await press('F8')
    await tab('Không trùng', 1)
    await press('Control+z')
    await tab('Chưa xét', 1)
    await see('Khác nhau: chọn điều đúng')
    await press('F7')
    await tab('Để sau', 1)
    await page.getByRole('tab', { name: /Để sau/ }).focus()
    await press('Enter')
    await see('Khác nhau: chọn điều đúng')
    await look('duplicates-later')
    await press('Control+Enter')
    await see('Không có cặp nào để sau')
    await look('duplicates-empty')
  })

  test('the merged one is found under the kept one, and parted there', async () => {
    const { press, type, page } = desktop
    await press('Control+3', 'F3')
    await press('Control+a')
    await type('le thi hoa')
    await row(/Lê Thị Ho/).waitFor()
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' })
    await press('ArrowDown', 'Enter')
    await see('Đã gộp vào hộ này')
    await look('registry-merged')
    await page.getByRole('button', { name: 'Tách ra' }).focus()
    await press('Enter')
    await see('Đã tách hộ')
    await page.getByText('Đã gộp vào hộ này').waitFor({ state: 'detached' })
    await press('Escape')
    await gone()
  })

  test('whoever asks to be forgotten is, and what stays by law is said before', async () => {
    const { press, type, page } = desktop
    await press('F3')
    await press('Control+a')
    await type('dang thi loi')
    await row('Đặng Thị Lợi').waitFor()
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' })
    await press('ArrowDown', 'Enter')
    await opened()
    await page.getByRole('button', { name: 'Xoá thông tin cá nhân' }).focus()
    await press('Enter')
    await see('Luật Kế toán')
    await page.locator('textarea:focus').waitFor()
    await desktop.typeWithUnikey('Đơn ngày 20/11')
    await page.getByLabel('để xác nhận').focus()
    await type('xoa')
    await look('registry-erase')
    await press('Control+s')
    await see('Đã xoá thông tin cá nhân')
    await see(/Hộ [0-9A-F]{6}/)
    expect(await page.getByRole('dialog').getByText('Đặng Thị Lợi').count()).toBe(0)
    await press('Escape')
    await gone()
    await see('Không có hộ nào khớp')
  })

  test('nothing serious was found on any of these screens, and the window complained of nothing', () => {
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
