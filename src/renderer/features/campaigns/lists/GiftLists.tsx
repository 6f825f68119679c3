/** The lists of a campaign at the left, the entries of the chosen one at the right, and the second person's word. */

import { Text, UnstyledButton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { Campaign, GiftList } from '../../../../contract/campaigns.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import classes from '../Campaigns.module.css'
import { ListEntries } from './ListEntries.tsx'
import { tellCounts, tellHands, tellList } from './list-words.ts'

const route = getRouteApi('/campaigns')

const COLORS = {
  drawnUp: STATE_COLORS.waiting,
  approved: STATE_COLORS.good,
  declined: STATE_COLORS.quiet,
} as const

export function GiftLists({ campaign, office }: { campaign: Campaign; office: OfficeDescription }) {
  const text = useText().giftLists
  const { campaignId, grantedBy } = campaign
  const { listId } = route.useSearch()
  const navigate = route.useNavigate()
  const { data, error } = useOfficeQuery('giftLists.list', { campaignId })
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data) return null
  const { lists } = data
  const chosen = listToShow(lists, listId)
  const drawUp = {
    id: 'giftLists.drawUp',
    keys: 'mod+N',
    label: lists.some(({ state }) => state === 'approved') ? text.drawUpSupplement : text.drawUp,
    run: () => void navigate({ search: { campaignId, draw: true } }),
    // One list waits at a time: the next would not know what this one grants.
    isDisabled: !office.rights.includes('giftList.drawUp') || lists.some(({ state }) => state === 'drawnUp'),
  }
  if (!chosen) {
    const isByList = grantedBy === 'list'
    return (
      <EmptyNote
        title={isByList ? text.none : text.byCategories}
        next={isByList ? text.noneNext : text.byCategoriesNext}
      >
        {isByList && <CommandButton mt="xs" command={drawUp} />}
      </EmptyNote>
    )
  }
  return (
    <div className={classes.lists}>
      <div className={classes.cards}>
        {[...lists].reverse().map((list) => (
          <ListCard
            key={list.listId}
            list={list}
            isChosen={list === chosen}
            onChoose={() => void navigate({ search: (view) => ({ ...view, listId: list.listId }), replace: true })}
          />
        ))}
        <CommandButton mt="auto" variant="default" command={drawUp} />
      </div>
      <ListEntries key={chosen.listId} list={chosen} office={office} />
    </div>
  )
}

/** The one that was chosen, else the one that waits, else the latest. */
function listToShow(lists: readonly GiftList[], chosenId: string | undefined): GiftList | undefined {
  return (
    lists.find(({ listId }) => listId === chosenId) ?? lists.find(({ state }) => state === 'drawnUp') ?? lists.at(-1)
  )
}

interface ListCardProps {
  list: GiftList
  isChosen: boolean
  onChoose: () => void
}

function ListCard({ list, isChosen, onChoose }: ListCardProps) {
  const text = useText()
  return (
    <UnstyledButton className={classes.listCard ?? ''} aria-pressed={isChosen} onClick={onChoose}>
      <Text fw={600} size="sm">
        {tellList(list, text)}
      </Text>
      <Text size="sm" fw={600} c={COLORS[list.state]}>
        {text.trade.listStates[list.state]}
      </Text>
      <Text size="sm">{tellCounts(list, text)}</Text>
      {tellHands(list, text).map((line) => (
        <Text key={line} size="xs" c="gray.7">
          {line}
        </Text>
      ))}
    </UnstyledButton>
  )
}
