/** Hands a gift over at the counter: every rule is asked, then the paper is the kit's, a spare, or a new one. */

import { give } from '../giving.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const handOverGift: CommandHandler<'gifts.handOver'> = (commanding, gift) => {
  const outcome = give(commanding, gift)
  return 'refusal' in outcome ? refused(outcome.refusal) : done(outcome.given, gift.householdId)
}
