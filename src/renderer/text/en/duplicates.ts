/** English of settling entries that may be one household. */

import type { duplicates as vietnamese } from '../vi/duplicates.ts'

export const duplicates = {
  title: 'Duplicates',
  states: { open: 'To settle', later: 'Put off', different: 'Not the same' },
  list: 'Pairs that may be one household',
  score: 'Alike',
  pair: 'The two',
  scoreOf: (score: number) => `Alike ${score}/100`,
  empty: {
    open: 'There is no pair left to settle',
    later: 'No pair was put off',
    different: 'No pair was said to be two households yet',
  },
  emptyNext: 'New pairs appear when households that look alike are registered or taken in with a list.',
  about: 'Only pairs of one household',
  showAll: 'Show all pairs',
  choosePair: 'Choose a pair at the left',
  keep: 'Keep this one',
  kept: 'Kept',
  merged: 'Merged into the other',
  papers: (gifts: number, repairs: number) => `${gifts} gifts · ${repairs} repairs`,
  differing: 'Where they differ: choose what is right',
  same: (count: number) => `The same: ${count} fields`,
  valueOf: (field: string, side: string) => `${field}: of ${side}`,
  nothing: 'empty',
  bothGiven: (campaigns: string) =>
    `Both were given a gift: ${campaigns}. If they are one household, it was given twice; tell the supervisor after merging.`,
  afterMerge: 'Receipts and certificates of both stay as issued and are found under the kept one.',
  merge: 'Merge',
  different: 'Not the same',
  later: 'Later',
  undo: 'Undo',
  done: {
    merged: (name: string) => `Merged into ${name}`,
    different: (name: string) => `Noted: ${name} are two households`,
    later: (name: string) => `Put off: ${name}`,
    undone: 'Undone',
    takenBack: 'The pair is where it was',
  },
} satisfies typeof vietnamese
