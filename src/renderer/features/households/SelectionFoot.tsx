/** The foot of the list: how long it is, or what the picked households add up to, and what can be done with them. */

import { Group } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { memo } from 'react'
import type { HouseholdFilter, HouseholdSelection, RegistryColumn } from '../../../contract/households.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { useCommands } from '../../commands/registry.ts'
import { showAmount, showCount } from '../../components/formats.ts'
import { leavePicked } from '../../components/picked-households.ts'
import { useOfficeQuery } from '../../office-port/asking.ts'
import { useOffice } from '../../office-port/OfficeProvider.tsx'
import { useLanguage, useText } from '../../text/language.ts'
import { ExportDialog } from './ExportDialog.tsx'
import classes from './HouseholdTable.module.css'
import { ALL_SELECTED, askedSelection, NOTHING_SELECTED, selectedCount } from './row-selection.ts'
import type { RowSelecting } from './use-row-selection.ts'

/** A range that is being drawn is added up when the hand rests. */
const PAUSE_MILLISECONDS = 120

interface SelectionFootProps {
  filter: HouseholdFilter
  count: number
  columns: readonly RegistryColumn[]
  selecting: RowSelecting
  /** The row that is copied where none is picked. */
  activeId: string | null
}

export const SelectionFoot = memo(function SelectionFoot(props: SelectionFootProps) {
  const { filter, count, columns, selecting, activeId } = props
  const { households: text } = useText()
  const { selection, select } = selecting
  const [isExportOpen, exporting] = useDisclosure(false)
  const picked = selectedCount(selection, count)
  const everything: HouseholdSelection = { kind: 'all', filter, exceptIds: [] }
  const copy = useCopy(columns)
  function copyRows(): void {
    if (picked > 0) void copy(askedSelection(selection, filter))
    else if (activeId) void copy({ kind: 'some', householdIds: [activeId] })
  }
  useCommands([
    {
      id: 'households.selectAll',
      keys: 'mod+A',
      label: text.selection.selectAll(showCount(count)),
      run: () => select(ALL_SELECTED),
      yieldsToFields: true,
    },
  ])
  return (
    <div className={classes.foot}>
      {picked > 0 ? (
        <Totals selecting={selecting} filter={filter} picked={picked} />
      ) : (
        <span>
          {text.count(showCount(count))} · {text.selection.hint}
        </span>
      )}
      <Group gap={6} wrap="nowrap">
        {picked > 0 && <OpenRepairs selecting={selecting} picked={picked} count={count} />}
        {picked > 0 && (
          <CommandButton
            size="compact-sm"
            variant="subtle"
            command={{
              id: 'households.clearSelection',
              keys: null,
              label: text.selection.clear,
              run: () => select(NOTHING_SELECTED),
            }}
          />
        )}
        <CommandButton
          size="compact-sm"
          variant="default"
          command={{ id: 'households.copy', keys: 'mod+C', label: text.copy, run: copyRows, yieldsToFields: true }}
        />
        <CommandButton
          size="compact-sm"
          variant="default"
          command={{ id: 'households.export', keys: 'mod+E', label: text.export.open, run: exporting.open }}
        />
      </Group>
      {isExportOpen && (
        <ExportDialog
          selection={picked > 0 ? askedSelection(selection, filter) : everything}
          count={picked > 0 ? picked : count}
          isPicked={picked > 0}
          columns={columns}
          onClose={exporting.close}
        />
      )}
    </div>
  )
})

/** As many as the office opens at once. */
const MOST_REPAIRS = 1000

interface OpenRepairsProps {
  selecting: RowSelecting
  picked: number
  count: number
}

/** Repairs for everybody picked: their survey forms are printed in one go. */
function OpenRepairs({ selecting, picked, count }: OpenRepairsProps) {
  const { selection: words } = useText().households
  const navigate = useNavigate()
  const { data: office } = useOfficeQuery('office.describe', {})
  async function open(): Promise<void> {
    const ids = await selecting.pickedIds(count)
    leavePicked({
      households: ids.map((householdId) => ({ householdId, headOfHousehold: null })),
      campaignId: null,
    })
    void navigate({ to: '/repairs', search: { open: 'picked' } })
  }
  const mayRecord = office?.rights.includes('repair.record') === true
  return (
    <CommandButton
      size="compact-sm"
      variant="default"
      command={{
        id: 'households.openRepairs',
        keys: 'F7',
        label: words.openRepairs,
        run: () => void open(),
        isDisabled: !mayRecord || picked > MOST_REPAIRS,
      }}
    />
  )
}

interface TotalsProps {
  selecting: RowSelecting
  filter: HouseholdFilter
  picked: number
}

/** Counted at once; people and money when the office has added them up. */
function Totals({ selecting, filter, picked }: TotalsProps) {
  const words = useText().households.selection
  const { components } = useText()
  const [asked] = useDebouncedValue(selecting.selection, PAUSE_MILLISECONDS)
  const { data, isPlaceholderData } = useOfficeQuery(
    'households.totals',
    { selection: askedSelection(asked, filter) },
    { keeps: true },
  )
  const isCurrent = data && !isPlaceholderData && asked === selecting.selection
  const members = isCurrent ? showCount(data.memberCount) : components.unknown
  return (
    <span role="status" className={classes.totals}>
      {[
        words.totals(showCount(picked), members),
        isCurrent && data.giftsDong > 0 && words.gifts(showAmount(data.giftsDong)),
        isCurrent && data.repairsDong > 0 && words.repairs(showAmount(data.repairsDong)),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}

/** Puts households onto the clipboard as a sheet takes them; a text that was marked with the mouse goes before. */
function useCopy(columns: readonly RegistryColumn[]): (selection: HouseholdSelection) => Promise<void> {
  const { client } = useOffice()
  const { language } = useLanguage()
  const { households: text } = useText()
  return async (selection) => {
    const marked = window.getSelection()?.toString() ?? ''
    if (marked !== '') return navigator.clipboard.writeText(marked)
    const reply = await client.query('households.copy', { selection, columns: [...columns], language })
    const isCopied =
      reply.ok &&
      (await navigator.clipboard.writeText(reply.value.text).then(
        () => true,
        () => false,
      ))
    if (isCopied) notifications.show({ message: text.copied(showCount(reply.value.householdCount)) })
    else notifications.show({ color: 'red', message: text.copiedNot })
  }
}
