/** Cấp giấy xác nhận: the second person's word; the certificate is numbered, and the next look is set. */

import { Grid, NumberInput } from '@mantine/core'
import { type Day, formatDay, isDay } from '../../../../domain/day.ts'
import { refusal } from '../../../../domain/refusal.ts'
import { DayInput } from '../../../components/DayInput.tsx'
import { useOfficeCommand } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { monthsLater } from './later-days.ts'
import { StepFrame, type StepProps, tellKept } from './StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from './use-step-form.ts'

interface CertifyValues {
  on: string
  recheckMonths: number | string
}

const drafts: Drafts<CertifyValues> = new Map()
const USUAL_RECHECK_MONTHS = 12

export function CertifyForm({ repair, today, personName, printing, onClose }: StepProps) {
  const text = useText().repairs.form
  const words = text.certify
  const { run, isRunning, failure } = useOfficeCommand('repairs.certify')
  const { repairId, household, acceptance } = repair
  const { form, values, content, field, refuseMissing, settle } = useStepForm({
    drafts,
    draftKey: repairId,
    begin: () => ({ on: today, recheckMonths: USUAL_RECHECK_MONTHS }),
    failure,
  })
  const { on, recheckMonths } = values
  const recheckOn = isDay(on) && typeof recheckMonths === 'number' ? monthsLater(on, recheckMonths) : null
  // Told before, so that the second person is fetched first.
  const isSameHand = acceptance?.recordedBy === personName
  const sameHand = isSameHand ? refusal('repair.sameHand', { acceptedBy: personName }) : null

  async function certify(isPrinted: boolean): Promise<void> {
    if (refuseMissing(emptyTexts(values, ['on']))) return
    const certified = await run({ repairId, on: on as Day, recheckOn })
    if (!certified) return
    settle()
    tellKept(words.kept(certified.documentNumber))
    onClose()
    if (isPrinted) await printing.printOne('repairCertificate', repairId)
  }
  return (
    <StepFrame
      title={words.title(household.headOfHousehold)}
      note={words.note}
      failure={failure ?? (sameHand && { family: 'refused', refusal: sameHand })}
      {...{ isRunning, content, onClose }}
      keep={() => void certify(false)}
      keepLabel={words.certify}
      keepAndPrint={{ label: words.certifyAndPrint, run: () => void certify(true) }}
    >
      <Grid gap="xs">
        <Grid.Col span={5}>
          <DayInput
            label={text.on}
            withAsterisk
            data-autofocus
            today={today}
            {...form.getInputProps('on')}
            value={on}
          />
        </Grid.Col>
        <Grid.Col span={7}>
          <NumberInput
            label={words.recheckAfter}
            description={recheckOn ? words.recheckOn(formatDay(recheckOn)) : words.noRecheck}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            min={1}
            max={120}
            {...field('recheckMonths')}
          />
        </Grid.Col>
      </Grid>
    </StepFrame>
  )
}
