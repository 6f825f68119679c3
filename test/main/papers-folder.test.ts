import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paperAddress, paperPath } from '../../src/main/papers-folder.ts'
import { rememberedTexts, rememberTexts } from '../../src/main/remembered.ts'

const FOLDER = join(tmpdir(), 'ledger', 'papers')

test('only PDFs of the papers folder are shown, printed and opened', () => {
  const paper = join(FOLDER, 'bien-ban-20261201.pdf')
  expect(paperPath(paper, FOLDER)).toBe(paper)
  expect(paperAddress(paper)).toBe('app://papers/bien-ban-20261201.pdf')
  for (const file of ['../ledger.sqlite', '../x.pdf', 'sub/x.pdf', 'x.exe', 'x', '.pdf/../../x.pdf', ''])
    expect(() => paperPath(join(FOLDER, file), FOLDER)).toThrow('Not a paper')
})

test('choices of this computer are kept as texts, and what is none of ours is as good as nothing', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'remembered-')), 'printers.json')
  expect(rememberedTexts(file)).toEqual({})
  rememberTexts(file, { A4: 'HP LaserJet', A5: 'Máy in quầy' })
  expect(rememberedTexts(file)).toEqual({ A4: 'HP LaserJet', A5: 'Máy in quầy' })
  writeFileSync(file, '{"A4":5,"A5":"Máy in quầy"}')
  expect(rememberedTexts(file)).toEqual({ A5: 'Máy in quầy' })
  writeFileSync(file, '{')
  expect(rememberedTexts(file)).toEqual({})
})
