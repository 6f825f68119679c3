/**
 * A distribution by keyboard in the real window: planned, its kit numbered and printed, signed papers entered by range,
 * one by one, on blanks and for others, until every paper is accounted for and the month closes.
 */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dayInVietnam, formatDay } from '../../src/domain/day.ts'
import { periodEnd, periodOf, periodStart, previousPeriod } from '../../src/domain/period.ts'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { fillClosing } from './explained-closing.ts'
import { seedLedger } from './seeded-ledger.ts'

/** A month is closed when it is over, so this distribution was held in the last one. */
const today = dayInVietnam(Date.now())
const lastMonth = previousPeriod(periodOf(today))
const lastDay = periodEnd(lastMonth)

/** In the order of given names, which is that of the papers: 1 to 12 are of hamlet 1, 13 to 24 of hamlet 2. */
const GIVEN_NAMES = ['An', 'Bình', 'Cúc', 'Dung', 'Giang', 'Hoa', 'Kim', 'Lan', 'Mai', 'Nga', 'Oanh', 'Phúc']
const EXPECTED = ['Thôn 1', 'Thôn 2', 'Thôn 3'].flatMap((hamlet, index) =>
  GIVEN_NAMES.map((name) => ({ headOfHousehold: `${['Lê Thị', 'Trần Thị', 'Phạm Văn'][index]} ${name}`, hamlet })),
)
const OTHERS = ['Vũ Thị Khách', 'Đỗ Văn Thêm'].map((headOfHousehold) => ({ headOfHousehold, hamlet: 'Thôn 9' }))

