/** Every way keys and their recovery sheets are refused, in English. */

import { formatDay } from '../../../domain/day.ts'
import type { RecoveryKind } from '../../../domain/recovery-code.ts'
import type { KeyTroubleWording, KeyWording } from '../failure-wording.ts'

const CODES: Record<RecoveryKind, string> = {
  signingKey: 'Code 1 (the signing key)',
  recoveryIdentity: 'Code 2 (the opening key)',
}

export const keyRefusals: KeyWording = {
  'key.malformed': ({ fileName }) => ({
    what: `The file ${fileName} has no key that can be used, or a line that is none.`,
    next: 'Get the key file again from whoever issued it; do not edit it by hand.',
  }),
  'officeKey.unknown': ({ keyId }) => ({
    what: `The office has no key ${keyId}.`,
    next: 'Load the screen again (F5) and choose again.',
  }),
  'officeKey.revoked': ({ keyId, revokedOn }) => ({
    what: `The key ${keyId} was revoked on ${formatDay(revokedOn)}.`,
    next: 'Use the key in force; to restore, take the latest recovery sheet.',
  }),
  'headOfficeKey.notOne': ({ fileName }) => ({
    what: `The file ${fileName} is no key file of head office, or it was changed.`,
    next: 'Choose the key file (.json) that head office sent; if that is of no use, ask for it again.',
  }),
  'headOfficeKey.changed': ({ fileName }) => ({
    what: `The file ${fileName} is not what it was when its fingerprint was compared.`,
    next: 'Choose the file again and compare the fingerprint with head office before you take it in.',
  }),
  'headOfficeKey.known': ({ name, takenInOn }) => ({
    what: `This key of ${name} was taken in on ${formatDay(takenInOn)}.`,
    next: 'There is nothing to do.',
  }),
  'headOfficeKey.unknown': ({ keyId }) => ({
    what: `The office has not taken in a key ${keyId} of head office.`,
    next: 'Load the screen again (F5) and choose again.',
  }),
  'headOfficeKey.revoked': ({ name, revokedOn }) => ({
    what: `This key of ${name} was revoked on ${formatDay(revokedOn)}.`,
    next: 'Ask head office for its new key file.',
  }),
  'recoverySheet.incomplete': ({ kind, digits, expected }) => ({
    what: `${CODES[kind]} has ${digits} characters instead of ${expected} digits.`,
    next: 'Scan the code again, or type all 16 groups of 6 digits.',
  }),
  'recoverySheet.wrongGroups': ({ kind, groups }) => ({
    what: `${CODES[kind]}: wrong in group ${groups.join(', ')}.`,
    next: 'Compare that group with the sheet and type it again.',
  }),
  'recoverySheet.otherCode': ({ kind }) => ({
    what: `The field for ${CODES[kind]} holds the other code of the sheet.`,
    next: 'Scan or type each code into its own field.',
  }),
  'recoverySheet.otherFormat': ({ kind }) => ({
    what: `${CODES[kind]} is of a kind of sheet that this version does not know.`,
    next: 'Update the program and do it again.',
  }),
  'recoverySheet.otherOffice': ({ keyId, officeName }) => ({
    what: `This sheet is of the key ${keyId}, which is no key of ${officeName} in this ledger.`,
    next: 'Take the sheet of this office; on a new computer copy the backup of the ledger back first.',
  }),
}

export const keysInTrouble: KeyTroubleWording = {
  'key.missing': ({ keyId }) => ({
    what: `The office’s signing key ${keyId} is not on this computer.`,
    next: 'Restore it from its sheet under People, Keys; if the sheet is lost, too, revoke the key and register a new one.',
  }),
  'key.sealed': ({ path }) => ({
    what: `The keys of this ledger were sealed by the window, in ${path}; a command cannot use them.`,
    next: 'Do this in the window, on the computer and as the user that made the keys.',
  }),
}
