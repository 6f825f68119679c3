/** Taking a household off the list, or putting another in its place: both go into the supplement, with one reason. */

import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Campaign, Grant } from '../../../../contract/campaigns.ts'
import type { HouseholdLine } from '../../../../contract/households.ts'
import { withoutDiacritics } from '../../../components/CategorySelect.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FormFlow, KeepButton } from '../../../components/FormFlow.tsx'
import { tellHousehold } from '../../../components/formats.ts'
import { HouseholdSearch } from '../../../components/HouseholdSearch.tsx'
import { useText } from '../../../text/language.ts'
import { type Draft, keyOfEntry } from './list-draft.ts'

interface WithdrawDialogProps {
  campaign: Campaign
  grants: readonly Grant[]
  /** The one to begin with. */
  first: Grant | null
  onClose: () => void
  onAdd: (entries: Draft) => void
}

export function WithdrawDialog(props: WithdrawDialogProps) {
  const text = useText().drawingUp
  return (
    <Dialog opened onClose={props.onClose} size={620} title={text.withdrawTitle}>
      <Content {...props} />
    </Dialog>
  )
}

function Content({ campaign, grants, first, onClose, onAdd }: WithdrawDialogProps) {
  const text = useText()
  const words = text.drawingUp
  const [chosenKey, setChosenKey] = useState(first && keyOfEntry(first))
  const [reason, setReason] = useState('')
  const [replacement, setReplacement] = useState<HouseholdLine | null>(null)
  const [isAsked, setAsked] = useState(false)
  const open = grants.filter(({ state }) => state !== 'handedOver')
  const chosen = open.find((grant) => keyOfEntry(grant) === chosenKey)
  const isComplete = chosen !== undefined && reason.trim() !== ''
  function add(): void {
    setAsked(true)
    if (!chosen || !isComplete) return
    onAdd(entriesFor(campaign, chosen, reason.trim(), replacement))
    onClose()
  }
  const required = (isMissing: boolean) => (isAsked && isMissing ? text.failures.inputProblems.required : null)
  return (
    <FormFlow onSubmit={add}>
      <Stack gap="sm">
        <Select
          label={words.withdrawWhom}
          placeholder={words.withdrawHint}
          withAsterisk
          searchable
          limit={50}
          data-autofocus={first ? undefined : true}
          filter={withoutDiacritics}
          data={open.map((grant) => ({
            value: keyOfEntry(grant),
            label: `${tellHousehold(grant.household)} – ${grant.giftPackageName}`,
          }))}
          value={chosenKey}
          onChange={setChosenKey}
          error={required(!chosen)}
        />
        <TextInput
          label={words.reason}
          placeholder={words.reasonExample}
          withAsterisk
          data-autofocus={first ? true : undefined}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={required(reason.trim() === '')}
        />
        <div>
          <Text size="sm" fw={500} mb={2}>
            {words.replacement}
          </Text>
          {replacement ? (
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {words.takeReplacement(tellHousehold(replacement))}
              </Text>
              <Button size="compact-xs" variant="default" onClick={() => setReplacement(null)}>
                {words.noReplacement}
              </Button>
            </Group>
          ) : (
            <HouseholdSearch height={150} onChoose={setReplacement} />
          )}
        </div>
        <Group justify="flex-end">
          <KeepButton label={words.addWithdrawal} run={add} isRunning={false} />
        </Group>
      </Stack>
    </FormFlow>
  )
}

function entriesFor(campaign: Campaign, grant: Grant, reason: string, replacement: HouseholdLine | null): Draft {
  const { household, giftPackageId, giftPackageName } = grant
  const valueDong = campaign.giftPackages.find((one) => one.giftPackageId === giftPackageId)?.valueDong ?? 0
  const common = { giftPackageId, giftPackageName, valueDong, reason }
  const withdrawn = { ...common, household, action: 'withdraw' as const }
  return replacement ? [withdrawn, { ...common, household: replacement, action: 'grant' as const }] : [withdrawn]
}
