import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageIn } from '../../src/main/opened-package.ts'

describe('A package the program is started with', () => {
  test('is the file named as a package is, encrypted or not, from where the program was started', () => {
    expect(packageIn(['so-tri-an', 'PC042_2026-11_r1.zip'], '/in')).toBe(resolve('/in/PC042_2026-11_r1.zip'))
    expect(packageIn(['so-tri-an', '--ledger', 'so', '/usb/Gói.ZIP.AGE'], '/in')).toBe(resolve('/usb/Gói.ZIP.AGE'))
  })

  test('is not the program itself, an option or any other file', () => {
    expect(packageIn(['so-tri-an.zip', '--ledger', 'so', 'list.xlsx', '--x=a.zip'], '/in')).toBeNull()
    expect(packageIn(['so-tri-an'], '/in')).toBeNull()
  })
})
