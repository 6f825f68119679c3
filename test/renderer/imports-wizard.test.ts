/** The wizard of an import as a state: nothing is lost on the way, and a list is read as it was last asked. */

import { describe, expect, test } from 'vitest'
import type { ImportBatch, ImportColumn, ImportPreview } from '../../src/contract/imports.ts'
import { day } from '../../src/domain/day.ts'
import {
  AT_THE_START,
  canGoTo,
  holdsHandiwork,
  nextWizard,
  readingToMake,
  type Wizard,
  type WizardAction,
  type Work,
} from '../../src/renderer/features/imports/wizard.ts'

const FILE = { file: '/lists/xa-dak-mau.xlsx' }

const column = (columnNumber: number, field: ImportColumn['field']): ImportColumn => ({
  columnNumber,
  header: `Cột ${columnNumber}`,
  field,
  basis: field && 'header',
  confidence: 1,
  samples: [],
  conversion: null,
})

const PREVIEW: ImportPreview = {
  readingId: '01999999-0000-7000-8000-000000000001',
  fileName: 'xa-dak-mau.xlsx',
  fileSha256: 'a'.repeat(64),
  format: 'xlsx',
  textEncoding: null,
  sheets: [{ name: 'Hộ nghèo', isHidden: false, hasList: true }],
  sheetName: 'Hộ nghèo',
  headerRowNumber: 5,
  firstRows: [],
  isRemembered: false,
  columns: [column(1, null), column(2, 'headOfHousehold'), column(3, 'phone')],
  rowCount: 100,
  skippedCount: 0,
  hiddenRowCount: 0,
  effects: { new: 60, changed: 20, same: 18, blocked: 2, gone: 4 },
  resemblingCount: 0,
  errorCount: 2,
  warningCount: 3,
  alreadyImportedOn: null,
}

const BATCH: ImportBatch = {
  batchId: '01999999-0000-7000-8000-000000000002',
  fileName: PREVIEW.fileName,
  importedAt: '2026-12-01T03:00:00Z',
  importedBy: 'Trần Thị Mai',
  inserted: 60,
  changed: 20,
  same: 18,
  blocked: 2,
  declined: 0,
  ended: 0,
  undoneAt: null,
}

const told = (wizard: Wizard, ...actions: WizardAction[]): Wizard => actions.reduce(nextWizard, wizard)

/** The office answers what is asked. */
function answered(wizard: Wizard, preview: ImportPreview = PREVIEW): Wizard {
  const asked = readingToMake(wizard)
  return asked ? nextWizard(wizard, { type: 'read', ...asked, preview }) : wizard
}

function opened(preview: ImportPreview = PREVIEW): Wizard {
  return answered(told(AT_THE_START, { type: 'open', source: FILE }), preview)
}

function workOf(wizard: Wizard): Work {
  if (!wizard.work) throw new Error('No list is being looked at.')
  return wizard.work
}

describe('where a list begins', () => {
  const second = { name: 'Cận nghèo', isHidden: false, hasList: true }
  test.each([
    ['a list of an unknown sender at its columns', PREVIEW, 'columns'],
    ['a list of a known sender at the check', { ...PREVIEW, isRemembered: true }, 'check'],
    ['a file that was taken in before at the check', { ...PREVIEW, alreadyImportedOn: day('2026-11-20') }, 'check'],
    ['a workbook with two lists at the sheets', { ...PREVIEW, sheets: [...PREVIEW.sheets, second] }, 'sheet'],
    ['a list without a header at the sheet', { ...PREVIEW, headerRowNumber: 0 }, 'sheet'],
    ['a remembered list without names at its columns', { ...PREVIEW, isRemembered: true, columns: [] }, 'columns'],
  ])('%s', (_name, preview, step) => {
    expect(opened(preview).step).toBe(step)
  })

  test('what needs the clerk is shown first', () => {
    const calm = { ...PREVIEW, errorCount: 0, warningCount: 0 }
    expect(workOf(opened()).shown).toBe('faulty')
    expect(workOf(opened({ ...calm, resemblingCount: 3 })).shown).toBe('resembling')
    expect(workOf(opened(calm)).shown).toBe('changed')
    expect(workOf(opened({ ...calm, effects: { ...calm.effects, changed: 0 } })).shown).toBe('all')
  })
})

describe('a list is read again', () => {
  test('when a cell is mended, and not when a row is declined', () => {
    const wizard = told(opened(), { type: 'goTo', step: 'check' })
    expect(readingToMake(wizard)).toBeNull()
    const declined = told(wizard, { type: 'toggleRow', row: { effect: 'new', rowNumber: 9, household: null } })
    expect(readingToMake(declined)).toBeNull()
    const corrections = [{ rowNumber: 9, field: 'phone' as const, text: '0987654321' }]
    expect(readingToMake(told(declined, { type: 'correct', corrections }))?.asked.choices.corrections).toEqual(
      corrections,
    )
  })

  test('as it is asked last: an answer to what was asked before does not end it', () => {
    const mend = (text: string): WizardAction => ({
      type: 'correct',
      corrections: [{ rowNumber: 9, field: 'phone', text }],
    })
    const first = told(opened(), mend('1'))
    const askedFirst = readingToMake(first)
    const second = told(first, mend('2'))
    if (!askedFirst) throw new Error('Nothing is asked.')
    const answeredLate = nextWizard(second, { type: 'read', ...askedFirst, preview: PREVIEW })
    expect(readingToMake(answeredLate)?.asked.choices.corrections).toEqual([
      { rowNumber: 9, field: 'phone', text: '2' },
    ])
    expect(readingToMake(answered(answeredLate))).toBeNull()
  })

  test('when the office has lost its reading, with everything that was said', () => {
    const wizard = answered(
      told(opened(), { type: 'correct', corrections: [{ rowNumber: 9, field: 'note', text: 'x' }] }),
    )
    const lost = told(wizard, { type: 'readAgain' })
    expect(readingToMake(lost)?.asked).toEqual(workOf(wizard).asked)
  })

  test('an answer for a list that was left is not taken', () => {
    const wizard = opened()
    const other = told(wizard, { type: 'open', source: { file: '/lists/other.xlsx' } })
    const stray = nextWizard(other, {
      type: 'read',
      source: { file: '/lists/stray.xlsx' },
      asked: workOf(wizard).asked,
      preview: PREVIEW,
    })
    expect(stray).toEqual(other)
  })
})

