/** Packages that an office's own key signed and that still are wrong: closing document, tables, journal, scans. */

import { scanOf } from '../../support/month-end-content.ts'
import { seal } from '../../support/sealed-bag.ts'
import { cell, closingIn, edit, type HostileCase, record, resealed, restated } from './kit.ts'

const scan = `data/scans/${scanOf(1).sha256}.jpg`
const stranger = '0193ffff-0000-7000-8000-000000000009'

const numbered = (changes: Record<string, unknown>) =>
  restated(({ documentNumbers }) => ({
    documentNumbers: { ...documentNumbers, handoverReceipt: { ...documentNumbers.handoverReceipt, ...changes } },
  }))

const described =
  (change: (text: string) => string): HostileCase['make'] =>
  (good) => {
    const files = new Map(good)
    edit(files, 'data/datapackage.json', change)
    return seal(files, closingIn(good))
  }

const bytesOf = (table: string, change: (bytes: Buffer) => Buffer) =>
  resealed((files) => files.set(`data/${table}.csv`, change(files.get(`data/${table}.csv`) ?? Buffer.alloc(0))))

const closings: [HostileCase['code'], string, HostileCase['make']][] = [
  ['closing.malformed', 'a field more', restated(() => ({ extra: 1 }))],
  ['closing.malformed', 'a field less', restated(() => ({ appVersion: undefined }))],
  ['closing.malformed', 'no format', restated(() => ({ format: undefined }))],
  ['closing.malformed', 'a month that is none', restated(() => ({ period: '2026-13' }))],
  ['closing.malformed', 'another end of the month', restated(() => ({ periodEnd: '2026-11-29' }))],
  ['closing.malformed', 'another start of the month', restated(() => ({ periodStart: '2026-11-02' }))],
  ['closing.malformed', 'a first package that follows one', restated(() => ({ previousPackage: 'a'.repeat(64) }))],
  ['closing.malformed', 'a second package that follows none', restated(() => ({ sequence: 2 }))],
  ['closing.malformed', 'a second revision of nothing', restated(() => ({ revision: 2 }))],
  ['closing.malformed', 'a ledger without identity', restated(() => ({ ledgerId: 'x' }))],
  ['closing.malformed', 'an office that is a path', restated(() => ({ officeId: '../x' }))],
  ['closing.malformed', 'a name with a control character', restated(() => ({ officeName: 'A\u0007' }))],
  ['closing.malformed', 'a negative total', restated(({ totals }) => ({ totals: { ...totals, giftsDong: -1 } }))],
  [
    'closing.malformed',
    'a total in parts of a dong',
    restated(({ totals }) => ({ totals: { ...totals, giftsDong: 0.5 } })),
  ],
  [
    'closing.malformed',
    'a count of a table it has not',
    restated(({ counts }) => ({ counts: { ...counts, ghosts: 1 } })),
  ],
  [
    'closing.malformed',
    'no count of a table it has',
    restated(({ counts }) => ({ counts: { ...counts, voids: undefined } })),
  ],
  ['closing.malformed', 'a profile nobody knows', restated(() => ({ profile: 'public' }))],
  ['closing.malformed', 'a key that is none', restated(() => ({ signerKeyId: 'x' }))],
  ['closing.malformed', 'a first journal of another start', restated(() => ({ openingHead: 'a'.repeat(64) }))],
  ['closing.version', 'a format to come', restated(() => ({ format: 'so-tri-an/9' }))],
  ['closing.version', 'another program’s format', restated(() => ({ format: 'other/1' }))],
  [
    'file.extra',
    'the tables of two said to be one',
    restated(({ counts, totals }) => ({
      format: 'so-tri-an/1',
      counts: {
        ...counts,
        'stock-movements': undefined,
        'signed-papers': undefined,
        corrections: undefined,
        indicators: undefined,
      },
      totals: { ...totals, correctionIncreaseDong: undefined, correctionDecreaseDong: undefined },
    })),
  ],
  ['table.malformed', 'full tables said to be masked', restated(() => ({ profile: 'masked' }))],
  [
    'counts.wrong',
    'another number of households',
    restated(({ counts }) => ({ counts: { ...counts, households: 99 } })),
  ],
  [
    'counts.wrong',
    'another number of movements',
    restated(({ counts }) => ({ counts: { ...counts, 'stock-movements': 99 } })),
  ],
  ['totals.wrong', 'other gifts', restated(({ totals }) => ({ totals: { ...totals, giftsDong: 1 } }))],
  ['totals.wrong', 'other repairs', restated(({ totals }) => ({ totals: { ...totals, repairsDong: 1 } }))],
  ['totals.wrong', 'other voids', restated(({ totals }) => ({ totals: { ...totals, voidedDong: 1 } }))],
  ['numbers.gap', 'another first number', numbered({ first: 2 })],
  ['numbers.gap', 'another last number', numbered({ last: 9 })],
  ['numbers.gap', 'no voided number', numbered({ voided: [] })],
  ['numbers.gap', 'a number of another month too many', numbered({ otherMonths: [3] })],
  ['numbers.gap', 'a blank form too many', numbered({ withoutHandover: [3] })],
  [
    'numbers.gap',
    'no numbers at all',
    restated(({ documentNumbers }) => ({ documentNumbers: { ...documentNumbers, handoverReceipt: null } })),
  ],
  ['journal.broken', 'another last row', restated(({ lastJournal }) => ({ lastJournal: lastJournal + 1 }))],
  ['journal.broken', 'another closing head', restated(() => ({ closingHead: 'a'.repeat(64) }))],
]

