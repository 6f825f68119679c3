/** ID cards and papers before a scanner that types, wherever the focus is, and a hand that types beside it. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dayInVietnam } from '../../src/domain/day.ts'
import { documentCode } from '../../src/domain/numbering.ts'
import { photograph } from '../support/picture.ts'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { setUpOffice } from './first-run.ts'
import { type ScannerHand, scannerHand } from './scanner-hand.ts'

const AN = '001185000001|168123456|Nguyễn Thị An|02031985|Nữ|Thôn Đông, Xã Mẫu, Hà Nội|15042021'
const BINH = '001058000002||Trần Văn Bình|05061958|Nam|Thôn Tây, Xã Mẫu, Hà Nội|20052021'
/** What Telex makes of it. */
const AN_GARBLED = '001185000001|168123456|Nguyeexn Thij An|02031985|Nữ|Thoon Ddoong, Xax Maaux, Haf Nooji|15042021'

describe.skipIf(!canRunElectron())('ID cards at the scanner', () => {
  let desktop: Desktop
  let hand: ScannerHand
  const field = (name: string) => desktop.page.locator(`[data-path="${name}"]`)
  const written = (name: string) => field(name).inputValue()
  const offer = () => desktop.page.getByRole('status').filter({ hasText: /Thẻ CCCD|Mã vừa quét|Giấy|Không/ })

  beforeAll(async () => {
    desktop = await openDesktop()
    await setUpOffice(desktop, async () => {})
    hand = await scannerHand(desktop.page)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('id-card-failed')
  })
  afterAll(async () => {
    await desktop.close()
  })

  test('a card that nobody has yet is offered as a new household, its form filled with what is certain', async () => {
    const { see, press } = desktop
    await hand.scan(AN_GARBLED)
    await see('Thẻ CCCD 001******001, sinh 1985')
    await see('Chưa có hộ nào trong sổ mang số này')
    expect(await desktop.look('scan-offer')).toEqual([])
    await press('F12')
    await see('Đã điền theo thẻ 001******001')
    expect(await written('citizenId')).toBe('001185000001')
    expect(await written('oldIdNumber')).toBe('168123456')
    expect(await written('birthYear')).toBe('1985')
    expect([await written('headOfHousehold'), await written('addressText')]).toEqual(['', ''])
    expect(await desktop.look('household-form-from-card')).toEqual([])
    await field('headOfHousehold').and(desktop.page.locator(':focus')).waitFor()
    await desktop.typeWithUnikey('Nguyễn Thị An')
    await press('Control+s')
    await see('Đã thêm hộ Nguyễn Thị An')
    await see('Số công tơ')
  })

  test('what a scan typed into a field is taken out again, and its Enter sends no form', async () => {
    const { press, see, page } = desktop
    await press('Escape', 'Control+n')
    await see('Quyết định công nhận')
    await page.locator('input:focus').waitFor()
    await desktop.type('Lê Thị Cúc')
    await hand.scan(BINH)
    await see('Đã điền theo thẻ 001******002')
    expect(await written('headOfHousehold')).toBe('Lê Thị Cúc')
    expect(await written('citizenId')).toBe('001058000002')
    await field('birthYear').focus()
    await hand.scan(BINH, { end: 'Tab', stallAt: 30 })
    await field('note').focus()
    await desktop.type('Ghi chú')
    await hand.scan(AN)
    await see('Số 001******001 đã là của hộ Nguyễn Thị An')
    expect(await written('birthYear')).toBe('1958')
    expect(await written('citizenId')).toBe('001058000002')
    expect(await written('note')).toBe('Ghi chú')
    expect(await page.getByRole('dialog').count()).toBe(1)
  })

  test('a number that is none of ours stays in its field, and so does what a fast hand types', async () => {
    await field('meterNumber').focus()
    await hand.scan('2024089912345')
    expect(await written('meterNumber')).toBe('2024089912345')
    await field('customerCode').focus()
    await hand.typeFast('001185000001')
    expect(await written('customerCode')).toBe('001185000001')
    expect(await written('citizenId')).toBe('001058000002')
  })

  test('the picture of a card fills name and address where nobody has written them', async () => {
    const { press, see } = desktop
    const picture = join(mkdtempSync(join(tmpdir(), 'so-tri-an-card-')), 'cccd.png')
    writeFileSync(picture, photograph(BINH, { modulePixels: 4, degrees: 9, noise: 20 }))
    await desktop.chooseNext(picture)
    await press('Control+o')
    await see('Thẻ mang tên Trần Văn Bình')
    expect(await written('headOfHousehold')).toBe('Lê Thị Cúc')
    expect(await written('addressText')).toBe('Thôn Tây, Xã Mẫu, Hà Nội')
    await desktop.chooseNext(join(tmpdir(), 'khong-co.png'))
    await press('Control+o')
    await see('Không thấy tệp khong-co.png')
    await press('Control+s')
    await see('Đã thêm hộ Lê Thị Cúc')
    await see('Số công tơ')
  })

  test('a scan beside a button presses none: it opens the household of the card', async () => {
    const { page, see } = desktop
    const heading = (name: string) => page.getByRole('dialog').getByText(name, { exact: true }).first().waitFor()
    await heading('Lê Thị Cúc')
    await page.getByRole('button', { name: 'Sửa', exact: false }).first().focus()
    await hand.scan(AN)
    await heading('Nguyễn Thị An')
    await hand.scan(BINH)
    await heading('Lê Thị Cúc')
    expect(await page.getByRole('dialog').count()).toBe(1)
    await page.getByRole('button', { name: 'Giao quà' }).focus()
    await hand.scan('https://example.com/an other code')
    await see('Mã vừa quét không phải của thẻ CCCD')
    await see('Lê Thị Cúc')
  })

  test('at another screen the household is offered; a garbled card says what to do', async () => {
    const { press, see, page } = desktop
    await press('Escape', 'Control+1')
    await see('Việc nên làm')
    await hand.scan(AN.replace('02031985', '0203198'))
    await see('Tắt Unikey')
    await hand.scan(AN)
    await see('Là của hộ Nguyễn Thị An, 1985')
    await press('F12')
    await see('Số công tơ')
    await offer().waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('001185000001')
  })

  test('at the counter the card opens, and a receipt’s code brings its household back', async () => {
    const { press, see, page, type } = desktop
    await press('Escape', 'Control+2')
    await see('Chưa có đợt tặng quà nào')
    await press('Control+n')
    await see('Tên đợt')
    await page.getByRole('textbox', { name: 'Tên đợt' }).fill('Tri ân')
    await page.getByText('Mọi hộ đúng diện').click()
    await page.getByRole('textbox', { name: 'Tên suất quà' }).fill('Quà Tết')
    await page.getByRole('textbox', { name: 'Tên hàng' }).fill('Gạo')
    await page.getByRole('textbox', { name: 'ĐVT' }).fill('kg')
    await page.getByRole('textbox', { name: 'Đơn giá' }).fill('25000')
    await press('Control+s')
    await see('Đã mở đợt')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await press('Control+2')
    await page.getByRole('combobox', { name: 'Tìm hộ' }).focus()
    await type('le')
    await hand.scan(AN)
    await page.getByRole('heading', { name: 'Nguyễn Thị An' }).waitFor()
    await hand.scan(BINH)
    await page.getByRole('heading', { name: 'Lê Thị Cúc' }).waitFor()
    await press('F8')
    await see('Đã giao: phiếu 01/')
    const year = Number(dayInVietnam(Date.now()).slice(0, 4))
    const code = documentCode({ kind: 'handoverReceipt', year, number: 1 }, 'PC042')
    await hand.scan(code)
    await page.getByRole('heading', { name: 'Lê Thị Cúc' }).waitFor()
    await press('Control+1')
    await see('Việc nên làm')
    await hand.scan(code)
    await see(`Giấy số 01/${year}/BBBG-PC042`)
    await press('F12')
    await see('Số công tơ')
    expect(desktop.complaints).toEqual([])
  })
})
