/** How far a job is, and the way to stop it. */

import { Progress as Bar, Button, Group, Text } from '@mantine/core'
import type { Progress } from '../../contract/protocol.ts'
import { useText } from '../text/language.ts'
import { showCount } from './formats.ts'

export function JobProgress({ progress, onCancel }: { progress: Progress | null; onCancel: () => void }) {
  const { components } = useText()
  const stage = components.job.stages[progress?.stage ?? 'reading']
  const total = progress?.total ?? null
  const percent = progress && total ? Math.min(100, (progress.done / total) * 100) : 100
  return (
    <div role="status">
      <Group justify="space-between" mb={4}>
        <Text size="sm">
          {stage}
          {progress && progress.done > 0 && ` ${showCount(progress.done)}${total ? `/${showCount(total)}` : ''}`}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {components.job.stop}
        </Button>
      </Group>
      <Bar value={percent} animated={!total} aria-label={stage} transitionDuration={200} />
    </div>
  )
}
