/** Takes in photos of a repair: each by its hash, so that the same picture again changes nothing; and takes one off. */

import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { refusal } from '../../../domain/refusal.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import { findRepair } from '../../../ledger/repairs/repair-lines.ts'
import {
  addRepairPhoto,
  findRepairPhoto,
  hasRepairPhoto,
  removeRepairPhoto,
} from '../../../ledger/repairs/repair-photos.ts'
import { repairNumber } from '../../document-numbers.ts'
import { type CommandHandler, done, type JobHandler, refused } from '../../handler.ts'
import type { KeptPhoto } from '../../photos.ts'
import { photosFolder } from '../../place.ts'
import { personOf } from '../../session.ts'

/** Telephones write 3 to 12. */
const LARGEST_MEGABYTES = 30
const MEGABYTE = 2 ** 20

export const addRepairPhotos: JobHandler<'repairs.addPhotos'> = async (working, { repairId, moment, paths }) => {
  const { reader, workers, signal, report, place } = working
  if (!findRepair(reader, repairId)) return refused(refusal('repair.unknown', {}))
  const photos: (KeptPhoto & { fileName: string })[] = []
  for (const [index, file] of paths.entries()) {
    signal.throwIfAborted()
    const fileName = basename(file)
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (size === undefined) return refused(refusal('file.missing', { fileName }))
    if (size > LARGEST_MEGABYTES * MEGABYTE) {
      const megabytes = Math.ceil(size / MEGABYTE)
      return refused(refusal('photo.tooLarge', { fileName, megabytes, largestMegabytes: LARGEST_MEGABYTES }))
    }
    const task = { name: 'keepPhoto', file, folder: photosFolder(place) } as const
    const kept = await workers.run(task, { signal, report: () => undefined })
    if (!kept) return refused(refusal('photo.notAPicture', { fileName }))
    photos.push({ ...kept, fileName })
    report({ stage: 'reading', done: index + 1, total: paths.length })
  }
  return working.commit((commanding) => {
    const { writer, now: recordedAt, newIdentity } = commanding
    const { personId } = personOf(commanding)
    let added = 0
    for (const photo of photos) {
      if (hasRepairPhoto(writer, { repairId, moment, fileSha256: photo.fileSha256 })) continue
      addRepairPhoto(writer, { photoId: newIdentity(), repairId, moment, ...photo, recordedAt, personId })
      added += 1
    }
    return done({ added, known: photos.length - added }, repairId)
  })
}

export const removePhoto: CommandHandler<'repairs.removePhoto'> = ({ reader, writer }, { photoId }) => {
  const photo = findRepairPhoto(reader, photoId)
  const repair = photo && findRepair(reader, photo.repairId)
  if (!repair) return refused(refusal('photo.unknown', {}))
  const { certificateYear: documentYear, certificateNumber } = repair
  const paper = { documentYear, documentNumber: certificateNumber }
  const documentNumber = repairNumber(officeOf(reader), 'repairCertificate', paper)
  if (documentNumber !== null) return refused(refusal('photo.certified', { documentNumber }))
  removeRepairPhoto(writer, photoId)
  return done({}, photo.repairId)
}
