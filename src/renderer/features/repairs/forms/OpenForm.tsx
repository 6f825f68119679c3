/**
 * Opening repairs: for one household or many, whose survey forms are then numbered and printed to be filled in by
 * hand.
 */

import {
  CloseButton,
  Grid,
  Group,
  Input,
  Pill,
  SegmentedControl,
  Select,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useEffect } from 'react'
import type { Campaign } from '../../../../contract/campaigns.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import type { Day } from '../../../../domain/day.ts'
import { REPAIR_ORIGINS, type RepairOrigin } from '../../../../domain/repair.ts'
import { withoutDiacritics } from '../../../components/CategorySelect.tsx'
import { DayInput } from '../../../components/DayInput.tsx'
import { showCount } from '../../../components/formats.ts'
import { HouseholdSearch } from '../../../components/HouseholdSearch.tsx'
import { type PickedHousehold, pickedLast } from '../../../components/picked-households.ts'
import { useOfficeCommand, useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { OPEN_NEW, OPEN_PICKED } from '../repairs-view.ts'
import type { RepairPrinting } from '../use-repair-printing.ts'
import { StepFrame, tellKept } from './StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from './use-step-form.ts'

interface OpenValues {
  households: readonly PickedHousehold[]
  campaignId: string | null
  openedOn: string
  origin: Exclude<RepairOrigin, 'earlier'>
  need: string
  fundingSource: string
}

interface OpenFormProps {
  /** As the address has it: for a household, for those picked elsewhere, or for whom is found here. */
  open: string
  office: OfficeDescription
  printing: RepairPrinting
  onClose: () => void
  onOpened: (repairIds: string[]) => void
}

const ORIGINS = REPAIR_ORIGINS.filter((origin) => origin !== 'earlier')
const drafts: Drafts<OpenValues> = new Map()

export function OpenForm(props: OpenFormProps) {
  const { data } = useOfficeQuery('campaigns.list', {})
  return data ? <Content {...props} campaigns={data.campaigns} /> : null
}

interface ContentProps extends OpenFormProps {
  campaigns: readonly Campaign[]
}

function Content({ open, office, printing, campaigns, onClose, onOpened }: ContentProps) {
  const words = useText().repairs.form.opening
  const { run, isRunning, failure } = useOfficeCommand('repairs.open')
  const typing = useStepForm<OpenValues>({
    drafts,
    draftKey: open === OPEN_PICKED ? `picked ${pickedLast().turn}` : open,
    begin: () => ({ ...beginWith(open, campaigns, office.today), openedOn: office.today, need: '', fundingSource: '' }),
    failure,
    pathOf: (path) => (path.startsWith('householdIds') ? 'households' : path),
  })
  const { form, values, content, refuse, refuseMissing, settle } = typing
  useHouseholdOf(open, (household) => form.setFieldValue('households', [household]))

  async function keep(isPrinted: boolean): Promise<void> {
    if (values.households.length === 0) return refuse({ households: words.noHousehold })
    if (refuseMissing(emptyTexts(values, ['openedOn']))) return
    const { households, openedOn, ...facts } = values
    const householdIds = households.map(({ householdId }) => householdId)
    const opened = await run({ ...facts, householdIds, openedOn: openedOn as Day })
    if (!opened) return
    settle()
    tellKept(words.opened(showCount(opened.repairIds.length), opened.first, opened.last))
    onOpened(opened.repairIds)
    if (isPrinted) await printing.surveyForms(opened.repairIds)
  }
  return (
    <StepFrame
      title={words.title}
      size={720}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void keep(false)}
      keepLabel={words.open}
      keepAndPrint={{ label: words.openAndPrint, run: () => void keep(true) }}
    >
      <HouseholdsField
        households={values.households}
        error={form.errors.households}
        onChange={(households) => form.setFieldValue('households', households)}
      />
      <OpenFields typing={typing} today={office.today} campaigns={campaigns} />
    </StepFrame>
  )
}

