/** Sửa điện: the repairs of the office and where each stands. */

import { Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { RepairList } from './RepairList.tsx'
import classes from './Repairs.module.css'

/** As many as the office lists at once: years of repairs of one office. */
const MOST_SHOWN = 5000
const NO_FILTER = { campaignId: null, communeName: null, hamlet: null, crew: null, dueBy: null, sought: '' }

const route = getRouteApi('/repairs')

export function Repairs() {
  const text = useText().repairs
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const filter = { ...NO_FILTER, states: view.state ? [view.state] : [] }
  const { data, error } = useOfficeQuery('repairs.list', { filter, limit: MOST_SHOWN })
  return (
    <section className={classes.screen} aria-labelledby="repairs-title">
      <Title order={1} id="repairs-title" px="md" pt="sm" pb={6}>
        {text.title}
      </Title>
      <FailureAlert failure={error?.failure} m="md" />
      {data && data.repairs.length === 0 && <EmptyNote title={text.empty} next={text.emptyNext} />}
      {data && data.repairs.length > 0 && (
        <RepairList
          repairs={data.repairs}
          activeId={view.repairId}
          onOpen={({ repairId }) => void navigate({ search: { ...view, repairId }, replace: true })}
        />
      )}
    </section>
  )
}
