/**
 * Papers about the office's key: the recovery sheet for the safe, and the form by which head office registers it. The
 * sheet's file holds the private keys in the clear, so it goes as soon as it was printed.
 */

import { existsSync } from 'node:fs'
import type { KeyRegistrationData } from '../../../documents/key-registration.ts'
import type { RecoverySheetData } from '../../../documents/recovery-sheet.ts'
import { dayInVietnam } from '../../../domain/day.ts'
import { writeRecoveryCode } from '../../../domain/recovery-code.ts'
import { removeWhatCanGo } from '../../../ledger/durable-file.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import { secretOfIdentity } from '../../../month-end/recovery-identity.ts'
import { keyBody, keyFingerprint, seedOfSigningKey } from '../../../month-end/signing-key.ts'
import { type CommandHandler, done, type JobHandler, type Working } from '../../handler.ts'
import { keyInForce, privateKeysOf } from '../../office-keys.ts'
import { paperOffice } from '../../papers.ts'
import { papersFolder } from '../../place.ts'
import { isFleeting, makePapers, printOne } from '../../printing.ts'
import { personOf } from '../../session.ts'

function keyFacts(working: Working) {
  const office = officeOf(working.reader)
  const { keyId, publicKey, madeAt } = keyInForce(working.reader)
  return {
    office: paperOffice(office),
    isPractice: office.isPractice,
    keyId,
    fingerprint: keyFingerprint(publicKey),
    madeOn: dayInVietnam(Date.parse(madeAt)),
    printedOn: working.today,
  }
}

export const printRecoverySheet: JobHandler<'keys.printRecoverySheet'> = async (working) => {
  const facts = keyFacts(working)
  const { keyId } = facts
  const { signing, identity } = privateKeysOf(working.reader, working.place, keyId)
  const data: RecoverySheetData = {
    ...facts,
    printedBy: personOf(working).fullName,
    signingCode: writeRecoveryCode('signingKey', seedOfSigningKey(signing)),
    identityCode: writeRecoveryCode('recoveryIdentity', secretOfIdentity(identity)),
  }
  const counted = { documentKind: 'recoverySheet', documentId: keyId } as const
  const paper = { form: 'recoverySheet', data: JSON.stringify(data), counted } as const
  return makePapers(working, [paper], 'phieu khoi phuc', keyId, { isFleeting: true })
}

/** Nothing of a sheet stays on the disk; a file that a printer still holds goes when the ledger is closed or opened. */
export const removeRecoverySheets: CommandHandler<'keys.removeSheet'> = ({ place }) => {
  const folder = papersFolder(place)
  if (existsSync(folder)) removeWhatCanGo(folder, isFleeting)
  return done({})
}

export const printKeyRegistration: JobHandler<'keys.printRegistration'> = async (working) => {
  const facts = keyFacts(working)
  const data: KeyRegistrationData = { ...facts, publicKey: keyBody(keyInForce(working.reader).publicKey) }
  const paper = { form: 'keyRegistration', data: JSON.stringify(data) } as const
  return printOne(working, paper, 'phieu dang ky khoa', facts.keyId)
}
