/** One distribution: before its kit who is expected, afterwards its papers, their entry and their balance. */

import { Button, Group, Loader, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Campaign } from '../../../contract/campaigns.ts'
import type { Output } from '../../../contract/contract.ts'
import type { DistributionEvent } from '../../../contract/distributions.ts'
import type { OfficeDescription } from '../../../contract/office.ts'
import { formatDay } from '../../../domain/day.ts'
import { useCommands } from '../../commands/registry.ts'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { showAmount, showCount } from '../../components/formats.ts'
import { JobProgress } from '../../components/JobProgress.tsx'
import { PrintDialog } from '../../components/printing/PrintDialog.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import type { Text as Words } from '../../text/texts.ts'
import classes from './Distributions.module.css'
import type { DistributionsView } from './distributions-view.ts'
import { ExpectedList } from './ExpectedList.tsx'
import { KitActions } from './kit/KitActions.tsx'
import { type KitPrinting, useKitPrinting } from './kit/use-kit-printing.ts'
import { PlanForm } from './plan/PlanForm.tsx'
import { planValuesOf } from './plan/plan-values.ts'
import { SheetWork } from './sheets/SheetWork.tsx'

interface DistributionProps {
  eventId: string
  view: DistributionsView
  office: OfficeDescription
  campaigns: readonly Campaign[]
  events: readonly DistributionEvent[]
  show: (view: DistributionsView) => void
}

export function Distribution({ eventId, view, office, campaigns, events, show }: DistributionProps) {
  const { data, error } = useOfficeQuery('distributions.get', { eventId })
  const printing = useKitPrinting()
  const toList = () => show({ campaignId: view.campaignId })
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data) return <Loader m="md" />
  const { event } = data
  if (view.plan === 'change' && !event.kit) {
    const backHere = () => show({ ...view, plan: undefined })
    return (
      <PlanForm
        today={office.today}
        campaigns={campaigns}
        initial={planValuesOf(event)}
        changed={data}
        onDone={backHere}
        onLeave={backHere}
      />
    )
  }
  const campaign = campaigns.find(({ campaignId }) => campaignId === event.campaignId)
  return (
    <section className={classes.screen} aria-labelledby="distributions-title">
      <Heading event={event} toList={toList}>
        <KitActions
          event={event}
          office={office}
          printing={printing}
          onChange={() => show({ ...view, plan: 'change' })}
          onGone={toList}
        />
      </Heading>
      <Printing printing={printing} />
      {event.kit && campaign ? (
        <SheetWork
          found={data}
          campaign={campaign}
          events={events}
          office={office}
          shownFate={view.fate}
          onFate={(fate) => show({ ...view, fate })}
        />
      ) : (
        <Planned data={data} />
      )}
    </section>
  )
}

interface HeadingProps {
  event: DistributionEvent
  toList: () => void
  children: ReactNode
}

function Heading({ event, toList, children }: HeadingProps) {
  const text = useText().distributions
  const { placeName, heldOn, campaignName, householdCount, valueDong } = event
  const inAll = text.facts(campaignName, showCount(householdCount), showAmount(valueDong))
  const facts = event.kit ? [inAll, ...peopleOf(event, text)].join(' · ') : inAll
  useCommands([{ id: 'distributions.toList', keys: 'Alt+ArrowLeft', label: text.toList, run: toList }])
  return (
    <Group px="md" pt={8} pb={6} justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap" className={classes.heading ?? ''}>
        <Button size="compact-sm" variant="default" onClick={toList} title={text.toList} aria-label={text.toList}>
          ‹
        </Button>
        <div className={classes.heading}>
          <Title order={1} id="distributions-title" className={classes.cut ?? ''}>
            {text.heading(placeName, formatDay(heldOn))}
          </Title>
          <Text size="xs" c="gray.7" truncate title={facts}>
            {facts}
          </Text>
        </div>
      </Group>
      {children}
    </Group>
  )
}

/** The making of papers goes on while the clerk works; then the preview comes. */
function Printing({ printing }: { printing: KitPrinting }) {
  const { progress, cancel, pausing, isRunning, failure, printed, close } = printing
  return (
    <>
      <FailureAlert failure={failure} mx="md" mb="xs" />
      {isRunning && (
        <div className={classes.job}>
          <JobProgress progress={progress} onCancel={cancel} pausing={pausing} />
        </div>
      )}
      <PrintDialog printed={printed} onClose={close} />
    </>
  )
}

/** Who hands out and who sees it, a part for each that is known. */
function peopleOf(event: DistributionEvent, { people }: Words['distributions']): string[] {
  return (['staff', 'witnesses'] as const).flatMap((of) => {
    const named = event[of].map(({ fullName, title }) => [fullName, title].filter(Boolean).join(', '))
    return named.length > 0 ? [`${people[of]}: ${named.join('; ')}`] : []
  })
}

function Planned({ data: { event, expected } }: { data: Output<'distributions.get'> }) {
  const text = useText().distributions
  return (
    <>
      <Text size="sm" px="md" pb={6}>
        {[...peopleOf(event, text), event.note].filter(Boolean).join(' · ')}
      </Text>
      <ExpectedList expected={expected} />
    </>
  )
}
