/**
 * The main job in a real Electron window, by keyboard alone: from an empty folder to a month-end package.
 * Afterwards tools that know nothing of this program read the papers and check the package.
 */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dayInVietnam, formatDay } from '../../src/domain/day.ts'
import { periodEnd, periodOf, periodStart, previousPeriod } from '../../src/domain/period.ts'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { fillClosing } from './explained-closing.ts'
import { setUpOffice } from './first-run.ts'

const SAMPLE = join(import.meta.dirname, '../../resources/sample/danh-sach-xa-mau.xlsx')

/** A month is closed when it is over, so the work of this journey is dated in the last one. */
const lastMonth = previousPeriod(periodOf(dayInVietnam(Date.now())))
const firstDay = formatDay(periodStart(lastMonth))
const lastDay = formatDay(periodEnd(lastMonth))

describe.skipIf(!canRunElectron())('from first run to package, by keyboard alone', () => {
  let desktop: Desktop
  const findings: string[] = []
  const look = async (name: string) => void findings.push(...(await desktop.look(name)))
  const see = (text: string | RegExp) => desktop.see(text)

  /** Types what finds one household and takes it. */
  const choose = async (typed: string, name: string) => {
    await desktop.page.locator('input:focus').waitFor()
    await desktop.type(typed)
    await desktop.page.getByRole('option').filter({ hasText: name }).waitFor()
    await desktop.press('Enter')
  }
  const seeCard = (name: string) => desktop.page.getByRole('heading', { name }).waitFor()

  beforeAll(async () => {
    desktop = await openDesktop()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('failed')
  })
  afterAll(async () => {
    await desktop.close()
  })

  test('an office is set up in three short steps', async () => {
    await setUpOffice(desktop, async (name) => {
      await look(name)
      if (name !== 'first-run-signer') return
      expect(await desktop.page.locator(':focus').inputValue()).toBe('Nguyễn Văn Bình')
    })
    await look('today-empty')
  })

  test("a commune's workbook is looked at, then taken in", async () => {
    const { press } = desktop
    await press('Control+5')
    await see('Những lần nhập trước')
    await look('import')
    await desktop.chooseNext(SAMPLE)
    await press('Control+o')
    await see('Vài dòng đầu')
    await look('import-columns')
    await press('Enter')
    await see('Nhớ cách ghép cột')
    await look('import-check')
    await press('F8')
    await see('Đã nhập xong')
    await look('import-done')
  })

  test('households are found without diacritics and opened', async () => {
    const { press, type, page } = desktop
    await press('Control+3')
    await see('Thiếu CCCD')
    await page.getByRole('row').nth(5).waitFor()
    await look('households')
    await press('F3')
    await type('ly cong an')
    await page.getByRole('row').filter({ hasText: 'Lý Công An' }).waitFor()
    await page.waitForTimeout(400)
    await press('ArrowDown', 'Enter')
    await see('Số công tơ')
    await look('household-detail')
    await press('F2')
    await see('Quyết định công nhận')
    await look('household-form')
    await press('Escape', 'Escape')
  })

  test('a campaign is opened with its gift package', async () => {
    const { press, type } = desktop
    await press('Control+2')
    await see('Chưa có đợt tặng quà nào')
    await look('counter-empty')
    await press('Control+n')
    await see('Tên đợt')
    await type('Tri ân khách hàng 2026')
    await press('Enter')
    await type(firstDay)
    await press('Enter', 'Enter')
    await type('12/QĐ-PC')
    await press('Enter')
    // For every household of the categories, so that no list has to be approved.
    await press('ArrowRight', 'Enter', 'Enter', 'Enter', 'Enter')
    await type('Suất quà Tết')
    await press('Enter', 'Enter')
    await type('Gạo tẻ')
    await press('Enter')
    await type('kg')
    await press('Enter')
    await press('Control+a')
    await type('10')
    await press('Enter')
    await type('25000')
    await look('campaign-form')
    await press('Control+s')
    await see('Đã mở đợt')
    await see('Mọi hộ đúng diện')
    await look('campaign')
    await press('Escape')
    await desktop.page.getByRole('row').filter({ hasText: '12/QĐ-PC' }).waitFor()
    await look('campaigns')
    await press('Control+2')
  })

  test('F9 gives the gift and opens the receipt; a second one is refused and says when the first was', async () => {
    const { press, type, page } = desktop
    await page.locator('input:focus').waitFor()
    await press('F6')
    await page.waitForFunction(() => {
      const field = document.activeElement
      return field instanceof HTMLInputElement && /^\d\d\/\d\d\/\d{4}$/.test(field.value)
    })
    await press('Control+a')
    await type(lastDay)
    await press('F3')
    await desktop.typeWithUnikey('Lý Công An')
    await page.getByRole('option').filter({ hasText: 'Lý Công An' }).waitFor()
    await look('counter-search')
    await press('Enter')
    await seeCard('Lý Công An')
    await look('counter-card')
    expect(await desktop.readPaperAnd(press('F9'), see('Đã giao: phiếu 01/'))).toMatch(/^app:\/\/papers\/.*\.pdf$/)

    await choose('ngo minh phuc', 'Ngô Minh Phúc')
    await seeCard('Ngô Minh Phúc')
    await press('F4')
    await type('Ngô Thị Hoa')
    await press('Enter')
    await type('con')
    await look('counter-proxy')
    await press('F8')
    await see('Đã giao: phiếu 02/')

    await choose('ly cong an', 'Lý Công An')
    await see(new RegExp(`đã nhận “Suất quà Tết” ngày ${lastDay}`))
    await look('counter-refused')
    await press('F9')
    await press('Escape')
  })

  test('a receipt is voided with a reason, and its number is not used again', async () => {
    const { press, type } = desktop
    await press('Control+z')
    await see('sẽ được ghi huỷ')
    await type('Ghi nhầm người nhận')
    await look('counter-void')
    expect(await desktop.readPaperAnd(press('Control+s'), see('Đã huỷ phiếu 02/'))).toMatch(
      /^app:\/\/papers\/phieu-huy.*\.pdf$/,
    )
    await choose('ngo thi thu oanh', 'Ngô Thị Thu Oanh')
    await seeCard('Ngô Thị Thu Oanh')
    await press('F8')
    await see('Đã giao: phiếu 03/')
    await look('counter')
  })

  const stands = (state: string) => desktop.page.locator('[aria-current="step"]').filter({ hasText: state }).waitFor()
  const gone = () => desktop.page.waitForFunction(() => !document.querySelector('[role="dialog"]'))
  /** Types over what stands in a field of the form. */
  const fill = async (label: string, text: string) => {
    await desktop.page.getByRole('dialog').getByLabel(label).first().focus()
    await desktop.press('Control+a')
    await desktop.type(text)
  }
  /** Fills the next step's form in and keeps it; its day is the month's last. */
  const step = async (fields: Record<string, string>, state: string) => {
    await desktop.page.getByRole('dialog').waitFor()
    for (const [label, text] of Object.entries({ Ngày: lastDay, ...fields })) await fill(label, text)
    await desktop.press('Control+s')
    await stands(state)
    await gone()
  }

  /** The obvious next step, once the window offers it. */
  const next = async (label: string) => {
    await desktop.page.getByRole('button', { name: new RegExp(`^${label}`) }).waitFor()
    await desktop.press('F8')
  }

  test('a repair is led from its survey to the acceptance', async () => {
    const { press, page } = desktop
    await press('Control+7')
    await page.getByLabel('Họ và tên').first().focus()
    await desktop.typeWithUnikey('Nguyễn Văn Hùng')
    await page.getByRole('combobox', { name: 'Vai trò' }).focus()
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    await press('Control+s')
    await page.getByRole('row').filter({ hasText: 'Nguyễn Văn Hùng' }).filter({ hasText: 'Tổ trưởng' }).waitFor()

    await press('Control+4')
    await see('Chưa có việc sửa điện nào ở đây')
    await look('repairs-empty')
    await press('Control+n')
    await choose('duong thi tuoi', 'Dương Thị Tươi')
    await step({ 'Mở ngày': lastDay }, 'Mới')
    await next('Khảo sát')
    const wire = { 'Tên vật tư': 'Day doi mem 2x2,5', ĐVT: 'm', 'Số lượng': '20', 'Đơn giá': '12000' }
    const found = { 'Hiện trạng chung': 'Day cu nut vo', 'Việc cần làm': 'Thay day' }
    await step({ 'Người khảo sát': 'Le Van Binh', ...found, ...wire }, 'Đã khảo sát')
    await press('F7')
    await page.getByRole('menuitem', { name: 'Miễn xác nhận' }).focus()
    await press('Enter')
    await step({ 'Lý do': 'Chap chay' }, 'Đã xác nhận')
    await next('Giao việc')
    await step({ 'Tổ sửa chữa': 'To so 2', 'Ngày làm': lastDay, 'Ngày giao': lastDay }, 'Đang làm')
    await next('Ghi đã làm')
    await step({}, 'Chờ nghiệm thu')
    await next('Ghi đo thử')
    await page.getByRole('dialog').waitFor()
    for (const group of [/cực tính/, /Đóng điện/]) {
      await page.getByRole('radiogroup', { name: group }).getByRole('radio').first().focus()
      await press('Space')
    }
    const instrument = { 'Máy đo': 'Kyoritsu 3125A', 'Kiểm định đến ngày': '31/12/2099' }
    await step({ ...instrument, 'Điện trở cách điện': '50' }, 'Chờ nghiệm thu')
    await next('Nghiệm thu')
    await see('Nghiệm thu: Dương Thị Tươi')
    await step({}, 'Chờ nghiệm thu')
  })

  /** Whoever works at the window changes. */
  const comes = async (fullName: string) => {
    await desktop.page.getByRole('button', { name: 'Đổi người' }).focus()
    await desktop.press('Enter')
    await desktop.page.getByRole('button', { name: fullName }).focus()
    await desktop.press('Enter')
  }

  test('a month with a repair to certify stays open until a second person has certified it', async () => {
    const { press, page } = desktop
    await press('Control+6')
    await see('Xử lý ngay')
    await look('month-unfinished')
    await press('F9')
    await page.getByRole('row').filter({ hasText: 'Dương Thị Tươi' }).waitFor()
    await comes('Nguyễn Văn Hùng')
    await page.getByRole('row').filter({ hasText: 'Dương Thị Tươi' }).waitFor()
    await next('Cấp giấy xác nhận')
    await see('Giấy được đánh số')
    await fill('Ngày', lastDay)
    await desktop.readPaperAnd(press('F9'), see('Đã cấp giấy xác nhận 01/'))
    await gone()
  })

  test('one draws the closing up with a word to each warning, another approves it, and the month is packed', async () => {
    const { press, page } = desktop
    await press('Control+6')
    await see('có thể khoá sổ')
    await press('F6')
    await page.getByText('Chưa sao lưu sổ').waitFor({ state: 'hidden' })
    await look('month-ready')
    await press('F8')
    await see('Người khác có quyền khoá sổ sẽ xem và duyệt')
    await fillClosing(desktop, lastMonth)
    await look('month-proposed')
    await press('F8')
    await see('đề nghị khoá sổ lúc')
    await comes('Trần Thị Mai')
    await see('Duyệt khoá sổ')
    await press('F8')
    await see('Chỉ mở lại được khi cấp trên chưa nhận gói')
    await fillClosing(desktop, lastMonth)
    await look('month-confirm')
    await press('F8')
    await see('Lập gói gửi cấp trên')
    await press('F9')
    await see('Gói đã lập và đã kiểm tra')
    await look('month-package')
    await desktop.chooseNext(packageFile())
    await press('F7')
    await see('Gói nguyên vẹn')
    await look('package-verified')
    await press('Escape')
  })

  test('the window speaks English, too', async () => {
    const { press, page } = desktop
    await press('Control+k')
    await page.getByPlaceholder('Gõ tên hộ').waitFor()
    await look('palette')
    await press('Escape')
    // A hand at Ctrl+/ comes after the palette has closed.
    await page.getByPlaceholder('Gõ tên hộ').waitFor({ state: 'hidden' })
    await press('Control+/')
    await see('Trong phiếu: Enter')
    await look('shortcuts')
    await press('Escape')
    await page.getByRole('radio', { name: 'EN' }).focus()
    await press('Space')
    await see('Month end')
    await press('Control+1')
    await see('What to do')
    await look('today-english')
  })

  const papersFolder = () => join(desktop.ledgerFolder, 'papers')
  const packageFile = () => {
    const folder = join(desktop.ledgerFolder, 'packages')
    return join(folder, readdirSync(folder).find((name) => name.endsWith('.zip')) ?? 'none')
  }

  test('pdftotext reads the receipt and the certificate', () => {
    const texts = readdirSync(papersFolder())
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => execFileSync('pdftotext', ['-layout', join(papersFolder(), name), '-'], { encoding: 'utf8' }))
    const receipt = texts.find((text) => text.includes('Bàn giao quà tặng'))
    expect(receipt).toContain('Lý Công An')
    expect(receipt).toContain('250.000')
    expect(receipt).toContain('Bằng chữ: Hai trăm năm mươi nghìn đồng.')
    const certificate = texts.find((text) => text.includes('GIẤY XÁC NHẬN'))
    expect(certificate).toContain('Dương Thị Tươi')
    expect(certificate).toContain('240.000')
  })

  test('unzip and sha256sum find the package whole', () => {
    const unpacked = mkdtempSync(join(tmpdir(), 'so-tri-an-package-'))
    execFileSync('unzip', ['-q', packageFile(), '-d', unpacked])
    const [bag = ''] = readdirSync(unpacked)
    const check = execFileSync('sha256sum', ['--check', '--strict', 'manifest-sha256.txt'], {
      cwd: join(unpacked, bag),
      encoding: 'utf8',
    })
    expect(check.trim().split('\n').length).toBeGreaterThan(4)
    expect(check).not.toContain('FAILED')
  })

  test('nothing on any screen is serious to axe, and the window complained of nothing', () => {
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
