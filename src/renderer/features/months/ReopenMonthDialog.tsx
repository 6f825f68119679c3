/** Opening a closed month again: with a reason, until head office has accepted its package. */

import { notifications } from '@mantine/notifications'
import type { MonthLine } from '../../../contract/months.ts'
import { formatPeriod } from '../../../domain/period.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

export function ReopenMonthDialog({ month, onClose }: { month: MonthLine; onClose: () => void }) {
  const { reopen: words } = useText().months
  const { period, revision } = month
  const { run, isRunning, failure } = useOfficeCommand('months.reopen')

  async function reopen(reason: string): Promise<void> {
    if (!(await run({ period, reason }))) return
    notifications.show({ message: words.done(formatPeriod(period)) })
    onClose()
  }
  return (
    <ReasonDialog
      title={words.title(formatPeriod(period))}
      note={words.text(revision + 1)}
      color="orange"
      step={{ id: 'months.doReopen', label: words.button }}
      {...{ isRunning, failure, onClose }}
      onReason={(reason) => void reopen(reason)}
    />
  )
}
