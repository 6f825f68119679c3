/** The afternoon after a distribution: 120 signed papers are scanned, read, kept, and the missing one is told. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { type SignedStack, signedStack } from './signed-stack.ts'

const PAPERS = 119
/** All but the one that was not in the stack. */
const MATCHED = PAPERS - 1

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
    await desktop.close()
  })

  test('is read, every page matched with its paper or told why not', { timeout: 240_000 }, async () => {
    expect(stack.pageCount).toBe(120)
    await desktop.press('Control+0')
    await desktop.see('Không còn trang nào chờ xem')
    await desktop.chooseNext(stack.file)
    await desktop.press('Control+o')
    await desktop.page.getByText('Đã đọc 120 trang', { exact: false }).waitFor({ timeout: 200_000 })
    // The first paper lies in the stack twice, one is of another office.
    await desktop.see(`Khớp ${MATCHED} · Cần xem 0 · Không đọc được 0 · Trùng 1 · Nơi khác 1`)
    await look('read')
  })

  test('is kept by one key, and a page that is no paper of ours is set aside', async () => {
    await desktop.press('F8')
    await desktop.see(`Đã lưu ${MATCHED} bản quét`)
    await desktop.page.getByRole('tab', { name: /Chờ xem\s*2/ }).waitFor()
    await desktop.press('F6')
    await desktop.page.getByRole('tab', { name: /Chờ xem\s*1/ }).waitFor()
    await look('kept')
  })

  test('leaves one paper missing, which is told by its hamlet', async () => {
    await desktop.press('Control+d')
    await desktop.see('Nhà văn hoá Thôn Đông')
    await desktop.press('Enter')
    await desktop.see('Còn thiếu bản ký (1)')
    await desktop.press('Control+l')
    await desktop.page.getByRole('dialog').getByText(stack.missing).waitFor()
    await look('missing')
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
