/** When the office is killed, the window says so, gets a new one, and the clerk goes on where they were. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { setUpOffice } from './first-run.ts'

describe.skipIf(!canRunElectron())('a killed office', () => {
  let desktop: Desktop

  beforeAll(async () => {
    desktop = await openDesktop()
    await setUpOffice(desktop, async () => {})
  })
  afterAll(async () => {
    await desktop.close()
  })

  async function killOffice(): Promise<void> {
    const { app } = desktop
    const pid = await app.evaluate(
      ({ app: running }) => running.getAppMetrics().find(({ name }) => name === 'so-tri-an-office')?.pid,
    )
    expect(pid).toBeTypeOf('number')
    process.kill(pid as number, 'SIGKILL')
  }

  async function registerHousehold(name: string): Promise<void> {
    await desktop.press('Control+3')
    await desktop.see('Thiếu CCCD')
    await desktop.press('Control+n')
    await desktop.see('Quyết định công nhận')
    await desktop.type(name)
    await desktop.press('Control+s')
    await desktop.see(`Đã thêm hộ ${name}`)
    await desktop.press('Escape')
  }

  test('is started again, and what was written is there', async () => {
    await registerHousehold('Nguyễn Thị Được')
    await killOffice()
    await desktop.see('Phần ghi sổ đang khởi động lại')
    await desktop.page.getByText('Phần ghi sổ đang khởi động lại').waitFor({ state: 'hidden' })
    await desktop.see('Nguyễn Thị Được')
    await registerHousehold('Lê Văn Út')
    await desktop.see('Trần Thị Mai')
    expect(desktop.complaints).toEqual([])
  })
})