const tables: [HostileCase['code'], string, HostileCase['make']][] = [
  ['table.malformed', 'another header', record('voids', 0, (line) => line.replace('reason', 'cause'))],
  ['table.malformed', 'a column less', record('voids', 0, (line) => line.replace(',reason', ''))],
  ['table.malformed', 'columns in another order', record('campaigns', 0, (line) => line.split(',').reverse().join())],
  ['table.malformed', 'a cell more', record('campaigns', 1, (line) => `${line},x`)],
  ['table.malformed', 'a cell less', record('campaigns', 1, (line) => line.replace(/,[^,]*$/, ''))],
  ['table.malformed', 'an empty file', bytesOf('voids', () => Buffer.alloc(0))],
  [
    'table.malformed',
    'a mark at the start',
    bytesOf('voids', (bytes) => Buffer.concat([Buffer.from('efbbbf', 'hex'), bytes])),
  ],
  [
    'table.malformed',
    'line feeds alone',
    bytesOf('voids', (bytes) => Buffer.from(bytes.toString().replaceAll('\r\n', '\n'))),
  ],
  ['table.malformed', 'no line end at the end', bytesOf('voids', (bytes) => bytes.subarray(0, -2))],
  ['table.malformed', 'an empty line', bytesOf('voids', (bytes) => Buffer.concat([bytes, Buffer.from('\r\n')]))],
  [
    'table.malformed',
    'bytes that are not UTF-8',
    bytesOf('voids', (bytes) => Buffer.concat([bytes, Buffer.from('ff0d0a', 'hex')])),
  ],
  ['table.malformed', 'UTF-16', bytesOf('voids', (bytes) => Buffer.from(bytes.toString(), 'utf16le'))],
  ['table.malformed', 'a quote that never ends', record('campaigns', 1, (line) => `${line.slice(0, -1)}"`)],
  ['table.malformed', 'quotes without need', record('campaigns', 1, (line) => line.replace(/^[^,]+/, '"$&"'))],
  ['table.malformed', 'semicolons', bytesOf('voids', (bytes) => Buffer.from(bytes.toString().replaceAll(',', ';')))],
  ['table.malformed', 'a record of a megabyte', cell('campaigns', 1, 'name', 'a'.repeat(1_100_000))],
  ['table.malformed', 'a formula', cell('campaigns', 1, 'name', '=1+1')],
  ['table.malformed', 'a formula with @', cell('campaigns', 1, 'name', '@SUM(A1)')],
  ['table.malformed', 'a formula with +', cell('campaigns', 1, 'name', '+84')],
  ['table.malformed', 'a formula with -', cell('campaigns', 1, 'name', '-1')],
  ['table.malformed', 'a tab', cell('campaigns', 1, 'name', 'a\tb')],
  ['table.malformed', 'a zero byte', cell('campaigns', 1, 'name', 'a\u0000b')],
  ['table.malformed', 'a turn of direction', cell('campaigns', 1, 'name', 'a\u202eb')],
  ['table.malformed', 'letters in pieces', cell('campaigns', 1, 'name', 'Tri a\u0302n')],
  ['table.malformed', 'an empty name', cell('campaigns', 1, 'name', '')],
  ['table.malformed', 'a day that is none', cell('campaigns', 1, 'from_day', '2026-02-30')],
  ['table.malformed', 'a day of another shape', cell('campaigns', 1, 'from_day', '01/11/2026')],
  ['table.malformed', 'an instant without zone', cell('voids', 1, 'recorded_at', '2026-11-29T03:00:00')],
  ['table.malformed', 'a number with a point', cell('gift-handovers', 1, 'value_dong', '500000.0')],
  ['table.malformed', 'a number with a comma in quotes', cell('gift-handovers', 1, 'value_dong', '"500,000"')],
  ['table.malformed', 'a number in powers of ten', cell('gift-handovers', 1, 'value_dong', '5e5')],
  ['table.malformed', 'a number with zeros before it', cell('gift-handovers', 1, 'value_dong', '0500000')],
  ['table.malformed', 'a number past what is exact', cell('gift-handovers', 1, 'value_dong', '99999999999999999999')],
  ['table.malformed', 'a negative amount', cell('gift-lines', 1, 'amount_dong', '-1')],
  ['table.malformed', 'a word that is not allowed', cell('gift-handovers', 1, 'recipient_kind', 'neighbour')],
  ['table.malformed', 'a status that is none', cell('households', 1, 'status', 'gone')],
  ['table.malformed', 'a code of 13 digits', cell('gift-handovers', 1, 'code', '1004226000001')],
  ['table.malformed', 'a code of another check digit', cell('gift-handovers', 1, 'code', '10042260000011')],
  ['table.malformed', 'a number that is not the code’s', cell('gift-handovers', 1, 'document_number', '9')],
  ['table.malformed', 'a year that is not the code’s', cell('gift-handovers', 1, 'document_year', '2025')],
  ['table.malformed', 'a handover of another month', cell('gift-handovers', 1, 'handed_over_on', '2026-10-31')],
  ['table.malformed', 'a void of another month', cell('voids', 1, 'voided_on', '2026-12-01')],
  ['table.malformed', 'a movement of another month', cell('stock-movements', 1, 'moved_on', '2026-12-01')],
  ['table.malformed', 'a place of no kind', cell('stock-movements', 1, 'to_place_kind', 'pocket')],
  ['table.malformed', 'a correction of another month', cell('corrections', 1, 'entered_on', '2026-12-05')],
  ['table.malformed', 'a correction of its own month', cell('corrections', 1, 'corrected_period', '2026-11')],
  ['table.malformed', 'a correction of a month to come', cell('corrections', 1, 'corrected_period', '2027-01')],
  ['table.malformed', 'a correction of no month', cell('corrections', 1, 'corrected_period', '2026-00')],
  ['table.malformed', 'a correction of another year', cell('corrections', 1, 'document_year', '2025')],
  ['table.malformed', 'a correction that gives and takes', cell('corrections', 1, 'amount_decrease_dong', '1')],
  ['table.malformed', 'a correction under nothing', cell('corrections', 2, 'amount_increase_dong', '-120000')],
  ['table.malformed', 'more than all in time', cell('indicators', 2, 'numerator', '41')],
  ['table.malformed', 'cases in parts', cell('indicators', 2, 'numerator', '38.5')],
  ['table.malformed', 'a share of nothing', cell('indicators', 2, 'denominator', '0')],
  ['table.malformed', 'a count of something', cell('indicators', 1, 'denominator', '2')],
  ['table.malformed', 'a target without a direction', cell('indicators', 2, 'target_direction', '')],
  ['table.malformed', 'figures that nobody entered', cell('indicators', 2, 'recorded_at', '')],
  ['table.malformed', 'an indicator in small letters', cell('indicators', 1, 'indicator_code', 'hoi_nghi')],
  ['table.malformed', 'a scan without a hash', cell('signed-papers', 1, 'scan_sha256', 'x')],
  ['table.malformed', 'a hash in capitals', cell('signed-papers', 1, 'scan_sha256', scanOf(1).sha256.toUpperCase())],
  ['table.key', 'a row twice', record('campaigns', 1, (line) => `${line}\r\n${line}`)],
  ['table.key', 'rows in another order', bytesOf('households', swapped)],
  ['table.key', 'movements in another order', cell('stock-movements', 1, 'movement_id', '3')],
  [
    'table.key',
    'two voids of one paper',
    record('voids', 1, (line) => `${line}\r\n${line.replace('01939000', '01939001')}`),
  ],
  ['table.key', 'two corrections of one number', cell('corrections', 2, 'document_number', '1')],
  ['table.reference', 'a household nobody knows', cell('gift-handovers', 1, 'household_id', stranger)],
  ['table.reference', 'a campaign nobody knows', cell('gift-handovers', 1, 'campaign_id', stranger)],
  ['table.reference', 'a line of no handover', cell('gift-lines', 6, 'handover_id', stranger)],
  ['table.reference', 'a check of no repair', cell('repair-checks', 4, 'certificate_id', stranger)],
  ['table.reference', 'a void of another kind', cell('voids', 1, 'document_kind', 'repairCertificate')],
  ['counts.wrong', 'a row less', bytesOf('journal', (bytes) => Buffer.from(bytes.toString().replace(/[^\n]*\n$/, '')))],
  ['totals.wrong', 'an amount that no price gives', cell('gift-lines', 1, 'amount_dong', '250001')],
  ['totals.wrong', 'lines that do not come to the paper', cell('gift-lines', 1, 'quantity', '1')],
  ['totals.wrong', 'a paper worth more than its lines', cell('gift-handovers', 1, 'value_dong', '500001')],
  ['totals.wrong', 'a void of another amount', cell('voids', 1, 'amount_dong', '1')],
  ['totals.wrong', 'a correction of another amount', cell('corrections', 1, 'amount_increase_dong', '1')],
  ['totals.wrong', 'a value that no figures give', cell('indicators', 2, 'value', '96')],
  ['totals.wrong', 'a target said to be met', cell('indicators', 2, 'result', 'met')],
  ['totals.wrong', 'a target let down', cell('indicators', 2, 'target', '95')],
  ['journal.broken', 'a command that was another', cell('journal', 2, 'command', 'gift.void')],
  ['journal.broken', 'an instant that was another', cell('journal', 2, 'recorded_at', '2026-11-28T03:04:05.007Z')],
  ['journal.broken', 'a person who was another', cell('journal', 2, 'person_id', stranger)],
  ['journal.broken', 'a content that was another', cell('journal', 2, 'content_sha256', 'a'.repeat(64))],
  ['journal.broken', 'a link that was another', cell('journal', 2, 'previous_hash', 'a'.repeat(64))],
  ['journal.broken', 'a hash that was another', cell('journal', 2, 'hash', 'a'.repeat(64))],
  [
    'journal.broken',
    'a row taken out',
    bytesOf('journal', (bytes) => Buffer.from(bytes.toString().replace(/\r\n2,[^\n]*/, ''))),
  ],
  ['scan.missing', 'no picture of a signed paper', resealed((files) => files.delete(scan))],
  ['scan.wrong', 'another picture under its name', resealed((files) => files.set(scan, Buffer.from('another')))],
  [
    'scan.wrong',
    'a picture nobody named',
    resealed((files) => files.set(`data/scans/${scanOf(2).sha256}.jpg`, scanOf(2).picture)),
  ],
  [
    'scan.wrong',
    'a program among the pictures',
    resealed((files) => files.set('data/scans/setup.exe', Buffer.from('MZ'))),
  ],
  ['table.malformed', 'a description that is no JSON', described((text) => text.slice(1))],
  ['table.malformed', 'a description without tables', described(() => '{}')],
  [
    'table.malformed',
    'a description of a table more',
    described((text) => text.replace('"resources": [', '"resources": [{"name":"ghosts"},')),
  ],
  ['table.malformed', 'a description of other bytes', described((text) => text.replace(/"bytes": \d+/, '"bytes": 1'))],
  [
    'table.malformed',
    'a description of another hash',
    described((text) => text.replace(/sha256:[0-9a-f]{64}/, `sha256:${'0'.repeat(64)}`)),
  ],
  [
    'table.malformed',
    'a description that points outside',
    described((text) => text.replace('"path": "voids.csv"', '"path": "../../etc/passwd"')),
  ],
  [
    'table.malformed',
    'a description without keys',
    described((text) => text.replace(/"primaryKey": \[[^\]]*\]/, '"primaryKey": []')),
  ],
]

function swapped(bytes: Buffer): Buffer {
  const [header, one, other, ...rest] = bytes.toString().split('\r\n')
  return Buffer.from([header, other, one, ...rest].join('\r\n'))
}

export const CONTENTS: HostileCase[] = [...closings, ...tables].map(([code, name, make]) => ({ code, name, make }))
