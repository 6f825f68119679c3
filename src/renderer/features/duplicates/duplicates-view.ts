/** What the screen of duplicates shows, as it stands in the address. */

import { PAIR_STATES, type PairState } from '../../../domain/duplicate.ts'

export interface DuplicatesView {
  state?: PairState | undefined
  /** Only pairs of this household. */
  about?: string | undefined
}

export function readDuplicatesView({ state, about }: Record<string, unknown>): DuplicatesView {
  return {
    state: PAIR_STATES.find((known) => known === state),
    about: typeof about === 'string' && about ? about : undefined,
  }
}
