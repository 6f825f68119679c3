/** Keys in the window: the sheet for the safe, head office's key by its fingerprint, a restart, and the system's store. */

import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeRecoveryCode } from '../../src/domain/recovery-code.ts'
import { secretOfIdentity } from '../../src/month-end/recovery-identity.ts'
import { seedOfSigningKey, signingKey } from '../../src/month-end/signing-key.ts'
import { headOfficeKeys } from '../support/keys.ts'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'
import { setUpOffice } from './first-run.ts'

describe.skipIf(!canRunElectron())('keys', () => {
  let desktop: Desktop
  let ledgerFolder: string
  const findings: string[] = []
  const keyFile = (name: string) => join(ledgerFolder, 'keys', name)
  const secretsOnDisk = () =>
    readdirSync(join(ledgerFolder, 'keys')).filter((name) =>
      /PRIVATE KEY|AGE-SECRET-KEY/.test(readFileSync(keyFile(name), 'utf8')),
    )
  const sheets = () => readdirSync(join(ledgerFolder, 'papers')).filter((name) => name.startsWith('.'))

  beforeAll(async () => {
    desktop = await openDesktop()
    ledgerFolder = desktop.ledgerFolder
    await setUpOffice(desktop, async () => {})
  })
  afterAll(async () => {
    await desktop?.close()
  })

  test('the screen tells the key, what protects it, and that its sheet was not printed', async () => {
    await desktop.press('Control+7')
    await desktop.see('Dấu vân khoá')
    await desktop.see('Chưa in: hỏng máy là mất khoá')
    findings.push(...(await desktop.look('keys')))
    const isProtected = await desktop.app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable())
    if (isProtected) expect(secretsOnDisk()).toEqual([])
    else {
      await desktop.see('Máy này không có kho khoá')
      expect(statSync(keyFile('PC042.key.pem')).mode & 0o777).toBe(0o600)
    }
  })

  test('the sheet is looked at for printing, and its file goes with the dialog', async () => {
    await lookAtSheet()
    findings.push(...(await desktop.look('keys-sheet')))
    expect(sheets()).toHaveLength(1)
    await desktop.press('Escape')
    await expect.poll(sheets).toEqual([])
    await desktop.press('Control+p')
    await desktop.page.getByRole('dialog').waitFor()
    await desktop.press('Escape')
  })

  test('head office’s key is taken in after its fingerprint was compared', async () => {
    const { path, fingerprint } = headOfficeKeys()
    await desktop.chooseNext(path)
    await desktop.press('Control+o')
    await desktop.see('Đối chiếu dấu vân khoá')
    await desktop.see(fingerprint)
    findings.push(...(await desktop.look('keys-compare')))
    await desktop.press('Space', 'Control+s')
    await desktop.see('Đã nhận khoá của Công ty Điện lực Đắk Lắk')
    const folder = mkdtempSync(join(tmpdir(), 'so-tri-an-khoa-'))
    await desktop.chooseNext(folder)
    await desktop.press('Control+e')
    await desktop.see(`Đã chép 1 tệp khoá công khai vào ${folder}`)
    expect(readdirSync(folder)).toEqual(['PC042.pub'])
  })

  test('all of it is there after a restart', async () => {
    await desktop.close()
    desktop = await openDesktop(ledgerFolder)
    await desktop.page.getByRole('button', { name: 'Trần Thị Mai' }).focus()
    await desktop.press('Enter')
    await desktop.see('Việc nên làm')
    await desktop.press('Control+7')
    await desktop.see('Công ty Điện lực Đắk Lắk')
    expect(await desktop.page.getByText('Khoá riêng không có trên máy này').count()).toBe(0)
  })

  test('a lost key comes back from its sheet, typed group by group', async () => {
    // Where the system keeps the keys, the codes stand on the paper alone.
    if (secretsOnDisk().length === 0) return
    const signing = signingKey(readFileSync(keyFile('PC042.key.pem'), 'utf8'))
    const identity = secretOfIdentity(readFileSync(keyFile('PC042.identity.txt'), 'utf8').trim())
    const code = writeRecoveryCode('signingKey', seedOfSigningKey(signing))
    await desktop.press('F4')
    await desktop.see('Khôi phục khoá từ phiếu')
    const { page } = desktop
    await page.getByLabel('Mã 1: khoá ký gói').fill(`${code.slice(0, -1)}${code.endsWith('0') ? 1 : 0}`)
    await page.getByLabel('Mã 2: khoá mở gói').fill(writeRecoveryCode('recoveryIdentity', identity))
    await desktop.press('Control+s')
    await desktop.see('Mã 1 (khoá ký gói): gõ sai nhóm 16.')
    findings.push(...(await desktop.look('keys-restore')))
    await page.getByLabel('Mã 1: khoá ký gói').fill(code)
    await desktop.press('Control+s')
    await desktop.see('Đã khôi phục khoá')
  })

  test('a key that lay readable is sealed where the system keeps keys, and is of use afterwards', async () => {
    const isProtected = await desktop.app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable())
    if (!isProtected) {
      // What Windows does, for a system that has no store: bytes that nobody else can turn round.
      await desktop.app.evaluate(({ safeStorage }) => {
        const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
        safeStorage.isEncryptionAvailable = () => true
        safeStorage.encryptString = (text) => turned(Buffer.from(text))
        safeStorage.decryptString = (bytes) => turned(bytes).toString()
      })
    }
    for (const _time of ['sealed', 'read again']) {
      await restartOffice()
      await desktop.press('Control+7')
      await desktop.see('Khoá riêng do Windows giữ')
      expect(await desktop.page.getByText('Khoá riêng không có trên máy này').count()).toBe(0)
      expect(secretsOnDisk()).toEqual([])
      expect(readdirSync(join(ledgerFolder, 'keys')).sort()).toEqual(['PC042.pub', 'secrets.sealed'])
    }
    await lookAtSheet()
    await desktop.press('Escape')
    findings.push(...(await desktop.look('keys-sealed')))
  })

  test('a new key takes the old one’s place, and one that is lost is revoked with a reason', async () => {
    const { page, press, see, type } = desktop
    await page.getByRole('button', { name: 'Đổi khoá' }).focus()
    await press('Enter')
    await see('có khoá cũ ký xác nhận')
    await press('Control+s')
    await see('Đang dùng khoá mới')
    await see('Đã thay')
    await page.getByRole('button', { name: 'Thu hồi' }).first().focus()
    await press('Enter')
    await see('Dùng khi mất máy')
    await type('Mất máy ở Buôn Hồ')
    findings.push(...(await desktop.look('keys-revoke')))
    await press('Control+s')
    await see('Đã thu hồi khoá')
    await page.getByText('Mất máy ở Buôn Hồ').first().scrollIntoViewIfNeeded()
    findings.push(...(await desktop.look('keys-earlier')))
    expect(readdirSync(join(ledgerFolder, 'keys')).sort()).toEqual([
      'PC042.2.pub',
      'PC042.2.revocation.json',
      'PC042.2.rotation.json',
      'PC042.2.rotation.json.minisig',
      'PC042.3.pub',
      'PC042.pub',
      'secrets.sealed',
    ])
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })

  async function lookAtSheet(): Promise<void> {
    await desktop.press('F8')
    await desktop.page.getByRole('dialog').locator('canvas').first().waitFor()
    await desktop.page.waitForTimeout(1500)
  }

  async function restartOffice(): Promise<void> {
    const pid = await desktop.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'so-tri-an-office')?.pid,
    )
    process.kill(pid as number, 'SIGKILL')
    await desktop.see('Phần ghi sổ đang khởi động lại')
    await desktop.page.getByText('Phần ghi sổ đang khởi động lại').waitFor({ state: 'hidden' })
  }
})
