/** Takes in head office's signed answer to a package; an acceptance locks the month for good. */

import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Day } from '../../domain/day.ts'
import { dayInVietnam } from '../../domain/day.ts'
import type { Period } from '../../domain/period.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { addAcknowledgement, closingOfPackage, findReopening, lastAcknowledgement } from '../../ledger/closings.ts'
import { headOfficeKeysOf } from '../../ledger/keys.ts'
import { type Acknowledgement, readAcknowledgement } from '../../month-end/acknowledgement.ts'
import { readPublicKey } from '../../month-end/signing-key.ts'
import { type Commanding, done, type JobHandler, type Outcome, refused } from '../handler.ts'
import { personOf } from '../session.ts'

/** Larger than any answer we would write: 100,000 conflicts take 20 MB. */
const LARGEST_BYTES = 64 * 1024 * 1024

interface AcknowledgementFiles {
  json: Buffer
  minisig: string
}

async function readFiles(path: string): Promise<AcknowledgementFiles | { refusal: Refusal }> {
  const fileName = basename(path)
  const jsonPath = path.replace(/\.minisig$/, '')
  try {
    if ((await stat(jsonPath)).size > LARGEST_BYTES) return refused(refusal('acknowledgement.notOne', { fileName }))
    const json = await readFile(jsonPath)
    const minisig = await readFile(`${jsonPath}.minisig`, 'utf8').catch(() => null)
    return minisig === null ? refused(refusal('acknowledgement.notSigned', { fileName })) : { json, minisig }
  } catch {
    return refused(refusal('file.missing', { fileName }))
  }
}

/** What the answer is to: a closing of ours that was not taken back and was not accepted before. */
function keep(
  commanding: Commanding,
  answer: Acknowledgement,
  files: AcknowledgementFiles & { fileName: string; signerKeyId: string },
): Outcome<{ period: Period }> {
  const { reader, writer, now, newIdentity } = commanding
  const { packageIdentity, packageName, verdict, decidedAt } = answer
  const closing = closingOfPackage(reader, packageIdentity)
  if (!closing || findReopening(reader, closing.closingId)) {
    return refused(refusal('acknowledgement.otherPackage', { fileName: files.fileName, packageName }))
  }
  const { closingId } = closing
  const period = closing.period as Period
  const earlier = lastAcknowledgement(reader, closingId)
  if (earlier?.verdict === 'accepted') {
    const acceptedOn: Day = dayInVietnam(Date.parse(earlier.decidedAt))
    return refused(refusal('acknowledgement.alreadyAccepted', { period, acceptedOn }))
  }
  addAcknowledgement(writer, {
    acknowledgementId: newIdentity(),
    closingId,
    verdict,
    decidedAt,
    document: files.json.toString('utf8'),
    signature: files.minisig,
    signerKeyId: files.signerKeyId,
    recordedAt: now,
    personId: personOf(commanding).personId,
  })
  return done({ period }, closingId)
}

export const takeInAcknowledgement: JobHandler<'months.takeInAcknowledgement'> = async (working, { path }) => {
  const files = await readFiles(path)
  if ('refusal' in files) return files
  const fileName = basename(path)
  const known = headOfficeKeysOf(working.reader)
  const standing = known.filter(({ revokedAt }) => revokedAt === null)
  const trusted = standing.flatMap(({ signingKey }) => readPublicKey(signingKey) ?? [])
  const reading = readAcknowledgement(files.json, files.minisig, trusted)
  switch (reading.kind) {
    case 'notOne':
      return refused(refusal('acknowledgement.notOne', { fileName }))
    case 'unknownKey': {
      const { signerKeyId: keyId } = reading
      const revokedAt = known.find((key) => key.keyId === keyId)?.revokedAt
      if (!revokedAt) return refused(refusal('acknowledgement.unknownKey', { fileName, keyId }))
      const revokedOn = dayInVietnam(Date.parse(revokedAt))
      return refused(refusal('acknowledgement.revokedKey', { fileName, keyId, revokedOn }))
    }
    case 'badSignature':
      return refused(refusal('acknowledgement.badSignature', { fileName, keyId: reading.signerKeyId }))
    case 'good': {
      const { acknowledgement, signerKeyId } = reading
      const { verdict, decidedAt, reasons, conflicts } = acknowledgement
      return working.commit((commanding) => {
        const kept = keep(commanding, acknowledgement, { ...files, fileName, signerKeyId })
        if ('refusal' in kept) return kept
        const told = { ...kept.value, verdict, decidedAt, reasons, conflictCount: conflicts.length }
        return done(told, kept.subject)
      })
    }
  }
}
