/** Bản đã ký: stacks of signed papers come back as scans; what is sure is kept at one key, the rest is looked at. */

import { Group, Loader, Select, Tabs, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { ScannedPage } from '../../../contract/scans.ts'
import { formatDay } from '../../../domain/day.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { withoutDiacritics } from '../../components/CategorySelect.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { PageList } from './PageList.tsx'
import { PageReview } from './PageReview.tsx'
import { ScanFolder } from './ScanFolder.tsx'
import classes from './Scans.module.css'
import { SCAN_SHELVES, type ScanShelf } from './scans-view.ts'
import { type Deciding, useDeciding } from './use-deciding.ts'
import { type ReadingScans, useReadingScans } from './use-reading-scans.ts'

const route = getRouteApi('/scans')

/** More than a scanner makes in a morning; what is decided makes room for the next. */
const AT_ONCE = 2000

export function Scans() {
  const text = useText().scans
  const { shelf = 'undecided', eventId, files } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useOfficeQuery('scans.queue', { show: shelf, limit: AT_ONCE }, { keeps: true })
  const reading = useReadingScans(
    eventId ?? null,
    files,
    () => void navigate({ search: (view) => ({ ...view, files: undefined }), replace: true }),
  )
  const deciding = useDeciding()
  const [chosenId, setChosenId] = useState<string>()
  const pages = data?.pages ?? []
  const chosen = pages.find(({ pageId }) => pageId === chosenId) ?? pages[0]

  /** The page after this one, which is where the work goes on; the one before at the end of the stack. */
  function goOn(from: ScannedPage): void {
    const at = pages.findIndex(({ pageId }) => pageId === from.pageId)
    setChosenId((pages[at + 1] ?? pages[at - 1])?.pageId)
  }
  return (
    <section className={classes.screen} aria-labelledby="scans-title">
      <Heading eventId={eventId ?? null} reading={reading} />
      <Group px="md" className={classes.tabsLine ?? ''} justify="space-between" wrap="nowrap">
        <Tabs
          value={shelf}
          onChange={(next) =>
            void navigate({ search: { eventId, shelf: SCAN_SHELVES.find((one) => one === next) }, replace: true })
          }
        >
          <Tabs.List className={classes.tabs ?? ''}>
            {SCAN_SHELVES.map((one) => (
              <Tabs.Tab key={one} value={one} rightSection={<Count count={data?.counts[one]} />}>
                {text.shelves[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <Actions shelf={shelf} pages={pages} deciding={deciding} />
      </Group>
      {reading.isRunning && (
        <div className={classes.job}>
          <JobProgress progress={reading.progress} onCancel={reading.cancel} pausing={reading.pausing} />
        </div>
      )}
      <FailureAlert failure={error?.failure ?? reading.failure ?? deciding.failure} m="md" />
      {!data && !error && <Loader m="md" />}
      {data && !chosen && !reading.isRunning && <EmptyNote title={text.empty[shelf]} next={text.emptyNext} />}
      {chosen && (
        <div className={classes.work}>
          <PageList
            pages={pages}
            states={data?.states}
            chosenId={chosen.pageId}
            onChoose={(page) => setChosenId(page.pageId)}
          />
          <PageReview
            key={chosen.pageId}
            page={chosen}
            eventId={eventId ?? null}
            deciding={deciding}
            onDecided={() => goOn(chosen)}
          />
        </div>
      )}
    </section>
  )
}

function Count({ count }: { count: number | undefined }) {
  if (count === undefined) return null
  return (
    <Text span size="xs" c="gray.7">
      {showCount(count)}
    </Text>
  )
}

function Heading({ eventId, reading }: { eventId: string | null; reading: ReadingScans }) {
  const text = useText().scans
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
      <ScanFolder onFiles={reading.read} isReading={reading.isRunning} />
      <CommandButton
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
