/** English of the parts that screens share. */

import type { components as vietnamese } from '../vi/components.ts'

export const components = {
  close: 'Close',
  cancel: 'Cancel',
  keep: 'Keep',
  day: { placeholder: 'dd/mm/yyyy', notADay: 'Not a day; type it like 05/11/2026', today: 'Ctrl+; is today' },
  lines: { amount: 'Amount', pasteHint: 'Rows copied from Excel can be pasted (Ctrl+V) into the name field' },
  householdSearch: {
    label: 'Find a household',
    placeholder: 'A name without accents, a customer code, the last digits of an ID…',
    results: 'Results',
    clear: 'Clear',
    nothing: 'No household matches. Type less, or the last digits of the customer code.',
  },
  failure: { code: 'Code', copy: 'Copy details', copied: 'Copied', tryAgain: 'Try again' },
  job: {
    stop: 'Stop',
    pause: 'Pause',
    resume: 'Go on',
    paused: 'Paused',
    stages: {
      reading: 'Reading',
      comparing: 'Comparing with the ledger',
      writing: 'Writing to the ledger',
      rendering: 'Making papers',
      checking: 'Checking',
      packing: 'Packing',
    },
  },
  commune: {
    placeholder: 'No diacritics needed: x dong mau',
    listed: (code: string, commune: string) => `Code ${code} · ${commune}`,
    listedBefore: (code: string, day: string) => `Code ${code}, by the list of ${day}`,
    now: (oldWard: string, commune: string) => `${oldWard} (of before) is now ${commune}`,
    is: (commune: string) => `This address is in ${commune}`,
    use: 'Take it',
    splitQuestion: (oldWard: string) => `${oldWard} (of before) was split. This household now lives in:`,
    whichOne: 'Several places have this name. This household now lives in:',
    from: (oldWard: string, district: string, province: string) => `before: ${oldWard}, ${district}, ${province}`,
    notListed: 'Not in the list; it is kept as typed, without a code',
  },
  loading: 'Loading…',
  unknown: '–',
  reason: 'Reason',
} satisfies typeof vietnamese
