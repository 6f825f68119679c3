/** Opening a campaign and amending one: whom it is for, what its gifts hold, and where the money comes from. */

import { Alert, Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import type { Campaign } from '../../../contract/campaigns.ts'
import { type Day, formatDay } from '../../../domain/day.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { FormFlow, KeepButton } from '../../components/FormFlow.tsx'
import { fieldErrors } from '../../components/form-errors.ts'
import { useOfficeCommand } from '../../office-port/asking.ts'
import { useText } from '../../text/language.ts'
import { Facts, fixedTerms, Packages } from './CampaignTerms.tsx'
import { type CampaignValues, emptyCampaign, emptyPackage, packagesOf, termsOf, valuesOf } from './campaign-values.ts'
import { MoneyFields } from './MoneyFields.tsx'
import { PackageFields } from './PackageFields.tsx'
import { DayAndDecisionFields, TermFields } from './TermFields.tsx'

type Opening = { kind: 'open' } | { kind: 'amend'; campaign: Campaign }

interface CampaignFormProps {
  /** Null while the form is closed. */
  opening: Opening | null
  today: Day
  /** Communes of the registry. */
  communes: readonly string[]
  onClose: () => void
  onDone: (campaignId: string) => void
}

export function CampaignForm({ opening, onClose, ...props }: CampaignFormProps) {
  const text = useText().campaignForm
  const title = opening?.kind === 'amend' ? text.amendTitle(opening.campaign.name) : text.title
  return (
    <Dialog opened={opening !== null} onClose={onClose} size={860} title={title}>
      {opening && <Content opening={opening} {...props} />}
    </Dialog>
  )
}

type ContentProps = Omit<CampaignFormProps, 'opening' | 'onClose'> & { opening: Opening }

function Content({ opening, today, communes, onDone }: ContentProps) {
  const text = useText()
  const campaign = opening.kind === 'amend' ? opening.campaign : null
  const isFixed = campaign?.isIssued === true
  const form = useForm<CampaignValues>({
    mode: 'controlled',
    initialValues: campaign ? valuesOf(campaign) : emptyCampaign(today),
  })
  const values = form.getValues()
  const { keep, isRunning, failure } = useKeeping(campaign, values, onDone)
  const errors = fieldErrors(text, failure)
  const parts = { form, errors, today }
  return (
    <FormFlow onSubmit={() => void keep()}>
      <Stack gap="sm">
        {failure?.family !== 'invalid-input' && <FailureAlert failure={failure} />}
        {isFixed ? (
          <>
            <Alert color="gray" variant="light" p="xs" title={text.campaignForm.issued}>
              <Facts facts={[[text.campaignForm.from, formatDay(campaign.from)], ...fixedTerms(campaign, text)]} />
              <Packages campaign={campaign} />
            </Alert>
            <DayAndDecisionFields {...parts} isFixed />
          </>
        ) : (
          <>
            <TermFields {...parts} communes={communes} />
            {values.giftPackages.map((giftPackage, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a package has no other name while it is typed.
              <PackageFields key={index} {...parts} index={index} giftPackage={giftPackage} />
            ))}
            <Group>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => form.insertListItem('giftPackages', emptyPackage())}
              >
                {text.campaignForm.addPackage}
              </Button>
            </Group>
          </>
        )}
        <MoneyFields {...parts} isFixed={isFixed} hasStore={(campaign?.storeId ?? null) !== null} />
        <Group justify="flex-end">
          <KeepButton
            label={campaign ? text.components.keep : text.campaignForm.open}
            run={() => void keep()}
            isRunning={isRunning}
          />
        </Group>
      </Stack>
    </FormFlow>
  )
}

/** Opens the campaign that is typed, or amends the one that was opened. */
function useKeeping(campaign: Campaign | null, values: CampaignValues, onDone: (campaignId: string) => void) {
  const { campaignForm: text } = useText()
  const opening = useOfficeCommand('campaigns.open')
  const amending = useOfficeCommand('campaigns.amend')
  async function keep(): Promise<void> {
    const terms = termsOf(values)
    const giftPackages = campaign?.isIssued ? null : packagesOf(values)
    const kept =
      campaign || !giftPackages
        ? await amending.run({ campaignId: campaign?.campaignId ?? '', ...terms, giftPackages })
        : await opening.run({ ...terms, giftPackages })
    if (!kept) return
    notifications.show({ message: campaign ? text.amended(values.name) : text.opened(values.name) })
    onDone(kept.campaignId)
  }
  return {
    keep,
    isRunning: opening.isRunning || amending.isRunning,
    failure: opening.failure ?? amending.failure,
  }
}
