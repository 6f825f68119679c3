/** What a worker thread can be asked to do. Plain data both ways; nothing here loads a library. */

import type { MessagePort } from 'node:worker_threads'
import type { Progress } from '../contract/protocol.ts'
import type { Language } from '../contract/schemas.ts'
import type { WrittenBatch } from '../documents/render.ts'
import type { Day } from '../domain/day.ts'
import type { HouseholdList, ListChoices, ListLayout, ListSource } from '../domain/household-list.ts'
import type { PackageRow } from '../domain/inbox.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { IdCardImageReading } from '../intake/id-card-image.ts'
import type { ScannedPage } from '../intake/scans/read-scans.ts'
import type { ClosingDocument } from '../month-end/closing-document.ts'
import type { KnownKey } from '../month-end/keys-folder.ts'
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
    | 'recoverySheet'
    | 'keyRegistration'
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

/** A paper of ours: the form it was printed on last, and the JSON it was printed from. */
export type PrintedPaper = Pick<PaperToPrint, 'form' | 'data'>

/** What was read off a page of a file; its picture lies in the folder of scans under its hash. */
export interface ReadPage extends Omit<ScannedPage, 'image' | 'widthPx' | 'heightPx'> {
  /** The file's place among those that were given. */
  file: number
}

export interface ScansToRead {
  files: string[]
  /** Threads share the files page by page, each reading every `of`th page from its own on. */
  share: { index: number; of: number }
  folder: string
}

export interface ReadScans {
  pages: ReadPage[]
  /** Of a page, or of a file as a whole, which each thread meets. */
  refusals: { file: number; refusal: Refusal }[]
}

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
   * Reads pages of scanned files and writes their pictures into the folder of scans. The office is asked what the paper
   * with each code says: from that is worked out where it bears its code and its signature.
   */
  readScans: { task: ScansToRead; result: ReadScans }
  /** Keeps a photo, without what tells where it was taken, and made small; null where the file holds none. */
  keepPhoto: { task: { file: string; folder: string }; result: KeptPhoto | null }
  writePackage: {
    task: {
      closing: ClosingDocument
      /** Answers with the rows of the month's tables, page by page. */
      rows: MessagePort
      /** JSON of the minutes of closing, which become the package's month-end-report.pdf. */
      report: string
      privateKeyText: string
      /** Whom the package is encrypted to; none leaves it in the clear. */
      recipients: string[]
      /** Of a masked package alone. */
      programmeKey: Uint8Array | undefined
      scansFolder: string
      folder: string
    }
    result: PackageOutcome
  }
  /** Checks a package and reads its rows; none where it has faults. */
  readPackage: {
    task: { path: string; keysFolder: string; identities: string[] }
    result: { verification: Verification; rows: PackageRow[] }
  }
  verifyPackage: {
    task: {
      path: string
      ownKeys: KnownKey[]
      keysFolder: string | null
      identities: string[]
      bagOnly: boolean
    }
    result: Verification
  }
}

export type TaskName = keyof Tasks
export type Task<Name extends TaskName = TaskName> = { [N in Name]: { name: N } & Tasks[N]['task'] }[Name]
export type TaskResult<Name extends TaskName> = Tasks[Name]['result']

export type ToWorker =
  | { type: 'task'; task: Task }
  | { type: 'cancel' | 'pause' | 'resume' }
  | { type: 'answer'; code: string; paper: PrintedPaper | null }

export type FromWorker =
  | { type: 'progress'; progress: Progress }
  /** Asks for the paper that bears this code: a thread has no ledger. */
  | { type: 'question'; code: string }
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