/** Where one campaign runs on the day it is mostly of that one. */
function beginWith(
  open: string,
  campaigns: readonly Campaign[],
  today: Day,
): Pick<OpenValues, 'households' | 'campaignId' | 'origin'> {
  const running = campaigns.filter(({ from, to }) => from <= today && today <= to)
  const campaignId = running.length === 1 ? (running[0]?.campaignId ?? null) : null
  if (open === OPEN_PICKED) {
    const picked = pickedLast()
    return { households: picked.households, campaignId: picked.campaignId ?? campaignId, origin: 'list' }
  }
  return { households: [], campaignId, origin: open === OPEN_NEW ? 'list' : 'request' }
}

/** Of a household that is named by its id alone, who it is. */
function useHouseholdOf(open: string, onKnown: (household: PickedHousehold) => void): void {
  const isHousehold = open !== OPEN_NEW && open !== OPEN_PICKED
  const { data } = useOfficeQuery('households.get', isHousehold ? { householdId: open } : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken once, when it is known.
  useEffect(() => {
    if (data) onKnown({ householdId: data.householdId, headOfHousehold: data.headOfHousehold })
  }, [data?.householdId])
}

const MOST_NAMED = 40

interface HouseholdsFieldProps {
  households: readonly PickedHousehold[]
  error: unknown
  onChange: (households: readonly PickedHousehold[]) => void
}

function HouseholdsField({ households, error, onChange }: HouseholdsFieldProps) {
  const words = useText().repairs.form.opening
  const named = households.filter(({ headOfHousehold }) => headOfHousehold !== null)
  const moreCount = households.length - Math.min(named.length, MOST_NAMED)
  const add = ({ householdId, headOfHousehold }: PickedHousehold) => {
    if (!households.some((one) => one.householdId === householdId)) {
      onChange([...households, { householdId, headOfHousehold }])
    }
  }
  return (
    <Input.Wrapper label={words.households(households.length)} labelElement="div" withAsterisk>
      {households.length > 0 && (
        <Group gap={4} mb={6}>
          {named.slice(0, MOST_NAMED).map((household) => (
            <Pill key={household.householdId} size="md">
              {household.headOfHousehold}
              <CloseButton
                size={16}
                ml={4}
                tabIndex={-1}
                aria-label={words.leaveOut(household.headOfHousehold ?? '')}
                onClick={() => onChange(households.filter((one) => one !== household))}
              />
            </Pill>
          ))}
          {moreCount > 0 && (
            <Text size="sm">
              {named.length > 0 ? words.more(showCount(moreCount)) : words.picked(showCount(moreCount))}
            </Text>
          )}
        </Group>
      )}
      <HouseholdSearch
        autoFocus={households.length === 0}
        height={150}
        error={typeof error === 'string' ? error : null}
        onChoose={add}
      />
    </Input.Wrapper>
  )
}

interface OpenFieldsProps {
  typing: ReturnType<typeof useStepForm<OpenValues>>
  today: Day
  campaigns: readonly Campaign[]
}

function OpenFields({ typing: { form, values, field }, today, campaigns }: OpenFieldsProps) {
  const { repairs: text, trade } = useText()
  const words = text.form.opening
  return (
    <Grid gap="xs">
      <Grid.Col span={8}>
        <Select
          label={words.campaign}
          placeholder={words.noCampaign}
          clearable
          searchable
          filter={withoutDiacritics}
          data={campaigns.map(({ campaignId: value, name: label }) => ({ value, label }))}
          {...field('campaignId')}
        />
      </Grid.Col>
      <Grid.Col span={4}>
        <DayInput
          label={text.one.facts.opened}
          withAsterisk
          today={today}
          {...form.getInputProps('openedOn')}
          value={values.openedOn}
          {...(values.households.length > 0 ? { 'data-autofocus': true } : {})}
        />
      </Grid.Col>
      <Grid.Col span={12}>
        <Input.Wrapper label={words.origin} labelElement="div">
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={words.origin}
            data={ORIGINS.map((value) => ({ value, label: trade.repairOrigins[value] }))}
            {...form.getInputProps('origin')}
          />
        </Input.Wrapper>
      </Grid.Col>
      <Grid.Col span={5}>
        <TextInput label={words.funding} {...field('fundingSource')} />
      </Grid.Col>
      <Grid.Col span={7}>
        <Textarea label={words.need} autosize minRows={1} maxRows={3} {...field('need')} />
      </Grid.Col>
    </Grid>
  )
}
