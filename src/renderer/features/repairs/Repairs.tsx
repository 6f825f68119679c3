/** Sửa điện: finished repairs by state; recorded, then certified with a numbered paper, or voided. */

import { Group, SegmentedControl, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Repair } from '../../../contract/repairs.ts'
import { CommandButton } from '../../commands/CommandButton.tsx'
import { EmptyNote } from '../../components/EmptyNote.tsx'
import { FailureAlert } from '../../components/FailureAlert.tsx'
import { JobProgress } from '../../components/JobProgress.tsx'
import { useOfficeJob, useOfficeQuery } from '../../office-port/asking.ts'
import { useText } from '../../text/language.tsx'
import { CertifyDialog, VoidRepairDialog } from './RepairDialogs.tsx'
import { RepairForm } from './RepairForm.tsx'
import classes from './Repairs.module.css'
import { RepairTable } from './RepairTable.tsx'
import { REPAIR_STATES, type RepairStateName } from './repairs-view.ts'

const MOST_SHOWN = 1000

const route = getRouteApi('/repairs')

export function Repairs() {
  const text = useText().repairs
  const { state } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: office } = useOfficeQuery('office.describe', {})
  const { data, error } = useOfficeQuery('repairs.list', { state: state ?? null, limit: MOST_SHOWN }, { keeps: true })
  const print = useOfficeJob('papers.certificates')
  const [isFormOpen, form] = useDisclosure(false)
  const [toCertify, setToCertify] = useState<Repair | null>(null)
  const [toVoid, setToVoid] = useState<Repair | null>(null)

  async function printCertificates(repairIds: string[] | null): Promise<void> {
    const printed = await print.run({ repairIds })
    if (printed) await window.shell.openPaper(printed.file)
  }
  const show = (next: string) => {
    const chosen = REPAIR_STATES.find((one) => one === next)
    void navigate({ search: { state: chosen }, replace: true })
  }
  if (!office) return null
  const { today } = office
  return (
    <section className={classes.screen} aria-labelledby="repairs-title">
      <Group px="md" pt="sm" pb="xs" justify="space-between" wrap="nowrap">
        <Title order={1} id="repairs-title">
          {text.title}
        </Title>
        <StateTabs value={state} onChange={show} />
        <Group gap="xs" wrap="nowrap">
          <CommandButton
            variant="default"
            isRunning={print.isRunning}
            command={{
              id: 'repairs.printAll',
              keys: 'mod+B',
              label: text.printAll,
              run: () => void printCertificates(null),
            }}
          />
          <CommandButton command={{ id: 'repairs.record', keys: 'mod+N', label: text.record, run: form.open }} />
        </Group>
      </Group>
      <FailureAlert failure={error?.failure ?? print.failure} mx="md" mb="xs" />
      {print.isRunning && <JobProgress progress={print.progress} onCancel={print.cancel} />}
      {data?.count === 0 ? (
        <EmptyNote title={text.empty} next={text.emptyNext} />
      ) : (
        <RepairTable
          repairs={data?.repairs ?? []}
          onCertify={setToCertify}
          onVoid={setToVoid}
          onPrint={(repair) => void printCertificates([repair.repairId])}
        />
      )}
      <RepairForm isOpen={isFormOpen} today={today} onClose={form.close} />
      {toCertify && (
        <CertifyDialog
          repair={toCertify}
          today={today}
          onClose={() => setToCertify(null)}
          onPrint={(repairId) => void printCertificates([repairId])}
        />
      )}
      {toVoid && <VoidRepairDialog repair={toVoid} today={today} onClose={() => setToVoid(null)} />}
    </section>
  )
}

function StateTabs({ value, onChange }: { value: RepairStateName | undefined; onChange: (state: string) => void }) {
  const { states, columns } = useText().repairs
  const names = ['all', ...REPAIR_STATES] as const
  return (
    <SegmentedControl
      size="xs"
      aria-label={columns.state}
      value={value ?? 'all'}
      onChange={onChange}
      data={names.map((name) => ({ value: name, label: states[name] }))}
    />
  )
}
