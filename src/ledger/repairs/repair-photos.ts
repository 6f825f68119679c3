/** Photos of repairs, by the hashes of their files, which lie beside the ledger. */

import type { PhotoMoment } from '../../domain/repair.ts'
import { addRow, all, first, type Reader, type Writer } from '../connection.ts'
import { repairPhotos } from '../schema/repair-papers.ts'

export type RepairPhotoRecord = typeof repairPhotos.$inferSelect & { moment: PhotoMoment }

export function addRepairPhoto(writer: Writer, photo: RepairPhotoRecord): void {
  addRow(writer, repairPhotos, photo)
}

const FIND = `SELECT photo_id AS photoId, repair_id AS repairId, moment, file_sha256 AS fileSha256,
  file_type AS fileType,
  file_name AS fileName, byte_length AS byteLength, small_sha256 AS smallSha256,
  recorded_at AS recordedAt, person_id AS personId FROM repair_photos`

export function findRepairPhoto(reader: Reader, photoId: string): RepairPhotoRecord | null {
  return first<RepairPhotoRecord>(reader, `${FIND} WHERE photo_id = ?`, photoId) ?? null
}

/** Whether a repair has a picture already for a moment. */
export function hasRepairPhoto(
  reader: Reader,
  photo: { repairId: string; moment: PhotoMoment; fileSha256: string },
): boolean {
  const where = 'repair_id = :repairId AND moment = :moment AND file_sha256 = :fileSha256'
  return first(reader, `${FIND} WHERE ${where}`, photo) !== undefined
}

/** By moment, in the order they were taken in. */
export function photosOfRepair(reader: Reader, repairId: string): RepairPhotoRecord[] {
  const order = "CASE moment WHEN 'survey' THEN 1 WHEN 'before' THEN 2 ELSE 3 END, rowid"
  return all<RepairPhotoRecord>(reader, `${FIND} WHERE repair_id = ? ORDER BY ${order}`, repairId)
}

/** Takes a photo off its repair; a trigger refuses it once the repair is certified. */
export function removeRepairPhoto(writer: Writer, photoId: string): void {
  writer.statement('DELETE FROM repair_photos WHERE photo_id = ?').run(photoId)
}
