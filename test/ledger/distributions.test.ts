/** Distributions as the ledger itself keeps them, past the rules of the office. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { SHEET_FINDINGS, type SheetFinding, sheetBalance } from '../../src/domain/distribution.ts'
import { blankHousehold } from '../../src/domain/household.ts'
import { dong } from '../../src/domain/money.ts'
import { nameSortKey, textSortKey } from '../../src/domain/vietnamese.ts'
import { addCampaign } from '../../src/ledger/campaigns.ts'
import type { Writer } from '../../src/ledger/connection.ts'
import {
  addDistribution,
  addExpected,
  addKit,
  changeDistribution,
  expectedAt,
  findDistribution,
  inHandingOrder,
  nextKitNumber,
  setExpected,
  signOffListPaper,
} from '../../src/ledger/distributions.ts'
import { addHandover } from '../../src/ledger/handovers.ts'
import {
  addReceipt,
  addReceiptFinding,
  addReceiptVoid,
  nextReceiptNumber,
  receiptsOfEvent,
} from '../../src/ledger/receipts.ts'
import { addHousehold } from '../../src/ledger/registry/households.ts'
import { sheetsOfEvent } from '../../src/ledger/sheets.ts'
import { addStockPlace } from '../../src/ledger/stock.ts'
import { openTestLedger, PERSON_ID, RECORDED_AT } from '../support/ledger.ts'

const HELD_ON = day('2026-11-20')
const BY = { recordedAt: RECORDED_AT, personId: PERSON_ID }
const EVENT = { eventId: 'event', campaignId: 'campaign' }
const PLAN = {
  campaignId: 'campaign',
  placeId: 'point',
  heldOn: HELD_ON,
  staff: [{ fullName: 'Trần Thị Thu', title: null }],
  witnesses: [],
  note: null,
}
const EXPECTED = ['lan', 'dat', 'yen'].map((householdId) => ({ householdId, giftPackageId: 'tet' }))

/** A campaign with a package, three households, and a distribution that expects them. */
function furnish(writer: Writer): void {
  addStockPlace(writer, { placeId: 'point', kind: 'distributionPoint', name: 'Nhà văn hoá', addressText: null })
  const terms = { eligibleCategories: [], eligibleCommunes: [], giftsPerHousehold: 1, grantedBy: 'categories' } as const
  const money = {
    decisionNumbers: [],
    funds: [],
    budgetDong: null,
    repairBudgetDong: null,
    repairBudgetPerHouseholdDong: null,
    targetHouseholds: null,
    storeId: null,
  }
  const days = { from: day('2026-11-01'), to: day('2027-01-31') }
  const lines = [{ name: 'Gạo', unitOfMeasure: 'kg', quantity: 10, unitPriceDong: dong(20_000) }]
  const packages = [{ giftPackageId: 'tet', name: 'Suất quà Tết', lines }]
  const campaign = { campaignId: 'campaign', name: 'Tri ân', ...terms, ...money, ...days }
  addCampaign(writer, campaign, packages, () => 'rice')
  for (const { householdId } of EXPECTED) {
    addHousehold(writer, householdId, blankHousehold(`Hộ ${householdId}`), RECORDED_AT)
  }
  addDistribution(writer, 'event', PLAN, BY)
  addExpected(writer, 'event', EXPECTED)
}

function issueKit(writer: Writer): void {
  const documentNumber = nextKitNumber(writer, 2026)
  const kit = { documentYear: 2026, documentNumber, code: `list ${documentNumber}`, issuedOn: HELD_ON, spareCount: 0 }
  addKit(writer, { eventId: 'event', ...kit, paper: '{"rows":[]}', ...BY })
}

/** The next paper of the kit, for a household or for nobody. */
function addSheet(writer: Writer, position: number, householdId: string | null, eventId = 'event'): string {
  const documentNumber = nextReceiptNumber(writer, 2026)
  const receiptId = `receipt ${documentNumber}`
  addReceipt(writer, {
    receiptId,
    campaignId: 'campaign',
    eventId,
    documentYear: 2026,
    documentNumber,
    code: `code ${documentNumber}`,
    issuedOn: HELD_ON,
    position,
    householdId,
    giftPackageId: householdId === null ? null : 'tet',
    paper: '{}',
    ...BY,
  })
  return receiptId
}

