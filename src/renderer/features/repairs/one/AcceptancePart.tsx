/** Who accepted a repair, for whom, and when. */

import type { RepairDetail } from '../../../../contract/repairs.ts'
import { formatDay } from '../../../../domain/day.ts'
import { useText } from '../../../text/language.ts'
import { FactList, Part } from './Part.tsx'

export function AcceptancePart({ repair: { acceptance } }: { repair: RepairDetail }) {
  const { one } = useText().repairs
  if (!acceptance) return null
  const { acceptedOn, recordedBy, supervisor, householdRepresentative, householdRelation } = acceptance
  return (
    <Part title={one.acceptance} note={`${formatDay(acceptedOn)}, ${recordedBy}`}>
      <FactList
        facts={[
          [one.facts.supervisor, supervisor],
          [one.facts.representative, [householdRepresentative, householdRelation].filter(Boolean).join(', ')],
          [one.facts.commune, acceptance.communeRepresentative],
          [one.facts.remark, acceptance.remark],
        ]}
      />
    </Part>
  )
}
