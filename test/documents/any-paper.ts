/** Papers with texts of any length, for what must hold for each. */

import fc from 'fast-check'
import type { HandoverReceiptData } from '../../src/documents/handover-receipt.ts'
import type { PaperHousehold } from '../../src/documents/paper-data.ts'
import { giftLines, receiptData } from './papers.ts'
import { acceptanceRecordData, certificateData, repairItems, surveyFormData, workOrderData } from './repair-papers.ts'

const SYLLABLES = [
  'Nguyễn',
  'Thị',
  'Phương',
  'thôn',
  'xã',
  'Krông',
  'Ea',
  'đường',
  'Ế',
  'NGHIÊNG',
  'H’Mai',
  '125/QĐ-UBND',
]

export const words = (longest: number) =>
  fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: longest }).map((some) => some.join(' '))
const orUnknown = (text: fc.Arbitrary<string>) => fc.option(text, { nil: null })

const person = fc.record({ fullName: words(8), title: orUnknown(words(8)) })

export const receiptOf = (lineCount: number): fc.Arbitrary<HandoverReceiptData> =>
  fc
    .record({
      name: words(8),
      address: words(16),
      category: orUnknown(words(6)),
      witness: fc.option(person, { nil: null }),
      isProxy: fc.boolean(),
      giver: person,
      lines: fc.array(words(7), { minLength: 1, maxLength: lineCount }),
    })
    .map(({ name, address, category, witness, isProxy, giver, lines }) => {
      const data = receiptData(7, name)
      return {
        ...data,
        giver,
        witness,
        household: { ...data.household, addressText: address, categoryName: category },
        recipient: isProxy
          ? { kind: 'proxy', fullName: name, relation: 'cháu nội', paper: address }
          : { kind: 'headOfHousehold' },
        lines: giftLines(lines.length).map((line, index) => ({ ...line, name: lines[index] ?? '' })),
      }
    })

/** What people write about a repair, of any length. */
const repairTexts = (itemCount: number) =>
  fc.record({
    name: words(8),
    address: words(16),
    condition: words(40),
    work: words(30),
    crew: words(10),
    instructions: orUnknown(words(30)),
    need: orUnknown(words(20)),
    remark: orUnknown(words(20)),
    isProxy: fc.boolean(),
    items: fc.array(words(10), { minLength: 1, maxLength: itemCount }),
  })

/** The four papers of one repair that are of one page each, saying the same. */
export const repairPapersOf = (itemCount: number) =>
  repairTexts(itemCount).map(({ name, address, condition, work, crew, instructions, need, remark, isProxy, items }) => {
    const named = <Data extends { household: PaperHousehold }>(data: Data): Data => ({
      ...data,
      household: { ...data.household, headOfHousehold: name, addressText: address },
    })
    const lines = repairItems(items.length).map((line, index) => ({ ...line, name: items[index] ?? '' }))
    const done = { conditionFound: condition, workDone: work, crew, items: lines }
    return {
      survey: named({ ...surveyFormData(), need }),
      order: named({
        ...workOrderData(),
        conditionFound: condition,
        neededWork: work,
        crew,
        instructions,
        items: lines,
      }),
      record: named({
        ...acceptanceRecordData(),
        ...done,
        householdRepresentative: name,
        householdRelation: isProxy ? 'con dâu' : null,
        remark,
      }),
      certificate: named({ ...certificateData(), ...done }),
    }
  })

export type RepairPapers = ReturnType<typeof repairPapersOf> extends fc.Arbitrary<infer Papers> ? Papers : never

/**
 * Receipts as they come in one batch: of one campaign, to households of a few villages, now and then one that is out of
 * the ordinary.
 */
export const receiptBatch = (receiptCount: number): fc.Arbitrary<HandoverReceiptData[]> =>
  fc
    .record({
      campaignName: words(14),
      place: orUnknown(words(5)),
      isPractice: fc.boolean(),
      villages: fc.array(words(12), { minLength: 1, maxLength: 3 }),
      lines: fc.array(words(7), { minLength: 1, maxLength: 6 }),
      names: fc.array(words(6), { minLength: receiptCount, maxLength: receiptCount }),
      strangers: fc.array(receiptOf(9), { minLength: 3, maxLength: 3 }),
    })
    .map(({ campaignName, place, isPractice, villages, lines, names, strangers }) =>
      names.map((name, index) => {
        const stranger = index % 4 === 3 ? strangers[index % strangers.length] : undefined
        const data = receiptData(index + 1, name)
        const household = { ...data.household, addressText: villages[Math.floor(index / 3) % villages.length] ?? null }
        const gifts = giftLines(lines.length).map((line, at) => ({ ...line, name: lines[at] ?? '' }))
        const campaign = { ...data.campaign, name: campaignName }
        const { code, documentNumber } = data
        const usual = { ...data, campaign, handedOverAt: place, isPractice, household, lines: gifts }
        return stranger ? { ...stranger, code, documentNumber, campaign, isPractice } : usual
      }),
    )
