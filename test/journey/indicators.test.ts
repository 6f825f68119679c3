/**
 * The indicators of a month by keyboard in the real window: typed like Excel and pasted from it, refused where they
 * cannot be, kept as one, taken up by the checklist, and a target set from the month on.
 */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { seedLedger } from './seeded-ledger.ts'

/** Served in time and asked, for five promises one below the other. */
const SHEET = ['38\t38', '12\t12', '7\t7', '0\t0', '1,204\t1,204'].join('\r\n')

describe.skipIf(!canRunElectron())('the indicators of a month, by keyboard', () => {
  let desktop: Desktop
  const findings: string[] = []
  const look = async (name: string) => void findings.push(...(await desktop.look(`indicators-${name}`)))
  const see = (text: string | RegExp) => desktop.see(text)
  const row = (name: string) => desktop.page.getByRole('row').filter({ hasText: name })
  const cell = (label: string) => desktop.page.getByLabel(label, { exact: false }).first()
  const gone = () => desktop.page.getByRole('dialog').first().waitFor({ state: 'detached' })

  beforeAll(async () => {
    desktop = await openDesktop(await seedLedger({ households: [], campaign: {} }))
    await see('Trần Thị Mai')
    await desktop.press('Enter')
    await see('Việc nên làm')
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('indicators-failed')
  })
  afterAll(async () => {
    await desktop?.close()
  })

  test('the checklist says what is missing and leads to the sheet, which reckons while it is typed', async () => {
    const { press, type, page } = desktop
    await press('Control+6')
    const missing = page.getByRole('listitem').filter({ hasText: '19 chỉ tiêu dịch vụ chưa nhập số liệu' })
    await missing.getByRole('link').click()
    await see('Phút × khách hàng mất điện')
    await look('empty')
    await type('125.430,5')
    await press('Tab')
    await type('20.500')
    await row('(SAIDI)').filter({ hasText: '6,119' }).waitFor()
    await press('Enter')
    await type('20.500')
    await press('ArrowUp', 'ArrowDown', 'Shift+Tab')
    await type('8.200')
    await row('(SAIFI)').filter({ hasText: '0,4' }).waitFor()
  })

  test('what is pasted from Excel is laid over the lines, and what cannot be is told at once', async () => {
    const { press, type, page } = desktop
    await cell('Tử số: Có điện lại').focus()
    await page.evaluate((sheet) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', sheet)
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(paste)
    }, SHEET)
    await row('Có điện lại').filter({ hasText: 'Đạt' }).waitFor()
    await row('nơi khác (5 ngày)').filter({ hasText: 'Không phát sinh' }).waitFor()
    // The fifth pair fell on averages, where a lone comma is a decimal sign.
    await row('phần ngành điện').filter({ hasText: 'Chưa nhập' }).waitFor()
    await cell('Tử số: Khiếu nại').focus()
    await type('41')
    await press('Tab')
    await type('40')
    await row('Khiếu nại').filter({ hasText: 'tử số lớn hơn mẫu số' }).waitFor()
    await see('1 dòng chưa đúng')
    await look('wrong')
    await press('Escape')
    await see('Còn số chưa lưu')
    await press('Shift+Tab')
    await type('38')
    await row('Khiếu nại').filter({ hasText: 'Không đạt' }).waitFor()
    await press('Control+s')
    await see('Đã ghi 8 chỉ tiêu')
    await gone()
    await see('11 chỉ tiêu dịch vụ chưa nhập số liệu')
    await see('8/19 đã nhập')
    await look('month')
  })

  test('a target is set from the month on, and judges what is entered', async () => {
    const { press, type } = desktop
    await press('Control+i')
    await see('Phút × khách hàng mất điện')
    await press('F2')
    await see('Sửa chỉ tiêu SAIDI')
    await see('Bản 1, từ 01/2020')
    await cell('Mục tiêu').focus()
    await type('5,5')
    await desktop.page.getByLabel('Đạt khi giá trị').first().focus()
    await press('ArrowDown', 'ArrowDown', 'Enter')
    await look('definition')
    await press('Control+s')
    await see('Đã lưu SAIDI, bản 2')
    await row('(SAIDI)').filter({ hasText: '≤ 5,5' }).filter({ hasText: 'Không đạt' }).waitFor()
    await look('sheet')
    await press('Escape')
    await gone()
  })

  test('nothing serious was found on any of these screens, and the window did not complain', () => {
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
