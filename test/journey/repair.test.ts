/**
 * A repair by keyboard in the real window: opened, surveyed by one key a point, confirmed by the commune, planned, its
 * materials drawn, done, checked twice, accepted, certified by a second person, and back as a signed scan.
 */

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { CLERK, NEWCOMER, repairLedger, SECOND } from './repair-ledger.ts'
import { type ScannerHand, scannerHand } from './scanner-hand.ts'
import { signedCertificate } from './signed-certificate.ts'

const SHEET = [
  'Tên vật tư\tĐVT\tSố lượng\tĐơn giá',
  'Dây Cu/PVC 2x2,5\tm\t30\t12.000',
  'Ổ cắm đôi\tcái\t4\t35.000',
].join('\r\n')

describe.skipIf(!canRunElectron())('a repair, by keyboard', { timeout: 300_000 }, () => {
  let desktop: Desktop
  let hand: ScannerHand
  let certificateFile = ''
  const findings: string[] = []
  /** A message that is just going is too pale for anybody: it is waited out. */
  async function look(name: string): Promise<void> {
    await desktop.page.waitForFunction(() => !document.querySelector('.mantine-Notification-root'))
    findings.push(...(await desktop.look(`repair-${name}`)))
  }
  const see = (text: string | RegExp) => desktop.see(text)
  const gone = () => desktop.page.getByRole('dialog').first().waitFor({ state: 'detached' })
  const field = (label: string | RegExp) => desktop.page.getByRole('dialog').getByLabel(label).first()
  const row = (name: string) => desktop.page.getByRole('row').filter({ hasText: name })
  const fileOf = (url: string) => join(desktop.ledgerFolder, 'papers', url.split('/').at(-1) ?? '')

  async function enter(personName: string): Promise<void> {
    await see('Ai đang làm việc?')
    await desktop.page.getByRole('button', { name: personName }).focus()
    await desktop.press('Enter')
    await see('Tìm nhanh')
  }
  /** Types over what stands in a field. */
  async function fill(label: string | RegExp, text: string): Promise<void> {
    await field(label).focus()
    await desktop.press('Control+a')
    await desktop.type(text)
  }
  async function paste(text: string): Promise<void> {
    await desktop.page.evaluate((sheet) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', sheet)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    }, text)
  }
  /** Opens a repair from the list by what finds it. */
  async function openRepair(typed: string, name: string): Promise<void> {
    await desktop.press('F3', 'Control+a')
    await desktop.type(typed)
    await row(name).waitFor()
    await desktop.page.waitForFunction(() => document.querySelectorAll('[role="row"]').length === 2)
    await desktop.press('ArrowDown', 'Enter')
    await desktop.page.getByRole('heading', { level: 1, name }).waitFor()
  }
  /** The state a repair's own view tells. */
  const stands = (state: string) => desktop.page.locator('[aria-current="step"]').filter({ hasText: state }).waitFor()
  /** The obvious next step, once the window offers it. */
  async function next(label: string): Promise<void> {
    await desktop.page.getByRole('button', { name: new RegExp(`^${label}`) }).waitFor()
    await desktop.press('F8')
  }
  async function action(name: string): Promise<void> {
    await desktop.press('F7')
    await desktop.page.getByRole('menuitem', { name }).focus()
    await desktop.press('Enter')
    await desktop.page.getByRole('dialog').waitFor()
  }

  beforeAll(async () => {
    desktop = await openDesktop(await repairLedger())
    hand = await scannerHand(desktop.page)
    await enter(CLERK)
  }, 300_000)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('repair-failed')
  })
  afterAll(async () => {
    await desktop?.close()
  })

  test('the list and the board tell where every repair stands', async () => {
    const { press, page } = desktop
    await look('today')
    await press('Control+4')
    await page.getByRole('row').nth(3).waitFor()
    await look('list')
    await press('F6')
    await page.getByRole('listbox').waitFor()
    await look('board')
    await press('ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter')
    await stands('Đã xác nhận')
    await look('one')
    await press('Escape')
    await page.getByRole('listbox').waitFor()
    await press('F4')
    await see('Hẹn xem lại đến ngày')
    await look('filters')
    await press('Escape', 'F6')
    await row(NEWCOMER).waitFor({ state: 'detached' })
  })

  test('a repair is opened for a household, and its survey form printed', async () => {
    const { press, type, page } = desktop
    await press('Control+n')
    await see('Mở việc sửa điện')
    await type('pham thi lan')
    await page.getByRole('option').filter({ hasText: NEWCOMER }).waitFor()
    await press('Enter')
    await see('Các hộ (1)')
    await field('hỏng hóc đã biết').focus()
    await desktop.typeWithUnikey('Ổ cắm cháy')
    await look('open')
    const form = fileOf(await desktop.readPaper(press('F9')))
    await stands('Mới')
    const text = execFileSync('pdftotext', ['-layout', form, '-'], { encoding: 'utf8' })
    expect(text).toContain(NEWCOMER)
    const code = text.replace(/(?<=\d) (?=\d)/g, '').match(/\b6\d{13}\b/)?.[0]
    expect(code).toBeDefined()
    await press('Escape')
    await row(NEWCOMER).waitFor()

    await press('F2')
    await see('Quét mã hoặc gõ số phiếu khảo sát')
    await look('find-form')
    await hand.scan(code ?? '')
    await see(`Khảo sát: ${NEWCOMER}`)
  })

  test('the survey is typed by one key a point, its estimate pasted from a sheet', async () => {
    const { press, type } = desktop
    await field('Người khảo sát').focus()
    await press('Control+a')
    await desktop.typeWithUnikey('Lê Văn Bình')
    await press('Enter')
    for (const key of '214233214') await press(key)
    await press('Enter')
    await desktop.typeWithUnikey('chưa có cọc')
    await field('Việc cần làm').focus()
    await press('Control+a')
    await desktop.typeWithUnikey('Thay dây, ổ cắm')
    await field('Tên vật tư').focus()
    await paste(SHEET)
    await field('Công việc').focus()
    await type('Cong tho')
    await press('Enter')
    await type('cong')
    await press('Enter', 'Enter')
    await type('350000')
    await see('Tổng chi phí: 850.000 ₫')
    await see('Lấy từ kho: Dây Cu/PVC 2x2,5, Ổ cắm đôi')
    await look('survey')
    await press('F9')
    await see('Đã nhập 1 phiếu')
    await press('Escape')
    await gone()
  })

  test('the list for the commune is drawn up, printed and answered', async () => {
    const { press, page } = desktop
    await openRepair('pham thi lan', NEWCOMER)
    await stands('Đã khảo sát')
    await look('surveyed')
    await next('Xã xác nhận')
    await see('Đã khảo sát, chưa vào danh sách')
    await look('confirmations-empty')
    await next('Lập danh sách')
    await see('Lập danh sách đề nghị xác nhận: Xã Ea Kly')
    await look('draw-up')
    await desktop.readPaper(press('F9'))
    await row('Xã Ea Kly').waitFor()
    await look('confirmations')
    await page.getByRole('grid').focus()
    await press('Enter')
    await see('Gõ lý do ở hộ xã không xác nhận')
    await fill('Số văn bản của xã', '45/UBND')
    await fill(/Lý do xã không xác nhận hộ Trần Thị Bảy/, 'Da chuyen di')
    await look('answer')
    await press('Control+s')
    await see('Đã xác nhận 2 hộ, không xác nhận 1 hộ')
    await gone()
  })

  test('the job is planned, too dear a plan is told before, and its materials are drawn', async () => {
    const { press, page } = desktop
    await page.getByRole('tab', { name: 'Việc sửa' }).click()
    await openRepair('pham thi lan', NEWCOMER)
    await stands('Đã xác nhận')
    await next('Giao việc')
    await see(`Giao việc: ${NEWCOMER}`)
    await fill('Tổ sửa chữa', 'To so 3')
    await fill('Số lượng', '200')
    await see('Lý do vượt kinh phí')
    await look('plan-over-budget')
    await fill('Số lượng', '30')
    await page.getByText('Lý do vượt kinh phí').waitFor({ state: 'detached' })
    await look('plan')
    await desktop.readPaper(press('F9'))
    await stands('Đang làm')
    await next('Lĩnh vật tư')
    await see(`Lĩnh vật tư: ${NEWCOMER}`)
    await look('draw')
    await press('Control+s')
    await see(/Đã lập phiếu .*PXK/)
    await gone()
  })

  test('the work is recorded with what was really used', async () => {
    const { press } = desktop
    await next('Ghi đã làm')
    await see(`Ghi việc đã làm: ${NEWCOMER}`)
    await fill('Số lượng', '25')
    await fill('Giờ công', '5')
    await look('work')
    await press('Control+s')
    await stands('Chờ nghiệm thu')
    await gone()
  })

  /** Types the readings in their order and says yes to what is seen. */
  async function measure(insulationMegaohm: string): Promise<void> {
    const { press } = desktop
    await see(`Đo và thử: ${NEWCOMER}`)
    await fill('Điện trở cách điện', insulationMegaohm)
    await fill(/Thời gian cắt/, '28')
    for (const group of [/Nút thử/, /cực tính/, /Đóng điện/i]) {
      await desktop.page.getByRole('radiogroup', { name: group }).getByRole('radio').first().focus()
      await press('Space')
    }
  }

  test('checks out of their limits are red at once, and the crew is sent back', async () => {
    const { press } = desktop
    await next('Ghi đo thử')
    await measure('0,4')
    await see(/Không đạt: /)
    await look('checks-failed')
    await press('Control+s')
    await see(/Đã ghi; không đạt/)
    await gone()
    await next('Làm lại')
    await see(`Làm lại: ${NEWCOMER}`)
    await desktop.typeWithUnikey('Cách điện thấp ở nhánh bếp')
    await press('Control+s')
    await stands('Đang làm')
    await gone()
    await next('Ghi đã làm')
    await fill('Nội dung đã làm', 'Noi lai nhanh bep')
    await press('Control+s')
    await stands('Chờ nghiệm thu')
    await gone()
  })

  test('passed checks and returned leftovers lead to the acceptance', async () => {
    const { press } = desktop
    await next('Ghi đo thử')
    await measure('50')
    await look('checks-passed')
    await press('Control+s')
    await see('Đã ghi kết quả đo, thử: đạt')
    await gone()
    await next('Trả vật tư')
    await see(`Trả vật tư: ${NEWCOMER}`)
    await look('return')
    await press('Control+s')
    await see(/Đã lập phiếu .*PNK/)
    await gone()
    await next('Nghiệm thu')
    await see(`Nghiệm thu: ${NEWCOMER}`)
    await look('accept')
    await desktop.readPaper(press('F9'))
    await gone()
  })

  test('whoever recorded the acceptance cannot certify; a second person does', async () => {
    const { press, page } = desktop
    await next('Cấp giấy xác nhận')
    await see(`Cấp giấy xác nhận: ${NEWCOMER}`)
    await page.getByRole('alert').filter({ hasText: CLERK }).waitFor()
    await look('certify-same-hand')
    await press('Escape')
    await gone()
    await page.getByRole('button', { name: 'Đổi người' }).focus()
    await press('Enter')
    await enter(SECOND)
    await stands('Chờ nghiệm thu')
    await next('Cấp giấy xác nhận')
    await see(`Cấp giấy xác nhận: ${NEWCOMER}`)
    await look('certify')
    certificateFile = fileOf(await desktop.readPaper(press('F9')))
    await stands('Xong')
    await look('certified')
    const text = execFileSync('pdftotext', ['-layout', certificateFile, '-'], { encoding: 'utf8' })
    expect(text).toContain('GIẤY XÁC NHẬN')
    expect(text).toContain(NEWCOMER)
  })

  test('the signed certificate comes back as a scan and is kept', async () => {
    const { press } = desktop
    const scan = signedCertificate(desktop.ledgerFolder, certificateFile)
    await press('Control+q')
    await desktop.chooseNext(scan)
    await press('Control+o')
    await see('Khớp 1')
    await look('scan')
    await press('F8')
    await see('Đã lưu 1 bản quét')
    await press('Control+4')
    await openRepair('pham thi lan', NEWCOMER)
    await see('Đã có bản ký')
    await press('Escape')
  })

  test('a household left unsafe waits on a list of its own, with its day', async () => {
    const { press, page } = desktop
    await openRepair('le van sau', 'Lê Văn Sáu')
    await action('Không an toàn, chưa sửa')
    await desktop.typeWithUnikey('Chưa có kinh phí thay đường dây')
    await look('unsafe')
    await press('Control+s')
    await stands('Không an toàn')
    await gone()
    await press('Escape', 'F3', 'Control+a', 'Backspace')
    await page.getByRole('tab', { name: /chờ kinh phí\s*2/ }).click()
    await row('Lê Văn Sáu').waitFor()
    await look('unsafe-list')
    await page.getByRole('tab', { name: 'Chi phí' }).click()
    await see('Hộ tốn nhất')
    await look('costs')
  })

  test('nothing on any screen is serious to axe, and the window complained of nothing', () => {
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
