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
    stages: {
      reading: 'Reading',
      comparing: 'Comparing with the ledger',
      writing: 'Writing to the ledger',
      rendering: 'Making papers',
      checking: 'Checking',
      packing: 'Packing',
    },
  },
  loading: 'Loading…',
  unknown: '–',
  reason: 'Reason',
} satisfies typeof vietnamese
