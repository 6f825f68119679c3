/** The key of a button, drawn in the button's own colour. Screen readers are told it by `aria-keyshortcuts`. */

import { Kbd } from '@mantine/core'
import classes from './KeyHint.module.css'

/** `keys` as people read them: Ctrl+K. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <Kbd className={classes.keys ?? ''} aria-hidden>
      {keys}
    </Kbd>
  )
}
