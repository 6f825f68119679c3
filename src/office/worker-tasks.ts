/** What a worker thread can be asked to do. Plain data both ways; nothing here loads a library. */

import type { Progress } from '../contract/protocol.ts'
import type { Language } from '../contract/schemas.ts'
import type { WrittenBatch } from '../documents/render.ts'
import type { Day } from '../domain/day.ts'
import type { HouseholdList, ListChoices, ListLayout, ListSource } from '../domain/household-list.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { IdCardImageReading } from '../intake/id-card-image.ts'
import type { ScannedPage } from '../intake/scans/read-scans.ts'
import type { MonthRows } from '../ledger/month-rows.ts'
import type { ClosingDocument } from '../month-end/closing-document.ts'
import type { Verification } from '../month-end/verify-package.ts'
import type { PackageOutcome } from '../month-end/write-package.ts'
import type { KeptPhoto } from './photos.ts'
import type { RegistryFile } from './registry-file.ts'

/** A paper by the name of its form; `data` is the JSON that was stored when it was issued. */
export interface PaperToPrint {
  form:
    | 'receiptA4'
    | 'receiptA5TwoUp'
    | 'blankA4'
    | 'blankA5TwoUp'
    | 'signOffList'
    | 'pickList'
    | 'giftList'
    | 'voidSlip'
    | 'stockSlip'
    | 'countSheet'
    | 'surveyForm'
    | 'confirmationList'
    | 'workOrder'
    | 'acceptanceRecord'
    | 'certificate'
    | 'monthEndReport'
  data: string
  copyNumber: number
}

export interface ListToRead {
  source: ListSource
  choices: ListChoices
  /** How lists of known senders were read. */
  layouts: ListLayout[]
  today: Day
}

/** A paper of ours that has not come back, by the code on it. */
export interface PaperOut {
  code: string
  /** The form it was printed on last, and the JSON it was printed from. */
  form: PaperToPrint['form']
  data: string
}

/** What was read off a page; its picture lies in the folder of scans under its hash. */
export type ReadPage = Omit<ScannedPage, 'image' | 'otherCodes' | 'widthPx' | 'heightPx'>

interface Tasks {
  /** Loads fonts and libraries of papers, so that the first receipt at the counter comes as fast as the next. */
  warmUp: { task: object; result: null }
  printPapers: {
    task: { papers: PaperToPrint[]; file: string; createdAt: string }
    result: WrittenBatch
  }
  writeRegistryFile: { task: RegistryFile; result: null }
  /** Writes the sender's own list with a column of findings; its name gets the ending of what was written. */
  annotateList: {
    task: ListToRead & { language: Language; file: string }
    result: { ok: true; file: string; rowCount: number } | { ok: false; refusal: Refusal }
  }
  readHouseholdList: {
    task: ListToRead
    result: { ok: true; list: HouseholdList } | { ok: false; refusal: Refusal }
  }
  readIdCard: { task: { file: string }; result: IdCardImageReading }
  /**
   * Reads pages of a scanned file and writes their pictures into the folder of scans. `papers` are those that may come
   * back: where each bears its code and its signature is worked out from what it says.
   */
  readScans: {
    task: { file: string; pages: { from: number; to: number } | null; folder: string; papers: PaperOut[] }
    result: { pages: ReadPage[]; refusals: Refusal[] }
  }
  /** Keeps a photo, without what tells where it was taken, and made small; null where the file holds none. */
  keepPhoto: { task: { file: string; folder: string }; result: KeptPhoto | null }
  writePackage: {
    task: {
      closing: ClosingDocument
      rows: MonthRows
      /** JSON of the minutes of closing, which become the package's month-end-report.pdf. */
      report: string
      privateKeyText: string
      folder: string
    }
    result: PackageOutcome
  }
  verifyPackage: {
    task: { path: string; ownKeys: [officeId: string, publicKeyText: string][]; keysFolder: string | null }
    result: Verification
  }
}

export type TaskName = keyof Tasks
export type Task<Name extends TaskName = TaskName> = { [N in Name]: { name: N } & Tasks[N]['task'] }[Name]
export type TaskResult<Name extends TaskName> = Tasks[Name]['result']

export type ToWorker = { type: 'task'; task: Task } | { type: 'cancel' | 'pause' | 'resume' }

export type FromWorker =
  | { type: 'progress'; progress: Progress }
  /** `isSwollen` where the task has left the thread with more memory than it should keep. */
  | { type: 'done'; result: unknown; isSwollen: boolean }
  | {
      type: 'failed'
      error: {
        name: string
        message: string
        code: string | undefined
        path: string | undefined
        stack: string | undefined
      }
    }
