/** A company's clerk takes in what the offices sent: keys compared, packages looked at, conflicts found and written. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programmeKeyFile, takeIn, takeInOfficeKeys } from '../support/inbox.ts'
import { type SentPackage, sendMonth, sendRevision } from '../support/many-packages.ts'
import { openWorkingOffice } from '../support/office.ts'
import { canRunElectron, type Desktop, openDesktop } from './desktop.ts'

const SIZE = { gifts: 12, repairs: 3 }

describe.skipIf(!canRunElectron())('the inbox of a company', () => {
  let desktop: Desktop
  let given: string
  let spoilt: string
  let keyFile: string
  const sent: SentPackage[] = []
  let revised: SentPackage

  beforeAll(async () => {
    const { client, office, folder } = await openWorkingOffice()
    given = join(folder, 'given')
    mkdirSync(given)
    await takeInOfficeKeys(client, given, 3)
    keyFile = programmeKeyFile(given)
    const packages = join(folder, 'sent')
    const first = await sendMonth({ office: 1, folder: packages, size: SIZE }, 0, null)
    await takeIn(client, first.file)
    for (const number of [2, 3]) {
      const january = await sendMonth({ office: number, folder: packages, size: SIZE }, 0, null)
      sent.push(january, await sendMonth({ office: number, folder: packages, size: SIZE }, 1, january))
    }
    const larger = { office: 2, folder: packages, size: { gifts: 14, repairs: 3 } }
    revised = await sendRevision(larger, 1, sent.slice(0, 2))
    spoilt = join(given, 'PC001_2026-02_r1.zip')
    writeFileSync(spoilt, readFileSync(first.file).subarray(0, 4000))
    await office.close()
    desktop = await openDesktop(folder)
  }, 120_000)
  afterAll(async () => {
    await desktop?.close()
  })

  test('takes in keys and packages, tells a revision apart, and writes whom two offices helped', async () => {
    const { page, press, see, look, chooseNext } = desktop
    await page.getByRole('button', { name: 'Trần Thị Thu' }).focus()
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
    await press('Control+t')
    await see('Đã nhận 1 trong 1 đơn vị.')

    await chooseNext(keyFile)
    await press('F7')
    await see('Khoá chương trình của tổng công ty')
    const findings = await look('inbox-key')
    await press('F8')
    await see('Đã nhận khoá')

    await chooseNext(...sent.map(({ file }) => file), spoilt)
    await press('Control+o')
    await see('Nhận 4 gói')
    await see('có lỗi, không nhận được')
    findings.push(...(await look('inbox-packages')))
    await press('F8')
    await see('Đã nhận 4 gói')
    await see('đã nhận')
    await press('Escape')
    await see('Đã nhận 2 trong 3 đơn vị.')

    await chooseNext(revised.file)
    await press('Control+o')
    await see('bản sửa đổi, thay bản trước')
    await see('Nhận 1 gói')
    findings.push(...(await look('inbox-revision')))
    await press('F8')
    await see('Đã nhận, bản 2')
    findings.push(...(await look('inbox-missing')))

    await page.getByRole('grid', { name: 'Các tháng' }).focus()
    await press('ArrowDown')
    await see('Đã nhận 3 trong 3 đơn vị.')
    const conflicts = page.getByRole('region', { name: 'Hộ được hai đơn vị giúp trong năm' })
    await conflicts.getByText('Nhận quà').waitFor()
    findings.push(...(await look('inbox-conflicts')))
    const target = join(given, 'conflicts')
    mkdirSync(target)
    await chooseNext(target)
    await press('Control+e')
    await see('Đã ghi 2 tệp vào')
    expect(existsSync(join(target, 'PC002_2026-01_r1.conflicts.json'))).toBe(true)
    expect(findings).toEqual([])
    expect(desktop.complaints).toEqual([])
  })
})
