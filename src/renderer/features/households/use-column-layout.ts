/** How the columns are arranged on this computer. */

import { useLocalStorage } from '@mantine/hooks'
import { useMemo } from 'react'
import { type ColumnLayout, firstColumnLayout, readColumnLayout } from './registry-columns.ts'

export interface ColumnArranging {
  layout: ColumnLayout
  arrange: (layout: ColumnLayout) => void
  reset: () => void
}

export function useColumnLayout(): ColumnArranging {
  const [layout, arrange, reset] = useLocalStorage<ColumnLayout>({
    key: 'householdColumns',
    defaultValue: firstColumnLayout(window.innerWidth),
    getInitialValueInEffect: false,
    deserialize: (kept) => readColumnLayout(kept ?? null, window.innerWidth),
    serialize: (layout) => JSON.stringify(layout),
  })
  return useMemo(() => ({ layout, arrange, reset }), [layout, arrange, reset])
}
