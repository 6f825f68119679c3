/** What the shell prints for a window: papers of the ledger's own folder, part by part. */

import { z } from 'zod'

/** Papers a printer is chosen for. A4 lying holds two A5 side by side, and the sign-off list. */
export const PAPER_SIZES = ['A4', 'A4Landscape'] as const
export type PaperSize = (typeof PAPER_SIZES)[number]

export const DUPLEX_MODES = ['simplex', 'longEdge', 'shortEdge'] as const
export type DuplexMode = (typeof DUPLEX_MODES)[number]

/** How a file of papers is taken: by a printer, by the system's dialog, or the file itself, opened or copied away. */
export const TAKING_WAYS = ['printer', 'dialog', 'file'] as const
export type TakingWay = (typeof TAKING_WAYS)[number]

/** A jam costs no more than one part: it can be sent again by itself. */
export const MOST_PAGES_PER_PART = 100
export const MOST_COPIES = 99

const page = z.int().min(1)

export const paperSizeSchema = z.enum(PAPER_SIZES)
export const printPartSchema = z.object({
  /** A PDF of the papers folder. */
  file: z.string(),
  /** The name the system knows a printer by; null asks with the system's own dialog. */
  printer: z.string().min(1).nullable(),
  paperSize: paperSizeSchema,
  copies: z.int().min(1).max(MOST_COPIES),
  duplex: z.enum(DUPLEX_MODES),
  /** First and last page, counted from 1; null is the whole file. */
  pages: z.object({ from: page, to: page }).nullable(),
})
export type PrintPart = z.output<typeof printPartSchema>

/** `ok` means that the system's queue has it: whether it came out of the printer only a person can see. */
export type PrintReply = { ok: true } | { ok: false; reason: 'cancelled' | 'noPrinter' | 'failed'; detail: string }

export interface Printer {
  /** As the system knows it. */
  name: string
  /** As people know it. */
  displayName: string
  /** Told by older systems alone. */
  isDefault: boolean
}

/** The printer chosen for each size of paper on this computer. */
export type ChosenPrinters = Partial<Record<PaperSize, string>>
