/**
 * A messy list of a commune through the wizard in a real Electron window, by keyboard alone: looked at, mended, decided,
 * taken in, sent back with its findings, taken back; and the next list of the same sender with Enter alone.
 */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readWorkbook from 'read-excel-file/node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { setUpOffice } from './first-run.ts'
import { calmRows, laterRows, messyRows, writeMessyList } from './messy-list.ts'

describe.skipIf(!canRunElectron())('a messy list through the wizard, by keyboard alone', () => {
  let desktop: Desktop
  const findings: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'so-tri-an-lists-'))
  const look = async (name: string) => void findings.push(...(await desktop.look(name)))
  const see = (text: string | RegExp) => desktop.see(text)
  const grid = () => desktop.page.getByRole('grid', { name: 'Các dòng của danh sách' })
  const rowOf = (text: string) => grid().getByRole('row').filter({ hasText: text })
  const runButton = (label: string | RegExp) => desktop.page.getByRole('button', { name: label })
  /** Goes on with Tab until this has the keys. */
  const tabTo = async (name: string | RegExp, role: 'button' | 'checkbox' = 'button') => {
    const target = desktop.page.getByRole(role, { name }).first()
    for (let presses = 0; presses < 40; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await desktop.press('Tab')
    }
    throw new Error(`Tab does not lead to ${name}.`)
  }

  beforeAll(async () => {
    await writeMessyList(join(folder, 'ho-ngheo-thang-10.xlsx'), messyRows())
    await writeMessyList(join(folder, 'ho-ngheo-thang-11.xlsx'), laterRows())
    await writeMessyList(join(folder, 'ho-ngheo-thang-12.xlsx'), calmRows())
    desktop = await openDesktop()
    await setUpOffice(desktop, async () => {})
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('failed-import')
  })
  afterAll(async () => {
    await desktop.close()
  })

  test('its sheet, header and font are found, and shown', async () => {
    const { press } = desktop
    await press('Control+5')
    await see('Những lần nhập trước')
    await look('wizard-file')
    await desktop.chooseNext(join(folder, 'ho-ngheo-thang-10.xlsx'))
    await press('Control+o')
    await see(/→ Đinh Thị Sương/)
    const font = desktop.page.getByRole('combobox', { name: 'Phông chữ của cột B' })
    expect(await font.inputValue()).toBe('tcvn3')
    await look('wizard-columns')
    await press('Alt+ArrowLeft')
    await desktop.page.getByRole('option', { selected: true }).filter({ hasText: 'Số CCCD' }).waitFor()
    await see('Hướng dẫn')
    await look('wizard-sheet')
    await press('Enter')
    await see('Vài dòng đầu')
  })

  test('a column is read otherwise, and as before again', async () => {
    const { press, type, page } = desktop
    const chosen = page.getByRole('combobox', { name: 'Cột G đọc là' })
    await page.locator('[data-column="1"]').focus()
    for (let step = 0; step < 6; step += 1) await press('ArrowDown')
    await press('Enter')
    await type('khong doc')
    await press('Enter')
    await see('bạn chọn')
    expect(await chosen.inputValue()).toBe('Không đọc')
    await press('Enter')
    await type('ghi chu')
    await press('Enter')
    expect(await chosen.inputValue()).toBe('Ghi chú')
    await page.getByText('Đang đọc lại').waitFor({ state: 'hidden' })
    await press('Alt+ArrowRight')
    await grid().waitFor()
  })

  test('what is wrong is mended in the grid: a name is typed, mends are taken with one key', async () => {
    const { press, page } = desktop
    await rowOf('Bị chặn').first().waitFor()
    await look('wizard-check')
    // The first fault is a telephone of before 2018; all of its kind are taken at once.
    await see('Nhận cả 8 đề xuất loại này')
    await press('Shift+F4')
    await page.getByText('Nhận cả 8 đề xuất loại này').waitFor({ state: 'hidden' })
    await rowOf('066051100037').waitFor({ state: 'detached' })
    // A citizen ID with a letter O in it.
    await see(/O66055100185/)
    await press('F4')
    await rowOf('O66055100185').waitFor({ state: 'hidden' })
    // A row without a name: what is typed goes into the cell.
    await see('không có tên chủ hộ')
    await desktop.typeWithUnikey('Vi Thị Sáng')
    await look('wizard-editing')
    await press('Enter')
    await press('F6')
    await rowOf('Vi Thị Sáng').filter({ hasText: 'Mới' }).waitFor()
    await look('wizard-all-rows')
    // It is taken back and done again: Ctrl+Z takes back the last mend.
    await press('Control+z')
    await rowOf('Vi Thị Sáng').waitFor({ state: 'hidden' })
    await press('F6')
    await see('không có tên chủ hộ')
    await desktop.typeWithUnikey('Vi Thị Sáng')
    await press('Enter')
    await runButton('Nhập 47 hộ mới').waitFor()
  })

  test('another screen in between costs nothing', async () => {
    await desktop.press('Control+1')
    await see('Việc nên làm')
    await desktop.press('Control+5')
    await runButton('Nhập 47 hộ mới').waitFor()
  })

  test('the list goes back to its sender with its findings', async () => {
    const { press } = desktop
    const file = join(folder, 'ho-ngheo-thang-10 - kèm lỗi.xlsx')
    await desktop.saveNext(file)
    await press('Control+s')
    await see('Đã lưu tệp')
    const [sheet] = await readWorkbook(file)
    expect(JSON.stringify(sheet?.data)).toContain('không đúng dạng 12 chữ số')
  })

  test('a row is declined, the rest is taken in', async () => {
    const { press } = desktop
    await press('F6')
    await rowOf('Đinh Thị Sương').first().waitFor()
    await grid().focus()
    await press('Control+Home', 'Space')
    await runButton('Nhập 46 hộ mới').waitFor()
    await press('F8')
    await see('Đã nhập xong')
    await see(/Thêm 46 hộ · cập nhật 0 · .*không nhận 1/)
    await look('wizard-done')
  })

  test('the next list of the sender begins at the check; differences are seen, and decided one by one', async () => {
    const { press, page } = desktop
    await desktop.chooseNext(join(folder, 'ho-ngheo-thang-11.xlsx'))
    await press('Control+o')
    await grid().waitFor()
    await tabTo(/Thay đổi$/)
    await press('Enter')
    await grid().focus()
    await see('0912345678')
    await look('wizard-changed')
    await tabTo(/Nghi trùng$/)
    await press('Enter')
    await rowOf('1999').waitFor()
    await grid().focus()
    await see('Có thể là hộ đã có trong sổ')
    await look('wizard-resembling')
    await press('Enter')
    expect(await page.locator(':focus').textContent()).toContain('Hộ khác, thêm mới')
    await press('Enter')
    await see('Không có dòng nào ở đây')
    await tabTo('Kết thúc diện của những hộ không còn trong danh sách', 'checkbox')
    await press('Space')
    await runButton(/kết thúc diện 3 hộ$/).waitFor()
    await press('F8')
    await see(/kết thúc diện 3$/)
  })

  test('it is taken back, and the list is there to be looked at again', async () => {
    const { press } = desktop
    await press('Control+z')
    await see('trở lại như trước')
    await press('Control+Enter')
    await see('Đã hoàn tác')
    await runButton(/kết thúc diện 3 hộ/).waitFor()
  })

  test('a list of a known sender without a doubt is taken in with Enter', async () => {
    const { press } = desktop
    await desktop.chooseNext(join(folder, 'ho-ngheo-thang-12.xlsx'))
    await press('Alt+ArrowLeft', 'Alt+ArrowLeft', 'Alt+ArrowLeft')
    await see('Đang xem dở ho-ngheo-thang-11.xlsx')
    await look('wizard-unfinished')
    await press('Control+o')
    await see('sẽ mất nếu mở danh sách khác')
    await press('Control+Enter')
    await see('ho-ngheo-thang-12.xlsx')
    await desktop.page.locator('button:focus').filter({ hasText: 'Nhập' }).waitFor()
    await press('Enter')
    await see('Đã nhập xong')
    await press('Enter')
    await see('Hộ thụ hưởng')
  })

  test('nothing on any step is serious to axe, and the window complained of nothing', () => {
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
