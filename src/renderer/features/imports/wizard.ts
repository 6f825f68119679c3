/**
 * The wizard of an import as one state: what was read, what the clerk said of it, and the step that is shown. Pure.
 * A list is read again whenever what is asked is not what was read; going back and forth loses nothing.
 */

import type { ImportBatch, ImportPreview, ROWS_SHOWN } from '../../../contract/imports.ts'
import { assertNever } from '../../../domain/brand.ts'
import { type ListChoices, type ListField, type ListSource, NO_CHOICES } from '../../../domain/household-list.ts'
import type { LegacyEncoding } from '../../../domain/legacy-vietnamese.ts'
import {
  type Acceptance,
  FIRST_ACCEPTANCE,
  type Group,
  type RowIdentity,
  withGroup,
  withRowToggled,
} from './acceptance.ts'
import {
  type Correction,
  columnOf,
  withCorrections,
  withEncoding,
  withField,
  withHeader,
  withSheet,
} from './list-choices.ts'

export const STEPS = ['file', 'sheet', 'columns', 'check', 'done'] as const
export type Step = (typeof STEPS)[number]
export type RowsShown = (typeof ROWS_SHOWN)[number]

/** Whom a row is about, where the clerk says so: a household of the registry, or none of them. */
export interface Identity {
  rowNumber: number
  householdId: string | null
}

/** What a reading is asked with. */
export interface Asked {
  choices: ListChoices
  identities: readonly Identity[]
}

const AS_FOUND: Asked = { choices: NO_CHOICES, identities: [] }

/** A list that is being looked at. */
export interface Work {
  source: ListSource
  preview: ImportPreview
  /** What the preview was read with, and what is asked now: another object where it must be read again. */
  read: Asked
  asked: Asked
  /** What was asked before each mend, the latest last. */
  past: readonly Asked[]
  acceptance: Acceptance
  remembersColumns: boolean
  shown: RowsShown
}

/** A list that is being opened. */
export interface Opening {
  source: ListSource
  asked: Asked
}

export type Wizard =
  | { step: 'file'; opening: Opening | null; work: Work | null }
  | { step: 'sheet' | 'columns' | 'check'; work: Work }
  | { step: 'done'; work: Work; batch: ImportBatch }

export const AT_THE_START: Wizard = { step: 'file', opening: null, work: null }

/** What is said of the list that is being looked at. */
export type WorkAction =
  | { type: 'chooseSheet'; sheetName: string }
  | { type: 'chooseHeader'; headerRowNumber: number }
  | { type: 'chooseField'; columnNumber: number; field: ListField | null }
  | { type: 'chooseEncoding'; columnNumber: number; encoding: LegacyEncoding | null }
  | { type: 'correct'; corrections: readonly Correction[] }
  | { type: 'identify'; rowNumber: number; householdId: string | null }
  | { type: 'forgetIdentity'; rowNumber: number }
  | { type: 'undoMend' }
  | { type: 'acceptGroup'; group: Group; isTaken: boolean }
  | { type: 'toggleRow'; row: RowIdentity }
  | { type: 'remember'; remembersColumns: boolean }
  | { type: 'show'; shown: RowsShown }
  /** The reading is gone from the office, or the registry has changed. */
  | { type: 'readAgain' }
  /** Back to what could be read. */
  | { type: 'giveUpChoices' }

export type WizardAction =
  | { type: 'open'; source: ListSource }
  /** No header was found: the clerk says where it is. */
  | { type: 'openWithHeader'; headerRowNumber: number }
  | { type: 'stopOpening' }
  | { type: 'read'; source: ListSource; asked: Asked; preview: ImportPreview }
  | { type: 'goTo'; step: Step }
  | { type: 'taken'; batch: ImportBatch }
  | { type: 'undone' }
  | { type: 'startAnew' }
  | WorkAction

/** What must be read now; null where all that is asked has been read. */
export function readingToMake(wizard: Wizard): Opening | null {
  if (wizard.step === 'done') return null
  if (wizard.step === 'file' && wizard.opening) return wizard.opening
  const { work } = wizard
  return work && work.read !== work.asked ? { source: work.source, asked: work.asked } : null
}

/** Whether a column holds the names, without which there is no list of households. */
export function namesAreFound({ preview, asked }: Work): boolean {
  return columnOf(preview.columns, asked.choices, 'headOfHousehold') !== undefined
}

/** Whether something was mended or declined by hand, which another file would put away. */
export function holdsHandiwork({ asked, acceptance }: Work): boolean {
  const { columns, corrections, encodings } = asked.choices
  const said = columns.length + corrections.length + encodings.length + asked.identities.length
  return said + acceptance.exceptRows.size + acceptance.exceptHouseholds.size > 0
}

/** Which steps can be gone to from here. */
export function canGoTo(wizard: Wizard, step: Step): boolean {
  if (wizard.step === 'done') return step === 'done'
  if (step === 'done' || (wizard.step === 'file' && wizard.opening)) return false
  if (step === 'file') return true
  if (!wizard.work) return false
  return step !== 'check' || namesAreFound(wizard.work)
}

/**
 * Where a clerk begins: at the check where the sender's list was read before, or this very file was taken in; at the
 * sheet where there are several to choose from or no header was found; else at the columns, to confirm them once.
 */
function firstStep(preview: ImportPreview): 'sheet' | 'columns' | 'check' {
  const hasNames = preview.columns.some(({ field }) => field === 'headOfHousehold')
  if (hasNames && (preview.isRemembered || preview.alreadyImportedOn !== null)) return 'check'
  const lists = preview.sheets.filter(({ hasList }) => hasList)
  return lists.length > 1 || preview.headerRowNumber === 0 ? 'sheet' : 'columns'
}

