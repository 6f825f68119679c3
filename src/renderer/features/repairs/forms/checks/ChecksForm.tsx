/**
 * Đo và thử after the work, or again after months: the instrument, the readings, and what does not pass in red at
 * once.
 */

import { Alert, Grid, Group, Textarea, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Output } from '../../../../../contract/contract.ts'
import { tellFailure } from '../../../../../contract/wording/failure-wording.ts'
import { type Day, isDay } from '../../../../../domain/day.ts'
import { refuseInstrument } from '../../../../../domain/repair-check.ts'
import { CommandButton } from '../../../../commands/CommandButton.tsx'
import { DayInput } from '../../../../components/DayInput.tsx'
import { KnownInput } from '../../../../components/KnownInput.tsx'
import { useOfficeCommand, useOfficeQuery } from '../../../../office-port/asking.ts'
import { useText } from '../../../../text/language.ts'
import { monthsLater } from '../later-days.ts'
import { StepFrame, type StepProps, tellKept } from '../StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from '../use-step-form.ts'
import {
  BLANK_READINGS,
  checkPath,
  missingReadings,
  type ReadingValues,
  readingsOf,
  typedChecks,
} from './check-values.ts'
import { LimitsDialog } from './LimitsDialog.tsx'
import { ReadingFields } from './ReadingFields.tsx'

interface ChecksValues {
  on: string
  tester: string
  instrument: string
  calibratedUntil: string
  readings: ReadingValues
  remark: string
  nextOn: string
}

const drafts: Drafts<ChecksValues> = new Map()
const USUAL_RECHECK_MONTHS = 12

type Kind = 'check' | 'recheck'

/** Begins with the instrument and the limits of before, once they are known. */
export function ChecksForm(props: StepProps & { kind: Kind }) {
  const { data } = useOfficeQuery('repairs.known', {})
  return data ? <Content {...props} known={data} /> : null
}

type ContentProps = StepProps & { kind: Kind; known: Output<'repairs.known'> }

function Content({ repair, today, may, personName, onClose, kind, known }: ContentProps) {
  const text = useText()
  const words = text.repairs.form.checks
  const asking = useKeepingChecks(kind)
  const { repairId, household } = repair
  const [latest] = known.instruments
  const typing = useStepForm<ChecksValues>({
    drafts,
    draftKey: `${kind} ${repairId}`,
    begin: () => ({
      on: today,
      tester: latest?.tester ?? personName,
      instrument: latest?.instrument ?? '',
      calibratedUntil: latest?.calibratedUntil ?? '',
      readings: BLANK_READINGS,
      remark: '',
      nextOn: monthsLater(today, USUAL_RECHECK_MONTHS) ?? '',
    }),
    failure: asking.failure,
    pathOf: checkPath,
  })
  const { values, content, refuseMissing, settle } = typing
  const checks = typedChecks(values.readings, known.limits)
  const failing = checks.filter(({ result }) => result === 'failed').map(({ check }) => text.trade.repairChecks[check])

  async function keep(): Promise<void> {
    const missing = emptyTexts(values, ['on', 'tester', 'instrument', 'calibratedUntil'])
    if (refuseMissing([...missing, ...missingReadings(values.readings)])) return
    const kept = await asking.keep(repairId, values)
    if (!kept) return
    settle()
    const failed = kept.failedChecks.map((check) => text.trade.repairChecks[check])
    tellKept(failed.length > 0 ? words.failed(failed.join('; ')) : words.kept)
    onClose()
  }
  const warning = kind === 'check' ? words.failing : words.failingRecheck
  return (
    <StepFrame
      title={(kind === 'check' ? words.title : words.recheckTitle)(household.headOfHousehold)}
      size={780}
      failure={asking.failure}
      isRunning={asking.isRunning}
      {...{ content, onClose }}
      keep={() => void keep()}
      notice={
        failing.length > 0 && (
          <Alert color="red" variant="light" p="xs" mb="xs" role="status">
            {warning(failing.join('; '))}
          </Alert>
        )
      }
    >
      <InstrumentFields typing={typing} today={today} />
      <ReadingFields checks={checks} field={(path) => typing.form.getInputProps(path)} />
      {kind === 'recheck' && <NextLook typing={typing} today={today} />}
      <Group justify="flex-end">
        <Limits mayOverrule={may('repair.overrule')} />
      </Group>
    </StepFrame>
  )
}