describe.skipIf(!canRunElectron())('a distribution, by keyboard', () => {
  let desktop: Desktop
  const findings: string[] = []
  const look = async (name: string) => void findings.push(...(await desktop.look(`distribution-${name}`)))
  const see = (text: string | RegExp) => desktop.see(text)
  const gone = () => desktop.page.getByRole('dialog').first().waitFor({ state: 'detached' })
  const row = (name: string) => desktop.page.getByRole('row').filter({ hasText: name })

  /** Types which papers are meant and, by key, what became of them. */
  async function enter(positions: string, key: string): Promise<void> {
    await desktop.page.getByLabel('Thứ tự phiếu').focus()
    await desktop.press(key)
    await desktop.type(positions)
    await desktop.press('Enter')
  }
  async function choose(typed: string, name: string): Promise<void> {
    await desktop.page.getByRole('dialog').getByRole('combobox', { name: 'Tìm hộ' }).focus()
    await desktop.type(typed)
    await desktop.page.getByRole('option').filter({ hasText: name }).waitFor()
    await desktop.press('Enter')
  }

  beforeAll(async () => {
    const campaign = { from: periodStart(lastMonth), to: periodEnd(periodOf(today)) }
    desktop = await openDesktop(await seedLedger({ households: [...EXPECTED, ...OTHERS], campaign }))
    await see('Trần Thị Mai')
    await desktop.press('Enter')
    await see('Việc nên làm')
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('distribution-failed')
  })
  afterAll(async () => {
    await desktop.close()
  })

  test('is planned at a new place for everybody but a hamlet that is left out', async () => {
    const { press, type, page } = desktop
    await press('Control+d')
    await see('Chưa có đợt phát nào')
    await look('empty')
    await press('Control+n')
    await see('Đã chọn 38 trong 38')
    await page.getByRole('button', { name: 'Điểm mới' }).focus()
    await press('Enter')
    await type('Nhà văn hoá thôn 2')
    await press('Enter')
    await type('Thôn 2, Xã Mẫu')
    await press('Enter', 'Enter')
    await page.getByRole('button', { name: 'Điểm mới' }).waitFor()
    await page.getByLabel('Ngày phát').focus()
    await type(formatDay(lastDay))
    await page.getByRole('button', { name: '+ Thêm' }).last().focus()
    await press('Enter')
    await page.getByLabel('Người chứng kiến: Họ tên').last().focus()
    await type('y bhăm niê')
    await press('Enter')
    await type('Trưởng thôn 2')
    await page.getByRole('grid', { name: 'Hộ được mời' }).focus()
    await press('ArrowDown', 'Enter', 'ArrowDown')
    await look('plan')
    await press('End', 'Space')
    await see('Đã chọn 36 trong 38')
    await press('Control+s')
    await see('Đã lập đợt phát tại Nhà văn hoá thôn 2')
    await see('36 hộ')
    await row('Lê Thị An').waitFor()
    await look('planned')
  })

  test('gets its kit: numbered papers with names and blanks, looked at before they are printed', async () => {
    const { press, type } = desktop
    await press('F9')
    await see('Phiếu trống dự phòng')
    await press('Control+a')
    await type('4')
    await see('Sẽ cấp số liền nhau cho 36 phiếu có tên (theo thôn, theo tên) và 4 phiếu trống')
    await look('issue-kit')
    await press('F9')
    await see(/Đã cấp số 40 phiếu: 01.* đến 40/)
    await see('Phần cần in')
    await look('print-kit')
    await press('F9')
    await see(/In \d+ giấy · \d+ trang/)
    await desktop.page.getByRole('img', { name: /Trang 1 trên/ }).waitFor()
    await look('kit-preview')
    await press('Escape')
    await gone()
    await look('sheets')
  })

  test('takes a range of signed papers, and says of each typing what it means', async () => {
    const { press, type, page } = desktop
    await page.getByLabel('Thứ tự phiếu').focus()
    await type('1-24 trừ 7, 8, 15-1')
    await see(/Không đọc được “15 ?- ?1”/)
    await type('6')
    await see('20 phiếu:')
    await see('1 Lê Thị An … 24 Trần Thị Phúc')
    await look('range')
    await press('Enter')
    await see('Đã ghi 20 phiếu: đã nhận')
    await enter('1-3, 25', 'F9')
    await see(/3 phiếu không ghi được/)
    await look('range-refused')
    await page.getByRole('button', { name: 'Bỏ các phiếu này ra' }).focus()
    await press('Enter')
    expect(await page.getByLabel('Thứ tự phiếu').inputValue()).toBe('25')
    await press('Control+a', 'Backspace')
  })

  test('leaves the month open until its papers are accounted for, and the checklist leads to them', async () => {
    const { press } = desktop
    await press('Control+6')
    await see(/còn 20 phiếu chưa rõ đi đâu/)
    await look('month-unfinished')
    await press('F9')
    await see('20 chưa rõ')
    await look('open-sheets')
  })

  test('enters who did not come, and expects two of them at another distribution', async () => {
    const { press, page } = desktop
    await enter('7', 'F8')
    await see('Đã ghi 1 phiếu: không đến')
    await page.getByLabel('Thứ tự phiếu').focus()
    await press('F8')
    await page.getByRole('combobox', { name: 'Chuyển sang' }).focus()
    await press('ArrowDown', 'ArrowDown', 'Enter')
    await see('Đợt phát mới cho các hộ chưa nhận')
    await look('carry-target')
    await press('Control+s')
    await gone()
    await enter('15-16', 'F8')
    await see('Đã huỷ 2 phiếu và chuyển hộ')
    await look('carried')
  })

  test('gives what one household did not take to another, on a blank', async () => {
    const { press, page } = desktop
    await page.getByLabel('Thứ tự phiếu').focus()
    await press('ArrowDown')
    await row('Lê Thị Lan').click()
    await press('Control+h')
    await see('Phát suất của hộ Lê Thị Lan cho hộ khác')
    await choose('do van them', 'Đỗ Văn Thêm')
    await look('substitute')
    await press('F9')
    await see('Đỗ Văn Thêm đã nhận thay')
    await gone()
  })

  test('books a blank for whom it was filled in, and a paper that somebody else signed', async () => {
    const { press, type, page } = desktop
    await enter('38', 'F9')
    await see('Hộ đã nhận bằng phiếu này')
    await choose('vu thi khach', 'Vũ Thị Khách')
    await look('blank')
    await press('F9')
    await gone()
    await see(/Vũ Thị Khách đã nhận/)
    await page.getByLabel('Thứ tự phiếu').focus()
    await press('ArrowDown')
    await row('Phạm Văn An').click()
    await press('F2')
    await see('Phiếu 25: Phạm Văn An')
    await press('F4')
    await type('Phạm Thị Bưởi')
    await press('Enter')
    await type('Con gái')
    await look('proxy')
    await press('F9')
    await gone()
    await page.getByRole('button', { name: /\d đã ký/ }).click()
    await see('Phạm Thị Bưởi')
    await page.getByRole('button', { name: /chưa rõ/ }).click()
  })

  test('goes down the list by key, and ends with a lost paper and blanks that came back', async () => {
    const { press, type, page } = desktop
    await page.getByRole('grid', { name: 'Các phiếu' }).focus()
    await row('Phạm Văn Bình').click()
    await press('F9', 'F9')
    await see('11 chưa rõ')
    expect(await page.locator('[role=row][data-active]').textContent()).toContain('Phạm Văn Dung')
    await enter('28-35', 'F9')
    await see('Đã ghi 8 phiếu: đã nhận')
    await enter('36', 'F4')
    await type('Ướt mưa, rách mất phần chữ ký')
    await press('Enter')
    await see('Đã ghi 1 phiếu: mất')
    await enter('39-40', 'F7')
    await see('Đủ phiếu')
    await page.getByRole('button', { name: /Đã in 40/ }).click()
    await look('balanced')
    await press('Control+l')
    await see('Còn thiếu bản ký')
    await see(/Thôn 1.*thiếu 10 trên 10/)
    await look('missing-papers')
    await press('Escape')
    await gone()
  })

  test('lets the month be closed', async () => {
    const { press } = desktop
    await press('Control+d', 'Alt+ArrowLeft')
    await see('Đủ')
    await look('list')
    await press('Control+6')
    await see('có thể khoá sổ')
    await press('F8')
    await see('Chỉ mở lại được khi cấp trên chưa nhận gói')
    await fillClosing(desktop, lastMonth)
    await press('F8')
    await see('Lập gói gửi cấp trên')
  })

  test('nothing on any screen is serious to axe, and the window complained of nothing', () => {
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
