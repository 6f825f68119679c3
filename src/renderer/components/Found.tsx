/** A text found by typing, the letters that were typed marked. */

import classes from './HouseholdSearch.module.css'
import { highlightParts } from './highlight-parts.ts'

export function Found({ text, typed }: { text: string; typed: string }) {
  if (typed === '' || text === '') return text
  return highlightParts(text, typed).map(({ text: part, isMatch }, at) =>
    isMatch ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name.
      <mark key={at} className={classes.match}>
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
