/** Sửa điện: finished repairs by state; recorded, then certified with a numbered paper, or voided. */

import { Badge, Box, Group, Tabs, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Repair } from '../../../contract/repairs.ts'
import type { Day } from '../../../domain/day.ts'
import { searchKey } from '../../../domain/vietnamese.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useCommands } from '../../commands/registry.ts'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { Icon } from '../../components/Icon.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { RepairActions } from './RepairActions.tsx'
import { RepairDetails } from './RepairDetails.tsx'
import { RepairForm } from './RepairForm.tsx'
import { RepairList, type RepairListProps } from './RepairList.tsx'
import classes from './Repairs.module.css'
import type { RepairValues } from './repair-values.ts'
import { REPAIR_STATES, type RepairStateName, type RepairsView } from './repairs-view.ts'
import { type CertificatePrinting, usePrinting } from './use-printing.ts'

/** As many as the office lists at once: years of repairs of one office. */
const MOST_SHOWN = 5000
const PAUSE_MILLISECONDS = 120

const route = getRouteApi('/repairs')

export function Repairs() {
  const { data: office } = useOfficeQuery('office.describe', {})
  return office ? <Screen today={office.today} /> : null
}

function Screen({ today }: { today: Day }) {
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useOfficeQuery('repairs.list', { state: view.state ?? null, limit: MOST_SHOWN })
  const print = usePrinting()
  const draft = useRef<RepairValues | null>(null)
  const [typed, setTyped] = useState('')
  const [sought] = useDebouncedValue(typed, PAUSE_MILLISECONDS)
  const [activeId, setActiveId] = useState(view.repairId)
  const show = (next: RepairsView) => void navigate({ search: next, replace: true })

  const repairs = (data?.repairs ?? []).filter((repair) => isSought(repair, sought))
  const active = repairs.find(({ repairId }) => repairId === activeId) ?? repairs[0]
  const opened = data?.repairs.find(({ repairId }) => repairId === view.repairId)
  return (
    <section className={classes.screen} aria-labelledby="repairs-title">
      <Head
        typed={typed}
        onType={setTyped}
        isPrinting={print.isRunning}
        onPrintAll={() => void print.show(null)}
        onRecord={() => show({ ...view, record: 'new' })}
      />
      <div className={classes.tabsLine}>
        <StateTabs value={view.state} onChange={(state) => show({ state })} />
      </div>
      <FailureAlert failure={error?.failure ?? print.failure} m="md" />
      <Printing print={print} />
      {data && (
        <Found
          key={view.state ?? 'all'}
          repairs={repairs}
          isSearch={sought !== ''}
          activeId={activeId}
          takesFocus={!view.repairId && !view.record}
          onMove={({ repairId }) => setActiveId(repairId)}
          onOpen={({ repairId }) => show({ ...view, repairId })}
        />
      )}
      <div className={classes.bar}>
        {data && <Count shown={repairs.length} count={data.count} />}
        <RepairActions repair={active} today={today} print={print} />
      </div>
      {view.repairId && data && (
        <RepairDetails
          repair={opened}
          onClose={() => show({ state: view.state })}
          onRecordAnother={(householdId) => show({ state: view.state, record: householdId })}
          actions={<RepairActions repair={opened} today={today} print={print} />}
        />
      )}
      <RepairForm
        isOpen={view.record !== undefined}
        today={today}
        householdId={view.record && view.record !== 'new' ? view.record : null}
        draft={draft}
        onChoose={(householdId) => show({ ...view, record: householdId ?? 'new' })}
        onClose={() => show({ state: view.state })}
        onRecorded={setActiveId}
      />
    </section>
  )
}

function Found({ isSearch, ...list }: RepairListProps & { isSearch: boolean }) {
  const text = useText().repairs
  if (list.repairs.length > 0) return <RepairList {...list} />
  return isSearch ? (
    <EmptyNote title={text.nothingFound} next={text.nothingFoundNext} />
  ) : (
    <EmptyNote title={text.empty} next={text.emptyNext} />
  )
}

function Printing({ print }: { print: CertificatePrinting }) {
  if (!print.isRunning) return null
  return (
    <Box px="md" py={6}>
      <JobProgress progress={print.progress} onCancel={print.cancel} pausing={print.pausing} />
    </Box>
  )
}

/** Every word of what is sought stands in the name, the place, the crew, the condition or the number. */
function isSought(repair: Repair, sought: string): boolean {
  const { headOfHousehold, hamlet, communeName, crew, conditionFound, documentNumber } = repair
  const key = searchKey([headOfHousehold, hamlet, communeName, crew, conditionFound, documentNumber].join(' '))
  return searchKey(sought)
    .split(' ')
    .every((word) => key.includes(word))
}

interface HeadProps {
  typed: string
  onType: (typed: string) => void
  isPrinting: boolean
  onPrintAll: () => void
  onRecord: () => void
}

function Head({ typed, onType, isPrinting, onPrintAll, onRecord }: HeadProps) {
  const text = useText().repairs
  const search = useRef<HTMLInputElement>(null)
  useCommands([{ id: 'repairs.find', keys: 'F3', label: text.search, run: () => search.current?.focus() }])
  return (
    <Group px="md" pt="sm" pb={6} justify="space-between" wrap="nowrap">
      <Title order={1} id="repairs-title">
        {text.title}
      </Title>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          ref={search}
          w={230}
          aria-label={text.search}
          placeholder={`${text.search} (F3)`}
          leftSection={<Icon name="search" size={16} />}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
        />
        <CommandButton
          variant="default"
          isRunning={isPrinting}
          command={{ id: 'repairs.printAll', keys: 'mod+B', label: text.printAll, run: onPrintAll }}
        />
        <CommandButton command={{ id: 'repairs.record', keys: 'mod+N', label: text.record, run: onRecord }} />
      </Group>
    </Group>
  )
}

interface StateTabsProps {
  value: RepairStateName | undefined
  onChange: (state: RepairStateName | undefined) => void
}

function StateTabs({ value, onChange }: StateTabsProps) {
  const { states } = useText().repairs
  return (
    <Tabs
      value={value ?? 'all'}
      onChange={(tab) => onChange(REPAIR_STATES.find((state) => state === tab))}
      keepMounted={false}
    >
      <Tabs.List>
        {([...REPAIR_STATES, 'all'] as const).map((state) => (
          <Tabs.Tab key={state} value={state} rightSection={<StateCount state={state} />}>
            {states[state]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}

function StateCount({ state }: { state: RepairStateName | 'all' }) {
  const { data } = useOfficeQuery('repairs.list', { state: state === 'all' ? null : state, limit: 1 }, { keeps: true })
  return data ? (
    <Badge size="sm" variant="light" color="gray" c="gray.8">
      {showCount(data.count)}
    </Badge>
  ) : null
}

function Count({ shown, count }: { shown: number; count: number }) {
  const text = useText().repairs
  return (
    <Text size="xs" c="gray.7">
      {shown < count ? text.countOf(showCount(shown), showCount(count)) : text.count(showCount(count))}
    </Text>
  )
}
