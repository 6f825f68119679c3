/** Signed papers of a distribution that have not come back as scans, by hamlet; and the way to scan them. */

import { Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { DistributionEvent } from '../../../../contract/distributions.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { SideDialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { MissingPaperList } from '../../../components/MissingPaperList.tsx'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import classes from '../Distributions.module.css'

export function MissingPapers({ event, onClose }: { event: DistributionEvent; onClose: () => void }) {
  const { missing } = useText().distributions
  const { campaignId, eventId } = event
  const { data, error } = useOfficeQuery('distributions.missingPapers', { campaignId, eventId })
  const navigate = useNavigate()
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
        {data && <MissingPaperList groups={data.groups} isOfOneEvent />}
      </Stack>
    </SideDialog>
  )
}
