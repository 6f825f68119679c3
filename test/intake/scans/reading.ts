/** How these tests read scans: with the libraries where npm has put them. */

import { join } from 'node:path'
import {
  readScans,
  type ScannedPage,
  type ScanOptions,
  type ScanReading,
} from '../../../src/intake/scans/read-scans.ts'
import { REPOSITORY } from '../../support/office-place.ts'

export const libraries = {
  codeReaderFile: join(REPOSITORY, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'),
  pageDrawerFile: join(REPOSITORY, 'node_modules/@hyzyla/pdfium/dist/pdfium.wasm'),
}

/** All that a file answers, pages and refusals. */
export async function readingsOf(file: string, options: Partial<ScanOptions> = {}): Promise<ScanReading[]> {
  const readings: ScanReading[] = []
  for await (const reading of readScans(file, { libraries, boxesOf: () => null, ...options })) readings.push(reading)
  return readings
}

/** The pages of a file that has no broken ones. */
export async function pagesOf(file: string, options: Partial<ScanOptions> = {}): Promise<ScannedPage[]> {
  return (await readingsOf(file, options)).map((reading) => {
    if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
    return reading.page
  })
}
