/**
 * The facts every paper shares. They are stored with the paper as plain JSON, words included, so that a reprint in
 * three years is the same paper whatever the office, the categories or the program are called by then.
 */

/** The office as its papers' heads and signatures name it. */
export interface PaperOffice {
  officeName: string
  parentOrganisation: string
  officeCode: string
  /** The place papers are dated at: "Krông Pắc". */
  place: string
  signerTitle: string
  signerName: string
}

/** A household as a paper names it. The citizen ID is masked before it comes here; `categoryName` is in words. */
export interface PaperHousehold {
  headOfHousehold: string
  birthYear: number | null
  citizenIdMasked: string | null
  categoryName: string | null
  addressText: string | null
  customerCode: string | null
  meterNumber: string | null
}

export interface PaperCampaign {
  name: string
  decisionNumber: string | null
  fundingSource: string | null
}

/** Somebody who acts on a paper, with the office or post they hold. */
export interface PaperPerson {
  fullName: string
  title: string | null
}

/** What every paper's data begins with. `isPractice` prints MẪU across: no such paper counts. */
export interface PaperData {
  office: PaperOffice
  isPractice: boolean
}

/** How to print, not what: 0 is the original, n is "Bản sao lần n". */
export interface Printing {
  copyNumber: number
}

export const ORIGINAL: Printing = { copyNumber: 0 }
