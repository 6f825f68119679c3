/** Where the offices of tests stand, and whose they are; of use outside of vitest, too. */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeyStore } from '../../src/office/key-store.ts'
import { keysFolder, type OfficePlace } from '../../src/office/place.ts'

export const REPOSITORY = new URL('../..', import.meta.url).pathname

export const RESOURCES = join(REPOSITORY, 'resources')

/** 1 December 2026, 08:30 in Vietnam: November can be closed. */
export const FIRST_OF_DECEMBER = Date.UTC(2026, 11, 1, 1, 30)

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'so-tri-an-'))
}

export function officePlace(ledgerFolder: string, overrides: Partial<OfficePlace> = {}): OfficePlace {
  return {
    ledgerFolder,
    resourcesFolder: RESOURCES,
    workerFile: join(REPOSITORY, 'src/office/worker.ts'),
    appVersion: '0.1.0-test',
    clock: () => FIRST_OF_DECEMBER,
    checksAnswers: true,
    keyStore: openKeyStore(keysFolder({ ledgerFolder }), null),
    ...overrides,
  }
}

export const PROFILE = {
  officeCode: 'PC042',
  officeName: 'Đội Quản lý Điện lực khu vực Krông Pắc',
  parentOrganisation: 'Công ty Điện lực Mẫu',
  place: 'Krông Pắc',
  signerTitle: 'Đội trưởng',
  signerName: 'Nguyễn Văn Hùng',
  isPractice: false,
}
