/** Papers about the key of the office of papers.ts, for tests to print. */

import type { KeyRegistrationData } from '../../src/documents/key-registration.ts'
import type { KeyFacts, RecoverySheetData } from '../../src/documents/recovery-sheet.ts'
import { day } from '../../src/domain/day.ts'
import { writeRecoveryCode } from '../../src/domain/recovery-code.ts'
import { receiptData } from './papers.ts'

const { office } = receiptData()

const facts: KeyFacts = {
  office,
  isPractice: false,
  keyId: '8B14D2A07C5E9F31',
  fingerprint: '4F1A 90C2 77DE 03B8 5E6C A1F4 2D90 BB17',
  madeOn: day('2026-10-01'),
  printedOn: day('2026-12-05'),
}

export function recoverySheetData(): RecoverySheetData {
  return {
    ...facts,
    printedBy: 'Trần Thị Thu',
    signingCode: writeRecoveryCode(
      'signingKey',
      Uint8Array.from({ length: 32 }, (_, at) => 17 * at + 3),
    ),
    identityCode: writeRecoveryCode(
      'recoveryIdentity',
      Uint8Array.from({ length: 32 }, (_, at) => 255 - 7 * at),
    ),
  }
}

export function keyRegistrationData(): KeyRegistrationData {
  return { ...facts, publicKey: 'RWQxn158oNIUi7pUwDXRmJIhXFQYdV2zJGp3SxUvoOsXGqHQvCWzA7yP' }
}
