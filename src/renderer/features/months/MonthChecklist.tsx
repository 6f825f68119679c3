/** The checklist of a month: what must be finished, what asks for a word, each line with a way to what it is about. */

import { Badge, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { MonthCheck } from '../../../contract/months.ts'
import { assertNever } from '../../../domain/brand.ts'
import { formatDay } from '../../../domain/day.ts'
import type { MonthBlock, MonthWarning } from '../../../domain/month-close.ts'
import type { UnfinishedItem } from '../../../domain/refusal.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { Icon } from '../../components/Icon.tsx'
import { RouteLink } from '../../components/RouteLink.tsx'
import { STATE_COLORS } from '../../components/state-colors.ts'
import { useText } from '../../text/language.ts'
import classes from './Months.module.css'

const MOST_SHOWN = 12

export function MonthChecklist({ check, onBackUp }: { check: MonthCheck; onBackUp: () => void }) {
  const { refusal, blocks, warnings } = check
  const items = refusal?.code === 'month.unfinished' ? refusal.parameters.items : []
  return (
    <Stack gap={6}>
      {refusal && refusal.code !== 'month.unfinished' && (
        <FailureAlert failure={{ family: 'refused', refusal }} p="xs" />
      )}
      <Verdict blocks={blocks} warnings={warnings} isReady={refusal === null} />
      <ul className={classes.checklist}>
        {blocks.map(({ code, count }) => (
          <BlockLine key={code} code={code} items={items.filter(({ kind }) => kind === code)} count={count} />
        ))}
        {warnings.map(({ code, count }) => (
          <WarningLine key={code} code={code} count={count} onBackUp={onBackUp} />
        ))}
      </ul>
      {items.length > 0 && <MendFirst items={items} />}
    </Stack>
  )
}

/** "✓ 2  ✗ 1  ⚠ 3": how far the month is from being closed, at a glance. */
function Verdict({ blocks, warnings, isReady }: Pick<MonthCheck, 'blocks' | 'warnings'> & { isReady: boolean }) {
  const text = useText().months
  const blocking = blocks.filter(({ count }) => count > 0).length
  return (
    <Group gap="xs" role="status">
      <Text fw={600}>{text.check}</Text>
      <Badge color="teal" c="gray.9" variant="light">
        {text.lines.good(blocks.length - blocking)}
      </Badge>
      {blocking > 0 && (
        <Badge color="red" c="gray.9" variant="light">
          {text.lines.blocking(blocking)}
        </Badge>
      )}
      {warnings.length > 0 && (
        <Badge color="orange" c="gray.9" variant="light">
          {text.lines.warning(warnings.length)}
        </Badge>
      )}
      {isReady && (
        <Text size="sm" c={STATE_COLORS.good}>
          {text.ready}
        </Text>
      )}
    </Group>
  )
}

function BlockLine({ code, items, count }: { code: MonthBlock; items: readonly UnfinishedItem[]; count: number }) {
  const { trade, months: text } = useText()
  const isDone = count === 0
  return (
    <li>
      <Group gap={6} wrap="nowrap" c={isDone ? STATE_COLORS.good : 'red.9'}>
        <Icon name={isDone ? 'done' : 'warning'} size={16} />
        <Text size="sm">{trade.monthBlocks[code]}</Text>
        {!isDone && <Text size="sm">({showCount(count)})</Text>}
      </Group>
      {items.slice(0, MOST_SHOWN).map((item) => (
        <UnfinishedLink key={keyOf(item)} item={item} />
      ))}
      {items.length > MOST_SHOWN && <Text size="sm">{text.more(showCount(items.length - MOST_SHOWN))}</Text>}
    </li>
  )
}

function keyOf(item: UnfinishedItem): string {
  switch (item.kind) {
    case 'repairNotCertified':
      return item.repairId
    case 'sheetsUnaccounted':
      return item.eventId
    case 'listWaiting':
      return `${item.campaignId} ${item.listNumber}`
    default:
      return assertNever(item)
  }
}

function UnfinishedLink({ item }: { item: UnfinishedItem }) {
  const { trade } = useText()
  switch (item.kind) {
    case 'repairNotCertified':
      return (
        <RouteLink
          to="/repairs"
          search={{ repairId: item.repairId }}
          label={trade.repairNotCertified(item.headOfHousehold, formatDay(item.on))}
          leftSection={<Icon name="repairs" size={16} />}
          py={2}
        />
      )
    case 'sheetsUnaccounted':
      return (
        <RouteLink
          to="/distributions"
          search={{ eventId: item.eventId, fate: 'open' }}
          label={trade.sheetsUnaccounted(item.placeName, formatDay(item.on), item.count)}
          leftSection={<Icon name="distributions" size={16} />}
          py={2}
        />
      )
    case 'listWaiting':
      return (
        <RouteLink
          to="/campaigns"
          search={{ campaignId: item.campaignId, tab: 'lists' }}
          label={trade.listWaiting(item.campaignName, item.listNumber)}
          leftSection={<Icon name="campaigns" size={16} />}
          py={2}
        />
      )
    default:
      return assertNever(item)
  }
}

interface WarningLineProps {
  code: MonthWarning
  count: number
  onBackUp: () => void
}

function WarningLine({ code, count, onBackUp }: WarningLineProps) {
  const { trade, months: text } = useText()
  return (
    <li>
      <Group gap={6} wrap="nowrap">
        <Text span c={STATE_COLORS.waiting} lh={1}>
          <Icon name="warning" size={16} />
        </Text>
        <Text size="sm" className={classes.grow ?? ''}>
          {trade.monthWarnings[code](count)}
        </Text>
        {code === 'noBackup' ? (
          <CommandButton
            size="compact-sm"
            variant="default"
            command={{ id: 'months.backUp', keys: 'F6', label: text.backUp, run: onBackUp }}
          />
        ) : (
          <WarningLink code={code} />
        )}
      </Group>
    </li>
  )
}

/** Where a warning can be looked at; nothing is to be looked at of an empty month. */
function WarningLink({ code }: { code: Exclude<MonthWarning, 'noBackup'> }) {
  const label = useText().months.lookAt
  const looks = { label, py: 2, w: 'auto', className: classes.look ?? '' }
  switch (code) {
    case 'noEntries':
      return null
    case 'missingCitizenIds':
      return <RouteLink {...looks} to="/households" search={{ missing: 'citizenId' }} />
    case 'voidsInMonth':
      return <RouteLink {...looks} to="/counter" />
    case 'campaignEndsWithoutHandovers':
      return <RouteLink {...looks} to="/campaigns" />
    case 'sheetsMissing':
      return <RouteLink {...looks} to="/distributions" />
    case 'receiptsNotBack':
    case 'certificatesNotBack':
      return <RouteLink {...looks} to="/scans" />
    case 'indicatorsNotEntered':
      return <RouteLink {...looks} to="/months" search={(now) => ({ ...now, sheet: 'indicators' })} />
    case 'stockNotCounted':
      return <RouteLink {...looks} to="/stock" search={{ form: 'count' }} />
    default:
      return assertNever(code)
  }
}

/** One key to the first thing that stands in the way. */
function MendFirst({ items }: { items: readonly UnfinishedItem[] }) {
  const text = useText().months
  const navigate = useNavigate()
  function mendFirst(): void {
    const [first] = items
    if (first?.kind === 'sheetsUnaccounted') {
      void navigate({ to: '/distributions', search: { eventId: first.eventId, fate: 'open' } })
    } else if (first?.kind === 'listWaiting') {
      void navigate({ to: '/campaigns', search: { campaignId: first.campaignId, tab: 'lists' } })
    } else void navigate({ to: '/repairs', search: { state: 'awaitingAcceptance' } })
  }
  return (
    <Group>
      <CommandButton
        size="compact-sm"
        variant="default"
        command={{ id: 'months.mend', keys: 'F9', label: text.mendNow, run: mendFirst }}
      />
    </Group>
  )
}
