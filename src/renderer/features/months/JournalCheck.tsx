/** Whether the journal is one unbroken chain; asked for by hand, because it reads every row. */

import { Text } from '@mantine/core'
import { useState } from 'react'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'

export function JournalCheck() {
  const text = useText()
  const [isAsked, setAsked] = useState(false)
  const { data, error, isFetching } = useOfficeQuery('journal.verify', isAsked ? {} : null)
  const words = data
    ? data.firstBroken
      ? text.months.journalBroken(showCount(data.firstBroken.sequence))
      : text.months.journalGood(showCount(data.rowCount))
    : null
  return (
    <>
      {words && (
        <Text size="sm" fw={600} c={data?.firstBroken ? 'red.9' : 'teal.9'} role="status">
          {words}
        </Text>
      )}
      <FailureAlert failure={error?.failure} p="xs" />
      <CommandButton
        variant="default"
        isRunning={isFetching}
        command={{ id: 'months.journal', keys: null, label: text.months.journal, run: () => setAsked(true) }}
      />
    </>
  )
}
