/** Who could be listed: eligible, on no list yet, narrowed by category, commune and words; taken one by one or all. */

import { Anchor, Group, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import type { Campaign } from '../../../../contract/campaigns.ts'
import type { Output } from '../../../../contract/contract.ts'
import { ALL_HOUSEHOLDS, type HouseholdLine } from '../../../../contract/households.ts'
import { tellFailure } from '../../../../contract/wording/failure-wording.ts'
import { HOUSEHOLD_CATEGORIES, type HouseholdCategory } from '../../../../domain/household-category.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { useCommands } from '../../../commands/registry.ts'
import { CategorySelect, withoutDiacritics } from '../../../components/CategorySelect.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { EmptyNote } from '../../../components/EmptyNote.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { showAmount, showCount, tellHousehold } from '../../../components/formats.ts'
import { type LineColumn, LineGrid } from '../../../components/LineGrid.tsx'
import { useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import type { Text as Words } from '../../../text/texts.ts'
import classes from '../Campaigns.module.css'
import { type Draft, householdsFull, keyOfEntry } from './list-draft.ts'

const PAUSE_MILLISECONDS = 150

interface ProposalsProps {
  campaign: Campaign
  communes: readonly string[]
  draft: Draft
  onAdd: (entries: Draft) => void
}

interface Narrowing {
  giftPackageId: string
  category: HouseholdCategory | null
  commune: string | null
  text: string
}

export function Proposals({ campaign, communes, draft, onAdd }: ProposalsProps) {
  const text = useText()
  const words = text.drawingUp
  const { campaignId, giftPackages, giftsPerHousehold } = campaign
  const [narrowing, setNarrowing] = useState<Narrowing>({
    giftPackageId: giftPackages[0]?.giftPackageId ?? '',
    category: null,
    commune: null,
    text: '',
  })
  const [asked] = useDebouncedValue(narrowing, PAUSE_MILLISECONDS)
  const filter = { ...ALL_HOUSEHOLDS, category: asked.category, text: asked.text.trim() }
  const question = { campaignId, giftPackageId: asked.giftPackageId, communeName: asked.commune, filter }
  const { data, error } = useOfficeQuery('giftLists.propose', question, { keeps: true })
  const giftPackage = giftPackages.find(({ giftPackageId }) => giftPackageId === asked.giftPackageId)
  const [nextKey, setNextKey] = useState<string>()
  const taken = new Set(draft.map(keyOfEntry))
  const full = householdsFull(draft, giftsPerHousehold)
  const lines = (data?.households ?? []).filter(
    (household) =>
      !taken.has(keyOfEntry({ household, giftPackageId: asked.giftPackageId })) && !full.has(household.householdId),
  )
  function take(households: readonly HouseholdLine[]): void {
    if (!giftPackage) return
    const { giftPackageId, name: giftPackageName, valueDong } = giftPackage
    const action = 'grant' as const
    onAdd(
      households.map((household) => ({ household, giftPackageId, giftPackageName, valueDong, action, reason: null })),
    )
  }
  /** The line after it is the clerk's next. */
  function takeOne(household: HouseholdLine): void {
    const at = lines.indexOf(household)
    setNextKey((lines[at + 1] ?? lines[at - 1])?.householdId)
    take([household])
  }
  return (
    <div className={classes.pane}>
      <Narrowed {...{ campaign, communes, narrowing }} onNarrow={setNarrowing} />
      <FailureAlert failure={error?.failure} m="sm" />
      {data && lines.length === 0 && <EmptyNote title={words.noneProposed} next={words.noneProposedNext} />}
      {lines.length > 0 && (
        <>
          <Text size="sm" fw={600} px="sm" py={4} role="status">
            {words.proposed(showCount(lines.length))}
          </Text>
          <LineGrid
            label={words.proposed(showCount(lines.length))}
            columns={columnsOf(text)}
            lines={lines}
            keyOf={({ householdId }) => householdId}
            startKey={nextKey}
            onOpen={takeOne}
            takesFocus
          />
        </>
      )}
      <ProposalsFoot count={lines.length} proposal={data} onAddAll={() => take(lines)} />
    </div>
  )
}

interface ProposalsFootProps {
  count: number
  proposal: Output<'giftLists.propose'> | undefined
  onAddAll: () => void
}

function ProposalsFoot({ count, proposal, onAddAll }: ProposalsFootProps) {
  const words = useText().drawingUp
  return (
    <Group gap="sm" px="sm" py={6} mt="auto">
      <CommandButton
        size="xs"
        variant="default"
        command={{
          id: 'drawUp.addAll',
          keys: 'F8',
          label: words.addAll(showCount(count)),
          run: onAddAll,
          isDisabled: count === 0,
        }}
      />
      {proposal && <LeftOut proposal={proposal} />}
    </Group>
  )
}

interface NarrowedProps {
  campaign: Campaign
  communes: readonly string[]
  narrowing: Narrowing
  onNarrow: (narrowing: Narrowing) => void
}

function Narrowed({ campaign, communes, narrowing, onNarrow }: NarrowedProps) {
  const text = useText()
  const words = text.drawingUp
  const finding = useRef<HTMLInputElement>(null)
  const set = (part: Partial<Narrowing>) => onNarrow({ ...narrowing, ...part })
  useCommands([{ id: 'drawUp.find', keys: 'F3', label: words.text, run: () => finding.current?.focus() }])
  const look = { size: 'xs', filter: withoutDiacritics, searchable: true } as const
  return (
    <div className={classes.narrowing}>
      <Select
        {...look}
        aria-label={words.gift}
        allowDeselect={false}
        data={campaign.giftPackages.map(({ giftPackageId: value, name, valueDong }) => ({
          value,
          label: `${name} – ${showAmount(valueDong)}`,
        }))}
        value={narrowing.giftPackageId}
        onChange={(giftPackageId) => giftPackageId && set({ giftPackageId })}
      />
      <CategorySelect
        size="xs"
        aria-label={words.category}
        placeholder={words.anyCategory}
        value={narrowing.category}
        onChange={(value) => set({ category: HOUSEHOLD_CATEGORIES.find((category) => category === value) ?? null })}
      />
      <Select
        {...look}
        clearable
        aria-label={text.campaigns.terms.communes}
        placeholder={text.campaigns.terms.anyCommune}
        data={communes}
        value={narrowing.commune}
        onChange={(commune) => set({ commune })}
      />
      <TextInput
        ref={finding}
        size="xs"
        aria-label={words.text}
        placeholder={`${words.text} (F3)`}
        autoComplete="off"
        spellCheck={false}
        value={narrowing.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
    </div>
  )
}

/** Those of the filter who are not proposed, and why. */
function LeftOut({ proposal }: { proposal: Output<'giftLists.propose'> }) {
  const text = useText()
  const words = text.drawingUp
  const { refused, refusedCount, alreadyListedCount } = proposal
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {alreadyListedCount > 0 && <Text size="sm">{words.listed(showCount(alreadyListedCount))}</Text>}
      {refusedCount > 0 && (
        <Anchor component="button" type="button" size="sm" onClick={() => setOpen(true)}>
          {words.refused(showCount(refusedCount))}
        </Anchor>
      )}
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={words.refusedTitle} size={680}>
        {refusedCount > refused.length && (
          <Text size="sm" mb="xs">
            {words.refusedFirst(showCount(refused.length), showCount(refusedCount))}
          </Text>
        )}
        {refused.map(({ household, refusal }) => (
          <Text key={household.householdId} size="sm" mb={4}>
            <strong>{tellHousehold(household)}</strong>
            {refusal && `: ${tellFailure(text.failures, { family: 'refused', refusal }).what}`}
          </Text>
        ))}
      </Dialog>
    </>
  )
}

function columnsOf({ giftLists, trade }: Words): LineColumn<HouseholdLine>[] {
  const { columns } = giftLists
  return [
    {
      name: 'name',
      header: columns.name,
      width: 'minmax(110px, 1.5fr)',
      show: ({ headOfHousehold }) => headOfHousehold,
    },
    { name: 'hamlet', header: columns.hamlet, width: 'minmax(60px, 1fr)', show: ({ hamlet }) => hamlet },
    {
      name: 'category',
      header: columns.category,
      width: 'minmax(70px, 1fr)',
      show: ({ category }) => category && trade.categories[category],
    },
  ]
}
