/** Signed papers that have not come back as scans: by distribution, commune and hamlet, each group with its count. */

import type { Output } from '../../contract/contract.ts'
import { formatDay } from '../../domain/day.ts'
import { useText } from '../text/language.ts'
import { EmptyNote } from './EmptyNote.tsx'
import { showCount } from './formats.ts'
import { LineGrid } from './LineGrid.tsx'
import { missingLines } from './missing-lines.ts'

type Group = Output<'distributions.missingPapers'>['groups'][number]

interface MissingPaperListProps {
  groups: readonly Group[]
  /** Then nobody needs to be told which. */
  isOfOneEvent?: boolean
}

export function MissingPaperList({ groups, isOfOneEvent = false }: MissingPaperListProps) {
  const { missing, sheets } = useText().distributions
  if (groups.length === 0) return <EmptyNote title={missing.none} />
  return (
    <LineGrid
      label={missing.title}
      lines={missingLines(groups)}
      keyOf={({ key }) => key}
      columns={[
        {
          name: 'position',
          header: sheets.position,
          width: '40px',
          kind: 'figure',
          show: (line) => (line.kind === 'paper' ? line.paper.position : ''),
        },
        {
          name: 'name',
          header: missing.name,
          width: 'minmax(150px, 1fr)',
          show: (line) =>
            line.kind === 'paper' ? (
              line.paper.headOfHousehold
            ) : (
              <GroupName group={line.group} isOfOneEvent={isOfOneEvent} />
            ),
        },
        {
          name: 'number',
          header: missing.number,
          width: '146px',
          show: (line) => (line.kind === 'paper' ? line.paper.documentNumber : ''),
        },
        {
          name: 'on',
          header: missing.on,
          width: '84px',
          show: (line) => (line.kind === 'paper' ? formatDay(line.paper.signedOn) : ''),
        },
      ]}
    />
  )
}

function GroupName({ group, isOfOneEvent }: { group: Group; isOfOneEvent: boolean }) {
  const { missing, form } = useText().distributions
  const { kind, placeName, heldOn, communeName, hamlet, papers, signedCount } = group
  const source = placeName && heldOn ? missing.event(placeName, formatDay(heldOn)) : missing.elsewhere[kind]
  const place = form.hamlet(hamlet, communeName)
  return (
    <strong>
      {isOfOneEvent ? place : `${source} · ${place}`}: {missing.tally(showCount(papers.length), showCount(signedCount))}
    </strong>
  )
}
