/** Makes certificates in one PDF: node certificates-once.ts ours|pdfkit COUNT FILE. */

import { performance } from 'node:perf_hooks'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { repairCertificate } from '../../src/documents/repairs/repair-certificate.ts'
import { CREATED_AT, FONT_FOLDER } from '../documents/papers.ts'
import { certificateData } from '../documents/repair-papers.ts'
import { inventedRow, seededRandom } from '../support/people.ts'
import { peakMegabytes } from './memory.ts'
import { drawCertificates } from './raw-certificate.ts'

const [way = '', count = '', file = ''] = process.argv.slice(2)

/** Of one campaign, to households of many hamlets; readings and metres of wire differ from house to house. */
function* certificates() {
  const random = seededRandom(1)
  for (let number = 1; number <= Number(count); number++) {
    const { headOfHousehold, customerCode, hamlet } = inventedRow(number, random)
    const data = certificateData(number)
    const [wire, ...others] = data.items
    const [insulation, ...checks] = data.checks.lines
    if (!wire || !insulation) throw new Error('A certificate tells of work and of checks')
    yield {
      ...data,
      household: {
        ...data.household,
        headOfHousehold,
        customerCode,
        meterNumber: String(26_000_000 + number),
        addressText: `${hamlet}, xã Krông Pắc, tỉnh Đắk Lắk`,
      },
      items: [{ ...wire, quantity: 10 + (number % 30) }, ...others],
      checks: { ...data.checks, lines: [{ ...insulation, reading: 5 + (number % 100) }, ...checks] },
    }
  }
}

function* definitions() {
  for (const certificate of certificates()) yield repairCertificate(certificate, ORIGINAL)
}

const ways: Record<string, () => Promise<unknown>> = {
  ours: () => createRenderer({ fontFolder: FONT_FOLDER }).renderBatch(definitions(), { file, createdAt: CREATED_AT }),
  pdfkit: () => drawCertificates(certificates(), file, FONT_FOLDER),
}

const startedAt = performance.now()
await ways[way]?.()
console.log(JSON.stringify({ ms: performance.now() - startedAt, megabytes: peakMegabytes() }))
