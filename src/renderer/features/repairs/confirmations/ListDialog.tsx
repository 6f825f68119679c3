/** One list of a commune: who is on it, and the answer when it has come; whom the commune declined gets its reason. */

import { Grid, Group, TextInput } from '@mantine/core'
import type { Output } from '../../../../contract/contract.ts'
import type { OfficeDescription } from '../../../../contract/office.ts'
import { type Day, formatDay } from '../../../../domain/day.ts'
import { CommandButton } from '../../../commands/CommandButton.tsx'
import { DayInput } from '../../../components/DayInput.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { FailureAlert } from '../../../components/FailureAlert.tsx'
import { showAmount } from '../../../components/formats.ts'
import { useOfficeCommand, useOfficeQuery } from '../../../office-port/asking.ts'
import { useText } from '../../../text/language.ts'
import { StepFrame, tellKept } from '../forms/StepFrame.tsx'
import { type Drafts, emptyTexts, useStepForm } from '../forms/use-step-form.ts'
import type { RepairPrinting } from '../use-repair-printing.ts'
import classes from './Confirmations.module.css'

interface ListDialogProps {
  listId: string
  office: OfficeDescription
  printing: RepairPrinting
  onClose: () => void
  onOpenRepair: (repairId: string) => void
}

type List = Output<'confirmations.get'>

export function ListDialog({ listId, ...props }: ListDialogProps) {
  const { data, error } = useOfficeQuery('confirmations.get', { listId })
  if (error) return <FailureAlert failure={error.failure} m="md" />
  if (!data) return null
  const mayAnswer = data.confirmedOn === null && props.office.rights.includes('repair.record')
  return mayAnswer ? <Answering list={data} {...props} /> : <Answered list={data} {...props} />
}

interface AnswerValues {
  confirmedOn: string
  confirmationNumber: string
  signedBy: string
  /** By repair: why the commune declined it; empty where it did not. */
  declined: Record<string, string>
}

const drafts: Drafts<AnswerValues> = new Map()

type OfList = Omit<ListDialogProps, 'listId'> & { list: List }

function Answering({ list, office, printing, onClose, onOpenRepair }: OfList) {
  const words = useText().repairs.confirmations
  const { run, isRunning, failure } = useOfficeCommand('confirmations.answer')
  const { form, values, content, field, refuseMissing, settle } = useStepForm<AnswerValues>({
    drafts,
    draftKey: list.listId,
    begin: () => ({ confirmedOn: office.today, confirmationNumber: '', signedBy: '', declined: {} }),
    failure,
  })
  async function keep(): Promise<void> {
    if (refuseMissing(emptyTexts(values, ['confirmedOn']))) return
    const { confirmedOn, confirmationNumber, signedBy } = values
    const declined = Object.entries(values.declined).flatMap(([repairId, reason]) =>
      reason.trim() === '' ? [] : [{ repairId, reason }],
    )
    const day = confirmedOn as Day
    const kept = await run({ listId: list.listId, confirmedOn: day, confirmationNumber, signedBy, declined })
    if (!kept) return
    settle()
    tellKept(words.kept(kept.confirmedCount, kept.declinedCount))
    onClose()
  }
  return (
    <StepFrame
      title={`${words.title(list.documentNumber)} – ${list.communeName ?? words.noCommune}`}
      size={900}
      note={words.answerNote}
      {...{ failure, isRunning, content, onClose }}
      keep={() => void keep()}
      keepLabel={words.keep}
    >
      <Grid gap="xs">
        <Grid.Col span={3}>
          <DayInput
            label={words.confirmedOn}
            withAsterisk
            data-autofocus
            today={office.today}
            {...form.getInputProps('confirmedOn')}
            value={values.confirmedOn}
          />
        </Grid.Col>
        <Grid.Col span={4}>
          <TextInput label={words.confirmationNumber} {...field('confirmationNumber')} />
        </Grid.Col>
        <Grid.Col span={5}>
          <TextInput label={words.signedBy} {...field('signedBy')} />
        </Grid.Col>
      </Grid>
      <Entries
        list={list}
        onOpenRepair={onOpenRepair}
        declined={values.declined}
        onDecline={(repairId, reason) => form.setFieldValue('declined', { ...values.declined, [repairId]: reason })}
      />
      <PrintList list={list} office={office} printing={printing} />
    </StepFrame>
  )
}

function Answered({ list, office, printing, onClose, onOpenRepair }: OfList) {
  const words = useText().repairs.confirmations
  const { confirmedOn, confirmationNumber, signedBy, declinedCount } = list
  const facts = [confirmedOn && words.answered(formatDay(confirmedOn), declinedCount), confirmationNumber, signedBy]
  return (
    <Dialog
      opened
      onClose={onClose}
      size={900}
      title={`${words.title(list.documentNumber)} – ${list.communeName ?? words.noCommune}`}
    >
      <p>{facts.filter(Boolean).join(' · ') || words.notAnswered}</p>
      <Entries list={list} onOpenRepair={onOpenRepair} />
      <PrintList list={list} office={office} printing={printing} />
    </Dialog>
  )
}

function PrintList({ list, office, printing }: Pick<OfList, 'list' | 'office' | 'printing'>) {
  const words = useText().repairs.confirmations
  return (
    <Group mt="xs">
      <CommandButton
        size="compact-sm"
        variant="default"
        isRunning={printing.isRunning}
        command={{
          id: 'confirmations.print',
          keys: 'mod+P',
          label: words.print,
          run: () => void printing.confirmationList(list.listId),
          isDisabled: !office.rights.includes('paper.print'),
        }}
      />
    </Group>
  )
}

interface EntriesProps {
  list: List
  onOpenRepair: (repairId: string) => void
  /** What is being typed; undefined where the answer stands. */
  declined?: AnswerValues['declined']
  onDecline?: (repairId: string, reason: string) => void
}

function Entries({ list: { entries }, onOpenRepair, declined, onDecline }: EntriesProps) {
  const { columns, reasonOf } = useText().repairs.confirmations
  return (
    <section className={classes.entries} aria-label={columns.name}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.hamlet}</th>
            <th scope="col">{columns.condition}</th>
            <th scope="col" data-figure>
              {columns.estimate}
            </th>
            <th scope="col">{columns.declined}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ repairId, household, conditionFound, estimateDong, declinedBecause }) => (
            <tr key={repairId}>
              <td data-name>
                <button type="button" className={classes.link} onClick={() => onOpenRepair(repairId)}>
                  {household.headOfHousehold}
                </button>
              </td>
              <td data-name>{household.hamlet}</td>
              <td>{conditionFound}</td>
              <td data-figure>{showAmount(estimateDong)}</td>
              <td data-typed>
                {onDecline ? (
                  <TextInput
                    size="xs"
                    aria-label={reasonOf(household.headOfHousehold)}
                    autoComplete="off"
                    spellCheck={false}
                    value={declined?.[repairId] ?? ''}
                    onChange={(event) => onDecline(repairId, event.currentTarget.value)}
                  />
                ) : (
                  declinedBecause
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
