/** What a scanned page is taken for, and when a person must look. */

import { expect, test } from 'vitest'
import { scanState } from '../../src/domain/returned-scan.ts'

const CODE = '10042260000312'
const paper = { isVoided: false, isBack: false, eventId: 'e' }
const page = { codes: [CODE], isForeignOffice: false, paper, eventId: null, signature: 'signed' as const }

test('a page with one code of a paper that is out, and a signature, is that paper', () => {
  expect(scanState(page)).toBe('matched')
  expect(scanState({ ...page, signature: 'notLooked' })).toBe('matched')
  expect(scanState({ ...page, eventId: 'e' })).toBe('matched')
})

test('a page without a code is unreadable', () => {
  expect(scanState({ ...page, codes: [], paper: null })).toBe('unreadable')
})

test('two papers on one page, an empty signature box and a voided paper are for a person to look at', () => {
  expect(scanState({ ...page, codes: [CODE, '10042260000320'] })).toBe('unsure')
  expect(scanState({ ...page, signature: 'looksEmpty' })).toBe('unsure')
  expect(scanState({ ...page, paper: { ...paper, isVoided: true } })).toBe('unsure')
})

test('a paper that is back already comes a second time as a duplicate, whatever stack it lies in', () => {
  expect(scanState({ ...page, paper: { ...paper, isBack: true } })).toBe('duplicate')
  expect(scanState({ ...page, paper: { ...paper, isBack: true }, eventId: 'another' })).toBe('duplicate')
})

test('papers of another office, of another distribution, or of no ledger here are from elsewhere', () => {
  expect(scanState({ ...page, isForeignOffice: true, paper: null })).toBe('foreign')
  expect(scanState({ ...page, paper: null })).toBe('foreign')
  expect(scanState({ ...page, eventId: 'another' })).toBe('foreign')
})
