/**
 * Several repairs for one crew and day in one go, each with the lines of its own survey; who is refused is told by
 * name.
 */

import { Grid, Stack, Table, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Failure } from '../../../../../contract/failure.ts'
import type { OfficeDescription } from '../../../../../contract/office.ts'
import type { Repair } from '../../../../../contract/repairs.ts'
import { tellFailure } from '../../../../../contract/wording/failure-wording.ts'
import type { Day } from '../../../../../domain/day.ts'
import { DayInput } from '../../../../components/DayInput.tsx'
import { FailureAlert } from '../../../../components/FailureAlert.tsx'
import { showAmount } from '../../../../components/formats.ts'
import { KnownInput } from '../../../../components/KnownInput.tsx'
import { useOfficeQuery } from '../../../../office-port/asking.ts'
import { useOffice } from '../../../../office-port/OfficeProvider.tsx'
import { useText } from '../../../../text/language.ts'
import { placeOf } from '../../RepairList.tsx'
import classes from '../../Repairs.module.css'
import type { RepairPrinting } from '../../use-repair-printing.ts'
import { StepFrame, tellKept } from '../StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from '../use-step-form.ts'

interface ManyValues {
  on: string
  crew: string
  plannedFor: string
  instructions: string
}

interface Refused {
  repair: Repair
  failure: Failure
}

interface PlanManyDialogProps {
  picked: readonly Repair[]
  office: OfficeDescription
  printing: RepairPrinting
  onClose: () => void
  onPlanned: () => void
}

const drafts: Drafts<ManyValues> = new Map()

export function PlanManyDialog({ picked, office, printing, onClose, onPlanned }: PlanManyDialogProps) {
  const text = useText().repairs.form
  const words = text.planMany
  const { today } = office
  const { data: known } = useOfficeQuery('repairs.known', {})
  // Those planned leave the list of what is picked meanwhile; the dialog stays with what it began with.
  const [toPlan] = useState(() => picked.filter(({ state }) => state === 'confirmed'))
  const { planAll, isRunning, refused } = usePlanningMany()
  const { form, values, content, field, refuseMissing, settle } = useStepForm<ManyValues>({
    drafts,
    draftKey: 'many',
    begin: () => ({ on: today, crew: '', plannedFor: today, instructions: '' }),
    failure: refused.find(({ failure }) => failure.family === 'invalid-input')?.failure ?? null,
  })
  async function keep(isPrinted: boolean): Promise<void> {
    if (refuseMissing(emptyTexts(values, ['crew', 'plannedFor', 'on']))) return
    const { planned, refusedCount } = await planAll(toPlan, values)
    if (planned.length > 0) tellKept(words.planned(planned.length))
    if (refusedCount === 0) {
      settle()
      onClose()
      onPlanned()
    }
    if (isPrinted && planned.length > 0) {
      const numbers = { fromNumber: null, toNumber: null }
      await printing.printMany({ kind: 'workOrder', repairIds: planned, campaignId: null, ...numbers })
    }
  }
  return (
    <StepFrame
      title={words.title(String(toPlan.length))}
      size={760}
      note={words.note}
      failure={null}
      {...{ isRunning, content, onClose }}
      keep={() => void keep(false)}
      keepLabel={words.plan}
      keepAndPrint={{ label: text.keepAndPrint, run: () => void keep(true) }}
    >
      {picked.length > toPlan.length && <Text size="sm">{words.notConfirmed(picked.length - toPlan.length)}</Text>}
      <Grid gap="xs">
        <Grid.Col span={5}>
          <KnownInput
            label={text.plan.crew}
            withAsterisk
            data-autofocus
            known={known?.crews ?? []}
            {...field('crew')}
          />
        </Grid.Col>
        <Grid.Col span={3.5}>
          <DayInput
            label={text.plan.plannedFor}
            withAsterisk
            today={today}
            {...form.getInputProps('plannedFor')}
            value={values.plannedFor}
          />
        </Grid.Col>
        <Grid.Col span={3.5}>
          <DayInput label={text.plan.on} withAsterisk today={today} {...form.getInputProps('on')} value={values.on} />
        </Grid.Col>
        <Grid.Col span={12}>
          <Textarea label={text.plan.instructions} autosize minRows={1} maxRows={3} {...field('instructions')} />
        </Grid.Col>
      </Grid>
      <Repairs repairs={toPlan} refused={refused} />
    </StepFrame>
  )
}

function Repairs({ repairs, refused }: { repairs: readonly Repair[]; refused: readonly Refused[] }) {
  const text = useText()
  const words = text.repairs.form.planMany
  const failureOf = (repairId: string) => refused.find(({ repair }) => repair.repairId === repairId)?.failure
  return (
    <Stack gap="xs">
      <Table fz="sm" verticalSpacing={3}>
        <Table.Tbody>
          {repairs.map(({ repairId, household, costDong }) => {
            const failure = failureOf(repairId)
            return (
              <Table.Tr key={repairId}>
                <Table.Td>
                  <strong>{household.headOfHousehold}</strong>
                </Table.Td>
                <Table.Td>
                  {failure ? `${words.refused}: ${tellFailure(text.failures, failure).what}` : placeOf(household)}
                </Table.Td>
                <Table.Td className={classes.figure ?? ''}>{showAmount(costDong)}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {refused[0] && refused[0].failure.family !== 'invalid-input' && <FailureAlert failure={refused[0].failure} />}
    </Stack>
  )
}

/** One plan after the other: what one household lacks does not stop the others. */
function usePlanningMany() {
  const { client } = useOffice()
  const [isRunning, setRunning] = useState(false)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  async function planAll(repairs: readonly Repair[], values: ManyValues) {
    setRunning(true)
    const planned: string[] = []
    const failed: Refused[] = []
    for (const repair of repairs) {
      const failure = await planOne(repair, values)
      if (failure) failed.push({ repair, failure })
      else planned.push(repair.repairId)
    }
    setRefused(failed)
    setRunning(false)
    return { planned, refusedCount: failed.length }
  }
  async function planOne({ repairId }: Repair, values: ManyValues): Promise<Failure | null> {
    const found = await client.query('repairs.get', { repairId })
    if (!found.ok) return found.failure
    // Planned by the attempt before, whose others were refused.
    if (found.value.state !== 'confirmed') return null
    const { on, crew, plannedFor, instructions } = values
    const reply = await client.command('repairs.plan', {
      repairId,
      on: on as Day,
      crew,
      plannedFor: plannedFor as Day,
      instructions,
      items: found.value.survey?.items ?? [],
      overruledBecause: null,
    })
    return reply.ok ? null : reply.failure
  }
  return { planAll, isRunning, refused }
}
