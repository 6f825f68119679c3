/** Where a list is empty: what that means and the one thing to do next. */

import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export function EmptyNote({ title, next, children }: { title: string; next?: string; children?: ReactNode }) {
  return (
    <Stack align="center" justify="center" gap={6} p="xl" ta="center">
      <Text fw={600}>{title}</Text>
      {next && (
        <Text size="sm" c="gray.7" maw={460}>
          {next}
        </Text>
      )}
      {children}
    </Stack>
  )
}
