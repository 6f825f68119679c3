/** Amounts in words, as a voucher states them below the figures. */

import { doReadNumber, ReadingConfig } from 'read-vietnamese-number'

const NORTHERN_STANDARD = Object.assign(new ReadingConfig(), {
  unit: ['đồng'],
  units: [[], ['nghìn'], ['triệu'], ['tỷ']],
  oddText: 'linh',
})

/**
 * "Một triệu năm trăm nghìn đồng": sentence case, northern words (nghìn, linh, tỷ), no full stop.
 * Takes whole đồng, negative ones too ("Âm …"); throws on a fraction.
 */
export function amountInWords(amountDong: number): string {
  if (!Number.isInteger(amountDong)) throw new RangeError(`Not an amount in whole đồng: ${amountDong}`)
  const words = doReadNumber(BigInt(amountDong), NORTHERN_STANDARD)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