describe('going back and forth', () => {
  test('keeps corrections, identities and what was declined, from the check to the file and back', () => {
    const said = told(
      opened(),
      { type: 'goTo', step: 'check' },
      { type: 'correct', corrections: [{ rowNumber: 9, field: 'phone', text: '0987654321' }] },
      { type: 'identify', rowNumber: 12, householdId: null },
      { type: 'toggleRow', row: { effect: 'changed', rowNumber: 14, household: null } },
      { type: 'acceptGroup', group: 'gone', isTaken: true },
    )
    const there = told(said, { type: 'goTo', step: 'columns' }, { type: 'goTo', step: 'file' })
    expect(there.step).toBe('file')
    expect(told(there, { type: 'goTo', step: 'check' })).toEqual(said)
  })

  test('leads to the check only where the names are found', () => {
    const wizard = opened({ ...PREVIEW, columns: [column(1, null), column(2, null)] })
    expect(canGoTo(wizard, 'check')).toBe(false)
    const named = told(wizard, { type: 'chooseField', columnNumber: 2, field: 'headOfHousehold' })
    expect(canGoTo(named, 'check')).toBe(true)
  })

  test('leads nowhere from a list that is in the ledger', () => {
    const done = told(opened(), { type: 'goTo', step: 'check' }, { type: 'taken', batch: BATCH })
    expect(done.step).toBe('done')
    for (const step of ['file', 'sheet', 'columns', 'check'] as const) {
      expect(canGoTo(done, step)).toBe(false)
      expect(told(done, { type: 'goTo', step })).toBe(done)
    }
  })

  test('an import that was undone is looked at again, against the registry as it is now', () => {
    const done = told(opened(), { type: 'goTo', step: 'check' }, { type: 'taken', batch: BATCH })
    const undone = told(done, { type: 'undone' })
    expect(undone.step).toBe('check')
    expect(readingToMake(undone)?.source).toEqual(FILE)
  })
})

describe('another sheet or header', () => {
  test('another sheet takes nothing along of what was said of the first', () => {
    const said = told(
      opened(),
      { type: 'chooseField', columnNumber: 3, field: 'note' },
      { type: 'correct', corrections: [{ rowNumber: 9, field: 'phone', text: '1' }] },
      { type: 'identify', rowNumber: 12, householdId: null },
      { type: 'chooseSheet', sheetName: 'Cận nghèo' },
    )
    const asked = readingToMake(said)?.asked
    expect(asked?.choices).toEqual({
      sheetName: 'Cận nghèo',
      headerRowNumber: null,
      columns: [],
      encodings: [],
      corrections: [],
    })
    expect(asked?.identities).toEqual([])
  })

  test('another header finds its columns anew and keeps mended cells', () => {
    const corrections = [{ rowNumber: 9, field: 'phone' as const, text: '1' }]
    const said = told(
      opened(),
      { type: 'chooseField', columnNumber: 3, field: 'note' },
      { type: 'correct', corrections },
      { type: 'chooseHeader', headerRowNumber: 4 },
    )
    expect(readingToMake(said)?.asked.choices).toMatchObject({ headerRowNumber: 4, columns: [], corrections })
  })

  test('where no header was found the clerk says where it is', () => {
    const failed = told(AT_THE_START, { type: 'open', source: FILE }, { type: 'openWithHeader', headerRowNumber: 7 })
    expect(readingToMake(failed)).toMatchObject({ source: FILE, asked: { choices: { headerRowNumber: 7 } } })
  })
})

describe('handiwork', () => {
  test('is taken back step by step', () => {
    const first = told(opened(), {
      type: 'correct',
      corrections: [{ rowNumber: 9, field: 'phone', text: '1' }],
    })
    const second = told(first, { type: 'identify', rowNumber: 12, householdId: null })
    expect(workOf(told(second, { type: 'undoMend' })).asked).toBe(workOf(first).asked)
    const none = told(second, { type: 'undoMend' }, { type: 'undoMend' }, { type: 'undoMend' })
    expect(readingToMake(none)).toBeNull()
  })

  test('is asked for before another list is opened, and only where there is any', () => {
    expect(holdsHandiwork(workOf(opened()))).toBe(false)
    const declined = told(opened(), { type: 'toggleRow', row: { effect: 'new', rowNumber: 9, household: null } })
    expect(holdsHandiwork(workOf(declined))).toBe(true)
  })

  test('a change that cannot be read is given up, what was read stays', () => {
    const wizard = told(opened(), { type: 'chooseHeader', headerRowNumber: 99 }, { type: 'giveUpChoices' })
    expect(readingToMake(wizard)).toBeNull()
    expect(workOf(wizard).preview).toBe(PREVIEW)
  })
})
