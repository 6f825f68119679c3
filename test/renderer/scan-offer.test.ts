/** What a clerk is told of a scan that no screen took, and what is offered. */

import { expect, test } from 'vitest'
import type { HouseholdLine } from '../../src/contract/households.ts'
import { day } from '../../src/domain/day.ts'
import { readScan } from '../../src/domain/id-card.ts'
import { offerOf } from '../../src/renderer/app/scan-offer.ts'
import type { Scan } from '../../src/renderer/scanner/scans.ts'
import { texts } from '../../src/renderer/text/texts.ts'

const CARD = '001185000001|168123456|Nguyễn Thị An|02031985|Nữ|Thôn Đông|15042021'
const CODE = '10042260000010'
const an = {
  householdId: 'an',
  headOfHousehold: 'Nguyễn Thị An',
  birthYear: 1985,
  hamlet: 'Thôn Đông',
} as HouseholdLine

function scanOf(text: string, known: Partial<Scan> = {}): Scan {
  return { reading: readScan(text), household: null, candidates: [], paper: null, failure: null, ...known }
}
const offered = (scan: Scan, canRegister = true) => offerOf(scan, texts.vi, canRegister)

test('a card’s household is named and can be opened; its number is masked', () => {
  expect(offered(scanOf(CARD, { household: an }))).toEqual({
    title: 'Thẻ CCCD 001******001, sinh 1985',
    detail: 'Là của hộ Nguyễn Thị An, 1985, Thôn Đông.',
    choices: [{ kind: 'household', label: 'Mở hộ này', householdId: 'an' }],
  })
})

test('nobody’s card can be registered, by those who may', () => {
  expect(offered(scanOf('001185000001')).choices).toEqual([{ kind: 'register', label: 'Thêm hộ mới với số này' }])
  expect(offered(scanOf('001185000001'), false).choices).toEqual([])
})

test('a household of the card’s old number is offered before a new one', () => {
  const { detail, choices } = offered(scanOf(CARD, { candidates: [an] }))
  expect(detail).toContain('số CMND cũ trên thẻ khớp')
  expect(choices.map(({ kind }) => kind)).toEqual(['household', 'register'])
})

test('a paper is told by number, household and day, a voided one as voided; a certificate leads to its repair', () => {
  const paper = {
    kind: 'handoverReceipt' as const,
    documentNumber: '01/2026/BBBG-PC042',
    issuedOn: day('2026-11-20'),
    voidedOn: day('2026-11-21'),
    household: an,
    repairId: null,
  }
  const receipt = offered(scanOf(CODE, { paper, household: an }))
  expect(receipt.title).toBe('Giấy số 01/2026/BBBG-PC042')
  expect(receipt.detail).toBe('Của hộ Nguyễn Thị An, 1985, Thôn Đông, ngày 20/11/2026. Đã huỷ ngày 21/11/2026.')
  const certificate = offered(scanOf(CODE, { paper: { ...paper, repairId: 'r' }, household: an }))
  expect(certificate.choices.map(({ kind }) => kind)).toEqual(['repair', 'household'])
  expect(offered(scanOf(CODE)).title).toContain('Không có giấy nào')
})

test('a garbled card and a strange code say what to do; a ledger that does not answer is no empty one', () => {
  expect(offered(scanOf(CARD.replace('1985', '1958'))).detail).toContain('Tắt Unikey')
  expect(offered(scanOf('ABC-12345')).detail).toContain('Quét mã QR')
  const failure = { family: 'environment', problem: { code: 'office.stopped', parameters: {} } } as const
  expect(offered(scanOf(CARD, { failure }))).toMatchObject({ title: expect.stringContaining('vừa dừng'), choices: [] })
})

test('in both languages no offer shows a whole citizen ID', () => {
  for (const text of [texts.vi, texts.en]) {
    for (const known of [{}, { household: an }, { candidates: [an] }]) {
      expect(JSON.stringify(offerOf(scanOf(CARD, known), text, true))).not.toMatch(/001185000001|168123456/)
    }
  }
})
