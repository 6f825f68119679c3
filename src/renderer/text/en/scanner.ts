/** English of what a scanner or the picture of a card brings. */

export const scanner = {
  open: 'Open this household',
  openNamed: (name: string) => `Open ${name}`,
  openRepair: 'Open the repair',
  registerWith: 'Add a household with this number',
  card: (maskedCitizenId: string) => `ID card ${maskedCitizenId}`,
  bornIn: (year: number) => `born ${year}`,
  ofHousehold: (household: string) => `It is the one of ${household}.`,
  notKnown: 'No household of the ledger has this number yet.',
  oldNumberMatches:
    'No household has this number, but the old number on the card is the one of the household below. Ask its head before you use it.',
  paper: (documentNumber: string) => `Paper ${documentNumber}`,
  paperOf: (household: string, on: string) => `Of ${household}, dated ${on}.`,
  paperVoided: (on: string) => `Voided on ${on}.`,
  paperNotKnown: 'No paper of this ledger has the code that was scanned',
  paperNotKnownNext:
    'Another office may have issued it, or another ledger is open: read the number and the office on the paper.',
  garbled: 'The card that was scanned cannot be believed',
  garbledNext:
    'Its numbers do not belong together, mostly because of the Vietnamese keyboard. Turn Unikey off (V becomes E) and scan again; if it stays so, type the 12 digits of the card.',
  unknown: 'What was scanned is neither an ID card nor a paper of this ledger',
  unknownNext:
    'Scan the QR code in the corner of the ID card, or the code on a receipt. To scan another number into a field, click the field first.',
  dropPicture: 'Drop it here to read the picture of an ID card',
  fill: {
    readPicture: 'Read a picture of the card…',
    hint: 'Or scan the QR code of the card; the cursor may be anywhere.',
    filled: (maskedCitizenId: string) => `Filled in from the card ${maskedCitizenId}.`,
    sameHousehold: 'It is the card of this household.',
    taken: (maskedCitizenId: string, household: string) =>
      `The number ${maskedCitizenId} is the one of ${household}, so nothing was filled in here.`,
    replaces: (maskedCitizenId: string) =>
      `It is not the kept number ${maskedCitizenId}: keeping the form replaces that.`,
    otherName: (name: string) =>
      `The card is in the name of ${name}, not of the head written here: see whose card it is.`,
    maybeKnown: (households: string) =>
      `The old number on the card is the one of: ${households}. It may be there already.`,
  },
}
