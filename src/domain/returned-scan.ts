/** A signed paper comes back as a scanned page: which paper it is, and what keeps a person from taking it as that. */

/**
 * `matched`: one paper of ours, whole; `unsure`: a person must look (two papers on a page, a voided paper, an empty
 * signature box); `unreadable`: no code; `duplicate`: that paper is back already, or twice in the stack; `foreign`:
 * another office's paper, or of another distribution than the one whose stack this is said to be.
 */
export const SCAN_STATES = ['matched', 'unsure', 'unreadable', 'duplicate', 'foreign'] as const
export type ScanState = (typeof SCAN_STATES)[number]

/** What the box a household signs in looks like. */
export const SIGNATURE_LOOKS = ['signed', 'looksEmpty', 'notLooked'] as const
export type SignatureLook = (typeof SIGNATURE_LOOKS)[number]

export function scanState(facts: {
  /** Codes of ours that were read, each once. */
  codes: readonly string[]
  isForeignOffice: boolean
  paper: { isVoided: boolean; isBack: boolean; eventId: string | null } | null
  /** The distribution whose stack this is said to be; null where nothing was said. */
  eventId: string | null
  signature: SignatureLook
}): ScanState {
  const { codes, isForeignOffice, paper, eventId, signature } = facts
  if (codes.length === 0) return 'unreadable'
  if (codes.length > 1) return 'unsure'
  if (isForeignOffice || !paper) return 'foreign'
  if (paper.isBack) return 'duplicate'
  if (eventId !== null && paper.eventId !== eventId) return 'foreign'
  return paper.isVoided || signature === 'looksEmpty' ? 'unsure' : 'matched'
}