/** What needs the clerk comes first. */
function firstShown({ errorCount, effects, resemblingCount }: ImportPreview): RowsShown {
  if (errorCount > 0) return 'faulty'
  if (resemblingCount > 0) return 'resembling'
  return effects.changed > 0 ? 'changed' : 'all'
}

function workOf(source: ListSource, asked: Asked, preview: ImportPreview): Work {
  return {
    source,
    preview,
    read: asked,
    asked,
    past: [],
    acceptance: FIRST_ACCEPTANCE,
    remembersColumns: true,
    shown: firstShown(preview),
  }
}

export function nextWizard(wizard: Wizard, action: WizardAction): Wizard {
  switch (action.type) {
    case 'open':
      return { step: 'file', opening: { source: action.source, asked: AS_FOUND }, work: workIn(wizard) }
    case 'openWithHeader': {
      if (wizard.step !== 'file' || !wizard.opening) return wizard
      const choices = withHeader(wizard.opening.asked.choices, action.headerRowNumber)
      return { ...wizard, opening: { ...wizard.opening, asked: { choices, identities: [] } } }
    }
    case 'stopOpening':
      return wizard.step === 'file' ? { ...wizard, opening: null } : wizard
    case 'read':
      return afterReading(wizard, action)
    case 'goTo':
      return afterGoing(wizard, action.step)
    case 'taken':
      return wizard.step === 'check' ? { step: 'done', work: wizard.work, batch: action.batch } : wizard
    case 'undone':
      return wizard.step === 'done'
        ? { step: 'check', work: { ...wizard.work, asked: { ...wizard.work.asked } } }
        : wizard
    case 'startAnew':
      return AT_THE_START
    default: {
      const work = workIn(wizard)
      return work && wizard.step !== 'done' ? { ...wizard, work: nextWork(work, action) } : wizard
    }
  }
}

/** The list that is being looked at; one that was taken in is done with. */
function workIn(wizard: Wizard): Work | null {
  return wizard.step === 'done' ? null : wizard.work
}

function afterReading(wizard: Wizard, { source, asked, preview }: Extract<WizardAction, { type: 'read' }>): Wizard {
  if (wizard.step === 'done') return wizard
  if (wizard.step === 'file' && wizard.opening?.source === source)
    return { step: firstStep(preview), work: workOf(source, asked, preview) }
  const { work } = wizard
  if (work?.source !== source) return wizard
  // Another sheet or header may have turned everything round: then what is first shown is chosen anew.
  const isOtherList =
    work.preview.sheetName !== preview.sheetName || work.preview.headerRowNumber !== preview.headerRowNumber
  const shown = isOtherList ? firstShown(preview) : work.shown
  const acceptance = work.preview.sheetName === preview.sheetName ? work.acceptance : FIRST_ACCEPTANCE
  return { ...wizard, work: { ...work, preview, read: asked, shown, acceptance } }
}

function afterGoing(wizard: Wizard, step: Step): Wizard {
  if (!canGoTo(wizard, step) || wizard.step === 'done') return wizard
  if (step === 'file') return { step, opening: null, work: wizard.work }
  return wizard.work && step !== 'done' ? { step, work: wizard.work } : wizard
}

function nextWork(work: Work, action: WorkAction): Work {
  const { asked, acceptance, preview } = work
  const choose = (choices: ListChoices): Work => ({ ...work, asked: { ...asked, choices }, past: [] })
  switch (action.type) {
    case 'chooseSheet':
      return { ...work, asked: { choices: withSheet(action.sheetName), identities: [] }, past: [] }
    case 'chooseHeader':
      return choose(withHeader(asked.choices, action.headerRowNumber))
    case 'chooseField':
      return choose(withField(preview.columns, asked.choices, action.columnNumber, action.field))
    case 'chooseEncoding':
      return choose(withEncoding(asked.choices, action.columnNumber, action.encoding))
    case 'correct':
      return mended(work, { ...asked, choices: withCorrections(asked.choices, action.corrections) })
    case 'identify':
      return mended(
        work,
        identified(asked, action.rowNumber, { rowNumber: action.rowNumber, householdId: action.householdId }),
      )
    case 'forgetIdentity':
      return mended(work, identified(asked, action.rowNumber, null))
    case 'undoMend':
      return { ...work, asked: work.past.at(-1) ?? asked, past: work.past.slice(0, -1) }
    case 'acceptGroup':
      return { ...work, acceptance: withGroup(acceptance, action.group, action.isTaken) }
    case 'toggleRow':
      return { ...work, acceptance: withRowToggled(acceptance, action.row) }
    case 'remember':
      return { ...work, remembersColumns: action.remembersColumns }
    case 'show':
      return { ...work, shown: action.shown }
    case 'readAgain':
      return { ...work, asked: { ...asked } }
    case 'giveUpChoices':
      return { ...work, asked: work.read, past: [] }
    default:
      return assertNever(action)
  }
}

const MOST_STEPS_BACK = 100

function mended(work: Work, asked: Asked): Work {
  return { ...work, asked, past: [...work.past, work.asked].slice(-MOST_STEPS_BACK) }
}

function identified(asked: Asked, rowNumber: number, identity: Identity | null): Asked {
  const others = asked.identities.filter((other) => other.rowNumber !== rowNumber)
  return { ...asked, identities: identity ? [...others, identity] : others }
}