function useKeepingChecks(kind: Kind) {
  const check = useOfficeCommand('repairs.check')
  const recheck = useOfficeCommand('repairs.recheck')
  const { isRunning, failure } = kind === 'check' ? check : recheck
  function keep(repairId: string, values: ChecksValues) {
    const { on, tester, instrument, calibratedUntil, readings, remark, nextOn } = values
    const checks = {
      repairId,
      on: on as Day,
      tester,
      instrument,
      calibratedUntil: calibratedUntil as Day,
      readings: readingsOf(readings),
    }
    if (kind === 'check') return check.run(checks)
    return recheck.run({ ...checks, remark, nextOn: nextOn === '' ? null : (nextOn as Day) })
  }
  return { keep, isRunning, failure }
}

type ChecksTyping = ReturnType<typeof useStepForm<ChecksValues>>

/** An instrument of before brings its tester and its calibration along. */
function InstrumentFields({ typing: { form, values, field }, today }: { typing: ChecksTyping; today: Day }) {
  const text = useText()
  const { form: words } = text.repairs
  const { data } = useOfficeQuery('repairs.known', {})
  const instruments = data?.instruments ?? []
  function bringAlong(instrument: string): void {
    form.setFieldValue('instrument', instrument)
    const one = instruments.find((known) => known.instrument === instrument)
    if (one) form.setFieldValue('calibratedUntil', one.calibratedUntil)
  }
  const { on, instrument, calibratedUntil } = values
  const isTold = isDay(on) && isDay(calibratedUntil)
  const over = isTold ? refuseInstrument({ instrument, calibratedUntil }, on) : null
  const overWords = over ? tellFailure(text.failures, { family: 'refused', refusal: over }).what : null
  return (
    <Grid gap="xs">
      <Grid.Col span={3}>
        <DayInput label={words.on} withAsterisk data-autofocus today={today} {...form.getInputProps('on')} value={on} />
      </Grid.Col>
      <Grid.Col span={9}>
        <TextInput label={words.checks.tester} withAsterisk {...field('tester')} />
      </Grid.Col>
      <Grid.Col span={8}>
        <KnownInput
          label={words.checks.instrument}
          withAsterisk
          known={instruments.map((one) => one.instrument)}
          {...field('instrument')}
          onChange={(event) => bringAlong(event.currentTarget.value)}
        />
      </Grid.Col>
      <Grid.Col span={4}>
        <DayInput
          label={words.checks.calibratedUntil}
          withAsterisk
          today={today}
          {...form.getInputProps('calibratedUntil')}
          value={calibratedUntil}
          error={form.errors.calibratedUntil ?? overWords}
        />
      </Grid.Col>
    </Grid>
  )
}

function NextLook({ typing: { form, values, field }, today }: { typing: ChecksTyping; today: Day }) {
  const words = useText().repairs.form.checks
  return (
    <Grid gap="xs">
      <Grid.Col span={8}>
        <Textarea label={words.remark} autosize minRows={1} {...field('remark')} />
      </Grid.Col>
      <Grid.Col span={4}>
        <DayInput label={words.nextOn} today={today} {...form.getInputProps('nextOn')} value={values.nextOn} />
      </Grid.Col>
    </Grid>
  )
}

function Limits({ mayOverrule }: { mayOverrule: boolean }) {
  const { limits } = useText().repairs.form
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <>
      <CommandButton
        size="compact-xs"
        variant="subtle"
        command={{ id: 'repairs.limits', keys: null, label: limits.open, run: dialog.open, isDisabled: !mayOverrule }}
      />
      {isOpen && <LimitsDialog onClose={dialog.close} />}
    </>
  )
}
