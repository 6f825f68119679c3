import { describe, expect, test } from 'vitest'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { changeClosing, type Files, knownKeys, replaceText, spoiler } from '../support/spoilt-package.ts'

const { sealed, codesAfter, codesSealed } = spoiler()

describe('Tables', () => {
  test.each<[string, string, string | RegExp, string, string[]]>([
    ['an amount that is no number', 'gift-handovers', ',500000,', ',abc,', ['table.malformed']],
    ['a day that does not exist', 'gift-handovers', '2026-11-03', '2026-11-31', ['table.malformed']],
    ['a day outside the month', 'gift-handovers', '2026-11-03', '2026-12-03', ['table.malformed']],
    ['a word that is none of the list', 'households', ',active', ',sleeping', ['table.malformed']],
    ['a required field that is empty', 'voids', 'Ghi nhầm hộ', '', ['table.malformed']],
    ['a cell that would be a formula', 'households', 'Trần Văn Đức', '=1+1', ['table.malformed']],
    ['a text that is not NFC', 'households', 'Trần Văn Đức', 'Trần Văn Đức'.normalize('NFD'), ['table.malformed']],
    ['another header', 'households', 'head_of_household', 'head', ['table.malformed']],
    ['a ragged row', 'campaigns', '7/QĐ,', '', ['table.malformed']],
    ['bare line feeds', 'campaigns', /\r\n/g, '\n', ['table.malformed']],
    ['an open quote', 'campaigns', 'Tri ân 2026', '"Tri ân 2026', ['table.malformed']],
    ['a code that is not of its number', 'gift-handovers', /1004226000003\d/, '10042260000040', ['table.malformed']],
  ])('with %s are malformed', async (_what, name, from, to, expected) => {
    const codes = await codesSealed((files) => replaceText(files, `data/${name}.csv`, from, to))
    for (const code of expected) expect(codes).toContain(`${code} data/${name}.csv`)
  })

  test('a repeated key and rows out of order are found', async () => {
    const rows = (files: Files) => files.get('data/households.csv')?.toString().split('\r\n') ?? []
    const codes = await codesSealed((files) => {
      const [header = '', first = '', ...others] = rows(files)
      files.set('data/households.csv', Buffer.from([header, first, first, ...others.slice(1)].join('\r\n')))
    })
    expect(codes).toContain('table.key data/households.csv')
    const swapped = await codesSealed((files) => {
      const [header = '', first = '', second = '', ...others] = rows(files)
      files.set('data/households.csv', Buffer.from([header, second, first, ...others].join('\r\n')))
    })
    expect(swapped).toEqual(['table.key data/households.csv'])
  })

  test('a handover to a household that is not there is found', async () => {
    const lost = '0193a000-0000-7000-8000-000000000099'
    const codes = await codesSealed((files) =>
      replaceText(files, 'data/gift-handovers.csv', '0193a000-0000-7000-8000-000000000003', lost),
    )
    expect(codes).toContain('table.reference data/gift-handovers.csv')
  })

  test('lines that do not come to their paper’s value are found, and those not quantity times price', async () => {
    const codes = await codesSealed((files) =>
      replaceText(files, 'data/gift-lines.csv', '12.5,20000,250000', '12.5,20000,260000'),
    )
    expect(codes).toEqual(['totals.wrong data/gift-lines.csv', 'totals.wrong data/gift-handovers.csv'])
  })

  test('a data package that describes other tables is found', async () => {
    const codes = await codesAfter((files) => replaceText(files, 'data/datapackage.json', '"integer"', '"string"'))
    expect(codes).toContain('table.malformed data/datapackage.json')
  })
})

describe('The journal', () => {
  const row = (files: Files) => files.get('data/journal.csv')?.toString() ?? ''

  test('with one changed command breaks where it was changed', async () => {
    const bag = await sealed((files) =>
      replaceText(files, 'data/journal.csv', /(\r\n7,.*?)gift\.handOver/, '$1gift.void'),
    )
    const { faults } = await verifyPackage(bag, { knownKeys })
    expect(faults).toEqual([
      { code: 'journal.broken', file: 'data/journal.csv', detail: 'row 7 does not have the hash of its content' },
    ])
  })

  test('without one of its rows is broken', async () => {
    const codes = await codesSealed((files) =>
      files.set('data/journal.csv', Buffer.from(row(files).replace(/\r\n7,.*?(?=\r\n)/, ''))),
    )
    expect(codes).toContain('journal.broken data/journal.csv')
  })

  test('that ends before the closing head is broken', async () => {
    const codes = await codesSealed((files) => changeClosing(files, { closingHead: 'b'.repeat(64) }))
    expect(codes).toEqual(['journal.broken data/journal.csv'])
  })
})
