/**
 * One repair whole: where it stands and what comes next, everything that was told of it, and its papers and pictures.
 */

import { Button, Loader, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { RepairDetail } from '../../../../contract/repairs.ts'
import { useCommands } from '../../../commands/registry.ts'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { nextActionOf } from '../next-step.ts'
import { RepairActions } from '../RepairActions.tsx'
import { placeOf } from '../RepairList.tsx'
import { Marks, StateBadge } from '../RepairMarks.tsx'
import type { RepairsScreenProps } from '../Repairs.tsx'
import { AcceptancePart } from './AcceptancePart.tsx'
import { ChecksPart } from './ChecksPart.tsx'
import { ComplaintsPart } from './ComplaintsPart.tsx'
import { FactsPart } from './FactsPart.tsx'
import { HistoryPart } from './HistoryPart.tsx'
import { MaterialsPart } from './MaterialsPart.tsx'
import classes from './OneRepair.module.css'
import { PapersPart } from './PapersPart.tsx'
import { PhotosPart } from './PhotosPart.tsx'
import { SurveyPart } from './SurveyPart.tsx'
import { Trail } from './Trail.tsx'
import { PlanPart, WorksPart } from './WorkParts.tsx'

export function OneRepair({ repairId, ...props }: RepairsScreenProps & { repairId: string }) {
  const { data, error } = useOfficeQuery('repairs.get', { repairId })
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data) return <Loader m="md" />
  return <Found repair={data} {...props} />
}

function Found({ repair, view, office, printing, show }: RepairsScreenProps & { repair: RepairDetail }) {
  const { today } = office
  const body = useRef<HTMLDivElement>(null)
  // The keys scroll what is read, until a form takes them.
  useEffect(() => {
    if (document.activeElement === document.body) body.current?.focus()
  }, [])
  const of = { repair, today, office }
  return (
    <>
      <Heading {...{ repair, view, office, printing, show }} />
      <Trail repair={repair} />
      <div ref={body} className={classes.body} tabIndex={-1}>
        <div className={classes.columns}>
          <div className={classes.main}>
            <FactsPart repair={repair} />
            <SurveyPart repair={repair} />
            <PlanPart repair={repair} />
            <MaterialsPart repair={repair} />
            <WorksPart repair={repair} />
            <ChecksPart repair={repair} />
            <AcceptancePart repair={repair} />
          </div>
          <div className={classes.side}>
            <PapersPart {...of} printing={printing} />
            <PhotosPart {...of} dropped={view.photos} onTaken={() => show({ photos: undefined })} />
            <ComplaintsPart {...of} onOpen={(repairId) => show({ repairId })} />
            <HistoryPart repair={repair} />
          </div>
        </div>
      </div>
    </>
  )
}

function Heading({ repair, office, printing, show }: RepairsScreenProps & { repair: RepairDetail }) {
  const text = useText().repairs
  const navigate = useNavigate()
  const { household, documentNumber, followsRepairId } = repair
  const { householdId } = household
  const back = () => show({ repairId: undefined, photos: undefined })
  const openHousehold = () => void navigate({ to: '/households', search: { householdId } })
  useCommands([
    { id: 'repairs.back', keys: 'Escape', label: text.one.back, run: back },
    { id: 'repairs.backByArrow', keys: 'Alt+ArrowLeft', label: '', run: back },
    { id: 'repairs.household', keys: null, label: text.one.openHousehold, run: openHousehold },
  ])
  return (
    <div className={classes.heading}>
      <Button size="compact-sm" variant="default" onClick={back} title={text.one.back} aria-label={text.one.back}>
        ‹
      </Button>
      <div className={classes.name}>
        <div className={classes.first}>
          <Title order={1} id="repairs-title" className={classes.cut ?? ''}>
            {household.headOfHousehold}
          </Title>
          <StateBadge state={repair.state} />
        </div>
        <div className={classes.under}>
          <Marks repair={repair} today={office.today} />
          <span className={classes.cut}>
            {[documentNumber ?? text.marks.noNumber, placeOf(household), household.customerCode]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <button type="button" className={classes.link} onClick={openHousehold}>
            {text.one.openHousehold}
          </button>
          {followsRepairId && (
            <button type="button" className={classes.link} onClick={() => show({ repairId: followsRepairId })}>
              {text.one.follows}
            </button>
          )}
        </div>
      </div>
      <RepairActions repair={repair} next={nextActionOf(repair, office.today)} {...{ office, printing, show }} />
    </div>
  )
}
