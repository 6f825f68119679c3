/** Signed papers of a distribution that have not come back as scans, by hamlet; and the way to scan them. */

import { Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { DistributionEvent } from '../../../../contract/distributions.ts'
import { formatDay } from '../../../../domain/day.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { SideDialog } from '../../../components/Dialog.tsx'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { showCount } from '../../../components/formats.ts'
import { LineGrid } from '../../../components/LineGrid.tsx'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import classes from '../Distributions.module.css'
import { type MissingLine, missingLines } from './missing-lines.ts'

export function MissingPapers({ event, onClose }: { event: DistributionEvent; onClose: () => void }) {
  const { missing } = useText().distributions
  const { campaignId, eventId } = event
  const { data, error } = useOfficeQuery('distributions.missingPapers', { campaignId, eventId })
  const navigate = useNavigate()
  const lines = missingLines(data?.groups ?? [])
  return (
    <SideDialog opened onClose={onClose} title={missing.title} size={560} classNames={{ body: classes.drawer ?? '' }}>
      <Stack gap="xs" className={classes.fills ?? ''}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{missing.text}</Text>
          <CommandButton
            size="compact-sm"
            command={{
              id: 'distributions.scan',
              keys: 'F9',
              label: missing.scan,
              run: () => void navigate({ to: '/scans', search: { eventId } }),
            }}
          />
        </Group>
        <FailureAlert failure={error?.failure} />
        {data && lines.length === 0 && <EmptyNote title={missing.none} />}
        {lines.length > 0 && <Lines lines={lines} />}
      </Stack>
    </SideDialog>
  )
}

function Lines({ lines }: { lines: readonly MissingLine[] }) {
  const { form, missing, sheets } = useText().distributions
  return (
    <LineGrid
      label={missing.title}
      lines={lines}
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
              <strong>
                {form.hamlet(line.hamlet, line.communeName)}:{' '}
                {missing.tally(showCount(line.missingCount), showCount(line.signedCount))}
              </strong>
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
          show: (line) => (line.kind === 'paper' ? formatDay(line.paper.handedOverOn) : ''),
        },
      ]}
    />
  )
}
