/** What is planned for a repair, and what was done, each time. */

import type { RepairDetail } from '../../../../contract/repairs.ts'
import { formatDay } from '../../../../domain/day.ts'
import { showQuantity } from '../../../components/formats.ts'
import { useText } from '../../../text/language.ts'
import { ItemTable } from './ItemTable.tsx'
import { FactList, Part } from './Part.tsx'

export function PlanPart({ repair: { plan } }: { repair: RepairDetail }) {
  const { one } = useText().repairs
  if (!plan) return null
  const { crew, plannedFor, instructions, items, costDong } = plan
  return (
    <Part title={one.plan} note={`${crew}, ${formatDay(plannedFor)}`}>
      <FactList facts={[[one.facts.instructions, instructions]]} />
      <ItemTable items={items} costDong={costDong} />
    </Part>
  )
}

export function WorksPart({ repair: { works } }: { repair: RepairDetail }) {
  const { one } = useText().repairs
  return works.map(({ stepId, doneOn, crew, workDone, hours, items, costDong }) => (
    <Part key={stepId} title={one.works} note={one.workOf(formatDay(doneOn), crew)}>
      <FactList
        facts={[
          [one.facts.workDone, workDone],
          ['', hours === null ? null : one.hours(showQuantity(hours))],
        ]}
      />
      <ItemTable items={items} costDong={costDong} />
    </Part>
  ))
}
