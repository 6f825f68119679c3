/** Whom the approved lists grant what, and how far each gift is; from here one is withdrawn or replaced by another. */

import { Group, Text, TextInput } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type RefObject, useDeferredValue, useRef, useState } from 'react'
import type { Campaign, Grant } from '../../../../contract/campaigns.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { searchKey } from '../../../../domain/vietnamese.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { useCommands } from '../../../commands/registry.ts'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { showCount } from '../../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../../components/LineGrid.tsx'
import { leavePicked } from '../../../components/picked-households.ts'
import { STATE_COLORS } from '../../../components/state-colors.ts'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import type { Text as Words } from '../../../text/texts.ts'
import classes from '../Campaigns.module.css'
import { useListDraft, withEntries } from './list-draft.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const route = getRouteApi('/campaigns')

const COLORS = { waiting: STATE_COLORS.waiting, planned: 'lake.8', handedOver: STATE_COLORS.good } as const

const keyOf = ({ household, giftPackageId }: Grant) => `${household.householdId} ${giftPackageId}`

export function Grants({ campaign, office }: { campaign: Campaign; office: OfficeDescription }) {
  const text = useText()
  const words = text.giftLists
  const { campaignId } = campaign
  const navigate = route.useNavigate()
  const go = useNavigate()
  const { data, error } = useOfficeQuery('giftLists.grants', { campaignId })
  const finding = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(searchKey(typed))
  const [active, setActive] = useState<Grant | null>(null)
  const [toWithdraw, setToWithdraw] = useState<Grant | null>(null)
  const [draft, changeDraft] = useListDraft(campaignId)
  useCommands([{ id: 'grants.find', keys: 'F3', label: words.filterGrants, run: () => finding.current?.focus() }])
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data) return null
  const { grants } = data
  if (grants.length === 0) {
    const isByList = campaign.grantedBy === 'list'
    const title = isByList ? words.noGrants : words.byCategories
    return <EmptyNote title={title} next={isByList ? words.noGrantsNext : words.byCategoriesNext} />
  }
  /** For the households that are shown, each once. */
  function openRepairs(of: readonly Grant[]): void {
    const households = new Map(of.map(({ household }) => [household.householdId, household]))
    leavePicked({ households: [...households.values()], campaignId })
    void go({ to: '/repairs', search: { open: 'picked' } })
  }
  const shown = grants.filter(({ household }) =>
    searchKey(`${household.headOfHousehold} ${household.hamlet ?? ''} ${household.communeName ?? ''}`).includes(sought),
  )
  const chosen = shown.find((grant) => active && keyOf(grant) === keyOf(active)) ?? shown[0]
  const mayWithdraw = chosen !== undefined && chosen.state !== 'handedOver' && office.rights.includes('giftList.drawUp')
  return (
    <>
      <GrantsBar
        {...{ finding, typed, grants, mayWithdraw }}
        mayRepair={shown.length > 0 && office.rights.includes('repair.record')}
        onOpenRepairs={() => openRepairs(shown)}
        onType={setTyped}
        onReplace={() => setToWithdraw(chosen ?? null)}
      />
      <div className={classes.grid}>
        <LineGrid
          label={text.campaigns.tabs.grants}
          columns={columnsOf(text)}
          lines={shown}
          keyOf={keyOf}
          onMove={setActive}
          takesFocus
        />
      </div>
      {toWithdraw && (
        <WithdrawDialog
          campaign={campaign}
          grants={grants}
          first={toWithdraw}
          onClose={() => setToWithdraw(null)}
          onAdd={(entries) => {
            changeDraft(withEntries(draft, entries))
            void navigate({ search: { campaignId, draw: true } })
          }}
        />
      )}
    </>
  )
}

interface GrantsBarProps {
  finding: RefObject<HTMLInputElement | null>
  typed: string
  grants: readonly Grant[]
  mayWithdraw: boolean
  mayRepair: boolean
  onOpenRepairs: () => void
  onType: (typed: string) => void
  onReplace: () => void
}

function GrantsBar(props: GrantsBarProps) {
  const { finding, typed, grants, mayWithdraw, mayRepair, onOpenRepairs, onType, onReplace } = props
  const words = useText().giftLists
  const count = (state: Grant['state']) => showCount(grants.filter((grant) => grant.state === state).length)
  return (
    <Group px="md" py={6} gap="sm" wrap="nowrap">
      <TextInput
        ref={finding}
        size="xs"
        w={230}
        aria-label={words.filterGrants}
        placeholder={`${words.filterGrants} (F3)`}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <Text size="sm" flex={1} role="status">
        {words.grantsSummary(showCount(grants.length), count('handedOver'), count('planned'), count('waiting'))}
      </Text>
      <CommandButton
        size="compact-sm"
        variant="default"
        command={{
          id: 'grants.openRepairs',
          keys: 'F7',
          label: words.openRepairs,
          run: onOpenRepairs,
          isDisabled: !mayRepair,
        }}
      />
      <CommandButton
        size="compact-sm"
        variant="default"
        command={{
          id: 'grants.replace',
          keys: 'F6',
          label: words.replace,
          run: onReplace,
          isDisabled: !mayWithdraw,
        }}
      />
    </Group>
  )
}

function columnsOf(text: Words): LineColumn<Grant>[] {
  const { columns, grantStates, list, supplement } = text.giftLists
  return [
    {
      name: 'name',
      header: columns.name,
      width: 'minmax(130px, 1.4fr)',
      show: ({ household }) => household.headOfHousehold,
    },
    { name: 'hamlet', header: columns.hamlet, width: 'minmax(80px, 1fr)', show: ({ household }) => household.hamlet },
    {
      name: 'commune',
      header: columns.commune,
      width: 'minmax(80px, 1fr)',
      show: ({ household }) => household.communeName,
    },
    { name: 'gift', header: columns.gift, width: 'minmax(90px, 1fr)', show: ({ giftPackageName }) => giftPackageName },
    {
      name: 'list',
      header: columns.list,
      width: '105px',
      show: ({ listNumber }) => (listNumber === 0 ? list : supplement(listNumber)),
    },
    {
      name: 'state',
      header: columns.state,
      width: '115px',
      show: ({ state }) => (
        <Text span size="sm" fw={600} c={COLORS[state]}>
          {grantStates[state]}
        </Text>
      ),
    },
  ]
}
