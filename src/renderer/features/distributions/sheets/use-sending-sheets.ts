/** Sends what became of papers to the office, and those who did not come on to another distribution. */

import type { Sheet } from '../../../../contract/distributions.ts'
import type { Failure } from '../../../../contract/failure.ts'
import type { Day } from '../../../../domain/day.ts'
import { showCount } from '../../../components/formats.ts'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { type EntryValues, fateOf } from './sheet-entry.ts'

interface SendingSheets {
  /** Answers what was written, in words, or null; `carryTo` is the distribution the households are expected at next. */
  send: (sheets: readonly Sheet[], values: EntryValues, carryTo: string | null) => Promise<string | null>
  isRunning: boolean
  failure: Failure | null
}

export function useSendingSheets(eventId: string): SendingSheets {
  const { entry } = useText().distributions
  const entering = useOfficeCommand('distributions.enterSheets')
  const carrying = useOfficeCommand('distributions.carryOver')

  async function send(sheets: readonly Sheet[], values: EntryValues, carryTo: string | null): Promise<string | null> {
    const { choice, on, reason } = values
    const receiptIds = sheets.map(({ receiptId }) => receiptId)
    entering.clearFailure()
    carrying.clearFailure()
    if (choice === 'notCollected' && carryTo !== null) {
      const carried = await carrying.run({ eventId, toEventId: carryTo, receiptIds, voidedOn: on as Day, reason })
      return carried && entry.carried(showCount(carried.carried))
    }
    const entered = await entering.run({ eventId, receiptIds, fate: fateOf(values, sheets) })
    return entered && entry.entered(showCount(entered.entered), entry.choices[choice])
  }
  return {
    send,
    isRunning: entering.isRunning || carrying.isRunning,
    failure: entering.failure ?? carrying.failure,
  }
}
