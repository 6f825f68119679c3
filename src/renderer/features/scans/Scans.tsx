/** Bản đã ký: stacks of signed papers come back as scans; what is sure is kept at one key, the rest is looked at. */

import { Group, Loader, Select, Tabs, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ScannedPage } from '../../../contract/scans.ts'
import { formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { MissingPaperList } from '../../components/MissingPaperList.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { PageList } from './PageList.tsx'
import { PageReview } from './PageReview.tsx'
import { useScanReading } from './ScanReading.tsx'
import classes from './Scans.module.css'
import { SCAN_TABS, type ScanShelf, type ScanTab } from './scans-view.ts'
import { type Deciding, useDeciding } from './use-deciding.ts'
import { WatchedFolder } from './WatchedFolder.tsx'

const route = getRouteApi('/scans')

/** More than a scanner makes in a morning; what is decided makes room for the next. */
const AT_ONCE = 2000

export function Scans() {
  const { tab = 'undecided', eventId } = route.useSearch()
  const navigate = route.useNavigate()
  const deciding = useDeciding()
  const reading = useScansOfScreen(eventId ?? null)
  const shelf = tab === 'missing' ? null : tab
  const { data, error } = useOfficeQuery('scans.queue', { show: shelf ?? 'undecided', limit: AT_ONCE }, { keeps: true })
  const pages = data?.pages ?? []
  return (
    <section className={classes.screen} aria-labelledby="scans-title">
      <Heading eventId={eventId ?? null} />
      <Group px="md" className={classes.tabsLine ?? ''} justify="space-between" wrap="nowrap">
        <ShelfTabs
          tab={tab}
          counts={data?.counts}
          onTab={(next) => void navigate({ search: { eventId, tab: next }, replace: true })}
        />
        {shelf && <Actions shelf={shelf} pages={pages} deciding={deciding} />}
      </Group>
      {reading.isRunning && (
        <div className={classes.job}>
          <JobProgress progress={reading.progress} onCancel={reading.cancel} pausing={reading.pausing} />
        </div>
      )}
      <FailureAlert failure={error?.failure ?? reading.failure ?? deciding.failure} m="md" />
      {shelf === null && <Missing eventId={eventId ?? null} />}
      {shelf && !data && !error && <Loader m="md" />}
      {shelf && data && (
        <Pages
          key={shelf}
          {...{ shelf, pages, deciding }}
          states={data.states}
          eventId={eventId ?? null}
          isReading={reading.isRunning}
        />
      )}
    </section>
  )
}

/** What is read while this screen shows a distribution is said to be of it; what was dropped is read at once. */
function useScansOfScreen(eventId: string | null) {
  const { files } = route.useSearch()
  const navigate = route.useNavigate()
  const reading = useScanReading()
  const { setEvent, read } = reading
  useEffect(() => {
    setEvent(eventId)
    return () => setEvent(null)
  }, [setEvent, eventId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped is read once.
  useEffect(() => {
    if (!files) return
    read(files)
    void navigate({ search: (view) => ({ ...view, files: undefined }), replace: true })
  }, [files])
  return reading
}

interface ShelfTabsProps {
  tab: ScanTab
  counts: Record<ScanShelf, number> | undefined
  onTab: (tab: ScanTab | undefined) => void
}

function ShelfTabs({ tab, counts, onTab }: ShelfTabsProps) {
  const text = useText().scans
  return (
    <Tabs value={tab} onChange={(next) => onTab(SCAN_TABS.find((one) => one === next))}>
      <Tabs.List className={classes.tabs ?? ''}>
        {SCAN_TABS.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            rightSection={<Count count={one === 'missing' ? undefined : counts?.[one]} />}
          >
            {text.shelves[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}

interface PagesProps {
  shelf: ScanShelf
  pages: readonly ScannedPage[]
  states: Record<ScannedPage['state'], number>
  eventId: string | null
  deciding: Deciding
  isReading: boolean
}

function Pages({ shelf, pages, states, eventId, deciding, isReading }: PagesProps) {
  const text = useText().scans
  const [chosenId, setChosenId] = useState<string>()
  const chosen = pages.find(({ pageId }) => pageId === chosenId) ?? pages[0]
  if (!chosen) return isReading ? null : <EmptyNote title={text.empty[shelf]} next={text.emptyNext} />

  /** The page after this one, which is where the work goes on; the one before at the end of the stack. */
  function goOn(from: ScannedPage): void {
    const at = pages.findIndex(({ pageId }) => pageId === from.pageId)
    setChosenId((pages[at + 1] ?? pages[at - 1])?.pageId)
  }
  return (
    <div className={classes.work}>
      <PageList
        pages={pages}
        states={shelf === 'undecided' ? states : undefined}
        chosenId={chosen.pageId}
        onChoose={(page) => setChosenId(page.pageId)}
      />
      <PageReview
        key={chosen.pageId}
        page={chosen}
        eventId={eventId}
        deciding={deciding}
        onDecided={() => goOn(chosen)}
      />
    </div>
  )
}

function Missing({ eventId }: { eventId: string | null }) {
  const { data, error } = useOfficeQuery('distributions.missingPapers', { campaignId: null, eventId })
  if (!data) return error ? <FailureAlert failure={error.failure} m="md" /> : <Loader m="md" />
  return <MissingPaperList groups={data.groups} isOfOneEvent={eventId !== null} />
}

function Count({ count }: { count: number | undefined }) {
  if (count === undefined) return null
  return (
    <Text span size="xs" c="gray.7">
      {showCount(count)}
    </Text>
  )
}

function Heading({ eventId }: { eventId: string | null }) {
  const text = useText().scans
  const reading = useScanReading()
  const navigate = route.useNavigate()
  const { data } = useOfficeQuery('distributions.list', { campaignId: null })
  const events = data?.events ?? []
  return (
    <Group px="md" pt="sm" pb={6} gap="md" wrap="nowrap">
      <Title order={1} id="scans-title" className={classes.title ?? ''}>
        {text.title}
      </Title>
      <Select
        className={classes.event ?? ''}
        aria-label={text.event}
        placeholder={text.anyEvent}
        clearable
        searchable
        filter={withoutDiacritics}
        data={events.map(({ eventId: value, placeName, heldOn }) => ({
          value,
          label: `${placeName} – ${formatDay(heldOn)}`,
        }))}
        value={eventId}
        onChange={(chosen) =>
          void navigate({ search: (view) => ({ ...view, eventId: chosen ?? undefined }), replace: true })
        }
      />
      <WatchedFolder />
      <CommandButton
        flex="none"
        isRunning={reading.isRunning}
        command={{ id: 'scans.choose', keys: 'mod+O', label: text.choose, run: () => void reading.choose() }}
      />
    </Group>
  )
}

interface ActionsProps {
  shelf: ScanShelf
  pages: readonly ScannedPage[]
  deciding: Deciding
}

function Actions({ shelf, pages, deciding }: ActionsProps) {
  const text = useText().scans
  const sure = pages.filter(({ state, decision }) => state === 'matched' && decision === null)
  return (
    <Group gap="xs" wrap="nowrap">
      {shelf === 'undecided' && (
        <CommandButton
          size="compact-sm"
          isRunning={deciding.isRunning}
          command={{
            id: 'scans.keepAll',
            keys: 'F8',
            label: text.keepAll(showCount(sure.length)),
            run: () => void deciding.keepAll(sure),
            isDisabled: sure.length === 0,
          }}
        />
      )}
      <CommandButton
        size="compact-sm"
        variant="default"
        command={{
          id: 'scans.undo',
          keys: 'mod+Z',
          label: text.undo,
          run: () => deciding.undo?.(),
          isDisabled: deciding.undo === null || deciding.isRunning,
          yieldsToFields: true,
        }}
      />
    </Group>
  )
}
