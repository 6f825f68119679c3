/** How far a job is, and the ways to hold and to stop it. */

import { Progress as Bar, Button, Group, Text } from '@mantine/core'
import type { Progress } from '../../contract/protocol.ts'
import type { Pausing } from '../office-port/asking.ts'
import { useText } from '../text/language.ts'
import { showCount } from './formats.ts'

interface JobProgressProps {
  progress: Progress | null
  onCancel: () => void
  /** Where the job can rest. */
  pausing?: Pausing
}

export function JobProgress({ progress, onCancel, pausing }: JobProgressProps) {
  const { components } = useText()
  const stage = components.job.stages[progress?.stage ?? 'reading']
  const total = progress?.total ?? null
  const percent = progress && total ? Math.min(100, (progress.done / total) * 100) : 100
  return (
    <div role="status">
      <Group justify="space-between" mb={4}>
        <Text size="sm">
          {pausing?.isPaused ? components.job.paused : stage}
          {progress && progress.done > 0 && ` ${showCount(progress.done)}${total ? `/${showCount(total)}` : ''}`}
        </Text>
        <Group gap="xs">
          {pausing && (
            <Button size="compact-sm" variant="default" onClick={() => pausing.turn(!pausing.isPaused)}>
              {pausing.isPaused ? components.job.resume : components.job.pause}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {components.job.stop}
          </Button>
        </Group>
      </Group>
      <Bar value={percent} animated={!total && !pausing?.isPaused} aria-label={stage} transitionDuration={200} />
    </div>
  )
}
