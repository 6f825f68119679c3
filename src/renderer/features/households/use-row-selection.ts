/** Picking households of a list by Space, by checkboxes, and from one row to another with Shift. */

import { notifications } from '@mantine/notifications'
import { useMemo, useRef, useState } from 'react'
import { showCount } from '../../components/formats.ts'
import { useStable } from '../../components/use-stable.ts'
import { useText } from '../../text/language.ts'
import { MOST_PICKED, NOTHING_SELECTED, type RowSelection, toggled, withPicked } from './row-selection.ts'

export interface RowSelecting {
  selection: RowSelection
  select: (selection: RowSelection) => void
  /** Picks a row or lets it go; a range begins here. */
  toggle: (row: number, householdId: string) => void
  /** Picks all rows from where the range began, which is `from` where none has, to this one, and none beyond. */
  extendTo: (row: number, from: number) => void
  /** The next range begins anew. */
  endRange: () => void
  /** The households picked of a list of `count`, fetched where only their number is known. */
  pickedIds: (count: number) => Promise<string[]>
}

export function useRowSelection(idsOfRows: (from: number, to: number) => Promise<string[]>): RowSelecting {
  const words = useText().households.selection
  const [selection, setSelection] = useState<RowSelection>(NOTHING_SELECTED)
  const range = useRef<{ row: number; base: RowSelection } | null>(null)
  const latest = useRef(0)

  const endRange = useStable(() => {
    range.current = null
  })
  const select = useStable((next: RowSelection) => {
    range.current = null
    setSelection(next)
  })
  const toggle = useStable((row: number, householdId: string) => {
    const next = toggled(selection, householdId)
    range.current = { row, base: next }
    setSelection(next)
  })
  async function extend(row: number, from: number): Promise<void> {
    range.current ??= { row: from, base: selection }
    const begun = range.current
    const turn = ++latest.current
    const ids = await idsOfRows(Math.min(begun.row, row), Math.max(begun.row, row))
    if (turn !== latest.current || range.current !== begun) return
    const next = withPicked(begun.base, ids)
    if (next.kind === 'some' && next.ids.size > MOST_PICKED)
      notifications.show({ message: words.tooMany(showCount(MOST_PICKED)) })
    else setSelection(next)
  }
  const extendTo = useStable((row: number, from: number) => void extend(row, from))
  return useMemo(() => {
    async function pickedIds(count: number): Promise<string[]> {
      if (selection.kind === 'some') return [...selection.ids]
      const ids = await idsOfRows(0, count - 1)
      return ids.filter((id) => !selection.exceptIds.has(id))
    }
    return { selection, select, toggle, extendTo, endRange, pickedIds }
  }, [selection, select, toggle, extendTo, endRange, idsOfRows])
}
