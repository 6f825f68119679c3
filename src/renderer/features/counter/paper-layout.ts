/** The layout receipts are printed in; the last choice is kept on this computer, whose printer it depends on. */

import { useLocalStorage } from '@mantine/hooks'

export const PAPER_LAYOUTS = ['A5TwoUp', 'A4'] as const
export type PaperLayout = (typeof PAPER_LAYOUTS)[number]

export function usePaperLayout() {
  return useLocalStorage<PaperLayout>({
    key: 'receiptLayout',
    defaultValue: 'A5TwoUp',
    getInitialValueInEffect: false,
    deserialize: (kept) => PAPER_LAYOUTS.find((layout) => layout === kept) ?? 'A5TwoUp',
    serialize: (layout) => layout,
  })
}
