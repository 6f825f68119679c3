/** The afternoon after a distribution: signed papers are scanned, read, kept, and the missing one is told. */

import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SCREENS } from '../../src/renderer/app/screens.ts'
import { frame } from '../../src/renderer/text/vi/frame.ts'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { type SignedStack, signedStack } from './signed-stack.ts'

const PAPERS = 120
/** All but the one that is missing, the one that comes by the folder, the one without a code, and the unsigned one. */
const MATCHED = PAPERS - 4

describe.skipIf(!canRunElectron())('a stack of signed papers', () => {
  let desktop: Desktop
  let stack: SignedStack
  const findings: string[] = []
  const look = async (name: string) => void findings.push(...(await desktop.look(`returned-stack-${name}`)))

  beforeAll(async () => {
    stack = await signedStack(PAPERS)
    desktop = await openDesktop(stack.folder)
    await desktop.see('Ai đang làm việc?')
    await desktop.press('Enter')
    await desktop.see('Việc nên làm')
  }, 300_000)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await desktop.look('returned-stack-failed')
  })
  afterAll(async () => {
    await desktop?.close()
  })

  const waitingCount = (count: number) =>
    desktop.page.getByRole('tab', { name: new RegExp(`Chờ xem\\s*${count}$`) }).waitFor()

  test('lies behind a key that the shell lets through, as every screen does', async () => {
    for (const { name, keys } of SCREENS) {
      await desktop.pressCtrlInShell(keys.replace('mod+', ''))
      await desktop.page.locator('nav [aria-current="page"]').filter({ hasText: frame.screens[name] }).waitFor()
    }
    await desktop.pressCtrlInShell('Q')
    await desktop.see('Không còn trang nào chờ xem')
  })

  test('is read, every page matched with its paper or told why not', { timeout: 240_000 }, async () => {
    expect(stack.pageCount).toBe(PAPERS)
    await desktop.chooseNext(stack.file)
    await desktop.press('Control+o')
    await desktop.page.getByText(`Đã đọc ${PAPERS} trang`, { exact: false }).waitFor({ timeout: 200_000 })
    await desktop.see(`Khớp ${MATCHED} · Cần xem 1 · Không đọc được 1 · Trùng 1 · Nơi khác 1`)
    await look('read')
  })

  test('is kept by one key, comes back by another, and is kept again', async () => {
    await desktop.press('F8')
    await desktop.see(`Đã lưu ${MATCHED} bản quét`)
    await waitingCount(4)
    await desktop.press('Control+z')
    await waitingCount(PAPERS)
    await desktop.press('F8')
    await waitingCount(4)
  })

  test('leaves what a person must look at: Enter agrees, a number says otherwise, F6 sets aside', async () => {
    const { page, press } = desktop
    await desktop.see('Ô ký của người nhận có vẻ trống')
    await look('unsigned')
    await press('Enter')
    await waitingCount(3)
    await desktop.see('Chưa biết phiếu nào')
    await press('Control+ArrowRight')
    await press('F3')
    await desktop.type('999')
    await desktop.see('Không có phiếu nào như đã gõ')
    // Nothing is like that number, so nothing is kept.
    await press('Enter')
    await press('Control+a')
    await desktop.type(stack.torn.split('/')[0] ?? '')
    await page.locator('section').getByText(stack.torn).first().waitFor()
    await look('typed')
    await press('Enter')
    await waitingCount(2)
    await desktop.see('Phiếu này đã có bản quét')
    await press('Enter')
    await press('F6')
    await waitingCount(1)
    // Enter on a button is the button's own, not the key of the screen.
    await page.getByRole('button', { name: 'Bỏ trang' }).focus()
    await press('Enter')
    await waitingCount(0)
    await look('kept')
  })

  test('grows by what the scanner leaves in its folder, whatever screen is open', async () => {
    const scanner = join(stack.folder, 'may-quet')
    mkdirSync(scanner)
    await desktop.chooseNext(scanner)
    await desktop.page.getByRole('button', { name: 'Theo dõi thư mục máy quét…' }).click()
    await desktop.see(`Đang theo dõi ${scanner}`)
    await desktop.press('Control+1')
    await desktop.see('Việc nên làm')
    // Messages go by themselves: both are looked for from the start.
    const told = Promise.all([desktop.see(/Đã đọc 1 trang/), desktop.see('Tệp hong.pdf bị hỏng.')])
    for (const [name, content] of [
      ['nua-to.pdf', stack.half],
      ['hong.pdf', '%PDF-1.7'],
    ] as const) {
      writeFileSync(join(scanner, name), content)
      utimesSync(join(scanner, name), new Date('2026-01-01'), new Date('2026-01-01'))
    }
    await told
    await desktop.press('Control+q')
    await waitingCount(1)
    await desktop.press('Enter')
    await waitingCount(0)
    // What is broken is not read again and again.
    await desktop.page.getByText('Tệp hong.pdf bị hỏng.').waitFor({ state: 'detached', timeout: 30_000 })
    await desktop.page.waitForTimeout(6000)
    expect(await desktop.page.getByText('Tệp hong.pdf bị hỏng.').count()).toBe(0)
    rmSync(scanner, { recursive: true })
    await desktop.see(`Không mở được ${scanner}`)
    await look('folder-gone')
  })

  test('leaves one paper missing, which is told by its hamlet; every other is shown beside its paper', async () => {
    await desktop.page.getByRole('tab', { name: 'Còn thiếu' }).click()
    await desktop.see(stack.missing)
    await look('missing-in-the-office')
    await desktop.press('Control+d')
    await desktop.see('Nhà văn hoá Thôn Đông')
    await desktop.press('Enter')
    await desktop.see('Còn thiếu bản ký (1)')
    await desktop.press('Control+i')
    await desktop.page.getByRole('dialog').getByAltText('của ban-ky.pdf').waitFor()
    await look('shown')
    await desktop.press('Escape')
    await desktop.page.getByRole('dialog').waitFor({ state: 'detached' })
    await desktop.press('Control+l')
    await desktop.page.getByRole('dialog').getByText(stack.missing).waitFor()
    await look('missing')
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
