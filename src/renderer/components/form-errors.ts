/** Turns what the office says of a form's fields into the form's own errors. */

import type { Failure } from '../../contract/failure.ts'
import type { Text } from '../text/texts.ts'

/** Field path ('giftPackages.0.name') to its problem in words; empty for other failures. */
export function fieldErrors(text: Text, failure: Failure | null): Record<string, string> {
  if (failure?.family !== 'invalid-input') return {}
  return Object.fromEntries(
    failure.issues.map(({ path, problem }) => [path.join('.'), text.failures.inputProblems[problem]]),
  )
}
