/** What a month's panel tells of its indicators of service, and the way to their sheet. */

import { Group, Text } from '@mantine/core'
import type { OfficeDescription } from '../../../../contract/office.ts'
import type { Period } from '../../../../domain/period.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { IndicatorSheet } from './IndicatorSheet.tsx'
import classes from './Indicators.module.css'

interface IndicatorSectionProps {
  period: Period
  rights: OfficeDescription['rights']
  isSheetOpen: boolean
  onSheet: (isOpen: boolean) => void
}

export function IndicatorSection({ period, rights, isSheetOpen, onSheet }: IndicatorSectionProps) {
  const { indicators: words, trade } = useText()
  const { data, error } = useOfficeQuery('indicators.ofMonth', { period })
  if (error) return <FailureAlert failure={error.failure} />
  if (!data) return null
  const { indicators, isClosed } = data
  const entered = indicators.filter(({ verdict }) => verdict !== 'notEntered').length
  const counts = (['met', 'notMet'] as const).flatMap((verdict) => {
    const count = indicators.filter((indicator) => indicator.verdict === verdict).length
    return count > 0 ? [`${trade.indicatorVerdicts[verdict]}: ${count}`] : []
  })
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">
        <strong>{words.title}</strong> {[words.counts(entered, indicators.length), ...counts].join(' · ')}
      </Text>
      <CommandButton
        size="compact-sm"
        variant="default"
        className={classes.fixed ?? ''}
        command={{
          id: 'months.indicators',
          keys: 'mod+I',
          label: isClosed ? words.look : words.open,
          run: () => onSheet(true),
        }}
      />
      {isSheetOpen && <IndicatorSheet month={data} rights={rights} onClose={() => onSheet(false)} />}
    </Group>
  )
}
