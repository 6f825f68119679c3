/** Drawing up a list: who is eligible at the left, who shall be listed at the right, one key from side to side. */

import { Group, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Campaign } from '../../../../contract/campaigns.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { showAmount, showCount } from '../../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../../components/LineGrid.tsx'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import type { Text as Words } from '../../../text/texts.ts'
import classes from '../Campaigns.module.css'
import { FinishDialog } from './FinishDialog.tsx'
import {
  type Draft,
  type DraftEntry,
  draftValueDong,
  inListOrder,
  keyOfEntry,
  useListDraft,
  withEntries,
  withoutEntry,
} from './list-draft.ts'
import { Proposals } from './Proposals.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const route = getRouteApi('/campaigns')

interface DrawUpProps {
  campaign: Campaign
  /** Communes of the registry. */
  communes: readonly string[]
}

export function DrawUp({ campaign, communes }: DrawUpProps) {
  const text = useText().drawingUp
  const { campaignId } = campaign
  const navigate = route.useNavigate()
  const leave = () => void navigate({ search: { campaignId } })
  const { data: listed } = useOfficeQuery('giftLists.list', { campaignId })
  const { data: granted } = useOfficeQuery('giftLists.grants', { campaignId })
  const [draft, changeDraft] = useListDraft(campaignId)
  const [dialog, setDialog] = useState<'withdraw' | 'finish' | null>(null)
  const close = () => setDialog(null)
  const add = (entries: Draft) => changeDraft(withEntries(draft, entries))
  const number = (listed?.lists ?? []).filter(({ state }) => state === 'approved').length
  const grants = granted?.grants ?? []
  return (
    <>
      <Group px="md" pt="sm" pb={4} justify="space-between" wrap="nowrap">
        <Title order={1} id="campaigns-title" className={classes.name ?? ''}>
          {number === 0 ? text.title : text.supplementTitle(number)} – {campaign.name}
        </Title>
        <CommandButton
          size="compact-sm"
          variant="default"
          flex="none"
          command={{ id: 'drawUp.leave', keys: 'Escape', label: text.leave, run: leave }}
        />
      </Group>
      <div className={classes.panes}>
        <Proposals campaign={campaign} communes={communes} draft={draft} onAdd={add} />
        <div className={classes.pane}>
          <Basket draft={draft} onTakeOut={(entry) => changeDraft(withoutEntry(draft, entry))} />
          <Budget campaign={campaign} draft={draft} />
          <BasketActions
            isEmpty={draft.length === 0}
            mayWithdraw={grants.some(({ state }) => state !== 'handedOver')}
            onFinish={() => setDialog('finish')}
            onWithdraw={() => setDialog('withdraw')}
            onEmpty={() => changeDraft([])}
          />
        </div>
      </div>
      {dialog === 'withdraw' && (
        <WithdrawDialog campaign={campaign} grants={grants} first={null} onClose={close} onAdd={add} />
      )}
      {dialog === 'finish' && (
        <FinishDialog
          campaignId={campaignId}
          draft={inListOrder(draft)}
          onClose={close}
          onDone={() => {
            changeDraft([])
            leave()
          }}
        />
      )}
    </>
  )
}

interface BasketActionsProps {
  isEmpty: boolean
  mayWithdraw: boolean
  onFinish: () => void
  onWithdraw: () => void
  onEmpty: () => void
}

function BasketActions({ isEmpty, mayWithdraw, onFinish, onWithdraw, onEmpty }: BasketActionsProps) {
  const text = useText().drawingUp
  return (
    <Group gap={6} px="sm" py={6} wrap="nowrap">
      <CommandButton
        size="xs"
        command={{ id: 'drawUp.finish', keys: 'F9', label: text.finish, run: onFinish, isDisabled: isEmpty }}
      />
      <CommandButton
        size="xs"
        variant="default"
        command={{
          id: 'drawUp.withdraw',
          keys: 'F6',
          label: text.withdraw,
          run: onWithdraw,
          isDisabled: !mayWithdraw,
        }}
      />
      <CommandButton
        size="xs"
        ml="auto"
        variant="subtle"
        command={{ id: 'drawUp.empty', keys: null, label: text.empty, run: onEmpty, isDisabled: isEmpty }}
      />
    </Group>
  )
}

function Basket({ draft, onTakeOut }: { draft: Draft; onTakeOut: (entry: DraftEntry) => void }) {
  const text = useText()
  const words = text.drawingUp
  const [nextKey, setNextKey] = useState<string>()
  const lines = inListOrder(draft)
  if (lines.length === 0) return <EmptyNote title={words.basketEmpty} next={words.basketEmptyNext} />
  /** The line after it is the clerk's next. */
  function takeOut(entry: DraftEntry): void {
    const at = lines.indexOf(entry)
    const next = lines[at + 1] ?? lines[at - 1]
    setNextKey(next && keyOfEntry(next))
    onTakeOut(entry)
  }
  return (
    <>
      <Text size="sm" fw={600} px="sm" py={4} title={words.takeOut}>
        {words.basket(showCount(lines.length), showAmount(draftValueDong(lines)))}
      </Text>
      <LineGrid
        label={words.takeOut}
        columns={columnsOf(text)}
        lines={lines}
        keyOf={keyOfEntry}
        startKey={nextKey}
        onOpen={takeOut}
      />
    </>
  )
}

/** What is left of the budget once this list is approved, too. */
function Budget({ campaign, draft }: { campaign: Campaign; draft: Draft }) {
  const text = useText().drawingUp
  const { budgetDong, grantedDong } = campaign
  if (budgetDong === null) return null
  const leftDong = budgetDong - grantedDong - draftValueDong(draft)
  return (
    <Text size="sm" fw={600} px="sm" pt={4} role="status" c={leftDong < 0 ? STATE_COLORS.bad : STATE_COLORS.good}>
      {leftDong < 0 ? text.overBudget(showAmount(-leftDong)) : text.ofBudget(showAmount(leftDong))}
    </Text>
  )
}

function columnsOf({ giftLists }: Words): LineColumn<DraftEntry>[] {
  const { columns, actions } = giftLists
  return [
    {
      name: 'name',
      header: columns.name,
      width: 'minmax(110px, 1.5fr)',
      show: ({ household }) => household.headOfHousehold,
    },
    { name: 'hamlet', header: columns.hamlet, width: 'minmax(60px, 1fr)', show: ({ household }) => household.hamlet },
    { name: 'gift', header: columns.gift, width: 'minmax(70px, 1fr)', show: ({ giftPackageName }) => giftPackageName },
    {
      name: 'action',
      header: columns.action,
      width: '44px',
      show: ({ action, reason }) => <span title={reason ?? ''}>{actions[action]}</span>,
    },
  ]
}
