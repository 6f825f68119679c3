/**
 * Papers of one kind for all repairs that are shown or picked; numbered ones from a number on, where a printer
 * jammed.
 */

import { Group, NumberInput, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Repair } from '../../../contract/repairs.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FormFlow } from '../../components/FormFlow.tsx'
import { showCount } from '../../components/formats.ts'
import { useText } from '../../text/language.ts'
import type { RepairPrinting } from './use-repair-printing.ts'

const KINDS = ['surveyForms', 'workOrder', 'acceptanceRecord', 'repairCertificate'] as const
type Kind = (typeof KINDS)[number]

interface PrintBatchDialogProps {
  repairs: readonly Repair[]
  /** Of the filter: then all of the campaign's papers, whether shown or not. */
  campaignId: string | undefined
  printing: RepairPrinting
  onClose: () => void
}

export function PrintBatchDialog({ repairs, campaignId, printing, onClose }: PrintBatchDialogProps) {
  const text = useText().repairs
  const words = text.printing
  const [kind, setKind] = useState<Kind>(() => usualKind(repairs))
  const [from, setFrom] = useState<number | string>('')
  const [to, setTo] = useState<number | string>('')
  const numberOf = (typed: number | string) => (typeof typed === 'number' ? typed : null)
  function make(): void {
    onClose()
    if (kind === 'surveyForms') return void printing.surveyForms(formsOf(repairs))
    void printing.printMany({
      kind,
      repairIds: repairs.map(({ repairId }) => repairId),
      campaignId: campaignId ?? null,
      fromNumber: numberOf(from),
      toNumber: numberOf(to),
    })
  }
  const number = { w: 120, hideControls: true, allowDecimal: false, allowNegative: false, min: 1 }
  const isOfForms = kind === 'surveyForms'
  return (
    <Dialog opened onClose={onClose} title={words.title} size={460}>
      <FormFlow onSubmit={make}>
        <Stack gap="sm">
          <Radio.Group
            label={words.what}
            description={words.of(showCount(repairs.length))}
            value={kind}
            onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? kind)}
          >
            <Stack gap={4} mt={4}>
              {KINDS.map((one, at) => (
                <Radio
                  key={one}
                  value={one}
                  label={one === 'surveyForms' ? words.surveyForms : text.paperKinds[one]}
                  {...(one === kind || (at === 0 && !kind) ? { 'data-autofocus': true } : {})}
                />
              ))}
            </Stack>
          </Radio.Group>
          {!isOfForms && (
            <>
              <Group gap="xs">
                <NumberInput {...number} label={words.fromNumber} value={from} onChange={setFrom} />
                <NumberInput {...number} label={words.toNumber} value={to} onChange={setTo} />
              </Group>
              <Text size="xs" c="gray.7">
                {words.hint}
              </Text>
            </>
          )}
          <Group justify="flex-end">
            <CommandButton
              data-submit
              command={{
                id: 'repairs.makePapers',
                keys: 'F9',
                label: words.make,
                run: make,
                isDisabled: isOfForms && formsOf(repairs).length === 0,
              }}
            />
          </Group>
        </Stack>
      </FormFlow>
    </Dialog>
  )
}

/** Those taken over from before have no survey form. */
function formsOf(repairs: readonly Repair[]): string[] {
  return repairs.filter(({ documentNumber }) => documentNumber !== null).map(({ repairId }) => repairId)
}

/** What most of them are at. */
function usualKind(repairs: readonly Repair[]): Kind {
  const [first] = repairs
  if (first?.state === 'done') return 'repairCertificate'
  if (first?.state === 'awaitingAcceptance') return 'acceptanceRecord'
  return first?.state === 'inProgress' ? 'workOrder' : 'surveyForms'
}
