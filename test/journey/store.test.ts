/**
 * The store by keyboard in the real window: goods taken in from a new supplier with lines out of a sheet, given out to a
 * point, too much refused, counted, a slip put right, and the ledger card that tells it all.
 */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { seedLedger } from './seeded-ledger.ts'

const SHEET = ['Tên hàng\tĐVT\tSố lượng\tĐơn giá', 'Mì ăn liền\tthùng\t40\t95.000', 'Gạo tẻ\tkg\t500,5\t18.000'].join(
  '\r\n',
)

describe.skipIf(!canRunElectron())('the store, by keyboard', () => {
  let desktop: Desktop
  const findings: string[] = []
  const look = async (name: string) => void findings.push(...(await desktop.look(`store-${name}`)))
  const see = (text: string | RegExp) => desktop.see(text)
  const gone = () => desktop.page.getByRole('dialog').first().waitFor({ state: 'detached' })
  const field = (label: string) => desktop.page.getByRole('dialog').getByLabel(label, { exact: false }).first()
  const row = (name: string) => desktop.page.getByRole('row').filter({ hasText: name })

  /** Adds a place whose name nobody has yet, from the list it is asked in. */
  async function addPlace(name: string): Promise<void> {
    await desktop.type(name)
    await desktop.page.getByRole('option', { name: `Thêm “${name}”` }).waitFor()
    await desktop.press('ArrowDown', 'Enter')
    await desktop.page.getByRole('option').first().waitFor({ state: 'detached' })
  }

  beforeAll(async () => {
    desktop = await openDesktop(await seedLedger({ households: [], campaign: {} }))
    await see('Trần Thị Mai')
    await desktop.press('Enter')
    await see('Việc nên làm')
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('store-failed')
  })
  afterAll(async () => {
    await desktop?.close()
  })

  test('takes in goods of a new supplier, with the lines of a sheet', async () => {
    const { press, page } = desktop
    await press('Control+9')
    await see('Trong kho chưa có gì')
    await look('empty')
    await press('F6')
    await see('Phiếu nhập kho')
    await addPlace('Công ty Bảo Minh')
    await press('Enter')
    await addPlace('Kho cơ quan')
    await field('Người giao').focus()
    await desktop.typeWithUnikey('Lê Văn Bình')
    await field('Tên hàng').focus()
    await page.evaluate((sheet) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', sheet)
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(paste)
    }, SHEET)
    await see('12.809.000 ₫')
    await see('Mặt hàng mới, sẽ được thêm vào danh mục: Mì ăn liền (thùng)')
    await look('form-in')
    await press('Control+s')
    await see(/Đã lập phiếu 01\/.*PNK/)
    await gone()
    await row('Gạo tẻ').filter({ hasText: '500,5' }).first().waitFor()
    await look('on-hand')
  })

  test('gives out what is there, and says what is short', async () => {
    const { press, type } = desktop
    await press('F7')
    await see('Phiếu xuất kho')
    await field('Đến điểm phát').focus()
    await addPlace('Nhà văn hoá thôn Đông')
    await field('Tên hàng').focus()
    await type('mi an lien')
    await press('Enter', 'Enter')
    await type('41')
    await press('Control+s')
    await see(/Mì ăn liền.*40/)
    await look('short')
    await field('Số lượng').focus()
    await press('Control+a')
    await type('15')
    const paper = await desktop.readPaper(press('F9'))
    expect(paper).toMatch(/phieu-xuat-kho/)
    await gone()
    await row('Mì ăn liền').filter({ hasText: '25' }).first().waitFor()
    await look('two-places')
  })

  test('books what a count finds', async () => {
    const { press, type } = desktop
    await press('F9')
    await see('Theo sổ')
    await desktop.page.getByLabel('Thực tế: Mì ăn liền').focus()
    await type('24')
    await see('-1')
    await field('Có thêm hàng ngoài sổ').focus()
    await type('tien mat')
    await press('Enter')
    await desktop.page.getByLabel('Thực tế: Tiền mặt').focus()
    await type('50000')
    await see('+50.000')
    await look('count')
    await press('Control+s')
    await see(/Đã ghi chênh lệch: 02.*PNK.*02.*PXK/)
    await gone()
  })

  test('puts a slip right by another, and the ledger card tells every step', async () => {
    const { press, type, page } = desktop
    await page.getByRole('tab', { name: 'Phiếu nhập, xuất' }).click()
    await row('Nhà văn hoá thôn Đông').click()
    await see('Phiếu xuất kho')
    await look('slip')
    await press('F4')
    await see('Phiếu đã lập không sửa được')
    await type('Xuất nhầm điểm phát')
    await look('correct')
    const paper = await desktop.readPaper(press('F9'))
    expect(paper).toMatch(/phieu-nhap-kho/)
    await see(/Đã điều chỉnh: 03\/.*PNK/)
    await press('Escape')
    await gone()
    await look('slips')
    await page.getByRole('tab', { name: 'Tồn kho' }).click()
    await row('Mì ăn liền').first().click()
    await see('Thẻ kho: Mì ăn liền (thùng)')
    await row('Chênh lệch').last().waitFor()
    await look('card')
    await press('Escape')
    await gone()
  })

  test('nothing on any screen is serious to axe, and the window complained of nothing', () => {
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
