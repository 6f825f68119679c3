/** What must be finished before a month is closed, each with a way to it; then what is worth a look. */

import { Alert, Group, List, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { MonthCheck } from '../../../contract/months.ts'
import { formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { Icon } from '../../components/Icon.tsx'
import { RouteLink } from '../../components/RouteLink.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'

const MOST_SHOWN = 12

export function MonthChecklist({ check }: { check: MonthCheck }) {
  const { months: text, trade } = useText()
  const { refusal, warnings } = check
  return (
    <Stack gap="xs">
      {refusal ? (
        <FailureAlert failure={{ family: 'refused', refusal }} p="xs" />
      ) : (
        <Group gap={6} c={STATE_COLORS.good} role="status" wrap="nowrap">
          <Icon name="done" />
          <Text fw={600}>{text.ready}</Text>
        </Group>
      )}
      {refusal?.code === 'month.unfinished' && <Unfinished items={refusal.parameters.items} />}
      {warnings.length > 0 && (
        <Alert color="orange" variant="light" p="xs">
          <Text size="sm" fw={600}>
            {text.warnings}
          </Text>
          <List size="sm" spacing={2}>
            {warnings.map(({ code, count }) => (
              <List.Item key={code}>{trade.monthWarnings[code](count)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  )
}

type UnfinishedItems = Extract<NonNullable<MonthCheck['refusal']>, { code: 'month.unfinished' }>['parameters']['items']

function Unfinished({ items }: { items: UnfinishedItems }) {
  const { months: text, trade } = useText()
  const navigate = useNavigate()
  function mendFirst(): void {
    const [first] = items
    if (first?.kind === 'sheetsUnaccounted') {
      void navigate({ to: '/distributions', search: { eventId: first.eventId, fate: 'open' } })
    } else void navigate({ to: '/repairs', search: { state: 'awaitingAcceptance' } })
  }
  return (
    <div>
      {items
        .slice(0, MOST_SHOWN)
        .map((item) =>
          item.kind === 'repairNotCertified' ? (
            <RouteLink
              key={item.repairId}
              to="/repairs"
              search={{ repairId: item.repairId }}
              label={trade.repairNotCertified(item.headOfHousehold, formatDay(item.on))}
              leftSection={<Icon name="repairs" size={16} />}
              py={4}
            />
          ) : (
            <RouteLink
              key={item.eventId}
              to="/distributions"
              search={{ eventId: item.eventId, fate: 'open' }}
              label={trade.sheetsUnaccounted(item.placeName, formatDay(item.on), item.count)}
              leftSection={<Icon name="distributions" size={16} />}
              py={4}
            />
          ),
        )}
      <Group mt={4} gap="sm">
        <CommandButton
          size="compact-sm"
          variant="default"
          command={{ id: 'months.mend', keys: 'F9', label: text.mendNow, run: mendFirst }}
        />
        {items.length > MOST_SHOWN && <Text size="sm">{text.more(showCount(items.length - MOST_SHOWN))}</Text>}
      </Group>
    </div>
  )
}
