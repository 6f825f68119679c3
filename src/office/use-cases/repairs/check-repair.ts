/** The checks after the work, and the look after months: the readings, held to the limits in force on the day. */

import type { ParsedInput } from '../../../contract/contract.ts'
import type { Day } from '../../../domain/day.ts'
import { type Refusal, refusal } from '../../../domain/refusal.ts'
import { refuseUnderAcceptance } from '../../../domain/repair.ts'
import { failedChecks, type RepairCheckRecord, refuseInstrument, refuseReadings } from '../../../domain/repair-check.ts'
import type { Reader } from '../../../ledger/connection.ts'
import { addChecks, checkLimitsOf } from '../../../ledger/repairs/repair-work.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { takeStep, voidStandingPapers } from '../../repairing.ts'

type Checks = Pick<ParsedInput<'repairs.check'>, 'tester' | 'instrument' | 'calibratedUntil' | 'readings'>

const NOT_PASSED_AGAIN = 'Kiểm tra lại không đạt'

export const checkRepair: CommandHandler<'repairs.check'> = (commanding, { repairId, on, ...checks }) => {
  const record = recordOf(commanding.reader, checks, on)
  const taken = takeStep(
    commanding,
    { repairId, event: 'check', on },
    (repair) => refuseUnderAcceptance(repair) ?? refuseRecord(record),
  )
  if ('refusal' in taken) return refused(taken.refusal)
  addChecks(commanding.writer, taken.stepId, record)
  const { householdId } = taken.repair.household
  return done({ state: taken.state, failedChecks: failedChecks(record) }, householdId)
}

/** A look that fails voids the certificate and what it rests on: the household is unsafe again, and waits for a day. */
export const recheckRepair: CommandHandler<'repairs.recheck'> = (commanding, input) => {
  const { repairId, on, remark, nextOn, ...checks } = input
  const record = recordOf(commanding.reader, checks, on)
  const failed = failedChecks(record)
  const event = failed.length === 0 ? 'recheckPassed' : 'recheckFailed'
  const taken = takeStep(
    commanding,
    { repairId, event, on, reason: remark, dueOn: nextOn },
    () =>
      refuseRecord(record) ??
      (failed.length > 0 && nextOn === null ? refusal('repair.followUpMissing', { failed }) : null),
  )
  if ('refusal' in taken) return refused(taken.refusal)
  addChecks(commanding.writer, taken.stepId, record)
  if (failed.length > 0) {
    const reason = remark === null ? NOT_PASSED_AGAIN : `${NOT_PASSED_AGAIN}: ${remark}`
    voidStandingPapers(commanding, repairId, { kinds: ['repairCertificate', 'acceptanceRecord'], on, reason })
  }
  return done({ state: taken.state, failedChecks: failed }, taken.repair.household.householdId)
}

function recordOf(reader: Reader, { readings, ...measured }: Checks, checkedOn: Day): RepairCheckRecord {
  return { ...readings, ...measured, checkedOn, limits: checkLimitsOf(reader) }
}

function refuseRecord(record: RepairCheckRecord): Refusal | null {
  return refuseReadings(record) ?? refuseInstrument(record, record.checkedOn)
}
