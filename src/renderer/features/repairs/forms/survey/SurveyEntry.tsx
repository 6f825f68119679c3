/** Typing in a stack of survey forms: the code of a paper opens its form, and keeping it waits for the next paper. */

import { Group, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { OfficeDescription } from '../../../../../contract/office.ts'
import { eventsPossible } from '../../../../../domain/repair.ts'
import { CommandButton } from '../../../../commands/CommandButton.tsx'
import { Dialog } from '../../../../components/Dialog.tsx'
import { FormFlow } from '../../../../components/FormFlow.tsx'
import { useOfficeQuery } from '../../../../office-port/asking.ts'
import { useOffice } from '../../../../office-port/OfficeProvider.tsx'
import { useScan } from '../../../../scanner/scans.ts'
import { useText } from '../../../../text/language.ts'
import { SurveyForm } from './SurveyForm.tsx'

interface SurveyEntryProps {
  office: OfficeDescription
  isDisabled: boolean
}

export function SurveyEntry({ office, isDisabled }: SurveyEntryProps) {
  const words = useText().repairs.form.survey
  const [isOpen, entry] = useDisclosure(false)
  return (
    <>
      <CommandButton
        size="compact-md"
        variant="default"
        command={{ id: 'repairs.enterSurveys', keys: 'F2', label: words.entryOpen, run: entry.open, isDisabled }}
      />
      {isOpen && <PaperStack office={office} onClose={entry.close} />}
    </>
  )
}

function PaperStack({ office, onClose }: { office: OfficeDescription; onClose: () => void }) {
  const [repairId, setRepairId] = useState<string | null>(null)
  const [count, setCount] = useState(0)
  const { data: repair } = useOfficeQuery('repairs.get', repairId ? { repairId } : null)
  if (!repairId || !repair) return <FindForm count={count} onFound={setRepairId} onClose={onClose} />
  return (
    <SurveyForm
      repair={repair}
      today={office.today}
      personName={office.person?.fullName ?? ''}
      onClose={onClose}
      onNext={() => {
        setCount(count + 1)
        setRepairId(null)
      }}
    />
  )
}

interface FindFormProps {
  count: number
  onFound: (repairId: string) => void
}

function FindForm({ onClose, ...props }: FindFormProps & { onClose: () => void }) {
  const words = useText().repairs.form.survey
  return (
    <Dialog opened onClose={onClose} title={words.entry} size={460}>
      <FormNumber {...props} />
    </Dialog>
  )
}

/** Takes what is scanned while it is shown, wherever the keys are. */
function FormNumber({ count, onFound }: FindFormProps) {
  const words = useText().repairs.form.survey
  const { client } = useOffice()
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)

  async function find(text: string): Promise<void> {
    const found = await client.query('repairs.find', { text: text.trim() })
    const repairId = found.ok ? found.value.repairId : null
    const repair = repairId ? await client.query('repairs.get', { repairId }) : null
    if (!repairId || !repair?.ok) return setTrouble(words.notFound)
    if (!eventsPossible(repair.value.state).includes('survey')) return setTrouble(words.notNow)
    onFound(repairId)
  }
  useScan(({ reading }) => {
    if (reading.kind !== 'paperCode') return false
    void find(reading.code)
    return true
  })
  return (
    <FormFlow onSubmit={() => void find(typed)}>
      <Stack gap="xs">
        <TextInput
          label={words.find}
          description={words.findHint}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={trouble}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setTrouble(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            void find(typed)
          }}
        />
        <Group justify="space-between">
          <Text size="sm" c="gray.7" role="status">
            {count > 0 && words.entered(count)}
          </Text>
          <CommandButton
            data-submit
            command={{ id: 'repairs.findForm', keys: 'mod+S', label: words.openForm, run: () => void find(typed) }}
          />
        </Group>
      </Stack>
    </FormFlow>
  )
}
