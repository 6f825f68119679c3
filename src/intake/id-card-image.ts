/**
 * The QR code of an ID card on a picture: a photograph or a scan, PNG or JPEG, lying in whatever direction. The picture
 * is read and forgotten; nothing of it is kept.
 */

import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readBarcodes } from 'zxing-wasm/reader'
import { type IdCard, readIdCard } from '../domain/id-card.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import { prepareCodeReader } from './code-reader.ts'

const LARGEST_MEGABYTES = 20
/** A telephone's photograph has 12 to 50. A small file may claim thousands, and each takes a megabyte and more. */
const LARGEST_MEGAPIXELS = 60

export type IdCardImageReading = { ok: true; card: IdCard } | { ok: false; refusal: Refusal }

/**
 * Reads the first card whose code can be made out. Refuses a file that is missing or too large, that is no PNG or JPEG,
 * that shows no code, or codes of no card that may be believed. `wasmFile` is the reader's own zxing_reader.wasm.
 */
export async function readIdCardImage(file: string, options: { wasmFile: string }): Promise<IdCardImageReading> {
  const fileName = basename(file)
  const refused = (reason: Refusal): IdCardImageReading => ({ ok: false, refusal: reason })
  const size = await sizeOf(file)
  if (size === null) return refused(refusal('file.missing', { fileName }))
  const megabytes = Math.ceil(size / 1_000_000)
  if (megabytes > LARGEST_MEGABYTES) {
    return refused(refusal('idCard.pictureTooLarge', { fileName, megabytes, largestMegabytes: LARGEST_MEGABYTES }))
  }
  const picture = await readFile(file)
  const pixels = pngPixels(picture) ?? jpegPixels(picture)
  if (!pixels || pixels > LARGEST_MEGAPIXELS * 1_000_000) return refused(refusal('idCard.notAPicture', { fileName }))
  const codes = await codesOn(picture, options.wasmFile)
  if (codes === null) return refused(refusal('idCard.notAPicture', { fileName }))
  for (const code of codes) {
    const reading = readIdCard(code, 'image')
    if (reading.kind === 'card') return { ok: true, card: reading.card }
  }
  return refused(refusal(codes.length > 0 ? 'idCard.unreadable' : 'idCard.noCode', { fileName }))
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const found = await stat(file)
    return found.isFile() ? found.size : null
  } catch {
    return null
  }
}

/** What the QR codes say; null where the picture is broken. */
async function codesOn(picture: Uint8Array, wasmFile: string): Promise<string[] | null> {
  await prepareCodeReader(wasmFile)
  const found = await readBarcodes(new Uint8Array(picture), {
    formats: ['QRCode'],
    tryHarder: true,
    textMode: 'Plain',
    characterSet: 'UTF8',
  })
  if (found.some(({ error, position }) => error !== '' && !hasPlace(position))) return null
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

/** An error without a place is one of the whole picture. */
function hasPlace({ bottomRight }: { bottomRight: { x: number; y: number } }): boolean {
  return bottomRight.x > 0 || bottomRight.y > 0
}

/** Width by height as the header says (ISO 15948: the IHDR chunk comes first); null where it is no PNG. */
function pngPixels(picture: Buffer): number | null {
  const isPng = picture.length > 24 && picture.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n'
  return isPng ? picture.readUInt32BE(16) * picture.readUInt32BE(20) : null
}

/** The same of a JPEG (ISO 10918-1: segments up to the frame header, whose markers are C0 to CF but C4, C8 and CC). */
function jpegPixels(picture: Buffer): number | null {
  if (picture.length < 4 || picture.readUInt16BE(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < picture.length && picture[at] === 0xff; at += 2 + picture.readUInt16BE(at + 2)) {
    const marker = picture[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return picture.readUInt16BE(at + 5) * picture.readUInt16BE(at + 7)
  }
  return null
}
