/**
 * A distribution in the real window: fifty households by scanner, some by somebody else's hand, a second gift refused,
 * one more given by a supervisor, a receipt voided and made out again, a spare filled in, and at last every paper told.
 */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { CLERK, type EventDay, EXPECTED, eventDay, SUPERVISOR, sheetsAfterwards } from './event-day-ledger.ts'
import { type ScannerHand, scannerHand } from './scanner-hand.ts'

describe.skipIf(!canRunElectron())('a day of a distribution, by scanner and keys', () => {
  let desktop: Desktop
  let hand: ScannerHand
  let day: EventDay
  const findings: string[] = []
  const look = async (name: string) => void findings.push(...(await desktop.look(`event-day-${name}`)))
  const see = (text: string | RegExp) => desktop.see(text)
  const heading = (name: string) => desktop.page.getByRole('heading', { name, exact: true })
  /** A spare that was given on counts among those expected from then on. */
  const seeCount = (count: number) => see(new RegExp(`Đã giao ${count}/(?:${EXPECTED}|${EXPECTED + 1})`))
  const receiptAt = (index: number) => day.receipts[index] ?? expect.fail(`no receipt ${index}`)

  /** Scans the receipt at a place of the kit and waits for the card of its household. */
  async function scanReceipt(index: number): Promise<string> {
    const { code, household } = receiptAt(index)
    await hand.scan(code)
    await heading(household.headOfHousehold).waitFor()
    return household.headOfHousehold
  }
  /** The search is empty and has the keys: the next may come. */
  const isReadyForNext = () =>
    desktop.page.waitForFunction(() => {
      const field = document.activeElement
      return field instanceof HTMLInputElement && field.getAttribute('role') === 'combobox' && field.value === ''
    })
  const seePerson = (name: string) => desktop.page.getByText(new RegExp(`Người ghi: ${name}`)).waitFor()
  /** Hands the keyboard to somebody else, who goes to the counter. */
  async function handTo(name: string): Promise<void> {
    await desktop.page.getByRole('button', { name: 'Đổi người' }).click()
    await desktop.page.getByRole('button', { name }).focus()
    await desktop.press('Enter')
    await seePerson(name)
    await desktop.press('Control+2')
  }

  beforeAll(async () => {
    day = await eventDay()
    desktop = await openDesktop(day.folder)
    hand = await scannerHand(desktop.page)
    await desktop.page.getByRole('button', { name: CLERK }).focus()
    await desktop.press('Enter')
    await seePerson(CLERK)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('event-day-failed')
  })
  afterAll(async () => {
    await desktop?.close()
  })

  test('the counter stands at the distribution of the day, ready for the first', async () => {
    await look('today')
    await desktop.press('Control+2')
    await see('Quét mã phiếu, thẻ CCCD')
    await seeCount(0)
    await isReadyForNext()
  })

  test('forty households are served by a scan and F9, on the receipts printed for them', async () => {
    for (let index = 0; index < 40; index += 1) {
      await scanReceipt(index)
      if (index === 1) await look('card')
      await desktop.press('F9')
      await heading(receiptAt(index).household.headOfHousehold).waitFor({ state: 'detached' })
      await isReadyForNext()
    }
    await seeCount(40)
    await look('forty')
  })

  test('whoever lost the paper is found by name, and the receipt of the kit with them', async () => {
    const { press } = desktop
    for (const index of [40, 41]) {
      const { household } = receiptAt(index)
      await desktop.type(household.headOfHousehold.toLowerCase())
      await desktop.page.getByRole('option').filter({ hasText: household.headOfHousehold }).first().waitFor()
      await press('Enter')
      await heading(household.headOfHousehold).waitFor()
      await see(`phiếu in sẵn thứ tự ${receiptAt(index).position}`)
      await press('F9')
      await isReadyForNext()
    }
    await seeCount(42)
  })

  test('a number typed from the paper opens the card, too', async () => {
    const { documentNumber, household } = receiptAt(42)
    await desktop.type(documentNumber)
    await desktop.press('Enter')
    await heading(household.headOfHousehold).waitFor()
    await desktop.press('F9')
    await seeCount(43)
    await isReadyForNext()
  })

  test('somebody of the household takes the gift: F4, ↓, Enter, F9; or somebody else, typed', async () => {
    const { press, type } = desktop
    const name = await scanReceipt(43)
    await press('F4')
    await desktop.page.getByRole('option', { name: `${name} Em – con` }).waitFor()
    await look('proxy')
    await press('ArrowDown', 'Enter', 'F9')
    await seeCount(44)
    await isReadyForNext()

    await scanReceipt(44)
    await press('F4')
    await type('Y Krai')
    await press('Enter')
    await type('hàng xóm')
    await press('Enter')
    await type('Giấy uỷ quyền')
    await press('F9')
    await seeCount(45)
    await isReadyForNext()
  })

  test('a second gift is refused in red with day, hour, number and hand, and a clerk cannot give it', async () => {
    await scanReceipt(3)
    await see(new RegExp(`đã nhận “Suất quà Tết” .* phiếu ${receiptAt(3).documentNumber}, người giao ${CLERK}`))
    await look('refused')
    await desktop.press('F9')
    expect(await desktop.page.getByRole('button', { name: 'Phát thêm' }).count()).toBe(0)
    await seeCount(45)
    await desktop.press('Escape')
    await isReadyForNext()
  })

  test('a spare is scanned, the household found, and the gift is given on that paper', async () => {
    const [spare = expect.fail('no spare')] = day.spares
    await hand.scan(spare.code)
    await see(`Phiếu trống thứ tự ${spare.position}`)
    await look('spare')
    await desktop.type(day.lateComer.toLowerCase())
    await desktop.page.getByRole('option').filter({ hasText: day.lateComer }).waitFor()
    await desktop.press('Enter')
    await heading(day.lateComer).waitFor()
    await desktop.press('F9')
    await see(`Đã giao: phiếu ${spare.documentNumber}, ${day.lateComer}`)
    await isReadyForNext()
  })

  test('the last is voided and made out again: its number stays void, the next one is printed', async () => {
    const { press, type } = desktop
    const name = await scanReceipt(45)
    await press('F9')
    await seeCount(47)
    await isReadyForNext()
    await press('Control+z')
    await see('sẽ được ghi huỷ')
    await type('In nhầm tên người nhận')
    await look('void')
    expect(await desktop.readPaperAnd(press('F9'), see(`Đã huỷ phiếu ${receiptAt(45).documentNumber}`))).toMatch(
      /huy.*\.pdf$/,
    )
    await heading(name).waitFor()
    await look('again')
    expect(await desktop.readPaperAnd(press('F9'), see(`Đã giao: phiếu ${EXPECTED + day.spares.length + 1}/`))).toMatch(
      /bien.*\.pdf$/,
    )
    await isReadyForNext()
    expect(await desktop.readPaper(press('Control+p'))).toMatch(/\.pdf$/)
  })

  test('a supervisor gives one more, with a reason', async () => {
    const { press, type } = desktop
    await handTo(SUPERVISOR)
    const name = await scanReceipt(5)
    await press('Control+Enter')
    await see('Phát thêm cho hộ đã nhận')
    await press('F9')
    await see('Cần điền ô này')
    await type('Suất thứ nhất bị cháy, có biên bản của thôn')
    await look('overrule')
    expect(await desktop.readPaperAnd(press('F9'), see(`${EXPECTED + day.spares.length + 2}/`))).toMatch(/\.pdf$/)
    await isReadyForNext()
    await scanReceipt(5)
    await see('Phát thêm: Suất thứ nhất bị cháy')
    await look('had-two')
    expect(await heading(name).count()).toBe(1)
    await press('Escape')
  })

  test('who did not come and the blanks that are left are entered, and the paper balances', async () => {
    const { press, type, page } = desktop
    const enter = async (positions: string, key: string) => {
      await page.getByLabel('Thứ tự phiếu').focus()
      await press(key)
      await type(positions)
      await press('Enter')
    }
    await press('Control+d')
    await page.getByRole('row').filter({ hasText: 'Nhà văn hoá Thôn Đông' }).click()
    await see('8 chưa rõ')
    await enter('47-50', 'F8')
    await see('Đã ghi 4 phiếu: không đến')
    await enter('52-55', 'F7')
    await see('Đủ phiếu')
    await look('balanced')
    await desktop.close()
    const { balance } = await sheetsAfterwards(day)
    const printed = EXPECTED + day.spares.length + 2
    expect(balance).toEqual({ printed, signed: 48, void: 5, spare: 4, missing: 0, open: 0, isBalanced: true })
  })

  test('nothing on any screen is serious to axe, and the window complained of nothing', () => {
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
