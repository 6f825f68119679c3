/** Sửa điện: every repair from the survey to its certificate, as a list or a board; the communes' lists; the money. */

import { Tabs, Text, Title } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import type { OfficeDescription } from '../../../contract/office.ts'
import { ALL_REPAIRS } from '../../../contract/repairs.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showCount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { PrintDialog } from '../../components/printing/PrintDialog.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useScan } from '../../scanner/scans.ts'
import { useText } from '../../text/language.ts'
import { Confirmations } from './confirmations/Confirmations.tsx'
import { Costs } from './costs/Costs.tsx'
import { OpenForm } from './forms/OpenForm.tsx'
import { SurveyEntry } from './forms/survey/SurveyEntry.tsx'
import { OneRepair } from './one/OneRepair.tsx'
import { RepairFilters } from './RepairFilters.tsx'
import classes from './Repairs.module.css'
import { RepairsOverview } from './RepairsOverview.tsx'
import {
  filterOf,
  OPEN_NEW,
  REPAIR_LOOKS,
  REPAIR_SHELVES,
  type RepairLook,
  type RepairShelf,
  type RepairsView,
} from './repairs-view.ts'
import { type RepairPrinting, useRepairPrinting } from './use-repair-printing.ts'

const route = getRouteApi('/repairs')

export function Repairs() {
  const { data: office } = useOfficeQuery('office.describe', {})
  return office ? <Screen office={office} /> : null
}

export type ShowRepairs = (change: RepairsView) => void

function Screen({ office }: { office: OfficeDescription }) {
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const printing = useRepairPrinting()
  const show: ShowRepairs = (change) =>
    void navigate({ search: (before: RepairsView) => ({ ...before, ...change }), replace: true })
  useScan(({ paper }) => {
    const repairId = paper?.repairId
    if (repairId) show({ repairId, open: undefined })
    return Boolean(repairId)
  })
  const common = { view, office, printing, show }
  return (
    <section className={classes.screen} aria-labelledby="repairs-title">
      {view.repairId ? <OneRepair key={view.repairId} repairId={view.repairId} {...common} /> : <Shelves {...common} />}
      <Printing printing={printing} />
      {view.open && (
        <OpenForm
          open={view.open}
          office={office}
          printing={printing}
          onClose={() => show({ open: undefined })}
          onOpened={(ids) => show({ open: undefined, repairId: ids.length === 1 ? ids[0] : undefined })}
        />
      )}
    </section>
  )
}

export interface RepairsScreenProps {
  view: RepairsView
  office: OfficeDescription
  printing: RepairPrinting
  show: ShowRepairs
}

function Shelves(props: RepairsScreenProps) {
  const { view, office, printing, show } = props
  const { shelf = 'all' } = view
  const [shownLast, keepLook] = useLook()
  const look = view.look ?? shownLast
  function showLook(next: RepairLook): void {
    keepLook(next)
    show({ look: next })
  }
  return (
    <>
      <Head {...props} look={look} onLook={showLook} />
      <div className={classes.tabsLine}>
        <ShelfTabs view={view} office={office} show={show} />
        {shelf === 'all' && <RepairFilters view={view} office={office} show={show} />}
      </div>
      {shelf === 'confirmations' && <Confirmations {...{ view, office, printing, show }} />}
      {shelf === 'costs' && <Costs show={show} />}
      {shelf !== 'confirmations' && shelf !== 'costs' && (
        <RepairsOverview key={shelf} {...props} look={shelf === 'all' ? look : 'list'} />
      )}
    </>
  )
}

/** Which look was used last is a habit of whoever sits at this computer. */
function useLook() {
  return useLocalStorage<RepairLook>({
    key: 'repairsLook',
    defaultValue: 'list',
    getInitialValueInEffect: false,
    deserialize: (kept) => REPAIR_LOOKS.find((known) => known === kept) ?? 'list',
    serialize: (kept) => kept,
  })
}

interface HeadProps extends RepairsScreenProps {
  look: RepairLook
  onLook: (look: RepairLook) => void
}

function Head({ view, office, show, look, onLook }: HeadProps) {
  const text = useText().repairs
  const { shelf = 'all' } = view
  const isOfRepairs = shelf !== 'confirmations' && shelf !== 'costs'
  const mayRecord = office.rights.includes('repair.record')
  const other = look === 'list' ? 'board' : 'list'
  return (
    <div className={classes.headLine}>
      <Title order={1} id="repairs-title">
        {text.title}
      </Title>
      {isOfRepairs && (
        <SearchField
          id="repairs.find"
          label={text.search}
          className={classes.search}
          text={view.text ?? ''}
          onFind={(typed) => show({ text: typed || undefined })}
        />
      )}
      <span className={classes.push} />
      {shelf === 'all' && (
        <CommandButton
          size="compact-md"
          variant="default"
          command={{ id: 'repairs.look', keys: 'F6', label: text.looks[other], run: () => onLook(other) }}
        />
      )}
      {isOfRepairs && <SurveyEntry office={office} isDisabled={!mayRecord} />}
      <CommandButton
        size="compact-md"
        command={{
          id: 'repairs.open',
          keys: 'mod+N',
          label: text.open,
          run: () => show({ open: OPEN_NEW }),
          isDisabled: !mayRecord,
        }}
      />
    </div>
  )
}

function ShelfTabs({ view, office, show }: Omit<RepairsScreenProps, 'printing'>) {
  const { shelves } = useText().repairs
  return (
    <Tabs
      value={view.shelf ?? 'all'}
      onChange={(next) => show({ shelf: REPAIR_SHELVES.find((shelf) => shelf === next), listId: undefined })}
    >
      <Tabs.List className={classes.shelves ?? ''}>
        {REPAIR_SHELVES.map((shelf) => (
          <Tabs.Tab key={shelf} value={shelf} px="xs" rightSection={<ShelfCount shelf={shelf} office={office} />}>
            {shelves[shelf]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}

/** Only what somebody must look after is counted. */
function ShelfCount({ shelf, office }: { shelf: RepairShelf; office: OfficeDescription }) {
  const isCounted = shelf === 'unsafe' || shelf === 'recheck'
  const filter = { ...ALL_REPAIRS, ...filterOf({ shelf }, office.today) }
  const { data } = useOfficeQuery('repairs.list', isCounted ? { filter, limit: 1 } : null, { keeps: true })
  if (!data || data.count === 0) return null
  return (
    <Text span size="xs" c="gray.7">
      {showCount(data.count)}
    </Text>
  )
}

/** The making of papers goes on while the clerk works; then the preview comes. */
function Printing({ printing }: { printing: RepairPrinting }) {
  const { progress, cancel, pausing, isRunning, failure, printed, close } = printing
  return (
    <>
      <FailureAlert failure={failure} mx="md" my="xs" />
      {isRunning && (
        <div className={classes.job}>
          <JobProgress progress={progress} onCancel={cancel} pausing={pausing} />
        </div>
      )}
      <PrintDialog printed={printed} onClose={close} />
    </>
  )
}