describe('a distribution', () => {
  test('expects others until its kit is issued, and is what it was from then on', () => {
    using opened = openTestLedger()
    const { ledger } = opened
    ledger.transact(furnish)
    const names = () => expectedAt(ledger.reader, EVENT).map(({ householdId }) => householdId)
    ledger.transact((writer) => setExpected(writer, 'event', EXPECTED.slice(0, 2)))
    expect(names().sort()).toEqual(['dat', 'lan'])
    ledger.transact((writer) => addExpected(writer, 'event', EXPECTED))
    expect(names()).toHaveLength(3)
    const later = { ...PLAN, heldOn: day('2026-11-21') }
    ledger.transact((writer) => changeDistribution(writer, 'event', later))
    expect(findDistribution(ledger.reader, 'event')).toMatchObject({ heldOn: '2026-11-21', kit: null })
    expect(signOffListPaper(ledger.reader, 'event')).toBeNull()

    ledger.transact(issueKit)
    expect(findDistribution(ledger.reader, 'event')?.kit).toMatchObject({ documentYear: 2026, documentNumber: 1 })
    expect(signOffListPaper(ledger.reader, 'event')).toBe('{"rows":[]}')
    expect(() => ledger.transact((writer) => setExpected(writer, 'event', []))).toThrow('is not changed')
    expect(() => ledger.transact((writer) => changeDistribution(writer, 'event', PLAN))).toThrow('is not changed')
    expect(() => ledger.transact(issueKit)).toThrow()
    expect(names()).toHaveLength(3)
  })

  test('has each place of its kit once, and blanks only in a kit', () => {
    using opened = openTestLedger()
    const { ledger } = opened
    ledger.transact(furnish)
    ledger.transact((writer) => addSheet(writer, 1, 'lan'))
    expect(() => ledger.transact((writer) => addSheet(writer, 1, 'dat'))).toThrow('UNIQUE')
    const blank = ledger.transact((writer) => addSheet(writer, 2, null))
    expect(receiptsOfEvent(ledger.reader, 'event').map(({ position, isBlank }) => [position, isBlank])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(blank).toBe('receipt 2')
  })
})

describe('the papers of a distribution', () => {
  const sheet = fc.record({
    use: fc.constantFrom('blank', 'named', 'handedOver', 'writtenIn'),
    isVoided: fc.boolean(),
    findings: fc.array(fc.constantFrom<SheetFinding>(...SHEET_FINDINGS), { maxLength: 3 }),
  })

  test('are counted together as they are counted one by one, whatever happened to them', () => {
    using opened = openTestLedger()
    const { ledger } = opened
    ledger.transact(furnish)
    let held = 0
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 8 }), (sheets) => {
        held += 1
        const eventId = `event ${held}`
        ledger.transact((writer) => {
          addDistribution(writer, eventId, PLAN, BY)
          sheets.forEach(({ use, isVoided, findings }, index) => {
            const householdId = `${eventId}, household ${index}`
            addHousehold(writer, householdId, blankHousehold(`Hộ số ${index}`), RECORDED_AT)
            const isNamed = use === 'named' || use === 'handedOver'
            const receiptId = addSheet(writer, index + 1, isNamed ? householdId : null, eventId)
            if (use === 'handedOver' || use === 'writtenIn') handOver(writer, receiptId, householdId)
            findings.forEach((finding, order) => {
              const explanation = finding === 'missing' ? 'Thất lạc' : null
              const found = { findingId: `${receiptId} ${order}`, foundOn: HELD_ON, ...BY }
              addReceiptFinding(writer, { ...found, receiptId, finding, explanation })
            })
            const voided = { kind: 'spoiled', voidedOn: HELD_ON, reason: 'Phiếu rách', ...BY } as const
            if (isVoided) addReceiptVoid(writer, { receiptId, ...voided })
          })
        })
        const lines = receiptsOfEvent(ledger.reader, eventId)
        const { balance, named } = sheetsOfEvent(ledger.reader, eventId)
        expect(balance).toEqual(sheetBalance(lines.map(({ fate }) => fate)))
        const namedCount = named.reduce((sum, { count }) => sum + count, 0)
        expect(namedCount).toBe(sheets.filter(({ use }) => use !== 'blank').length)
      }),
      { numRuns: 50 },
    )
  })
})

function handOver(writer: Writer, receiptId: string, householdId: string): void {
  addHandover(writer, {
    handoverId: `handover ${receiptId}`,
    receiptId,
    campaignId: 'campaign',
    giftPackageId: 'tet',
    householdId,
    handedOverOn: HELD_ON,
    recipientKind: 'headOfHousehold',
    recipientName: 'Hộ',
    recipientRelation: null,
    recipientPaper: null,
    valueDong: dong(200_000),
    ordinal: 1,
    overruledBecause: null,
    ...BY,
  })
}

test('papers are handed out by commune and hamlet, then by given name as Vietnamese orders them, whatever order they came in', () => {
  const hamlets = [null, 'Thôn 2', 'Thôn 10', 'Thôn Đông']
  const people = ['Trần Thị An', 'Lò Văn Ánh', 'Y Bình', 'Nguyễn Thị Dung', 'Lê Văn Đạt', 'Võ Thị Ý', 'Phạm Thị Yến']
  const ordered = [null, 'Xã Ea Knuếc', 'Xã Krông Pắc'].flatMap((communeName) =>
    hamlets.flatMap((hamlet) =>
      people.map((name) => ({ name, household: { communeName, hamlet, sortKey: nameSortKey(name) } })),
    ),
  )
  expect(hamlets.map((hamlet) => textSortKey(hamlet ?? ''))).toEqual(
    hamlets.map((hamlet) => textSortKey(hamlet ?? '')).sort(),
  )
  fc.assert(
    fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (shuffled) => {
      expect(inHandingOrder(shuffled)).toEqual(ordered)
    }),
  )
})
