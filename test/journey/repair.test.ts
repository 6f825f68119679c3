/**
 * A repair by keyboard in the real window: opened, surveyed by one key a point, confirmed by the commune, planned, its
 * materials drawn, done, checked twice, accepted, certified by a second person, and back as a signed scan.
 */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { CLERK, NEWCOMER, repairLedger, SECOND } from './repair-ledger.ts'

describe.skipIf(!canRunElectron())('a repair, by keyboard', () => {
  let desktop: Desktop
  const findings: string[] = []
  const look = async (name: string) => void findings.push(...(await desktop.look(`repair-${name}`)))
  const see = (text: string | RegExp) => desktop.see(text)
  const gone = () => desktop.page.getByRole('dialog').first().waitFor({ state: 'detached' })
  const field = (label: string | RegExp) => desktop.page.getByRole('dialog').getByLabel(label).first()
  const row = (name: string) => desktop.page.getByRole('row').filter({ hasText: name })

  async function enter(personName: string): Promise<void> {
    await see('Ai đang làm việc?')
    await desktop.page.getByRole('button', { name: personName }).focus()
    await desktop.press('Enter')
    await see('Việc nên làm')
  }
  /** Types over what stands in a field. */
  async function fill(label: string | RegExp, text: string): Promise<void> {
    await field(label).focus()
    await desktop.press('Control+a')
    await desktop.type(text)
  }

  beforeAll(async () => {
    desktop = await openDesktop(await repairLedger())
    await enter(CLERK)
  }, 120_000)
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
    await press('ArrowRight', 'ArrowRight', 'ArrowDown')
    await press('Enter')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look('one')
    await press('Escape')
    await page.getByRole('listbox').waitFor()
    await press('F6')
  })
})
